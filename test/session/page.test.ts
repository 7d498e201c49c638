import { expect } from 'chai';
import { startClock, stopClock } from '../clock.ts';
import { answers } from '../faults.ts';
import { cleanup, once, until } from '../helpers.ts';
import { gate } from '../recorder.ts';
import { backend, closeAll, companyOf, opened, type Backend, type Opened } from './backend.ts';

const known = 'Maja Holm · Nordlys Eksempel A/S';

/** Another tab of this origin, as far as ours can tell. */
const tab = () => new BroadcastChannel(`selvbetjening:${location.origin}/v1`);

const start = async (): Promise<Opened & { maja: Backend }> => {
  const maja = backend('maja');
  const page = await opened(maja.options);
  await page.probe.shows('Maja Holm');
  return { ...page, maja };
};

const turn = (type: 'pagehide' | 'pageshow', persisted: boolean) => window.dispatchEvent(new PageTransitionEvent(type, { persisted }));

const visibility = (state: DocumentVisibilityState) => {
  Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state });
  document.dispatchEvent(new Event('visibilitychange'));
};

describe('Another tab', () => {
  let other: BroadcastChannel;
  beforeEach(() => {
    other = tab();
  });
  afterEach(() => {
    other.close();
    closeAll();
    cleanup();
  });

  it('that logs out empties this one at once, before it is known who is here (F24)', async () => {
    const { probe, maja } = await start();
    maja.use(answers(401));
    other.postMessage('over');
    await probe.shows('signed out');
    expect(probe.pictures).to.deep.equal(['unknown', known, 'unknown', 'signed out']);
  });

  it('hears when the session is over here (F24)', async () => {
    const { probe, maja } = await start();
    const told = once(other, 'message');
    maja.use(answers(401));
    probe.connection?.refresh();
    await told;
    await probe.shows('signed out');
  });

  it('hears of it also when it was itself the reason for the look before (F24)', async () => {
    const { probe, maja } = await start();
    other.postMessage({ from: 0, who: 'somebody' });
    await until(() => probe.pictures.join() === ['unknown', known, 'unknown', known].join(), 'another look');
    const told = once(other, 'message');
    maja.use(answers(401));
    // Any call may be the first that is refused, not only a look at the session.
    await probe.connection?.client.read('companies', (answer) => answer, { signal: new AbortController().signal }).catch(() => undefined);
    await told;
  });

  it('hears when somebody else is here now (F24)', async () => {
    const { probe, maja, connection } = await start();
    const told = once(other, 'message');
    maja.person = 'ida';
    connection.resume();
    await told;
    await probe.shows('Ida Enkel');
  });

  for (const forged of [
    'over',
    { person: { id: 'evil' }, company: 'c9', rights: 'full', token: 'stolen', api: 'https://evil.example' },
    null,
  ]) {
    it(`decides nothing by saying ${JSON.stringify(forged)}: only the backend is asked again (T17)`, async () => {
      const { probe, maja } = await start();
      const { session, connection } = probe;
      other.postMessage(forged);
      await until(() => probe.pictures.length === 4, 'the session again');
      expect(probe.pictures.slice(1)).to.deep.equal([known, 'unknown', known]);
      expect(probe.session).to.deep.equal(session);
      expect(probe.connection).to.equal(connection);
      expect(new Set(maja.requests.map(({ url }) => new URL(url).origin))).to.deep.equal(new Set([location.origin]));
      expect(maja.requests.map(({ headers }) => headers.get('authorization'))).to.deep.equal(['Bearer maja', 'Bearer maja']);
    });
  }

  it('does not bring this one back from where it was: the company stays per tab (R5.8)', async () => {
    const { probe } = await start();
    await probe.connection?.choose(companyOf(probe, 'Ærø'));
    const seen = probe.pictures.length;
    other.postMessage('over');
    // Covered and shown again may both lie between two looks.
    const since = await until(() => (probe.pictures.length > seen + 1 ? probe.pictures.slice(seen) : undefined), 'a cover and a person');
    expect(since).to.deep.equal(['unknown', probe.pictures[seen - 1]]);
    expect(since[1]).to.include('Maja Holm · Ærø');
  });

  it('is no longer listened to after closing', async () => {
    const { connection, maja } = await start();
    connection.close();
    const asked = maja.requests.length;
    const seen = tab();
    const arrived = once(seen, 'message');
    other.postMessage('over');
    await arrived;
    seen.close();
    expect(maja.requests).to.have.length(asked);
  });
});

describe('A page', () => {
  afterEach(() => {
    Reflect.deleteProperty(document, 'visibilityState');
    startClock();
    closeAll();
    cleanup();
  });

  it('that goes into the back/forward cache holds nothing of the session, and asks who is here when it is back (F23, T23)', async () => {
    const { probe, maja } = await start();
    turn('pagehide', true);
    await probe.updateComplete;
    expect(probe.renderRoot.textContent.trim()).to.equal('unknown');
    const asked = maja.requests.length;
    turn('pageshow', true);
    await probe.shows('Maja Holm');
    expect(maja.requests).to.have.length(asked + 1);
    expect(probe.pictures).to.deep.equal(['unknown', known, 'unknown', known]);
  });

  it('that is left or shown for the first time is left alone (F23)', async () => {
    const { probe, maja } = await start();
    turn('pagehide', false);
    turn('pageshow', false);
    await probe.updateComplete;
    expect(probe.pictures).to.deep.equal(['unknown', known]);
    expect(maja.requests).to.have.length(1);
  });

  it('that was out of sight for more than five minutes asks who is here before it shows anything (F23, F24)', async () => {
    const clock = stopClock();
    const replies = gate();
    const maja = backend('maja', replies.fetch);
    const { probe } = await opened(maja.options);
    await until(() => replies.waiting[0], 'a request').then((held) => {
      held.release();
    });
    await probe.shows('Maja Holm');
    visibility('hidden');
    await clock.advance(5 * 60_000);
    visibility('visible');
    await probe.updateComplete;
    expect(probe.picture).to.equal(known);
    visibility('hidden');
    await clock.advance(5 * 60_000 + 1);
    visibility('visible');
    await probe.updateComplete;
    expect(probe.renderRoot.textContent.trim()).to.equal('unknown');
    replies.open();
    await probe.shows(known);
  });
});
