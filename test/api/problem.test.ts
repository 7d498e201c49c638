import { expect } from 'chai';
import { ProblemError, problemIn, problemInResponse, type ProblemKind } from '../../src/api/problem.ts';
import { startClock, stopClock } from '../clock.ts';

const refused = (status: number, body: unknown = {}, headers: Record<string, string> = {}) =>
  problemInResponse(new Response(typeof body === 'string' ? body : JSON.stringify(body), { status, headers }));

const kinds: readonly (readonly [number, ProblemKind])[] = [
  [400, 'rejected'],
  [401, 'signed-out'],
  [403, 'forbidden'],
  [404, 'missing'],
  [409, 'changed'],
  [410, 'missing'],
  [412, 'changed'],
  [418, 'unexpected'],
  [422, 'rejected'],
  [428, 'changed'],
  [429, 'busy'],
  [500, 'unexpected'],
  [503, 'unexpected'],
];

describe('A refused answer', () => {
  afterEach(startClock);

  for (const [status, kind] of kinds) {
    it(`of status ${String(status)} is ${kind} (F17)`, async () => {
      expect((await refused(status)).kind).to.equal(kind);
    });
  }

  it('gives its request id from the body, else from the header', async () => {
    expect(await refused(404, { requestId: 'one' }, { 'request-id': 'two' })).to.include({ requestId: 'one' });
    expect(await refused(404, 'no JSON', { 'request-id': 'two' })).to.include({ requestId: 'two' });
    expect(await refused(404, { requestId: 7 })).not.to.have.property('requestId');
  });

  it('keeps no title and no detail, whatever stands there (T08, T12)', async () => {
    const problem = await refused(500, { title: 'Maja Holm', detail: '<b>67 10 20 30</b>', instance: '/companies/c1' });
    expect(problem).to.deep.equal({ kind: 'unexpected' });
  });

  it('says when to come back, from seconds or from a date (F11)', async () => {
    stopClock();
    expect(await refused(429, {}, { 'retry-after': '12' })).to.deep.equal({ kind: 'busy', until: Date.now() + 12_000 });
    const date = 'Sun, 22 Nov 2026 12:00:00 GMT';
    expect(await refused(429, {}, { 'retry-after': date })).to.deep.equal({ kind: 'busy', until: Date.UTC(2026, 10, 22, 12) });
    expect(await refused(503, {}, { 'retry-after': date })).to.deep.equal({ kind: 'busy', until: Date.UTC(2026, 10, 22, 12) });
  });

  for (const nonsense of ['', 'soon', '9'.repeat(17), '9'.repeat(400)]) {
    it(`that says to come back after »${nonsense.slice(0, 20)}« is asked again after five seconds (F11)`, async () => {
      stopClock();
      expect(await refused(429, {}, { 'retry-after': nonsense })).to.deep.equal({ kind: 'busy', until: Date.now() + 5_000 });
    });
  }
});

describe('An error', () => {
  it('is the problem it carries, whichever copy of the library made it, and unexpected otherwise (F30)', () => {
    expect(problemIn(new ProblemError({ kind: 'slow' }))).to.deep.equal({ kind: 'slow' });
    const ofAnotherCopy = Object.assign(new Error('slow'), { name: 'ProblemError', problem: { kind: 'slow' } });
    expect(problemIn(ofAnotherCopy)).to.deep.equal({ kind: 'slow' });
    for (const error of [new Error('Maja'), 'text', null, undefined]) expect(problemIn(error)).to.deep.equal({ kind: 'unexpected' });
  });
});
