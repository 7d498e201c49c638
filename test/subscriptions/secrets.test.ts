/** PIN, PUK and eSIM code: on request only, by a call of its own, for half a minute, and nowhere afterwards (D11, SIM-2, SIM-3). */
import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { formatPhone } from '../../src/ui/format.ts';
import { startClock, stopClock } from '../clock.ts';
import { answers, at, first } from '../faults.ts';
import { cleanup, until } from '../helpers.ts';
import { counting } from '../recorder.ts';
import { bent, companyOf, cvr } from './open.ts';
import {
  begin,
  box,
  boxButton,
  boxReads,
  boxText,
  closed,
  dealer,
  openProfile,
  openSession,
  order,
  subscriptionOf,
  type Scene,
} from './profiles.ts';
import { readQr } from './qr-reader.ts';
import { all, control, find, focusIn, heard, listed, one, plain, textOf } from './screen.ts';

const deal = dealer(59, 62);
/** Looking changes nothing, so that one is enough. */
let found: Promise<Scene> | undefined;
const someone = (): Promise<Scene> => (found ??= deal());

/** Everything in the shadow tree that could be read, looked up or kept. */
const traces = (element: Element): string => element.shadowRoot?.innerHTML ?? '';

const showCodes = async (element: Element): Promise<void> => {
  await begin(element, 'Vis koder');
  await boxReads(element, '12345678');
};

/** Somebody whose card has become an eSIM. */
const withEsim = async (): Promise<Scene> => {
  const scene = await deal();
  const { id, simPrice } = scene.subscription;
  await order(scene, { kind: 'replaceSim', subscription: id, sim: 'esim', price: simPrice.amount });
  for (let asked = 0; asked < 100; asked++) if ((await subscriptionOf(scene)).sim?.kind === 'esim') return scene;
  throw new Error('The eSIM has not come.');
};

describe('PIN and PUK', () => {
  afterEach(() => {
    startClock();
    cleanup();
  });

  it('are asked for only when somebody wants to see them, each time by a call of its own (D11, SIM-3)', async () => {
    const scene = await someone();
    const seen = counting();
    const element = await openProfile(scene, { fetch: seen.fetch });
    const calls = () => seen.paths().filter((path) => path.endsWith('/secrets')).length;
    expect(calls()).to.equal(0);
    expect(traces(element)).not.to.match(/12345678|0000</);
    await showCodes(element);
    expect(boxText(element)).to.contain(`Koder til ${plain(formatPhone(scene.subscription.phone ?? ''))} PIN-kode 0000`);
    expect(boxText(element))
      .to.contain('PUK-kode 12345678')
      .and.to.contain('Efter ti forkerte forsøg med PUK-koden kan simkortet ikke bruges mere.');
    boxButton(element, 'Skjul kode').click();
    await closed(element);
    await showCodes(element);
    expect(calls()).to.equal(2);
  });

  it('stand in no attribute, address or event, and in no cache (SIM-3, PRV-6, T08)', async () => {
    const scene = await someone();
    const seen = counting();
    const element = await openProfile(scene, { fetch: seen.fetch });
    const told: Event[] = [];
    for (const type of ['ss-navigate', 'ss-problem', 'ss-count', 'ss-order-placed', 'ss-subscription-changed'])
      element.addEventListener(type, (event) => told.push(event));
    await showCodes(element);
    const attributes = all(element, '*').flatMap((part) => [...part.attributes].map(({ value }) => value));
    expect(attributes.join(' ')).not.to.match(/12345678/);
    expect(told).to.have.lengthOf(0);
    const [call] = seen.requests.filter(({ url }) => url.endsWith('/secrets'));
    expect([call?.method, call?.cache, await call?.json()]).to.deep.equal(['POST', 'no-store', { show: 'codes' }]);
  });

  it('are hidden by themselves after half a minute, which is counted down and not told each second (SIM-3)', async () => {
    const scene = await someone();
    const element = await openProfile(scene);
    const clock = stopClock();
    await showCodes(element);
    await boxReads(element, 'Skjules om 30 s');
    await clock.advance(12_000);
    await boxReads(element, 'Skjules om 18 s');
    expect(heard(element)).not.to.contain('Skjules');
    await clock.advance(17_900);
    expect(boxText(element)).to.contain('12345678');
    await clock.advance(200);
    await closed(element);
    expect(traces(element)).not.to.contain('12345678');
    await until(() => heard(element).includes('Koderne er skjult igen.'), 'it to be told');
    expect(focusIn()).to.equal(scene.subscription.plan);
  });

  it('are hidden at once by the button and by Escape, and the focus goes back (SIM-3)', async () => {
    const scene = await someone();
    const element = await openProfile(scene);
    for (const hide of ['button', 'Escape'] as const) {
      control(element, 'Vis koder').focus();
      await showCodes(element);
      if (hide === 'button') boxButton(element, 'Skjul kode').click();
      else await sendKeys({ press: hide });
      await closed(element);
      await until(() => !traces(element).includes('12345678'), 'the codes to be gone');
      expect(focusIn()).to.equal('Vis koder');
    }
  });

  for (const [what, leave] of [
    ['the view is left', (element: HTMLElement & { route: string }) => void (element.route = '')],
    ['the page goes away', () => void window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))],
    ['the element is taken off the page', (element: HTMLElement) => element.remove()],
  ] as const)
    it(`are gone at once when ${what}, and do not come back by themselves (SIM-3, T23)`, async () => {
      const scene = await someone();
      const { element } = await openSession(scene);
      const home = element.parentElement;
      await showCodes(element);
      leave(element);
      await element.updateComplete;
      await until(() => !traces(element).includes('12345678'), 'the codes to be gone', 500);
      home?.append(element);
      window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      element.route = `users/${scene.user}`;
      await until(() => find(element, 'Vis koder'), 'the profile');
      expect(box(element)).to.equal(undefined);
      expect(traces(element)).not.to.contain('12345678');
    });

  it('are covered with everything else when the session ends, and not shown again to whoever comes back (SIM-3, F15)', async () => {
    const scene = await someone();
    let token: string | null = 'mange';
    const { element, connection } = await openSession(scene, {
      token: () => Promise.resolve(token === null ? null : { token, expiresIn: 3600 }),
    });
    await showCodes(element);
    token = null;
    connection.resume();
    await until(() => textOf(element).includes('Du er ikke logget ind.'), 'the cover');
    expect(traces(element)).not.to.contain('12345678');
    token = 'mange';
    connection.resume();
    await until(() => find(element, 'Vis koder'), 'the profile');
    expect(traces(element)).not.to.contain('12345678');
  });

  it('can be copied, and that is said (D11)', async () => {
    const scene = await someone();
    const element = await openProfile(scene);
    const copied: string[] = [];
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: (text: string) => Promise.resolve(copied.push(text)) },
    });
    try {
      await showCodes(element);
      all(element, 'dialog button')
        .find((button) => button.getAttribute('aria-label') === 'Kopier PUK-kode')
        ?.click();
      await boxReads(element, 'Kopieret');
      expect(copied).to.deep.equal(['12345678']);
      expect(heard(element)).to.contain('Kopieret');
    } finally {
      Reflect.deleteProperty(navigator, 'clipboard');
    }
  });

  it('are not offered to one who may only read, and the backend gives them none (R7.1, R6.2)', async () => {
    const company = await companyOf('lars', cvr.nordlys);
    const { subscription } = await someone();
    const headers = { authorization: 'Bearer lars', 'content-type': 'application/json' };
    const { status } = await fetch(`/v1/companies/${company}/subscriptions/${subscription.id}/secrets`, {
      ...{ method: 'POST', headers, body: JSON.stringify({ show: 'codes' }) },
    });
    expect(status).to.equal(403);
  });

  it('that cannot be had are said to be missing, and asked for again on request (F10)', async () => {
    const scene = await someone();
    const element = await openProfile(scene, { fetch: at('/secrets', first(1, answers(422)))(fetch) });
    await begin(element, 'Vis koder');
    await boxReads(element, 'Noget gik galt hos os. Prøv igen om lidt.');
    boxButton(element, 'Prøv igen').click();
    await boxReads(element, '12345678');
  });

  it('that a card has none of are said not to be there (F09)', async () => {
    const scene = await someone();
    const element = await openProfile(scene, { fetch: at('/secrets', bent({ pin: null, puk: 7 }))(fetch) });
    await begin(element, 'Vis koder');
    await boxReads(element, 'Simkortet har ingen koder, der kan vises.');
  });
});

describe('the code of an eSIM', () => {
  afterEach(cleanup);

  it('is shown on request as text and as a QR code that says the same (SIM-2, D11)', async () => {
    const scene = await withEsim();
    const element = await openProfile(scene);
    await begin(element, 'Vis eSIM-kode');
    const picture = await until(() => all(element, 'dialog .qr')[0], 'the QR code');
    const code = plain(one(element, 'dialog code').innerText);
    expect(code).to.match(/^LPA:1\$smdp\.example\.com\$[A-Z\d]{4}(-[A-Z\d]{4}){3}$/);
    expect(readQr(picture)).to.equal(code);
    expect([picture.getAttribute('role'), picture.getAttribute('aria-label')]).to.deep.equal([
      'img',
      'QR-kode med eSIM-koden. Scan den med telefonen.',
    ]);
    expect(boxText(element)).to.contain('Koden kan som regel kun bruges én gang.').and.not.to.contain('PIN-kode');
    boxButton(element, 'Skjul kode').click();
    await closed(element);
    await until(() => !traces(element).includes('LPA:1'), 'the code to be gone');
  });

  it('is not offered for a card (SIM-2)', async () => {
    const scene = await someone();
    const element = await openProfile(scene);
    expect(find(element, 'Vis eSIM-kode')).to.equal(undefined);
    control(element, 'Tilbage til Abonnementer').click();
    await listed(element);
  });
});
