import { expect } from 'chai';
import type { Credentials } from '../../src/api/client.ts';
import type { Problem } from '../../src/api/problem.ts';
import { startClock, stopClock } from '../clock.ts';
import { answers, broken, cut, endless, first, html, network, offline, silent, type Fault } from '../faults.ts';
import { changeable, edit } from './changeable.ts';
import { clientBehind, holding, problemOf } from './clients.ts';

const key = '0123456789abcdef0123456789abcdef';
/** Where nobody is, for what never gets that far. */
const nowhere = { path: 'companies/none/users/none', match: '"1"' };
const never = new AbortController().signal;

/** What a write that meets a fault amounts to, and how often it was sent. */
const outcomeOf = async (fault: Fault): Promise<Problem & { readonly sent: number }> => {
  const { client, requests } = clientBehind(fault);
  const problem = await problemOf(edit(client, nowhere, 'A 1', { key, signal: never }));
  return { ...problem, sent: requests.length };
};

const says = (status: number, type: string): Fault => answers(status, {}, { type: `urn:selvbetjening:problem:${type}`, requestId: 'r-1' });

/** The network breaks down before the reply, and the browser knows it. */
const lostNetwork: Fault = () => () => {
  network(false);
  return Promise.reject(new TypeError('Failed to fetch'));
};

describe('A write', () => {
  afterEach(() => {
    startClock();
    network(true);
  });

  it('is sent once, with its key, with the version it is meant for, and as JSON (F18, T20)', async () => {
    const { client, requests } = clientBehind(answers(200, { etag: '"2"' }, { costCentre: 'A 1' }));
    expect(await edit(client, nowhere, 'A 1', { key, signal: never })).to.deep.equal({ costCentre: 'A 1', etag: '"2"' });
    const [request] = requests;
    expect(requests).to.have.length(1);
    expect(request?.method).to.equal('PATCH');
    expect(['idempotency-key', 'if-match', 'content-type'].map((name) => request?.headers.get(name))).to.deep.equal([
      key,
      '"1"',
      'application/json',
    ]);
    expect(await request?.json()).to.deep.equal({ costCentre: 'A 1' });
  });

  it('leaves out the key and the version that it is not given', async () => {
    const { client, requests } = clientBehind(answers(200, {}, { costCentre: 'A 1' }), holding('mange'));
    await edit(client, { path: nowhere.path }, 'A 1', { signal: never });
    expect([requests[0]?.headers.has('idempotency-key'), requests[0]?.headers.has('if-match')]).to.deep.equal([false, false]);
  });

  for (const [what, fault, kind] of [
    ['400', answers(400), 'rejected'],
    ['403', answers(403), 'forbidden'],
    ['404', answers(404), 'missing'],
    ['409', answers(409), 'changed'],
    ['409 »too late«', says(409, 'too-late'), 'late'],
    ['410', answers(410), 'missing'],
    ['412', answers(412), 'changed'],
    ['422', answers(422), 'rejected'],
    ['428', answers(428), 'changed'],
  ] as const satisfies readonly (readonly [string, Fault, Problem['kind']])[]) {
    it(`that is answered with ${what} has not been done: ${kind} (F17, F18, F19)`, async () => {
      expect(await outcomeOf(fault)).to.include({ kind, sent: 1 });
    });
  }

  for (const [what, fault] of [
    ['a connection cut after the backend has got it', cut()],
    ['a connection that breaks', offline()],
    ['a network that goes before the reply', lostNetwork],
    ['a page of HTML', html()],
    ['no body at all', answers(200, {}, '')],
    ['broken JSON', answers(200, {}, '{"costCentre":')],
    ['an answer of another shape', answers(200, {}, { id: 'x' })],
    ['an answer that breaks off', (inner) => broken()(answers(200, {}, { costCentre: 'A 1', more: 'x'.repeat(2_000) })(inner))],
    ['502', answers(502)],
    ['503', answers(503)],
  ] as const satisfies readonly (readonly [string, Fault])[]) {
    it(`may have been done when all that comes is ${what}, and is not sent again by itself (F04, F06, F07, F08)`, async () => {
      expect(await outcomeOf(fault)).to.include({ kind: 'unsure', sent: 1 });
    });
  }

  it('may have been done when the backend says when it will be back, and tells that time (F06, F11)', async () => {
    stopClock();
    expect(await outcomeOf(answers(503, { 'retry-after': '7' }))).to.include({ kind: 'unsure', until: Date.now() + 7_000, sent: 1 });
  });

  it('has not been done when there were too many requests, and tells when it may be (F11)', async () => {
    stopClock();
    expect(await outcomeOf(answers(429, { 'retry-after': '7' }))).to.include({ kind: 'busy', until: Date.now() + 7_000, sent: 1 });
    expect(await outcomeOf(answers(429))).to.include({ kind: 'busy', until: Date.now() + 5_000 });
  });

  it('is known to nobody when the backend itself has failed (F13)', async () => {
    expect(await outcomeOf(answers(500))).to.deep.equal({ kind: 'unexpected', requestId: 'example-request', sent: 1 });
  });

  for (const [what, fault] of [
    ['409 »in progress«', says(409, 'in-progress')],
    ['504', answers(504)],
  ] as const satisfies readonly (readonly [string, Fault])[]) {
    it(`is being done when ${what} comes (F12)`, async () => {
      expect(await outcomeOf(fault)).to.include({ kind: 'processing', sent: 1 });
    });
  }

  it('tells the id of an answer that it does not understand (F08)', async () => {
    expect(await outcomeOf(html())).to.deep.equal({ kind: 'unsure', requestId: 'html-request', sent: 1 });
  });

  it('tells which fields were not accepted, and never what the backend says about them (F19)', async () => {
    const errors = [{ pointer: '/costCentre', type: 'form', title: 'Maja Holm' }];
    const problem = await outcomeOf(answers(422, {}, { errors, requestId: 'r-1' }));
    expect(problem).to.deep.equal({ kind: 'rejected', requestId: 'r-1', fields: [{ pointer: '/costCentre', type: 'form' }], sent: 1 });
  });

  it('is not sent at all without a network (F02)', async () => {
    network(false);
    expect(await outcomeOf(offline())).to.deep.equal({ kind: 'offline', sent: 0 });
  });

  it('may have been done after ten seconds of silence (F04)', async () => {
    const clock = stopClock();
    const outcome = outcomeOf(silent());
    await clock.advance(10_000);
    expect(await outcome).to.include({ kind: 'unsure', sent: 1 });
  });

  it('may have been done when its answer has begun and does not end within fifteen seconds (F04, F07)', async () => {
    const clock = stopClock();
    const outcome = outcomeOf(endless());
    await clock.advance(15_000);
    expect(await outcome).to.include({ kind: 'unsure', sent: 1 });
  });

  it('tells the session that nobody is signed in, and has not been done (F15)', async () => {
    const { client, signedOut } = clientBehind(answers(401));
    expect((await problemOf(edit(client, nowhere, 'A 1', { key, signal: never }))).kind).to.equal('signed-out');
    expect(signedOut()).to.equal(1);
  });

  it('goes on with another token when the first one is refused, as the same intention (F14)', async () => {
    const place = await changeable(160);
    const credentials: Credentials = { current: () => Promise.resolve('old'), replace: () => Promise.resolve('mange') };
    const { client, requests } = clientBehind((inner) => inner, credentials);
    expect((await edit(client, place, 'F14', { key, signal: never })).costCentre).to.equal('F14');
    expect(requests.map(({ headers }) => headers.get('authorization'))).to.deep.equal(['Bearer old', 'Bearer mange']);
    expect(new Set(requests.map(({ headers }) => headers.get('idempotency-key')))).to.deep.equal(new Set([key]));
    expect(await place.effects()).to.equal(1);
  });

  it('has been done although its reply was lost: the same key gives the same answer, and does it no second time (F06, T20)', async () => {
    const place = await changeable(161);
    const { client } = clientBehind(first(1, cut()), holding('mange'));
    expect((await problemOf(edit(client, place, 'F06', { key, signal: never }))).kind).to.equal('unsure');
    expect(await place.effects()).to.equal(1);
    const answer = await edit(client, place, 'F06', { key, signal: never });
    expect(answer.costCentre).to.equal('F06');
    expect(answer.etag).not.to.equal(place.match);
    expect(await place.effects()).to.equal(1);
  });

  it('that was made for an older version is refused, and nothing is changed (F18, T21)', async () => {
    const place = await changeable(162);
    const { client } = clientBehind((inner) => inner, holding('mange'));
    await edit(client, place, 'mine', { key, signal: never });
    const late = { ...place, match: place.match };
    expect((await problemOf(edit(client, late, 'theirs', { key: `${key}2`, signal: never }))).kind).to.equal('changed');
    expect([await place.effects(), await place.costCentre()]).to.deep.equal([1, 'mine']);
  });

  it('that is not waited for any more rejects with the reason (F20)', async () => {
    const leaving = new AbortController();
    const reason = new Error('gone');
    const { client } = clientBehind(silent());
    const writing = edit(client, nowhere, 'A 1', { key, signal: leaving.signal });
    leaving.abort(reason);
    const outcome: unknown = await writing.catch((error: unknown) => error);
    expect(outcome === reason).to.equal(true);
  });
});
