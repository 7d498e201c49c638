/** Another company, another area, and what has not been saved. */
import { expect } from 'chai';
import type { LitElement } from 'lit';
import type { PortalElement } from '../../src/portal/portal-element.ts';
import type { SsNavigateEvent } from '../../src/ui/events.ts';
import { cleanup, once, until } from '../helpers.ts';
import { counting, gate } from '../recorder.ts';
import { companyOf, cvr } from '../subscriptions/open.ts';
import { all, control, find, listed, textOf } from '../subscriptions/screen.ts';
import { field, formOpen, write } from '../support-cases/create-scene.ts';
import { area, choose, company, entitled, open, press, says, through } from './open.ts';

afterEach(cleanup);

const asked = (element: Element) => until(() => all(element, 'dialog[open]').length, `the question; it reads: ${textOf(element)}`);
const gone = (element: Element) => until(() => all(element, 'dialog[open]').length === 0, 'the question to go');

describe('Another company', () => {
  it('is met in the same area, at its first page (R5.8, D4)', async () => {
    const portal = await open('maja', { route: 'subscriptions' });
    const element = await area(portal, 'ss-subscriptions');
    await listed(element);
    all(element, 'tbody [data-route]')[0]?.click();
    await until(() => portal.route.startsWith('subscriptions/users/'), 'the profile');
    await choose(portal, 'Aagaard');
    await until(() => portal.route === 'subscriptions', 'the first page');
    await listed(element);
    expect(await company(portal)).to.match(/^Aagaard/);
  });

  for (const route of ['invoices', 'invoices/e-invoice'])
    it(`is met on the overview where there is no access to the area that was open at ${route} (R5.8, D4, R7.2)`, async () => {
      const portal = await open('maja', { route }, through(entitled({ invoices: 'none' }, 'Aagaard')));
      await area(portal, 'ss-invoices');
      await choose(portal, 'Aagaard');
      await says(portal, 'ss-overview', 'Du har ikke adgang til Faktura');
      expect(portal.route).to.equal('');
    });

  it('leaves nothing of the one before in any frame, not in an area that was open before either (R5.5, R5.6, T05, F20)', async () => {
    const held = gate();
    const nordlys = await companyOf('maja', cvr.nordlys);
    const portal = await open(
      'maja',
      { route: 'subscriptions' },
      {
        fetch: (...call) => {
          const request = new Request(...call);
          return request.url.includes(`${nordlys}/invoices`) ? held.fetch(request) : fetch(request);
        },
      },
    );
    const list = await area(portal, 'ss-subscriptions');
    await listed(list);
    const before = all(list, 'tbody tr').map(({ innerText }) => innerText.split('\n')[0]?.trim() ?? '');
    press(portal, 'Faktura');
    await area(portal, 'ss-invoices');
    await until(() => held.waiting.length, 'an answer to wait for');
    await choose(portal, 'Aagaard');
    await until(() => find(portal, 'Faktura') && !held.waiting.length, 'the late answer to be given up');
    press(portal, 'Abonnementer');
    press(portal, 'Alle abonnementer');
    const after = await area(portal, 'ss-subscriptions');
    let seen = '';
    const end = setInterval(() => (seen += textOf(after)), 0);
    await listed(after);
    clearInterval(end);
    expect(after === list, 'an element of its own').to.equal(false);
    for (const name of before) expect(seen + textOf(after)).not.to.contain(name);
  });
});

describe('What has not been saved', () => {
  const typed = async (properties: Partial<PortalElement> = {}): Promise<readonly [PortalElement, HTMLElement]> => {
    const portal = await open('maja', { route: 'cases/new', ...properties });
    const form = await area(portal, 'ss-support-cases');
    await formOpen(form);
    await write(form as never, 'Ikke tabt');
    return [portal, form];
  };

  for (const [what, act] of [
    [
      'another area',
      (portal: PortalElement) => {
        press(portal, 'Faktura');
      },
    ],
    ['another company', (portal: PortalElement) => choose(portal, 'Aagaard')],
    [
      'signing out',
      async (portal: PortalElement) => {
        all(portal, '[part=sign-out]')[0]?.click();
        await Promise.resolve();
      },
    ],
    [
      'a place that the host sets',
      (portal: PortalElement) => {
        portal.route = 'invoices';
      },
    ],
  ] as const)
    it(`is asked about before ${what}, and stays when told to (R5.7)`, async () => {
      let signedOut = 0;
      const [portal, form] = await typed({ signOut: () => void (signedOut += 1) });
      const name = await company(portal);
      await act(portal);
      await asked(form);
      control(form, 'Bliv på siden').click();
      // What happens to be drawn in the same moment opens nothing again.
      const drawn = form as HTMLElement & Pick<LitElement, 'requestUpdate' | 'updateComplete'>;
      drawn.requestUpdate();
      await drawn.updateComplete;
      await gone(form);
      await new Promise(requestAnimationFrame);
      expect(all(form, 'dialog[open]')).to.have.length(0);
      expect(field(form, 'subject').value).to.equal('Ikke tabt');
      expect(await company(portal)).to.equal(name);
      await until(() => portal.route === 'cases/new', 'the place to be what it was');
      expect(signedOut).to.equal(0);
    });

  it('is lost with the area when told to (R5.7)', async () => {
    const [portal, form] = await typed();
    press(portal, 'Faktura');
    await asked(form);
    control(form, 'Forlad siden').click();
    await area(portal, 'ss-invoices');
    expect(portal.route).to.equal('invoices');
  });

  it('is not asked about by what opened a place in the same area (R5.7)', async () => {
    const [portal, form] = await typed();
    press(portal, 'Mine supportsager');
    await until(() => portal.route === 'cases', 'the list');
    expect(all(form, 'dialog[open]')).to.have.length(0);
  });
});

describe('A host that answers by itself', () => {
  it('keeps the person where they are (R5.8)', async () => {
    const record = counting();
    const portal = await open('maja', {}, { fetch: record.fetch });
    await says(portal, 'ss-overview', 'Oversigt');
    const wishes: string[] = [];
    portal.addEventListener('ss-navigate', (event) => {
      wishes.push(event.route);
      event.preventDefault();
    });
    press(portal, 'Faktura');
    press(portal, 'Opret nyt abonnement');
    await new Promise(requestAnimationFrame);
    expect(wishes).to.deep.equal(['invoices', 'subscriptions/new']);
    expect(portal.route).to.equal('');
    expect(all(portal, 'main > *').map(({ localName }) => localName)).to.deep.equal(['ss-overview']);
    portal.route = 'invoices';
    await area(portal, 'ss-invoices');
  });

  it('is told of places inside an area as places of the portal, once (R11.5)', async () => {
    const portal = await open('maja', { route: 'subscriptions' });
    const element = await area(portal, 'ss-subscriptions');
    await listed(element);
    let events = 0;
    portal.parentElement?.addEventListener('ss-navigate', () => (events += 1));
    const told = once<SsNavigateEvent>(portal, 'ss-navigate');
    all(element, 'tbody [data-route]')[0]?.click();
    expect((await told).route).to.match(/^subscriptions\/users\/[^/]+$/);
    expect(events).to.equal(1);
  });
});
