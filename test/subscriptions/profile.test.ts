import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { html } from 'lit';
import type { SubscriptionsElement } from '../../src/subscriptions/subscriptions-element.ts';
import type { SsNavigateEvent } from '../../src/ui/events.ts';
import { answers, at, line } from '../faults.ts';
import { cleanup, once, until } from '../helpers.ts';
import { counting, gate } from '../recorder.ts';
import { open, place } from './open.ts';
import { all, control, focusIn, listed, one, plain, reads, rows, sortBy, textOf, type } from './screen.ts';

const facts = (element: Element): Record<string, string> =>
  Object.fromEntries(
    all(element, 'dl > div')
      .map((line) => line.innerText.split('\n').map(plain))
      .map(([term = '', ...value]) => [term, value.join(' ')]),
  );

const openProfile = async (element: SubscriptionsElement, name: string): Promise<void> => {
  control(element, name).click();
  await until(() => all(element, '.card dl').length, 'the profile');
};

const linked = html`<ss-subscriptions .href=${(route: string) => `/erhverv/${route}`}></ss-subscriptions>`;

describe('the profile', () => {
  afterEach(cleanup);

  it('opens by the person’s name, which is a real link where the host has addresses (R13.1)', async () => {
    const element = await open('maja', {}, linked);
    const link = control(element, 'Birthe Bæk') as HTMLAnchorElement;
    expect(link.localName).to.equal('a');
    expect(link.pathname).to.match(/^\/erhverv\/users\/[\w-]+$/);
    expect(link.pathname).not.to.match(/birthe/i);
  });

  it('leaves a click that asks for a new tab to the browser (R13.1)', async () => {
    const element = await open('maja', {}, linked);
    let moved = false;
    element.addEventListener('ss-navigate', () => (moved = true));
    for (const key of ['ctrlKey', 'metaKey', 'shiftKey', 'altKey'] as const) {
      const click = new MouseEvent('click', { bubbles: true, cancelable: true, composed: true, [key]: true });
      // What the browser would do with it is not for a test page.
      element.addEventListener('click', (event) => expect(event.defaultPrevented).to.equal(false), { once: true });
      window.addEventListener('click', (event) => event.preventDefault(), { once: true });
      control(element, 'Birthe Bæk').dispatchEvent(click);
    }
    expect(moved).to.equal(false);
    expect(element.route).to.equal('');
  });

  it('shows the name, address, number, subscription, price, content, state, start, binding and notice (R13.2, R14.1)', async () => {
    const element = await open('maja');
    await openProfile(element, 'Lærke Schytt');
    expect(one(element, 'h2').innerText).to.equal('Lærke Schytt');
    expect(one(element, '.under').innerText).to.equal('laerke.schytt@nordlys.example');
    expect(one(element, 'h3').innerText).to.equal('Mobil 20 GB');
    expect(textOf(element)).to.contain('Nedlægges 31.12.2026').and.to.contain('Abonnementet nedlægges 31. december 2026.');
    const { Startdato, Bindingsperiode, Inkluderet, ...rest } = facts(element);
    expect(rest).to.deep.equal({
      Telefonnummer: '67 10 42 22',
      Pris: '119,00 kr. pr. måned ekskl. moms',
      Opsigelsesvarsel: '30 dage',
      'Sidste dag': '31. december 2026',
      Simkort: rest['Simkort'],
      Omkostningssted: 'Salg',
    });
    expect(Inkluderet).to.match(/^20 GB data Fri tale/);
    expect(Startdato).to.match(/^\d{1,2}\. [a-zæøå]+ \d{4}$/);
    expect(Bindingsperiode).to.match(/^(Ingen binding|Bundet til og med \d{1,2}\. [a-z]+ \d{4})$/);
  });

  it('shows all subscriptions of a user who has two, and says so of one who has none (R13.2, D7)', async () => {
    const element = await open('maja');
    await openProfile(element, 'Anders Abildgaard');
    expect(all(element, 'h3').map(({ innerText }) => innerText)).to.deep.equal(['Datasim 10 GB', 'Mobil 5 GB']);
    control(element, 'Tilbage til Abonnementer').click();
    await listed(element);
    control(element, 'Øjvind Wæver').click();
    await reads(element, 'Tilbage til Abonnementer Øjvind Wæver oejvind.waever@nordlys.example Rediger oplysninger Intet abonnement');
  });

  it('opens a subscription that no person has under its own label (D7, R13.2)', async () => {
    const element = await open('maja');
    await openProfile(element, 'Router, lageret');
    expect(one(element, 'h2').innerText).to.equal('Router, lageret');
    expect(textOf(element)).to.contain('Uden bruger').and.to.contain('Kun data');
    expect(facts(element)['Telefonnummer']).to.equal('+45 37 12 34 56 70 00');
  });

  it('shows the name at once, before the rest has come, and nothing of the one looked at before (T05)', async () => {
    const wire = gate();
    const seen = counting(wire.fetch);
    const opening = open('maja', { fetch: seen.fetch });
    for (let request = 0; request < 2; request++) (await until(() => wire.waiting[0], 'a request')).release();
    const element = await opening;
    for (const name of ['Birthe Bæk', 'Dorte Ørum']) {
      control(element, name).click();
      await until(() => wire.waiting[0], 'the request for the profile');
      await until(() => focusIn() === name, `the heading ${name}`);
      expect(all(element, 'dl')).to.have.lengthOf(0);
      expect(all(element, '.bone-row').length).to.be.above(0);
      wire.waiting[0]?.release();
      await until(() => all(element, 'dl').length, 'the profile');
      control(element, 'Tilbage').click();
      await listed(element);
    }
  });

  it('goes to the profile and back by keyboard alone; the focus goes along and finds its name again (R13.1)', async () => {
    const element = await open('maja');
    control(element, 'Dorte Ørum').focus();
    await sendKeys({ press: 'Enter' });
    await until(() => focusIn() === 'Dorte Ørum' && all(element, 'dl').length, 'the profile');
    expect(one(element, 'h2').matches(':focus')).to.equal(true);
    await sendKeys({ press: 'Shift+Tab' });
    expect(focusIn()).to.equal('Tilbage til Abonnementer');
    await sendKeys({ press: 'Enter' });
    await listed(element);
    expect(focusIn()).to.equal('Dorte Ørum');
    expect(one(element, 'td.name .link:focus').innerText).to.equal('Dorte Ørum');
  });

  it('leaves the list as it was for the way back: search, order and rows, without asking again (R11.9)', async () => {
    const seen = counting();
    const element = await open('maja', { fetch: seen.fetch });
    type(one(element, '#search'), 'søren');
    await until(() => rows(element).length === 3, 'the hits');
    await sortBy(element, 'Abonnement');
    const before = rows(element);
    await openProfile(element, before[1]?.[0] ?? '');
    const asked = seen.requests.length;
    control(element, 'Tilbage').click();
    await element.updateComplete;
    expect(rows(element)).to.deep.equal(before);
    expect(one<HTMLInputElement>(element, '#search').value).to.equal('søren');
    expect(seen.requests).to.have.lengthOf(asked);
  });

  it('asks the page before it goes, with nothing personal in the route, and stays when told no', async () => {
    const element = await open('maja');
    const asked = once<SsNavigateEvent>(document, 'ss-navigate');
    element.addEventListener('ss-navigate', (event) => event.preventDefault(), { once: true });
    control(element, 'Birthe Bæk').click();
    const event = await asked;
    expect(event.route).to.match(/^users\/[\w-]{10,}$/);
    expect(event.replace).to.equal(false);
    await element.updateComplete;
    expect(rows(element)).to.have.lengthOf(26);
  });

  it('goes where the host sets its route, also from the start, and takes no focus for it', async () => {
    const element = await open('maja');
    const id = one(element, 'td [data-route]').dataset['route'] ?? '';
    element.setAttribute('route', id);
    await until(() => all(element, 'dl').length, 'the profile');
    expect(focusIn()).to.equal('');
    element.removeAttribute('route');
    await listed(element);
    const other = await place('maja', {}, html`<ss-subscriptions route=${id}></ss-subscriptions>`);
    await reads(other, 'anders.abildgaard@nordlys.example');
  });

  for (const route of ['users', 'users/', 'elsewhere', 'users/%E0%A4%A', '../c2', 'users/a/b', '__proto__'])
    it(`says that there is nothing at the place »${route}«, and leads back to the list (F17)`, async () => {
      const element = await place('maja', {}, html`<ss-subscriptions route=${route}></ss-subscriptions>`);
      await reads(element, 'Vi kan ikke finde det, du leder efter.');
      control(element, 'Tilbage til Abonnementer').click();
      await listed(element);
    });

  it('says that a person is gone, and fetches the list afresh for the way back (F17)', async () => {
    const seen = counting();
    const element = await open('maja', { fetch: seen.fetch });
    expect(seen.requests).to.have.lengthOf(2);
    element.route = 'users/nobody-has-this-id';
    await reads(element, 'Vi kan ikke finde det, du leder efter.');
    await until(() => seen.paths().filter((path) => path.endsWith('/search')).length === 2, 'the list to be asked for again');
  });

  it('asks who is here, and no more, when the whole company is gone while a profile is open (F17, T06)', async () => {
    const wire = line();
    const seen = counting(wire.fetch);
    const element = await open('maja', { fetch: seen.fetch });
    const searches = () => seen.paths().filter((path) => path.endsWith('/search')).length;
    const route = one(element, 'td [data-route]').dataset['route'] ?? '';
    wire.use(at('/companies/', answers(404)));
    element.route = route;
    await until(() => seen.paths().filter((path) => path.includes('/session')).length === 2, 'the session to be asked for again');
    await reads(element, 'Vi kan ikke finde det, du leder efter.');
    expect(searches()).to.equal(2);
  });

  it('says when the right to see it has gone, and shows nothing of it (R7.3, T06)', async () => {
    const element = await open('maja');
    const id = one(element, 'td [data-route]').dataset['route'] ?? '';
    cleanup();
    const other = await place(
      'maja',
      { fetch: at(`/${id}`, answers(403))(fetch) },
      html`<ss-subscriptions route=${id}></ss-subscriptions>`,
    );
    await reads(other, 'Du har ikke adgang til Abonnementer.');
    expect(textOf(other)).not.to.contain('anders.abildgaard');
  });
});
