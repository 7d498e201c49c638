import { expect } from 'chai';
import { html } from 'lit';
import '../../src/invoices/ss-invoices.ts';
import { tieAddress, type PlacedElement } from '../../src/portal/tie-address.ts';
import '../../src/subscriptions/ss-subscriptions.ts';
import { cleanup, fixture, signIn, until } from '../helpers.ts';
import { all, column, control, listed, one, openSort, reads, sortBy, textOf, type } from '../subscriptions/screen.ts';
import { goHome, openAt, step, whereabouts } from './home.ts';

const untie: (() => void)[] = [];

/** An element of the page, tied to addresses until the test is over. */
const tied = async (tag: 'ss-subscriptions' | 'ss-invoices', base: string): Promise<PlacedElement> => {
  const element = await fixture<PlacedElement>(
    tag === 'ss-invoices' ? html`<ss-invoices></ss-invoices>` : html`<ss-subscriptions></ss-subscriptions>`,
  );
  untie.push(tieAddress(element, base));
  return element;
};

const links = (element: Element) => all<HTMLAnchorElement>(element, 'tbody td a');
const first = async (element: Element): Promise<HTMLAnchorElement> => until(() => links(element)[0], 'a name to follow');

const search = async (element: Element, words: string): Promise<void> => {
  const before = column(element, 0).join();
  type(one(element, 'input[type=search]'), words);
  await until(() => column(element, 0).join() !== before && all(element, '.list[aria-busy=false]').length, `what is found for ${words}`);
};

afterEach(() => {
  for (const loosen of untie.splice(0)) loosen();
  cleanup();
  goHome();
});

describe('An element whose places are tied to addresses', () => {
  beforeEach(() => {
    signIn('maja');
  });

  it('has real links, writes where it is into the fragment, and follows Back and Forward (R11.5)', async () => {
    const element = await tied('ss-subscriptions', '#phones=');
    await listed(element);
    const link = await first(element);
    const route = link.dataset['route'] ?? '';
    expect(new URL(link.href).hash).to.equal(`#phones=${route}`);
    expect(new URL(link.href).pathname).to.equal(location.pathname);
    link.click();
    await until(() => element.route === route, 'the profile');
    expect(location.hash).to.equal(`#phones=${route}`);
    await step(-1);
    await until(() => element.route === '', 'the list');
    await listed(element);
    expect(location.hash).to.equal('');
    await step(1);
    await until(() => element.route === route, 'the profile again');
  });

  it('writes below a path where the server answers there (R11.5)', async () => {
    openAt('/erhverv/abonnementer/');
    const element = await tied('ss-subscriptions', '/erhverv/abonnementer/');
    await listed(element);
    const link = await first(element);
    link.click();
    await until(() => whereabouts() === `/erhverv/abonnementer/${element.route}` && element.route, 'the address of the profile');
    await step(-1);
    await until(() => element.route === '', 'the list');
  });

  it('comes back by a reload to its place, and to its search and order, of which nothing stands in the address (R11.5, R13.1, PRV-6, T08)', async () => {
    const element = await tied('ss-subscriptions', '#phones=');
    await listed(element);
    await sortBy(element, 'Telefonnummer');
    await search(element, 'an');
    const rows = column(element, 0);
    (await first(element)).click();
    await until(() => element.route !== '', 'the profile');
    expect(decodeURIComponent(location.href)).not.to.match(/=an|telephone|search/);
    const there = element.route;
    // As a reload does: everything is gone but the address and the history.
    untie.splice(0)[0]?.();
    element.remove();
    const again = await tied('ss-subscriptions', '#phones=');
    expect(again.route).to.equal(there);
    await step(-1);
    await until(() => again.route === '', 'the list');
    await until(() => column(again, 0).join() === rows.join(), `the same rows; it reads: ${textOf(again)}`);
    expect(one<HTMLInputElement>(again, 'input[type=search]').value).to.equal('an');
    await openSort(again);
    expect(
      all(again, '[role=menuitemradio][aria-checked=true]')
        .map(({ innerText }) => innerText.trim())
        .join(),
    ).to.contain('Telefonnummer');
  });

  it('keeps out of the way of another one, whose places are tied as well (F22)', async () => {
    const phones = await tied('ss-subscriptions', '#phones=');
    const bills = await tied('ss-invoices', '#bills=');
    await listed(phones);
    await until(() => all(bills, 'a').length, 'the invoices');
    (await first(phones)).click();
    await until(() => phones.route !== '', 'the profile');
    await step(-1);
    await until(() => phones.route === '', 'the list');
    await listed(phones);
    await search(phones, 'an');
    const found = column(phones, 0);
    control(bills, 'eFaktura').click();
    await until(() => bills.route !== '', 'the other to move');
    expect(location.hash).to.equal(`#bills=${bills.route}`);
    (await first(phones)).click();
    await until(() => phones.route !== '', 'the profile');
    expect(location.hash).to.equal(`#bills=${bills.route}&phones=${phones.route}`);
    await step(-1);
    await until(() => phones.route === '', 'the list');
    await step(-1);
    await until(() => bills.route === '', 'the invoices');
    expect(one<HTMLInputElement>(phones, 'input[type=search]').value).to.equal('an');
    expect(column(phones, 0)).to.deep.equal(found);
  });

  it('takes a place that it does not have for what it is, and says so (T12)', async () => {
    openAt(location.pathname, '#phones=%3Cimg%20src=x%20onerror=alert(1)%3E/../..');
    const element = await tied('ss-subscriptions', '#phones=');
    await reads(element, 'Vi kan ikke finde det');
    expect(all(element, 'img')).to.have.length(0);
  });

  it('leaves it to a host that answers by itself', async () => {
    const element = await fixture<PlacedElement>(
      html`<ss-subscriptions
        @ss-navigate=${(event: Event) => {
          event.preventDefault();
        }}
      ></ss-subscriptions>`,
    );
    untie.push(tieAddress(element, '#phones='));
    await listed(element);
    (await first(element)).click();
    await new Promise(requestAnimationFrame);
    expect([element.route, location.hash]).to.deep.equal(['', '']);
  });

  it('is an element like any other once it is untied, and nothing is left listening (F22)', async () => {
    const element = await tied('ss-subscriptions', '#phones=');
    await listed(element);
    (await first(element)).click();
    await until(() => element.route !== '', 'the profile');
    untie.splice(0)[0]?.();
    const there = element.route;
    expect([element.href, history.scrollRestoration]).to.deep.equal([undefined, 'auto']);
    await step(-1);
    await new Promise(requestAnimationFrame);
    expect(element.route).to.equal(there);
    element.route = '';
    await listed(element);
    all(element, 'tbody td [data-route]')[0]?.click();
    await until(() => element.route !== '', 'the profile');
    expect(location.hash).to.equal('');
    untie.push(tieAddress(element, '#phones='));
  });

  for (const base of ['#phones=', '#/', 'https://evil.example/', 'javascript:alert(1)'])
    it(`is not tied to ${base} when that is taken or none, and stays as it was (T18)`, async () => {
      await tied('ss-invoices', '#phones=');
      const element = await fixture<PlacedElement>(html`<ss-subscriptions></ss-subscriptions>`);
      expect(() => tieAddress(element, base)).to.throw(TypeError, 'Selvbetjening Elements');
      await listed(element);
      expect(element.href).to.equal(undefined);
      all(element, 'tbody td [data-route]')[0]?.click();
      await until(() => element.route !== '', 'the profile');
      expect(location.hash).to.equal('');
    });
});
