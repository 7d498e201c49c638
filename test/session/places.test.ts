import { expect } from 'chai';
import { html } from 'lit';
import { SessionElement } from '../../src/session/session-element.ts';
import '../../src/session/ss-session.ts';
import '../../src/subscriptions/ss-subscriptions.ts';
import { cleanup, fixture, signIn, until, type Person } from '../helpers.ts';
import { counting, gate } from '../recorder.ts';
import { backend, closeAll, opened, wrapPageFetch } from './backend.ts';
import { ProbeElement } from './probe.ts';

const tokenOf = (person: Person) => () => Promise.resolve({ token: person, expiresIn: 3600 });

/** A session element with these people's probes in it. */
const sessionOf = (person: Person, content: unknown = html`<x-probe></x-probe>`) =>
  html`<ss-session api="/v1" mode="token" .token=${tokenOf(person)}>${content}</ss-session>`;

const probeIn = (root: ParentNode): ProbeElement => {
  const probe = root.querySelector('x-probe');
  if (!(probe instanceof ProbeElement)) throw new Error('There is no probe.');
  return probe;
};

const added = (parent: Node): ProbeElement => {
  const probe = new ProbeElement();
  parent.appendChild(probe);
  return probe;
};

describe('A session', () => {
  afterEach(() => {
    closeAll();
    cleanup();
  });

  it('is found by elements that were there before it', async () => {
    const probe = await fixture<ProbeElement>(html`<x-probe></x-probe>`);
    await probe.shows('unknown');
    signIn('maja');
    await probe.shows('Maja Holm');
  });

  it('is found by elements that come later', async () => {
    signIn('maja');
    const host = await fixture(html`<div></div>`);
    await added(host).shows('Maja Holm');
  });

  it('is found inside other shadow roots', async () => {
    const outer = await fixture<HTMLElement>(html`<div></div>`);
    const inner = document.createElement('div');
    outer.attachShadow({ mode: 'open' }).append(inner);
    const probe = added(inner.attachShadow({ mode: 'closed' }));
    signIn('maja');
    await probe.shows('Maja Holm');
  });

  it('is that of the nearest session element, else that of the page', async () => {
    signIn('maja');
    const outer = await fixture<SessionElement>(
      sessionOf(
        'ida',
        html`<x-probe></x-probe>
          <div></div>`,
      ),
    );
    await probeIn(outer).shows('Ida Enkel');
    await added(document.body.appendChild(document.createElement('div'))).shows('Maja Holm');
    document.body.lastElementChild?.remove();
  });

  it('is found when its element is put around or registered after what stands in it', async () => {
    const late = `x-session-${String(Date.now())}`;
    const host = await fixture(html`<div></div>`);
    const outer = host.appendChild(document.createElement(late));
    const probe = added(outer);
    await probe.shows('unknown');
    class LateSession extends SessionElement {}
    Object.assign(outer, { api: '/v1', mode: 'token', token: tokenOf('lars') });
    customElements.define(late, LateSession);
    await probe.shows('Lars Læser');
  });

  it('follows an element from one session to another, and leaves nothing of the first (F22, T05)', async () => {
    const outer = await fixture(html`<div>${sessionOf('maja')}${sessionOf('ida', html``)}</div>`);
    const probe = probeIn(outer);
    await probe.shows('Maja Holm');
    outer.lastElementChild?.append(probe);
    await probe.shows('Ida Enkel');
    expect(probe.pictures.slice(probe.pictures.indexOf('Maja Holm · Nordlys Eksempel A/S') + 1)).not.to.include(
      'Maja Holm · Nordlys Eksempel A/S',
    );
  });

  it('is kept when its element is moved, and asked for afresh when it was away (F22)', async () => {
    const watched = counting();
    wrapPageFetch(watched.fetch);
    const outer = await fixture(
      html`<div>
        ${sessionOf('maja')}
        <p></p>
      </div>`,
    );
    const [session, place] = [...outer.children];
    if (!session || !place) throw new Error('The page is not as written.');
    const probe = probeIn(session);
    await probe.shows('Maja Holm');
    place.append(session);
    await probe.updateComplete;
    expect(watched.requests).to.have.length(1);
    session.remove();
    await Promise.resolve();
    place.append(session);
    await until(() => watched.requests.length === 2, 'the session again');
    await probe.shows('Maja Holm');
  });

  it('is given up with everything under way when its element is removed (F22)', async () => {
    const replies = gate();
    wrapPageFetch(replies.fetch);
    const session = await fixture<SessionElement>(sessionOf('maja'));
    const held = await until(() => replies.waiting[0], 'a request');
    session.remove();
    await until(() => held.request.signal.aborted, 'the end of the request');
  });

  it('goes on undisturbed when the host draws its token function anew, and asks the new one from then on', async () => {
    const watched = counting();
    wrapPageFetch(watched.fetch);
    const session = await fixture<SessionElement>(sessionOf('maja'));
    await probeIn(session).shows('Maja Holm');
    session.token = tokenOf('ida');
    await session.updateComplete;
    expect(watched.requests).to.have.length(1);
    session.resume();
    await probeIn(session).shows('Ida Enkel');
  });

  it('is opened again when the host gives another address', async () => {
    const watched = counting();
    wrapPageFetch(watched.fetch);
    const session = await fixture<SessionElement>(sessionOf('maja'));
    await probeIn(session).shows('Maja Holm');
    session.api = '/v1/';
    await until(() => watched.requests.length === 2, 'the session again');
    await probeIn(session).shows('Maja Holm');
  });

  it('sends nothing before its element has a token, and starts when it has one', async () => {
    const session = await fixture<SessionElement>(html`<ss-session api="/v1" mode="token"><x-probe></x-probe></ss-session>`);
    await probeIn(session).shows('unknown');
    session.token = tokenOf('maja');
    await probeIn(session).shows('Maja Holm');
  });

  it('sends nothing before its element has a token, even when a company is named and a list waits (T09)', async () => {
    const watched = counting();
    wrapPageFetch(watched.fetch);
    const session = await fixture<SessionElement>(
      html`<ss-session api="/v1" mode="token" company="c1"><ss-subscriptions></ss-subscriptions><x-probe></x-probe></ss-session>`,
    );
    await probeIn(session).shows('unknown');
    session.resume();
    await session.updateComplete;
    expect(watched.paths()).to.deep.equal([]);
    session.token = tokenOf('maja');
    await probeIn(session).shows('Maja Holm');
    expect(watched.requests.every(({ headers }) => headers.has('authorization'))).to.equal(true);
  });

  it('says on the page and in the console that it is set up wrongly, and works once it is put right (T09, F30)', async () => {
    const told: unknown[] = [];
    const before = console.error;
    console.error = (...words: unknown[]) => told.push(...words);
    try {
      const session = await fixture<SessionElement>(
        html`<ss-session api="http://evil.example/v1" mode="token" .token=${tokenOf('maja')}><x-probe></x-probe></ss-session>`,
      );
      await probeIn(session).shows('misconfigured');
      expect(told).to.have.length(1);
      session.api = '/v1';
      await probeIn(session).shows('Maja Holm');
    } finally {
      console.error = before;
    }
  });

  it('takes an unknown mode for the cookie, and finds nobody', async () => {
    const session = await fixture<SessionElement>(html`<ss-session api="/v1" mode=${'magic'}><x-probe></x-probe></ss-session>`);
    await probeIn(session).shows('signed out');
  });
});

describe('connect()', () => {
  afterEach(() => {
    closeAll();
    cleanup();
  });

  it('replaces the session before it, and an old one that is closed leaves the new one alone', async () => {
    const { probe, connection } = await opened(backend('maja').options);
    await probe.shows('Maja Holm');
    signIn('ida');
    await probe.shows('Ida Enkel');
    connection.close();
    await probe.updateComplete;
    expect(probe.pictures).to.deep.equal(['unknown', 'Maja Holm · Nordlys Eksempel A/S', 'unknown', 'Ida Enkel · Nordlys Eksempel A/S']);
  });

  it('wipes everything when it is closed (T23)', async () => {
    const { probe, connection } = await opened(backend('maja').options);
    await probe.shows('Maja Holm');
    connection.close();
    await probe.shows('unknown');
    expect(probe.connection).to.be.undefined;
  });

  it('throws at an address that no token may travel to, and says so on the page (T09, F30)', async () => {
    const probe = await fixture<ProbeElement>(html`<x-probe></x-probe>`);
    expect(() => signIn('maja', { api: 'http://evil.example/v1' })).to.throw(TypeError, 'evil.example');
    await probe.shows('misconfigured');
    signIn('maja');
    await probe.shows('Maja Holm');
  });

  it('uses the fetch that the page has at the time of each request (F30)', async () => {
    const { probe } = await opened({ ...backend('maja').options, fetch: undefined });
    await probe.shows('Maja Holm');
    const wrapped = counting();
    wrapPageFetch(wrapped.fetch);
    probe.connection?.refresh();
    await until(() => wrapped.requests.length, 'a request through it');
  });
});
