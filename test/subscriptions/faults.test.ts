/** What the person sees of the list when something goes wrong on the way. */
import { expect } from 'chai';
import { html } from 'lit';
import type { SubscriptionsElement } from '../../src/subscriptions/subscriptions-element.ts';
import type { ProblemEvent } from '../../src/ui/events.ts';
import { answers, at, broken, cut, first, html as page, line, network, offline, silent, slow, type Fault } from '../faults.ts';
import { cleanup, fixture, once, signIn, until } from '../helpers.ts';
import { counting } from '../recorder.ts';
import { list, open, place } from './open.ts';
import { all, control, focusIn, heard, listed, one, reads, rows, sortBy, textOf, type } from './screen.ts';

const search = (fault: Fault): typeof fetch => at('/search', fault)(fetch);

describe('the list of users, when something goes wrong', () => {
  afterEach(() => {
    network(true);
    cleanup();
  });

  it('loads by itself when the network is back, with one attempt (F01)', async () => {
    const wire = line();
    const seen = counting(wire.fetch);
    wire.use(offline());
    network(false);
    const element = await place('maja', { fetch: seen.fetch });
    await reads(element, 'Der er ingen forbindelse lige nu. Tjek internetforbindelsen, og prøv igen.');
    expect(textOf(element)).not.to.contain('I har endnu');
    const before = seen.requests.length;
    wire.use();
    network(true);
    await listed(element);
    expect(seen.requests).to.have.lengthOf(before + 2);
  });

  it('says after five seconds that it is still at work, sends nothing twice, and shows what comes late (F03)', async () => {
    const seen = counting(at('/search', slow(5_600))(fetch));
    const element = await place('maja', { fetch: seen.fetch });
    expect(textOf(element)).to.contain('Henter …');
    await reads(element, 'Det tager længere tid end normalt. Vi henter stadig …', 6_000);
    await listed(element);
    expect(seen.requests).to.have.lengthOf(2);
  });

  it('gives up waiting when the backend stays silent, and offers to try again (F04)', async function () {
    this.timeout(20_000);
    const wire = line();
    wire.use(at('/search', silent()));
    const told = once<ProblemEvent>(document, 'ss-problem');
    const element = await place('maja', { fetch: wire.fetch });
    await reads(element, 'Det tog for lang tid at få svar. Prøv igen.', 16_000);
    expect((await told).kind).to.equal('slow');
    wire.use();
    control(element, 'Prøv igen').click();
    await listed(element);
  });

  for (const [fault, what, number] of [
    [cut, 'the connection broke before the reply', 'F05'],
    [broken, 'the answer broke off', 'F07'],
    [page, 'a page came in its place', 'F08'],
    [() => answers(500), 'the backend had a fault', 'F10'],
    [() => answers(503), 'the backend was away', 'F10'],
  ] as const)
    it(`shows nothing but the whole list when repeating helps: ${what} (${number})`, async () => {
      const seen = counting(at('/search', first(1, fault()))(fetch));
      const element = await open('maja', { fetch: seen.fetch });
      expect(rows(element)).to.have.lengthOf(26);
      expect(all(element, '[part=problem]')).to.have.lengthOf(0);
      expect(seen.requests).to.have.lengthOf(3);
    });

  it('tells what a broken-off answer amounts to when repeating does not help: no part of a list (F07)', async () => {
    const element = await place('maja', { fetch: search(broken()) });
    await reads(element, 'Noget gik galt hos os.');
    expect(all(element, 'table')).to.have.lengthOf(0);
  });

  it('tells of an unexpected answer once, with its id, and asks no more than twice (F08)', async () => {
    const seen = counting(at('/search', page())(fetch));
    const element = await place('maja', { fetch: seen.fetch });
    await reads(element, 'Kontakt os, hvis det bliver ved. Oplys koden html-request.');
    expect(seen.requests).to.have.lengthOf(3);
    expect(heard(element)).to.equal('Noget gik galt hos os. Prøv igen om lidt.');
    expect(all(element, '[role=alert]')).to.have.lengthOf(1);
    expect(textOf(element)).not.to.contain('Welcome');
  });

  it('fails in its own panel after three attempts; others work, and the focus stays where it is (F10)', async () => {
    const seen = counting(at('/search', answers(500, { 'request-id': 'five-hundred' }))(fetch));
    const outside = await fixture<HTMLInputElement>(html`<input aria-label="Andet" />`);
    outside.focus();
    const element = await place('maja', { fetch: seen.fetch });
    await reads(element, 'Oplys koden example-request.');
    expect(seen.paths().filter((path) => path.endsWith('/search'))).to.have.lengthOf(3);
    expect(focusIn()).to.equal('Andet');
    expect(textOf(element)).not.to.contain('Example');
  });

  it('keeps the list of the same question with its time when fetching it again fails (F10)', async () => {
    const wire = line();
    const element = await open('maja', { fetch: wire.fetch });
    wire.use((inner) => at('/search', answers(422))(at('/users/gone', answers(404))(inner)));
    element.route = 'users/gone';
    await reads(element, 'Vi kan ikke finde');
    control(element, 'Tilbage').click();
    await reads(element, 'Opdateret ');
    expect(textOf(element)).to.match(/Noget gik galt hos os\. Prøv igen om lidt\. Opdateret \d\d\.\d\d\.\d{4} kl\. \d\d\.\d\d/);
    expect(rows(element)).to.have.lengthOf(26);
    wire.use();
    control(element, 'Prøv igen').click();
    await until(() => all(element, '[part=problem]').length === 0, 'the problem to go');
  });

  it('counts down while the backend is busy, takes no click meanwhile, and asks once by itself (F11)', async () => {
    const seen = counting(at('/search', first(1, answers(429, { 'retry-after': '1' })))(fetch));
    const element = await place('maja', { fetch: seen.fetch });
    await reads(element, 'Der er travlt lige nu.');
    const button = one(element, '[part=problem] button');
    expect(button.innerText).to.equal('Prøv igen om 1 s');
    expect(button.getAttribute('aria-disabled')).to.equal('true');
    button.click();
    expect(seen.requests).to.have.lengthOf(2);
    await listed(element);
    expect(seen.requests).to.have.lengthOf(3);
  });

  it('names a time of day where it would be long, by a date too, and then waits for the person (F11)', async () => {
    const later = new Date(Date.now() + 3_600_000);
    const element = await place('maja', { fetch: search(answers(429, { 'retry-after': later.toUTCString() })) });
    const time = later.toLocaleTimeString('da-DK', { timeZone: 'Europe/Copenhagen', hour: '2-digit', minute: '2-digit' });
    await reads(element, `Prøv igen efter kl. ${time}.`);
    expect(heard(element)).to.equal('Der er travlt lige nu. Vent et øjeblik, og prøv igen.');
  });

  for (const nonsense of ['soon', '9'.repeat(25), '-5', ''])
    it(`is not misled by a backend that is busy until »${nonsense}« (F11, F09)`, async () => {
      const element = await place('maja', { fetch: search(answers(429, { 'retry-after': nonsense })) });
      await reads(element, 'Der er travlt lige nu.');
      expect(textOf(element)).not.to.match(/NaN|Invalid|undefined/);
    });

  it('shows nothing of one token that many requests were refused: it is renewed once (F14)', async () => {
    const reasons: string[] = [];
    let current = 'nobody';
    const token = ({ reason }: { reason: string }) => {
      reasons.push(reason);
      if (reason === 'refused') current = 'maja';
      return Promise.resolve({ token: current, expiresIn: 3600 });
    };
    signIn('maja', { token });
    const both = await fixture(html`<div>${list}${list}</div>`);
    const [one, two] = both.querySelectorAll<SubscriptionsElement>('ss-subscriptions');
    if (!one || !two) throw new Error('The page is not whole.');
    await Promise.all([listed(one), listed(two)]);
    expect(reasons).to.deep.equal(['start', 'refused']);
  });

  it('covers everything when the session has ended; the same person finds the list as it was (F15)', async () => {
    const wire = line();
    let person: string | null = 'maja';
    const session = { token: () => Promise.resolve(person === null ? null : { token: person, expiresIn: 3600 }), fetch: wire.fetch };
    const connection = signIn('maja', session);
    const element = await fixture<SubscriptionsElement>(list);
    await listed(element);
    await sortBy(element, 'Abonnement');
    type(one(element, '#search'), 'søren');
    await until(() => rows(element).length === 3, 'the hits');
    person = null;
    wire.use(answers(401));
    type(one(element, '#search'), 'søren s');
    await reads(element, 'Du er ikke logget ind.');
    expect(element.shadowRoot?.textContent).not.to.match(/Søren|søren|67/);
    person = 'maja';
    wire.use();
    connection.resume();
    await listed(element);
    expect(one<HTMLInputElement>(element, '#search').value).to.equal('søren s');
    expect(textOf(element)).to.contain('Sorter visning Abonnement');
  });

  it('leaves another person who signs in nothing of it (F15, F24)', async () => {
    const wire = line();
    let person = 'maja';
    const connection = signIn('maja', { token: () => Promise.resolve({ token: person, expiresIn: 3600 }), fetch: wire.fetch });
    const element = await fixture<SubscriptionsElement>(list);
    await listed(element);
    type(one(element, '#search'), 'søren');
    await until(() => rows(element).length === 3, 'the hits');
    person = 'lars';
    connection.resume();
    await until(() => rows(element).length === 26, 'the whole list of the other one');
    expect(one<HTMLInputElement>(element, '#search').value).to.equal('');
  });

  for (const [token, what] of [
    [() => Promise.reject(new Error('The host has failed.')), 'rejects'],
    [
      () => {
        throw new Error('The host has failed.');
      },
      'throws',
    ],
    [() => Promise.resolve({ nonsense: true } as never), 'gives junk'],
    [() => Promise.resolve('token' as never), 'gives a text'],
  ] as const)
    it(`says that signing in is not possible when the host’s callback ${what}; nothing is sent, and the page is told (F16)`, async () => {
      const seen = counting();
      const told = once<ProblemEvent>(document, 'ss-problem');
      const element = await place('maja', { token, fetch: seen.fetch });
      await reads(element, 'Det er ikke muligt at logge ind lige nu.');
      expect((await told).kind).to.equal('no-token');
      expect(seen.requests).to.have.lengthOf(0);
    });

  it('says so after ten seconds when the host’s callback hangs, and loads by itself when the token comes after all (F16)', async function () {
    this.timeout(20_000);
    let give: () => void = () => {};
    const token = () =>
      new Promise<{ token: string; expiresIn: number }>((resolve) => (give = () => resolve({ token: 'maja', expiresIn: 3600 })));
    const element = await place('maja', { token });
    await reads(element, 'Det er ikke muligt at logge ind lige nu.', 12_000);
    give();
    await listed(element);
  });

  for (const status of [404, 410])
    it(`says that the company is gone, empties, and asks again what there is (${String(status)}) (F17)`, async () => {
      const wire = line();
      const seen = counting(wire.fetch);
      const element = await open('maja', { fetch: seen.fetch });
      wire.use(at('/search', answers(status)));
      type(one(element, '#search'), 'a');
      await reads(element, 'Vi kan ikke finde det, du leder efter.');
      expect(rows(element)).to.have.lengthOf(0);
      await until(() => seen.paths().filter((path) => path.includes('/session')).length === 2, 'the session to be asked for again');
    });

  it('sends one request however often »Prøv igen« is pressed (F21)', async () => {
    const wire = line();
    const seen = counting(wire.fetch);
    wire.use(at('/search', answers(422)));
    const element = await place('maja', { fetch: seen.fetch });
    await reads(element, 'Noget gik galt');
    wire.use(at('/search', slow(80)));
    const before = seen.requests.length;
    const button = control(element, 'Prøv igen');
    for (let clicks = 0; clicks < 3; clicks++) button.click();
    await listed(element);
    expect(seen.requests.slice(before).filter(({ signal }) => !signal.aborted)).to.have.lengthOf(1);
  });

  it('shows nothing of before when the page comes back from the back/forward cache, then asks who is here, then afresh (F23)', async () => {
    const seen = counting();
    const element = await open('maja', { fetch: seen.fetch });
    const before = seen.paths().length;
    window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    await element.updateComplete;
    expect(rows(element)).to.have.lengthOf(0);
    expect(element.shadowRoot?.textContent).not.to.contain('Birthe');
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await listed(element);
    expect(
      seen
        .paths()
        .slice(before)
        .map((path) => path.replace(/.*\/|\?.*/g, '')),
    ).to.deep.equal(['session', 'search']);
  });

  it('comes back from another document with its styles, and without an exception (F22)', async () => {
    const element = await open('maja');
    const home = element.parentElement;
    const frame = document.createElement('iframe');
    home?.append(frame);
    frame.contentDocument?.body.append(element);
    home?.append(element);
    await element.updateComplete;
    await listed(element);
    expect(getComputedStyle(one(element, 'table')).borderCollapse).to.equal('collapse');
    frame.remove();
  });
});
