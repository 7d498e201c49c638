import { expect } from 'chai';
import { startClock, stopClock } from '../clock.ts';
import { answers, broken, cut, endless, first, html, network, offline, silent, type Fault } from '../faults.ts';
import { clientBehind, problemOf } from './clients.ts';

describe('A read', () => {
  afterEach(() => {
    startClock();
    network(true);
  });

  it('is repeated when the connection breaks before its reply (F05)', async () => {
    const { read, requests } = clientBehind(first(2, cut()));
    expect((await read()).person?.name).to.equal('Maja Holm');
    expect(requests).to.have.length(3);
  });

  it('is given up after three attempts, and the backend is said to be out of reach (F05)', async () => {
    const { read, requests } = clientBehind(cut());
    expect((await problemOf(read())).kind).to.equal('unreachable');
    expect(requests).to.have.length(3);
  });

  it('is not repeated by itself while there is no network (F01)', async () => {
    network(false);
    const { read, requests } = clientBehind(offline());
    expect((await problemOf(read())).kind).to.equal('offline');
    expect(requests).to.have.length(1);
  });

  it('is repeated when its body breaks off, and gives the whole or nothing (F07)', async () => {
    const once = clientBehind(first(1, broken()));
    expect((await once.read()).companies).to.have.length(7);
    const always = clientBehind(broken());
    expect((await problemOf(always.read())).kind).to.equal('unexpected');
    expect(always.requests).to.have.length(2);
  });

  for (const [what, fault] of [
    ['HTML', html()],
    ['nothing', answers(200, {}, '')],
    ['broken JSON', answers(200, {}, '{"person":')],
    ['a text', answers(200, {}, '"hello"')],
    ['null', answers(200, {}, 'null')],
    ['a list', answers(200, {}, '[]')],
    ['JSON that is called something else', answers(200, { 'content-type': 'text/plain' }, '{}')],
    ['204', () => () => Promise.resolve(new Response(null, { status: 204 }))],
  ] as const satisfies readonly (readonly [string, Fault])[]) {
    it(`asks once more when ${what} comes where an answer should be, and then says so (F08)`, async () => {
      const { read, requests } = clientBehind(fault);
      expect((await problemOf(read())).kind).to.equal('unexpected');
      expect(requests).to.have.length(2);
    });
  }

  it('tells the id of an answer that it does not understand (F08)', async () => {
    expect(await problemOf(clientBehind(html()).read())).to.deep.equal({ kind: 'unexpected', requestId: 'html-request' });
  });

  for (const status of [500, 502, 503]) {
    it(`is repeated after ${String(status)}, three times in all (F10)`, async () => {
      const passing = clientBehind(first(2, answers(status)));
      expect((await passing.read()).person?.name).to.equal('Maja Holm');
      const lasting = clientBehind(answers(status));
      expect(await problemOf(lasting.read())).to.deep.equal({ kind: 'unexpected', requestId: 'example-request' });
      expect(lasting.requests).to.have.length(3);
    });
  }

  it('leaves a backend alone that says when it will be back (F10)', async () => {
    const { read, requests } = clientBehind(answers(503, { 'retry-after': '7' }));
    stopClock();
    expect(await problemOf(read())).to.include({ kind: 'busy', until: Date.now() + 7_000 });
    expect(requests).to.have.length(1);
  });

  it('leaves a backend alone that has had too many requests (F11)', async () => {
    const { read, requests } = clientBehind(answers(429, { 'retry-after': '2' }));
    expect((await problemOf(read())).kind).to.equal('busy');
    expect(requests).to.have.length(1);
  });

  it('is given up after ten seconds of silence (F04)', async () => {
    const clock = stopClock();
    const { read } = clientBehind(silent());
    const failed = problemOf(read());
    await clock.advance(10_000);
    expect((await failed).kind).to.equal('slow');
  });

  it('is given up after fifteen seconds when its body never comes (F04)', async () => {
    const clock = stopClock();
    const failed = problemOf(clientBehind(endless()).read());
    await clock.advance(15_000);
    expect((await failed).kind).to.equal('slow');
  });

  it('that is not wanted any more rejects with the reason, and is not repeated (F20)', async () => {
    const { read, requests } = clientBehind(silent());
    const leaving = new AbortController();
    const reading = read(leaving.signal);
    const reason = new Error('gone');
    leaving.abort(reason);
    const outcome: unknown = await reading.catch((error: unknown) => error);
    expect(outcome).to.equal(reason);
    expect(requests.length).to.be.at.most(1);
  });
});
