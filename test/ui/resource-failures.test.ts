import { expect } from 'chai';
import { startClock, stopClock } from '../clock.ts';
import { cleanup } from '../helpers.ts';
import { reader, type ReaderElement } from './reader.ts';

/** A host that shows the value of Maja's first company. */
const showing = async (): Promise<ReaderElement> => {
  const host = await reader();
  await host.ask('maja', 'c1', '');
  host.last.answer();
  await host.settled();
  return host;
};

describe('A resource that fails', () => {
  afterEach(() => {
    startClock();
    cleanup();
  });

  it('says what is wrong, tells the page once, and asks again on request (F05)', async () => {
    const host = await reader();
    await host.ask('maja', 'c1', '');
    host.last.fail({ kind: 'unreachable' });
    expect(await host.settled()).to.deep.equal({ status: 'failed', problem: { kind: 'unreachable' } });
    expect(host.problems).to.deep.equal([{ kind: 'unreachable' }]);
    host.resource.reload();
    await host.updateComplete;
    expect(host.shown.at(-1)?.state.status).to.equal('loading');
    host.last.answer();
    expect((await host.settled()).status).to.equal('ready');
  });

  it('takes an error of any origin for an unexpected answer (F08)', async () => {
    const host = await reader();
    host.load = () => Promise.reject(new RangeError('Maja Holm'));
    await host.ask('maja', 'c1', '');
    expect(await host.settled()).to.deep.equal({ status: 'failed', problem: { kind: 'unexpected' } });
  });

  it('keeps the value it has with its time, and says that it is not the newest (F10)', async () => {
    const clock = stopClock();
    const host = await showing();
    const at = Date.now();
    await clock.advance(60_000);
    host.resource.reload();
    host.last.fail({ kind: 'unexpected' });
    expect(await host.settled()).to.deep.equal({
      status: 'ready',
      value: 'maja/c1/',
      at,
      renewing: false,
      problem: { kind: 'unexpected' },
    });
    host.resource.reload();
    host.last.answer('newer');
    expect(await host.settled()).to.deep.equal({ status: 'ready', value: 'newer', at: Date.now(), renewing: false });
  });

  for (const kind of ['forbidden', 'missing'] as const) {
    it(`keeps nothing on screen when it is ${kind} (F17)`, async () => {
      const host = await showing();
      host.resource.reload();
      host.last.fail({ kind });
      expect(await host.settled()).to.deep.equal({ status: 'failed', problem: { kind } });
    });
  }

  it('never shows the value of another question in place of the one that failed (F20)', async () => {
    const host = await showing();
    await host.ask('maja', 'c1', 'åse');
    host.last.fail({ kind: 'unexpected' });
    expect((await host.settled()).status).to.equal('failed');
    await host.ask('maja', 'c1', '');
    expect((await host.settled()).status).to.equal('loading');
  });

  it('fetches again what failed when it may work again, and leaves alone what did not (F01)', async () => {
    const host = await showing();
    host.resource.recover();
    expect(host.asked).to.have.length(1);
    host.resource.reload();
    host.last.fail({ kind: 'offline' });
    await host.settled();
    host.resource.recover();
    host.resource.recover();
    expect(host.asked.filter(({ signal }) => !signal.aborted)).to.have.length(3);
    host.last.answer();
    expect(await host.settled()).not.to.have.property('problem');
  });

  it('counts down on screen while a busy backend wants to be left alone, and asks once more (F11)', async () => {
    const clock = stopClock();
    const host = await reader();
    await host.ask('maja', 'c1', '');
    host.last.fail({ kind: 'busy', until: Date.now() + 3_000 });
    await host.settled();
    const drawn = host.shown.length;
    await clock.advance(2_999);
    expect(host.shown.length - drawn).to.be.at.least(2);
    expect(host.asked).to.have.length(1);
    await clock.advance(1);
    expect(host.asked).to.have.length(2);
    host.last.answer();
    expect((await host.settled()).status).to.equal('ready');
  });

  it('does not go on asking a busy backend by itself, but tells when the person may (F11)', async () => {
    const clock = stopClock();
    const host = await reader();
    await host.ask('maja', 'c1', '');
    host.last.fail({ kind: 'busy', until: Date.now() + 1_000 });
    await clock.advance(1_000);
    host.last.fail({ kind: 'busy', until: Date.now() + 2_000 });
    await host.settled();
    const drawn = host.shown.length;
    await clock.advance(2_000);
    await host.settled();
    expect(host.shown.length).to.be.greaterThan(drawn);
    await clock.advance(60_000);
    expect(host.asked).to.have.length(2);
    expect(clock.timers()).to.equal(0);
  });

  it('leaves a backend to the person that wants more than half a minute, and tells when the time has come (F11)', async () => {
    const clock = stopClock();
    const host = await reader();
    await host.ask('maja', 'c1', '');
    host.last.fail({ kind: 'busy', until: Date.now() + 3_600_000 });
    await host.settled();
    await clock.advance(3_599_999);
    const drawn = host.shown.length;
    await clock.advance(1);
    await host.settled();
    expect(host.shown.length).to.be.greaterThan(drawn);
    expect(host.asked).to.have.length(1);
  });

  it('does not come back to what a busy backend was asked for when something else is wanted (F11, F20)', async () => {
    const clock = stopClock();
    const host = await reader();
    await host.ask('maja', 'c1', '');
    host.last.fail({ kind: 'busy', until: Date.now() + 1_000 });
    await host.settled();
    await host.ask('maja', 'c2', '');
    await clock.advance(10_000);
    expect(host.asked.map(({ args }) => args[1])).to.deep.equal(['c1', 'c2']);
  });
});
