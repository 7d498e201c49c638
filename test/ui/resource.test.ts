import { expect } from 'chai';
import { startClock, stopClock } from '../clock.ts';
import { cleanup } from '../helpers.ts';
import { reader, type ReaderElement } from './reader.ts';

const statuses = (host: ReaderElement): string[] => host.shown.map(({ state }) => state.status);

describe('A resource', () => {
  afterEach(() => {
    startClock();
    cleanup();
  });

  it('asks for nothing while something is missing', async () => {
    const host = await reader();
    expect(host.resource.state).to.deep.equal({ status: 'idle' });
    expect(host.asked).to.have.length(0);
  });

  it('is loading, then ready with the value and the time it came', async () => {
    stopClock();
    const host = await reader();
    await host.ask('maja', 'c1', '');
    host.last.answer();
    expect(await host.settled()).to.deep.equal({ status: 'ready', value: 'maja/c1/', at: Date.now(), renewing: false });
    expect(statuses(host)).to.deep.equal(['idle', 'loading', 'ready']);
    expect(host.values).to.deep.equal(['maja/c1/']);
  });

  it('says after five seconds that it takes long, and asks nothing again (F03)', async () => {
    const clock = stopClock();
    const host = await reader();
    await host.ask('maja', 'c1', '');
    await clock.advance(4_999);
    expect(host.resource.state).to.deep.equal({ status: 'loading', long: false });
    await clock.advance(1);
    expect(host.resource.state).to.deep.equal({ status: 'loading', long: true });
    await clock.advance(60_000);
    expect(host.asked).to.have.length(1);
    host.last.answer();
    expect((await host.settled()).status).to.equal('ready');
  });

  it('asks once for the same thing, however often its host is drawn (F21)', async () => {
    const host = await reader();
    await host.ask('maja', 'c1', '');
    await host.ask('maja', 'c1', '');
    host.requestUpdate();
    await host.updateComplete;
    expect(host.asked).to.have.length(1);
  });

  it('drops the value of another company before the next picture, and aborts its requests (T05, F20)', async () => {
    const host = await reader();
    await host.ask('maja', 'c1', '');
    host.last.answer();
    await host.settled();
    host.resource.reload();
    const renewing = host.last;
    await host.ask('maja', 'c2', '');
    expect(renewing.signal.aborted).to.be.true;
    expect(host.resource.state).to.deep.equal({ status: 'loading', long: false });
    expect(host.shown.at(-1)?.state.status).to.equal('loading');
  });

  it('drops the value of another person before the next picture (T05, F24)', async () => {
    const host = await reader();
    await host.ask('maja', 'c1', '');
    host.last.answer();
    await host.settled();
    await host.ask('ida', 'c1', '');
    expect(host.shown.at(-1)?.state).to.deep.equal({ status: 'loading', long: false });
  });

  it('throws a late reply for the old company away (T05, F20)', async () => {
    const host = await reader();
    await host.ask('maja', 'c1', '');
    const late = host.last;
    await host.ask('maja', 'c2', '');
    host.last.answer();
    await host.settled();
    late.answer();
    expect(await host.settled()).to.include({ status: 'ready', value: 'maja/c2/' });
    expect(host.values).to.deep.equal(['maja/c2/']);
  });

  it('throws a late failure for the old company away (T05, F20)', async () => {
    const host = await reader();
    await host.ask('maja', 'c1', '');
    const late = host.last;
    await host.ask('maja', 'c2', '');
    late.fail({ kind: 'forbidden' });
    expect((await host.settled()).status).to.equal('loading');
    expect(host.problems).to.deep.equal([]);
  });

  it('keeps a list on screen while it is searched, marked as renewing', async () => {
    const host = await reader();
    await host.ask('maja', 'c1', '');
    host.last.answer();
    await host.settled();
    await host.ask('maja', 'c1', 'å');
    expect(host.shown.at(-1)?.state).to.include({ status: 'ready', value: 'maja/c1/', renewing: true });
    host.last.answer();
    expect(await host.settled()).to.include({ status: 'ready', value: 'maja/c1/å', renewing: false });
  });

  it('lets the value go when something is missing again', async () => {
    const host = await reader();
    await host.ask('maja', 'c1', '');
    const { signal } = host.last;
    host.args = undefined;
    await host.updateComplete;
    expect(signal.aborted).to.be.true;
    expect(host.shown.at(-1)?.state).to.deep.equal({ status: 'idle' });
  });

  it('keeps the value on screen while it is fetched again', async () => {
    const host = await reader();
    await host.ask('maja', 'c1', '');
    host.last.answer();
    await host.settled();
    host.resource.reload();
    await host.updateComplete;
    expect(host.shown.at(-1)?.state).to.include({ status: 'ready', value: 'maja/c1/', renewing: true });
    host.last.answer('newer');
    expect(await host.settled()).to.include({ status: 'ready', value: 'newer', renewing: false });
  });

  it('has nothing to fetch again before anything was asked for', async () => {
    const host = await reader();
    host.resource.reload();
    host.resource.recover();
    expect((await host.settled()).status).to.equal('idle');
    expect(host.asked).to.have.length(0);
  });

  it('aborts when its host is removed, and fetches afresh when it is back (F22)', async () => {
    const host = await reader();
    await host.ask('maja', 'c1', '');
    host.last.answer();
    await host.settled();
    const parent = host.parentElement;
    host.resource.reload();
    host.remove();
    expect(host.last.signal.aborted).to.be.true;
    expect(host.resource.state).to.deep.equal({ status: 'idle' });
    parent?.append(host);
    expect(await host.settled()).to.deep.equal({ status: 'loading', long: false });
    host.last.answer();
    expect((await host.settled()).status).to.equal('ready');
  });

  it('leaves no request and no timer behind, however often its host comes and goes (F22)', async () => {
    const clock = stopClock();
    const host = await reader();
    const parent = host.parentElement;
    await host.ask('maja', 'c1', '');
    for (let turn = 0; turn < 500; turn += 1) {
      host.remove();
      parent?.append(host);
      await host.updateComplete;
    }
    host.remove();
    expect(host.asked).to.have.length(501);
    expect(host.asked.filter(({ signal }) => !signal.aborted)).to.have.length(0);
    expect(clock.timers()).to.equal(0);
  });
});
