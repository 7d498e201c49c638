import { expect } from 'chai';
import type { Problem, ProblemKind } from '../../src/api/problem.ts';
import { newKey } from '../../src/ui/new-key.ts';
import { startClock, stopClock, type Clock } from '../clock.ts';
import { cleanup } from '../helpers.ts';
import { sender, senderOf, type SenderElement } from './sender.ts';

const lost: Problem = { kind: 'unsure', requestId: 'r-1' };

/** A sender whose answer has been lost for good: three times, with the pauses between. */
const unsure = async (clock: Clock, content = 'a'): Promise<SenderElement> => {
  const host = await sender();
  host.submission.submit(content);
  for (let attempt = 0; attempt < 3; attempt++) {
    host.last.fail(lost);
    await clock.advance(1_200);
  }
  expect((await host.settled()).status).to.equal('unsure');
  return host;
};

describe('A submission', () => {
  afterEach(() => {
    startClock();
    cleanup();
  });

  it('sends nothing by itself, and nothing for nobody', async () => {
    const host = await sender();
    host.submission.check();
    host.submission.recover();
    host.sender = undefined;
    host.submission.submit('a');
    expect((await host.settled()).status).to.equal('ready');
    expect(host.sent).to.have.length(0);
  });

  it('is on its way, then done, and reports what was done once (R14.6)', async () => {
    const host = await sender();
    host.submission.submit('a');
    expect([host.submission.state, host.submission.isOpen]).to.deep.equal([{ status: 'sending', checking: false, long: false }, true]);
    host.last.answer('42');
    expect(await host.settled()).to.deep.equal({ status: 'done', value: '42' });
    expect([host.done, host.submission.isOpen]).to.deep.equal([[['42', 'a']], false]);
    expect(host.shown.map(({ status }) => status)).to.deep.equal(['ready', 'sending', 'done']);
  });

  it('is in flight once, however often it is asked to be sent (F21, R24.4)', async () => {
    const host = await sender();
    for (const content of ['a', 'a', 'b', 'a']) host.submission.submit(content);
    host.submission.check();
    host.submission.recover();
    expect(host.sent.map(({ content }) => content)).to.deep.equal(['a']);
    host.last.answer();
    await host.settled();
    expect(host.done).to.deep.equal([['done: a', 'a']]);
  });

  it('has a key of 128 random bits, also where the page is not secure (F30, T20)', () => {
    const keys = Array.from({ length: 1_000 }, newKey);
    expect(keys.every((key) => /^[\da-f]{32}$/.test(key))).to.equal(true);
    expect(new Set(keys).size).to.equal(1_000);
  });

  it('keeps its key until what is sent changes (F02, F06, F19)', async () => {
    const host = await sender();
    for (const [content, problem] of [
      ['a', { kind: 'offline' }],
      ['a', { kind: 'rejected' }],
      ['b', { kind: 'rejected' }],
      ['b', { kind: 'busy', until: Date.now() + 3_600_000 }],
      ['a', { kind: 'offline' }],
    ] as const satisfies readonly (readonly [string, Problem])[]) {
      host.submission.submit(content);
      host.last.fail(problem);
      expect((await host.settled()).status).to.equal('failed');
    }
    const [first, second, third, fourth, fifth] = host.keys;
    expect([first === second, third === fourth, fourth === fifth]).to.deep.equal([true, true, false]);
    expect(new Set(host.keys).size).to.equal(3);
  });

  it('is another intention once it has been done, though it says the same (R14.6)', async () => {
    const host = await sender();
    host.submission.submit('a');
    host.last.answer();
    await host.settled();
    host.submission.submit('a');
    host.last.answer();
    await host.settled();
    expect(new Set(host.keys).size).to.equal(2);
    expect(host.done).to.have.length(2);
  });

  it('takes the key that a draft brings along (F21)', async () => {
    const host = await sender();
    host.submission.submit('a', 'key-of-the-draft');
    expect(host.keys).to.deep.equal(['key-of-the-draft']);
  });

  it('finds out by itself, with the same key, what became of it when its answer was lost (F06)', async () => {
    const clock = stopClock();
    const host = await sender();
    host.submission.submit('a');
    host.last.fail(lost);
    await clock.advance(0);
    expect(host.submission.state).to.deep.equal({ status: 'sending', checking: true, long: false });
    await clock.advance(600);
    host.last.answer();
    expect((await host.settled()).status).to.equal('done');
    expect(new Set(host.keys).size).to.equal(1);
    expect([host.sent.length, host.problems.length, host.done.length]).to.deep.equal([2, 0, 1]);
  });

  it('is not known after three attempts: then the person decides, and it is the same that is asked after (F04, F06)', async () => {
    const clock = stopClock();
    const host = await unsure(clock);
    expect([host.sent.length, host.problems, clock.timers()]).to.deep.equal([3, [lost], 0]);
    host.submission.check();
    expect(host.submission.state).to.deep.equal({ status: 'sending', checking: true, long: false });
    host.last.answer();
    expect((await host.settled()).status).to.equal('done');
    expect(new Set(host.keys).size).to.equal(1);
  });

  it('whose outcome is not known is found out first, whatever is to be sent now (F06, F13)', async () => {
    const host = await unsure(stopClock(), 'a');
    host.submission.submit('something else', 'another key');
    expect([host.last.content, new Set(host.keys).size]).to.deep.equal(['a', 1]);
    host.last.answer();
    await host.settled();
    expect(host.done).to.deep.equal([['done: a', 'a']]);
  });

  it('is asked after once when the network is back (F02)', async () => {
    const host = await unsure(stopClock());
    host.submission.recover();
    host.submission.recover();
    expect(host.sent).to.have.length(4);
    host.last.answer();
    expect((await host.settled()).status).to.equal('done');
  });

  it('that was not sent is not sent by itself when the network is back (F02)', async () => {
    const host = await sender();
    host.submission.submit('a');
    host.last.fail({ kind: 'offline' });
    await host.settled();
    host.submission.recover();
    host.submission.check();
    expect([host.sent.length, host.submission.state.status]).to.deep.equal([1, 'failed']);
  });

  for (const kind of ['rejected', 'changed', 'late'] as const) {
    it(`that turns out to be ${kind} has not been done after all (F18, F19)`, async () => {
      const host = await unsure(stopClock());
      host.submission.check();
      host.last.fail({ kind });
      expect(await host.settled()).to.deep.equal({ status: 'failed', problem: { kind } });
    });
  }

  for (const kind of [
    'offline',
    'forbidden',
    'missing',
    'no-token',
    'busy',
    'unexpected',
    'unsure',
  ] as const satisfies readonly ProblemKind[]) {
    it(`whose outcome is not known stays so when asking is answered with ${kind} (F02, F06, F17)`, async () => {
      const clock = stopClock();
      const host = await unsure(clock);
      host.submission.check();
      for (let attempt = 0; attempt < 3 && host.submission.state.status === 'sending'; attempt++) {
        host.last.fail({ kind });
        await clock.advance(1_200);
      }
      expect(await host.settled()).to.deep.equal({ status: 'unsure', problem: { kind } });
      expect(new Set(host.keys).size).to.equal(1);
    });
  }

  it('is not repeated by itself when the backend has failed, for it does not know either (F13)', async () => {
    const clock = stopClock();
    const host = await sender();
    host.submission.submit('a');
    host.last.fail({ kind: 'unexpected', requestId: 'r-2' });
    await clock.advance(60_000);
    expect(await host.settled()).to.deep.equal({ status: 'unsure', problem: { kind: 'unexpected', requestId: 'r-2' } });
    expect(host.sent).to.have.length(1);
  });

  it('takes an error of any origin for an outcome that nobody knows (F08)', async () => {
    const host = await sender();
    host.send = () => Promise.reject(new RangeError('Maja Holm'));
    host.submission.submit('a');
    expect(await host.settled()).to.deep.equal({ status: 'unsure', problem: { kind: 'unexpected' } });
  });

  it('says after five seconds that it takes long, and is not sent again out of impatience (F03)', async () => {
    const clock = stopClock();
    const host = await sender();
    host.submission.submit('a');
    await clock.advance(4_999);
    expect(host.submission.state).to.deep.equal({ status: 'sending', checking: false, long: false });
    await clock.advance(1);
    expect(host.submission.state).to.deep.equal({ status: 'sending', checking: false, long: true });
    host.submission.submit('a');
    await clock.advance(60_000);
    expect(host.sent).to.have.length(1);
  });

  it('is asked after with growing pauses while it is being done, for half a minute, and then not known (F12)', async () => {
    const clock = stopClock();
    const host = await sender();
    host.submission.submit('a');
    const at: number[] = [];
    const begun = Date.now();
    host.send = (...[, , key]) => {
      at.push(Date.now() - begun);
      expect(key).to.equal(host.keys[0]);
      return Promise.reject(Object.assign(new Error(), { name: 'ProblemError', problem: { kind: 'processing' } }));
    };
    host.last.fail({ kind: 'processing' });
    await clock.advance(0);
    expect(host.submission.state).to.deep.include({ status: 'sending', checking: true, problem: { kind: 'processing' } });
    await clock.advance(60_000);
    expect(await host.settled()).to.deep.equal({ status: 'unsure', problem: { kind: 'processing' } });
    const pauses = at.map((moment, index) => moment - (at[index - 1] ?? 0));
    expect(pauses[0]).to.equal(500);
    expect(pauses.every((pause, index) => pause >= (pauses[index - 1] ?? 0) && pause <= 5_000)).to.equal(true);
    expect(at.at(-1)).to.be.within(24_000, 30_000);
  });

  it('waits as long as the backend wants while it is being done, but not longer than half a minute (F11, F12)', async () => {
    const clock = stopClock();
    const host = await sender();
    host.submission.submit('a');
    host.last.fail({ kind: 'processing', until: Date.now() + 7_000 });
    await clock.advance(6_999);
    expect(host.sent).to.have.length(1);
    await clock.advance(1);
    expect(host.sent).to.have.length(2);
    host.last.fail({ kind: 'processing', until: Date.now() + 3_600_000 });
    expect((await host.settled()).status).to.equal('unsure');
    expect(clock.timers()).to.equal(1); // the countdown on screen
  });

  it('counts down while a busy backend wants to be left alone, and is then sent once more with the same key (F11)', async () => {
    const clock = stopClock();
    const host = await sender();
    host.submission.submit('a');
    const until = Date.now() + 3_000;
    host.last.fail({ kind: 'busy', until });
    await clock.advance(0);
    expect(host.submission.state).to.deep.equal({ status: 'sending', checking: false, long: false, problem: { kind: 'busy', until } });
    const drawn = host.shown.length;
    await clock.advance(2_999);
    expect(host.shown.length - drawn).to.be.at.least(2);
    expect(host.sent).to.have.length(1);
    await clock.advance(1);
    expect(host.submission.state).to.deep.equal({ status: 'sending', checking: false, long: false });
    host.last.fail({ kind: 'busy', until: Date.now() + 2_000 });
    await clock.advance(60_000);
    expect((await host.settled()).status).to.equal('failed');
    expect([host.sent.length, new Set(host.keys).size, clock.timers()]).to.deep.equal([2, 1, 0]);
  });

  it('leaves a backend to the person that wants more than half a minute, and tells when the time has come (F11)', async () => {
    const clock = stopClock();
    const host = await sender();
    host.submission.submit('a');
    host.last.fail({ kind: 'busy', until: Date.now() + 3_600_000 });
    await clock.advance(3_599_999);
    expect((await host.settled()).status).to.equal('failed');
    const drawn = host.shown.length;
    await clock.advance(1);
    await host.settled();
    expect(host.shown.length).to.be.greaterThan(drawn);
    expect([host.sent.length, clock.timers()]).to.deep.equal([1, 0]);
  });

  it('goes on by itself when the same person is signed in again, as the same intention (F15)', async () => {
    const host = await sender();
    const { sender: who } = host;
    host.submission.submit('a');
    host.sender = undefined;
    host.last.fail({ kind: 'signed-out' });
    expect(await host.settled()).to.deep.equal({ status: 'waiting' });
    host.submission.submit('b');
    host.requestUpdate();
    await host.settled();
    expect(host.sent).to.have.length(1);
    host.sender = who;
    await host.settled();
    expect(host.submission.state).to.deep.equal({ status: 'sending', checking: false, long: false });
    host.last.answer();
    expect((await host.settled()).status).to.equal('done');
    expect([host.done, new Set(host.keys).size]).to.deep.equal([[['done: a', 'a']], 1]);
  });

  it('does not go round and round where the backend refuses somebody who is still said to be there (F14, F15)', async () => {
    const host = await sender();
    host.submission.submit('a');
    host.last.fail({ kind: 'signed-out' });
    await host.settled();
    host.requestUpdate();
    expect(await host.settled()).to.deep.equal({ status: 'waiting' });
    expect(host.sent).to.have.length(1);
  });

  it('goes on when the same person is back, also where its host was away meanwhile (F15, F22)', async () => {
    const host = await sender();
    const { parentElement: parent, sender: who } = host;
    host.submission.submit('a');
    host.remove();
    host.sender = undefined; // off the page, an element knows of nobody
    host.last.fail({ kind: 'signed-out' });
    await host.settled();
    host.sender = who;
    parent?.append(host);
    await host.settled();
    host.last.answer();
    expect((await host.settled()).status).to.equal('done');
    expect(host.done).to.have.length(1);
  });

  for (const [what, other] of [
    ['another person', () => senderOf('c1')],
    ['another company', (before: ReturnType<typeof senderOf>) => [before[0], 'c2'] as const],
  ] as const) {
    it(`is forgotten when ${what} is there instead, and nothing of it is sent or reported (T05, F15, F24)`, async () => {
      const who = senderOf();
      const host = await sender(who);
      host.submission.submit('a');
      host.sender = undefined;
      host.last.fail({ kind: 'signed-out' });
      await host.settled();
      host.sender = other(who);
      expect(await host.settled()).to.deep.equal({ status: 'ready' });
      expect([host.sent.length, host.done.length]).to.deep.equal([1, 0]);
    });

    it(`that is under way when ${what} is there instead is done, and reported to nobody (T05, F20)`, async () => {
      const who = senderOf();
      const host = await sender(who);
      host.submission.submit('a');
      host.sender = other(who);
      await host.settled();
      host.last.answer();
      expect(await host.settled()).to.deep.equal({ status: 'ready' });
      expect([host.done, host.problems]).to.deep.equal([[], []]);
      expect(host.shown.at(-1)).to.deep.equal({ status: 'ready' });
    });
  }

  it('that is let go is reported to nobody, and is another intention the next time (F20)', async () => {
    const host = await sender();
    host.submission.submit('a');
    const late = host.last;
    host.submission.forget();
    expect(host.submission.state).to.deep.equal({ status: 'ready' });
    host.submission.submit('a');
    late.answer('late');
    expect((await host.settled()).status).to.equal('sending');
    host.last.answer('new');
    expect(await host.settled()).to.deep.equal({ status: 'done', value: 'new' });
    expect([host.done, new Set(host.keys).size]).to.deep.equal([[['new', 'a']], 2]);
  });

  it('finishes although its host has been removed, reports it, and shows it when the host is back (F22)', async () => {
    const host = await sender();
    const parent = host.parentElement;
    host.submission.submit('a');
    host.remove();
    host.last.answer('42');
    await host.settled();
    expect(host.done).to.deep.equal([['42', 'a']]);
    parent?.append(host);
    expect(await host.settled()).to.deep.equal({ status: 'done', value: '42' });
  });

  it('finds out what became of it although its host has been removed (F06, F22)', async () => {
    const clock = stopClock();
    const host = await sender();
    host.submission.submit('a');
    host.remove();
    host.last.fail(lost);
    await clock.advance(600);
    host.last.answer();
    await clock.advance(0);
    expect([host.done, host.sent.length]).to.deep.equal([[['done: a', 'a']], 2]);
  });

  it('leaves no timer behind on a host that has been removed (F22)', async () => {
    const clock = stopClock();
    const host = await sender();
    host.submission.submit('a');
    host.last.fail({ kind: 'busy', until: Date.now() + 3_600_000 });
    await host.settled();
    expect(clock.timers()).to.equal(1);
    host.remove();
    expect(clock.timers()).to.equal(0);
  });
});
