import { expect } from 'chai';
import { startClock, stopClock } from '../clock.ts';
import { answers, cut, html, network, offline } from '../faults.ts';
import { cleanup, until } from '../helpers.ts';
import { gate } from '../recorder.ts';
import { backend, closeAll, companyOf, opened, sessionSays } from './backend.ts';

describe('A connection', () => {
  afterEach(() => {
    startClock();
    network(true);
    closeAll();
    cleanup();
  });

  it('gives three different pictures: not known yet, signed in, signed out', async () => {
    const replies = gate();
    const maja = backend('maja', replies.fetch);
    const { probe } = await opened(maja.options);
    await until(() => replies.waiting.length, 'a request');
    await probe.shows('unknown');
    replies.open();
    await probe.shows('Maja Holm · Nordlys');
    maja.use(answers(401));
    probe.connection?.refresh();
    await probe.shows('signed out');
  });

  it('asks for the session once', async () => {
    const maja = backend('maja');
    const { probe } = await opened(maja.options);
    await probe.shows('Maja Holm');
    expect(maja.paths()).to.deep.equal(['/v1/session']);
  });

  it('sends nothing in token mode before the host has said how to get one', async () => {
    const { options, requests } = backend('maja');
    const { probe } = await opened({ ...options, token: undefined });
    await probe.shows('unknown');
    expect(requests).to.have.length(0);
  });

  it('says that nobody is signed in when the host says so, and sends nothing (F16)', async () => {
    const { options, requests } = backend('maja');
    const { probe } = await opened({ ...options, token: () => Promise.resolve(null) });
    await probe.shows('signed out');
    expect(requests).to.have.length(0);
  });

  it('says that signing in is not possible while the host gives no token, with two questions at most and no request (F16)', async () => {
    const { options, requests } = backend('maja');
    let asked = 0;
    const { probe } = await opened({ ...options, token: () => Promise.reject(new Error(String((asked += 1)))) });
    await probe.shows('no-token');
    expect(asked).to.be.at.most(2);
    expect(requests).to.have.length(0);
  });

  it('goes on by itself when the token comes late (F16)', async () => {
    const clock = stopClock();
    let answer: ((token: { token: string; expiresIn: number }) => void) | undefined;
    const { options } = backend('maja');
    const { probe } = await opened({ ...options, token: () => new Promise((resolve) => (answer = resolve)) });
    await clock.advance(10_000);
    await probe.shows('no-token');
    await clock.advance(1);
    answer?.({ token: 'maja', expiresIn: 3600 });
    await probe.shows('Maja Holm');
  });

  for (const [fault, kind] of [
    [cut(), 'unreachable'],
    [html(), 'unexpected'],
    [answers(500), 'unexpected'],
    [answers(404), 'missing'],
  ] as const) {
    it(`says that the session is ${kind} when it cannot be found out, and asks again on request (F05, F08, F10)`, async () => {
      const maja = backend('maja');
      maja.use(fault);
      const { probe } = await opened(maja.options);
      await probe.shows(kind);
      maja.use();
      probe.connection?.refresh();
      await probe.shows('Maja Holm');
      expect(probe.pictures).to.deep.equal(['unknown', kind, 'unknown', 'Maja Holm · Nordlys Eksempel A/S']);
    });
  }

  it('asks again when the network is back, once (F01)', async () => {
    network(false);
    const maja = backend('maja');
    maja.use(offline());
    const { probe } = await opened(maja.options);
    await probe.shows('offline');
    const before = maja.requests.length;
    maja.use();
    network(true);
    await probe.shows('Maja Holm');
    expect(maja.requests).to.have.length(before + 1);
  });

  it('asks again when a busy backend has said that it may (F11)', async () => {
    const clock = stopClock();
    const maja = backend('maja');
    maja.use(answers(429, { 'retry-after': '20' }));
    const { probe } = await opened(maja.options);
    await probe.shows('busy');
    maja.use();
    await clock.advance(19_999);
    expect(maja.requests).to.have.length(1);
    await clock.advance(1);
    await probe.shows('Maja Holm');
  });

  it('keeps what is known when it cannot be asked again', async () => {
    const maja = backend('maja');
    const { probe } = await opened(maja.options);
    await probe.shows('Maja Holm');
    maja.use(answers(404));
    probe.connection?.refresh();
    await until(() => maja.requests.length === 2, 'another request');
    expect(probe.pictures).to.deep.equal(['unknown', 'Maja Holm · Nordlys Eksempel A/S']);
  });

  it('lets the same person find everything as it was after signing in again (F15)', async () => {
    const maja = backend('maja');
    const { probe, connection } = await opened(maja.options);
    await probe.shows('Maja Holm');
    const client = probe.connection?.client;
    await probe.connection?.choose(companyOf(probe, 'Ærø'));
    maja.use(answers(401));
    probe.connection?.refresh();
    await probe.shows('signed out');
    maja.use();
    connection.resume();
    await probe.shows('Maja Holm · Ærø');
    expect(probe.connection?.client).to.equal(client);
  });

  it('gives another person another client and nothing of the one before (F15, F24)', async () => {
    const hosts = backend('maja');
    const { probe, connection } = await opened(hosts.options);
    await probe.shows('Maja Holm');
    const client = probe.connection?.client;
    await probe.connection?.choose(companyOf(probe, 'Ærø'));
    hosts.person = 'ida';
    connection.resume();
    await probe.shows('Ida Enkel · Nordlys Eksempel A/S');
    expect(probe.connection?.client).not.to.equal(client);
    expect(probe.session?.companies).to.have.length(1);
    expect(probe.pictures.slice(-2)).to.deep.equal(['unknown', 'Ida Enkel · Nordlys Eksempel A/S']);
  });

  it('knows that a person may administer no company', async () => {
    const { probe } = await opened(backend('uffe').options);
    await probe.shows('Uffe Uden · none');
  });

  it('is not known when the answer does not say who is here (F09, F24)', async () => {
    const maja = backend('maja');
    maja.use(sessionSays((answer) => ({ ...answer, person: null as never })));
    const { probe } = await opened(maja.options);
    await probe.shows('unexpected');
  });
});
