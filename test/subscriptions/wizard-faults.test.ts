/** Whatever goes wrong while an order is sent: it is placed once or not at all, is never lost, and what is not known is found out (part C). */
import { expect } from 'chai';
import { html } from 'lit';
import '../../src/company-switcher/ss-company-switcher.ts';
import type { Order } from '../../src/api/order.ts';
import type { ConnectOptions } from '../../src/session/connection.ts';
import type { SubscriptionsElement } from '../../src/subscriptions/subscriptions-element.ts';
import type { OrderPlacedEvent } from '../../src/ui/order-events.ts';
import { startClock, stopClock } from '../clock.ts';
import { choose, shown } from '../company-switcher/open.ts';
import {
  answers,
  at as faultAt,
  broken,
  cut,
  first,
  html as pageOfSomebody,
  line,
  network,
  offline,
  silent,
  type Fault,
} from '../faults.ts';
import { cleanup, fixture, once, signIn, until, type Person } from '../helpers.ts';
import { counting, gate } from '../recorder.ts';
import {
  at,
  begin,
  companyAt,
  fill,
  keep,
  openAt,
  openReview,
  ordering,
  pick,
  receipt,
  send,
  storage,
  title,
  wholeDraft,
  type Company,
} from './guide.ts';
import { ask, boxButton, boxText } from './profiles.ts';
import { all, control, find, focusIn, heard, listed, one, plain, reads, textOf } from './screen.ts';

let next = 80;
/** The guide’s own tests order nothing in these. */
const company = (): Promise<Company> => companyAt(80 + (next++ % 14));

/** The orders under a key. */
const placed = async ({ id }: Company, key: string): Promise<readonly Order[]> =>
  (await ask<{ items: Order[] }>(`companies/${id}/orders?key=${key}`)).items;

const unsure = 'Vi er ikke sikre på, at det gik igennem.';

/** How often orders were sent. */
const sendings = (seen: ReturnType<typeof counting>): readonly (string | null)[] =>
  seen.requests
    .filter(({ method, url }) => method === 'POST' && url.endsWith('/orders'))
    .map(({ headers }) => headers.get('idempotency-key'));

describe('sending an order', function () {
  this.timeout(20_000);
  afterEach(() => {
    startClock();
    network(true);
    cleanup();
  });

  it('whose answer is lost finds out by itself, fifty times out of fifty: one order each, with its number (F06)', async function () {
    this.timeout(240_000);
    const times = 50;
    const own = await company();
    const draft = await wholeDraft(own);
    const numbers = new Set<string>();
    let lost = 0;
    for (let time = 0; time < times; time++) {
      // One, two, three or all of the answers that come by themselves are lost after the backend has done it.
      const cuts = (time % 4) + 1;
      const counted: Fault = (inner) =>
        first(
          cuts,
          (inside) =>
            (...call) => ((lost += 1), cut()(inside)(...call)),
        )(inner);
      const kept = storage();
      const key = await keep(kept, own, { ...draft, name: `Tabt Svar ${String(time)}` });
      const { element } = await openAt(own, 'new/review', { drafts: kept, fetch: ordering(counted)(fetch) });
      await until(() => find(element, 'Godkend og send'), 'the last step');
      send(element);
      for (let left = Math.floor(cuts / 3); left > 0; left--) {
        await until(() => find(element, 'Undersøg igen'), `the way to find out, time ${String(time)}`);
        control(element, 'Undersøg igen').click();
        await element.updateComplete;
      }
      await receipt(element);
      const orders = await placed(own, key);
      expect(orders, `time ${String(time)}`).to.have.lengthOf(1);
      expect(textOf(element)).to.contain(`Ordrenummer ${orders[0]?.number ?? ''}`);
      numbers.add(orders[0]?.number ?? '');
      expect(Object.keys(kept)).to.deep.equal([]);
      cleanup();
    }
    expect(numbers.size).to.equal(times);
    expect(lost).to.be.greaterThan(2 * times);
  });

  it('is busy at once, says so, and takes no second click, no Enter and no other way meanwhile (F21, R24.4)', async () => {
    const held = gate();
    const seen = counting(ordering(() => held.fetch)(fetch));
    const own = await company();
    const { element, key } = await openReview(own, { fetch: seen.fetch });
    const button = control(element, 'Godkend og send');
    for (let click = 0; click < 3; click++) button.click();
    one<HTMLFormElement>(element, 'form').requestSubmit();
    await until(() => heard(element).includes('Sender …'), 'that it is being sent');
    expect(button.getAttribute('aria-disabled')).to.equal('true');
    expect(all(element, '.part-line .link, .steps .link')).to.have.lengthOf(0);
    expect(find(element, 'Tilbage til Abonnementer')).not.to.equal(undefined);
    element.route = 'new/user';
    await at(element, 'Gennemse og godkend');
    held.open();
    await receipt(element);
    expect(sendings(seen)).to.deep.equal([key]);
    expect(await placed(own, key)).to.have.lengthOf(1);
  });

  it('without a network sends nothing and says so; typing goes on, and later it is sent once (F02)', async () => {
    const own = await company();
    const wire = line();
    const seen = counting(wire.fetch);
    const { element, key } = await openReview(own, { fetch: seen.fetch });
    wire.use(offline());
    network(false);
    send(element);
    await reads(element, 'Der er ingen forbindelse lige nu, så der er ikke sendt noget. Jeres oplysninger er her stadig.');
    expect(sendings(seen)).to.have.lengthOf(0);
    expect(find(element, 'Prøv igen')).not.to.equal(undefined);
    one(element, '.steps [data-route="new/user"]').click();
    await at(element, 'Bruger');
    await fill(element, 'name', 'Skrevet Uden Net');
    network(true);
    wire.use();
    control(element, 'Fortsæt').click();
    await at(element, 'Gennemse og godkend');
    expect(textOf(element)).not.to.contain('ingen forbindelse');
    send(element);
    await receipt(element);
    const [order, ...more] = await placed(own, key);
    expect([order?.items[0]?.user?.name, more.length]).to.deep.equal(['Skrevet Uden Net', 0]);
  });

  for (const [what, fault, number] of [
    ['500', answers(500), 'F13'],
    ['a page of somebody else’s', pageOfSomebody(), 'F08'],
    ['an answer that breaks off', broken(), 'F07'],
  ] as const)
    it(`that gets ${what} does not know: the form is locked, only finding out is offered, and it is done once (${number}, F06)`, async () => {
      const own = await company();
      const wire = line();
      const { element, key } = await openReview(own, { fetch: wire.fetch });
      wire.use(ordering(fault));
      control(element, 'Godkend og send').focus();
      send(element);
      await until(() => textOf(element).includes(unsure), 'that nobody knows', 8_000);
      expect(find(element, 'Godkend og send')).to.equal(undefined);
      expect(all(element, 'form button, form a').map(({ innerText }) => plain(innerText))).to.deep.equal(['Undersøg igen']);
      expect(all(element, '.steps .link')).to.have.lengthOf(0);
      await until(() => focusIn() === 'Undersøg igen', 'the focus on finding out');
      element.route = 'new/plan';
      await at(element, 'Gennemse og godkend');
      element.route = '';
      await listed(element);
      expect(textOf(element)).to.contain(unsure);
      expect(find(element, 'Slet kladde')).to.equal(undefined);
      control(element, 'Undersøg igen').click();
      await at(element, 'Gennemse og godkend');
      wire.use();
      control(element, 'Undersøg igen').click();
      await receipt(element);
      expect(await placed(own, key)).to.have.lengthOf(1);
    });

  it('that the backend keeps silent about is asked after by the same key, and ends in an order or in finding out (F04, F12)', async () => {
    const own = await company();
    const wire = line();
    const seen = counting(wire.fetch);
    const { element, key } = await openReview(own, { fetch: seen.fetch });
    const clock = stopClock();
    wire.use(ordering(silent()));
    send(element);
    await clock.advance(5_500);
    expect(textOf(element)).to.contain('Det tager længere tid end normalt. Vi sender stadig …');
    await clock.advance(60_000);
    startClock();
    await reads(element, unsure);
    expect(new Set(sendings(seen))).to.deep.equal(new Set([key]));
    wire.use();
    control(element, 'Undersøg igen').click();
    await receipt(element);
    expect(await placed(own, key)).to.have.lengthOf(1);
  });

  it('that is being done already waits for the answer, by the same key (F12)', async () => {
    const own = await company();
    const body = { type: 'urn:selvbetjening:problem:in-progress', status: 409 };
    const processing = answers(409, { 'content-type': 'application/problem+json', 'retry-after': '1' }, body);
    const seen = counting(ordering(first(2, processing))(fetch));
    const { element, key } = await openReview(own, { fetch: seen.fetch });
    send(element);
    await reads(element, 'Det er ved at blive behandlet. Vi venter på svar …');
    await receipt(element, 9_000);
    expect(sendings(seen)).to.deep.equal([key, key, key]);
    expect(await placed(own, key)).to.have.lengthOf(1);
  });

  it('to a backend that is busy waits as long as it says, and then sends once (F11)', async () => {
    const own = await company();
    const seen = counting(ordering(first(1, answers(429, { 'retry-after': '1' })))(fetch));
    const { element, key } = await openReview(own, { fetch: seen.fetch });
    send(element);
    await reads(element, 'Der er travlt lige nu.');
    await receipt(element);
    expect(sendings(seen)).to.deep.equal([key, key]);
    expect(await placed(own, key)).to.have.lengthOf(1);
  });

  it('when the right to it has gone says so, sends nothing more, and offers nothing that changes (R7.3, F17, T06)', async () => {
    const wire = line();
    const { element } = await openReview(await company(), { fetch: wire.fetch });
    wire.use((inner) => async (...call) => {
      const request = new Request(...call);
      if (request.method === 'POST' && request.url.endsWith('/orders')) return answers(403)(inner)(request);
      const response = await inner(request);
      if (!request.url.includes('/session')) return response;
      const session = (await response.json()) as { companies: { rights: { subscriptions: string } }[] };
      for (const { rights } of session.companies) rights.subscriptions = 'read';
      return Response.json(session);
    });
    send(element);
    await reads(element, 'Du har ikke adgang til');
    expect(find(element, 'Godkend og send')).to.equal(undefined);
    element.route = '';
    await listed(element);
    expect(find(element, 'Opret nyt abonnement')).to.equal(undefined);
    expect(textOf(element)).not.to.contain('Du er i gang med');
  });

  it('goes on after signing in again when the session ended on the way, once, for the same person (F15)', async () => {
    const own = await company();
    let who: Person | null = 'mange';
    const wire = line();
    const seen = counting(wire.fetch);
    const token = () => Promise.resolve(who === null ? null : { token: who, expiresIn: 3600 });
    const { element, connection, key } = await openReview(own, { fetch: seen.fetch, token });
    wire.use(ordering(answers(401)));
    who = null;
    send(element);
    await reads(element, 'Du er ikke logget ind.');
    expect(element.shadowRoot?.innerHTML).not.to.contain('Begyndt');
    who = 'mange';
    wire.use();
    connection.resume();
    await receipt(element, 8_000);
    expect(new Set(sendings(seen))).to.deep.equal(new Set([key]));
    expect(await placed(own, key)).to.have.lengthOf(1);
  });

  it('is nothing of another person’s who signs in then: neither form nor order nor receipt (F15, F24)', async () => {
    const own = await company();
    let who: Person | null = 'mange';
    const wire = line();
    const seen = counting(wire.fetch);
    const token = () => Promise.resolve(who === null ? null : { token: who, expiresIn: 3600 });
    const { element, connection, key, kept } = await openReview(own, { fetch: seen.fetch, token });
    wire.use(ordering(answers(401)));
    who = null;
    send(element);
    await reads(element, 'Du er ikke logget ind.');
    who = 'maja';
    wire.use();
    const before = sendings(seen).length;
    connection.resume();
    await listed(element);
    await until(() => Object.keys(kept).length === 0, 'the draft of the other one to be removed');
    expect(element.shadowRoot?.innerHTML).not.to.contain('Begyndt');
    expect(textOf(element)).not.to.contain('Du er i gang med');
    expect(sendings(seen)).to.have.lengthOf(before);
    expect(await placed(own, key)).to.have.lengthOf(0);
  });

  it('goes on when the element is taken off the page: it is reported, and the draft is gone (F22)', async () => {
    const own = await company();
    const held = gate();
    const { element, key, kept } = await openReview(own, { fetch: ordering(() => held.fetch)(fetch) });
    const home = element.parentElement;
    send(element);
    await until(() => held.waiting.length, 'the request');
    element.remove();
    const told = once<OrderPlacedEvent>(element, 'ss-order-placed');
    held.open();
    const event = await told;
    const [order, ...more] = await placed(own, key);
    expect([event.orderId, event.number, more.length]).to.deep.equal([order?.id, order?.number, 0]);
    expect(Object.keys(kept)).to.deep.equal([]);
    home?.append(element);
    await receipt(element);
  });

  it('is shown in the list while it is on its way, and the receipt waits there (F22)', async () => {
    const own = await company();
    const held = gate();
    const { element } = await openReview(own, { fetch: ordering(() => held.fetch)(fetch) });
    send(element);
    await until(() => held.waiting.length, 'the request');
    element.route = '';
    await listed(element);
    expect(textOf(element)).to.contain('Bestillingen er ved at blive sendt.');
    held.open();
    await reads(element, 'Tak for bestillingen. Ordrenummer ');
    expect(heard(element)).to.match(/Tak for bestillingen\. Ordrenummer \d+/);
    control(element, 'Se kvittering').click();
    await receipt(element);
    control(element, 'Tilbage til Abonnementer').click();
    await listed(element);
    expect(all(element, '.begun')).to.have.lengthOf(0);
  });

  it('asks before the company is switched meanwhile, and shows nothing of it in the other one (T05, R5.5)', async () => {
    const held = gate();
    signIn('maja', { fetch: ordering(() => held.fetch)(fetch) });
    const both = await fixture(
      html`<div><ss-company-switcher></ss-company-switcher><ss-subscriptions route="new"></ss-subscriptions></div>`,
    );
    const switcher = both.querySelector('ss-company-switcher');
    const element = both.querySelector<SubscriptionsElement>('ss-subscriptions');
    if (!switcher || !element) throw new Error('The page is not whole.');
    await at(element, 'Bruger');
    pick(element, 'En ny bruger');
    await fill(element, 'name', 'Skiftet Skov');
    control(element, 'Fortsæt').click();
    await at(element, 'Abonnement');
    pick(element, 'Datasim 10 GB');
    await element.updateComplete;
    control(element, 'Fortsæt').click();
    await at(element, 'Simkort');
    pick(element, 'eSIM');
    await element.updateComplete;
    control(element, 'Fortsæt').click();
    await at(element, 'Gennemse og godkend');
    await until(() => find(element, 'Godkend og send'), 'the button');
    send(element);
    await until(() => held.waiting.length, 'the request');
    choose(switcher, 'Aagaard');
    await until(() => boxText(element) !== '', 'the question');
    expect(boxText(element)).to.contain('Bestillingen er ved at blive sendt.');
    boxButton(element, 'Forlad siden').click();
    await until(() => shown(switcher).startsWith('Aagaard'), 'the switch');
    await listed(element);
    let told = false;
    element.addEventListener('ss-order-placed', () => (told = true));
    held.waiting[0]?.release(Response.json({ id: 'of-the-other', number: '1', items: [] }, { status: 201 }));
    await new Promise(requestAnimationFrame);
    await element.updateComplete;
    expect(told).to.equal(false);
    expect(element.shadowRoot?.innerHTML).not.to.match(/Skiftet|of-the-other|Tak for/);
  });
});

describe('one draft in two tabs', function () {
  this.timeout(20_000);
  afterEach(cleanup);

  /** Two elements with one draft; they hear each other as tabs do. */
  const twoTabs = async (own: Company, options: Partial<ConnectOptions> = {}) => {
    const { element, key, kept } = await openReview(own, options);
    const other = await fixture<SubscriptionsElement>(html`<ss-subscriptions route="new/review"></ss-subscriptions>`);
    await at(other, 'Gennemse og godkend');
    await until(() => find(other, 'Godkend og send'), 'the button in the other tab');
    return { element, other, key, kept };
  };

  it('becomes one order; the other tab learns that it was sent, and shows the receipt (F21)', async () => {
    const own = await company();
    const { element, other, key, kept } = await twoTabs(own);
    let events = 0;
    document.addEventListener('ss-order-placed', () => (events += 1), { once: true });
    send(element);
    await receipt(element);
    await receipt(other);
    await reads(other, 'Bestillingen er sendt fra et andet vindue.');
    expect(textOf(element)).not.to.contain('et andet vindue');
    const orders = await placed(own, key);
    expect(orders).to.have.lengthOf(1);
    expect(textOf(other)).to.contain(`Ordrenummer ${orders[0]?.number ?? ''}`);
    expect(events).to.equal(1);
    expect(Object.keys(kept)).to.deep.equal([]);
  });

  it('becomes one order when it is sent from both at once (F21, T20)', async () => {
    const own = await company();
    const { element, other, key } = await twoTabs(own);
    send(element);
    send(other);
    await Promise.all([receipt(element), receipt(other)]);
    expect(await placed(own, key)).to.have.lengthOf(1);
  });

  it('becomes one order although one tab has changed it and heard nothing: it is shown the one that was sent (F21, T20)', async () => {
    const own = await company();
    const { element, key } = await openReview(own);
    const draft = await wholeDraft(own);
    await ask(`companies/${own.id}/orders`, {
      method: 'POST',
      headers: { 'idempotency-key': key },
      body: {
        items: [
          {
            ...{ kind: 'newSubscription', user: { name: 'Fra En Anden Fane', email: null, costCentre: null }, plan: draft.plan?.id },
            ...{ monthly: draft.plan?.monthly.amount, setup: draft.plan?.setup.amount, number: { kind: 'none' }, sim: 'esim' },
          },
        ],
        delivery: null,
      },
    });
    send(element);
    await receipt(element);
    await reads(element, 'Bestillingen er sendt fra et andet vindue.');
    expect(textOf(element)).to.contain('Fra En Anden Fane');
    expect(await placed(own, key)).to.have.lengthOf(1);
  });

  it('that was sent while the tab was away is found out when it is back (F06, F21)', async () => {
    const own = await company();
    const kept = storage();
    const draft = await wholeDraft(own);
    const key = await keep(kept, own, draft);
    const { element } = await openAt(own, 'new/review', { drafts: kept });
    await until(() => find(element, 'Godkend og send'), 'the button');
    send(element);
    await receipt(element);
    cleanup();
    const copy = storage();
    await keep(copy, own, draft, key);
    const wire = line();
    wire.use(faultAt('/orders?key=', offline()));
    let events = 0;
    document.addEventListener('ss-order-placed', () => (events += 1), { once: true });
    const { element: later } = await openAt(own, 'new/review', { drafts: copy, fetch: wire.fetch });
    await at(later, 'Gennemse og godkend');
    // What could not be found out is asked after again.
    wire.use();
    network(false);
    network(true);
    await receipt(later);
    expect(events).to.equal(1);
    expect(textOf(later)).not.to.contain('et andet vindue');
    expect(textOf(later)).not.to.contain('Du er i gang med');
    expect(Object.keys(copy)).to.deep.equal([]);
    expect(await placed(own, key)).to.have.lengthOf(1);
  });

  it('is not taken for sent by a message alone (T17)', async () => {
    const own = await company();
    const seen = counting();
    const { element, key } = await openReview(own, { fetch: seen.fetch });
    const asked = () => seen.paths().filter((path) => path.includes('/orders?key=')).length;
    const before = asked();
    const channel = new BroadcastChannel('selvbetjening.drafts');
    for (const message of [key, 'another-key', { key }, null]) channel.postMessage(message);
    await until(() => asked() === before + 1, 'the backend to be asked');
    channel.close();
    await at(element, 'Gennemse og godkend');
    expect(find(element, 'Godkend og send')).not.to.equal(undefined);
    expect(title(element)).to.contain('Gennemse og godkend');
    expect(await placed(own, key)).to.have.lengthOf(0);
  });
});

describe('the form of the guide, when the network goes', () => {
  afterEach(() => {
    network(true);
    cleanup();
  });

  it('goes on being filled in; what it has to fetch says so, and comes by itself later (F02)', async () => {
    const wire = line();
    const element = await begin(await company(), { fetch: wire.fetch });
    wire.use(offline());
    network(false);
    pick(element, 'En ny bruger');
    await fill(element, 'name', 'Netløs Nielsen');
    control(element, 'Fortsæt').click();
    await reads(element, 'Der er ingen forbindelse lige nu.');
    expect(title(element)).to.contain('Abonnement');
    wire.use();
    network(true);
    await until(() => all(element, '.choice').length, 'the plans by themselves');
    expect(one(element, 'h2').innerText).to.equal('Opret nyt abonnement');
  });
});
