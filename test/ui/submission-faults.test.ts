import { expect } from 'chai';
import type { Problem } from '../../src/api/problem.ts';
import { changeable, edit, type Changeable } from '../api/changeable.ts';
import { clientBehind, holding, type Subject } from '../api/clients.ts';
import { startClock, stopClock } from '../clock.ts';
import { answers, cut, first, html, line, network, offline, requestOf, silent, type Fault } from '../faults.ts';
import { cleanup, until } from '../helpers.ts';
import { gate } from '../recorder.ts';
import { sender, type SenderElement } from './sender.ts';

interface Stage extends Pick<Subject, 'requests'> {
  readonly host: SenderElement;
  readonly place: Changeable;
  /** Waits until a state is reached. */
  readonly reaches: (status: SenderElement['submission']['state']['status']) => Promise<unknown>;
  /** The keys that were sent. */
  readonly keys: () => Set<string | null>;
}

/** Gives a user of a company of the test's own another cost centre, behind a fault. */
const stage = async (company: number, fault: Fault = (inner) => inner): Promise<Stage> => {
  const place = await changeable(company);
  const { client, requests } = clientBehind(fault, holding('mange'));
  const host = await sender([client, place.company.id]);
  host.send = async ([as], content, key, signal) => (await edit(as, place, content, { key, signal })).costCentre ?? '';
  return {
    host,
    place,
    requests,
    keys: () => new Set(requests.map(({ headers }) => headers.get('idempotency-key'))),
    reaches: (status) =>
      until(() => host.submission.state.status === status, `»${status}« in place of ${JSON.stringify(host.submission.state)}`),
  };
};

/** The backend does it, and then this is all that comes back. */
const doneBut =
  (fault: Fault): Fault =>
  (inner) =>
  async (...call) => {
    const request = requestOf(...call);
    await inner(request.clone());
    return fault(inner)(request);
  };

const inProgress = answers(409, { 'retry-after': '1' }, { type: 'urn:selvbetjening:problem:in-progress' });

describe('A submission to a backend that does its part', () => {
  afterEach(() => {
    startClock();
    network(true);
    cleanup();
  });

  it('is done once although it is asked to be sent twice (R14.6, F21)', async () => {
    const { host, place, requests, reaches } = await stage(165);
    host.submission.submit('F21');
    host.submission.submit('F21');
    await reaches('done');
    expect([requests.length, await place.effects(), host.done]).to.deep.equal([1, 1, [['F21', 'F21']]]);
  });

  for (const [company, what, fault] of [
    [166, 'the connection is cut after the backend has done it', cut()],
    [167, 'a page of HTML comes instead of its answer', doneBut(html())],
    [168, '502 comes instead of its answer', doneBut(answers(502))],
    [169, '503 comes instead of its answer', doneBut(answers(503))],
    [170, 'the backend says when it will be back instead of answering', doneBut(answers(503, { 'retry-after': '1' }))],
    [171, '504 comes instead of its answer', doneBut(answers(504))],
    [172, 'it is said to be in progress', doneBut(inProgress)],
    [173, 'the connection breaks before it is there', offline()],
  ] as const satisfies readonly (readonly [number, string, Fault])[]) {
    it(`is done once, and found out by itself, when ${what} (R24.4, F06, F08, F12)`, async () => {
      const { host, place, requests, reaches, keys } = await stage(company, first(1, fault));
      host.submission.submit('found out');
      await reaches('done');
      expect([requests.length, keys().size]).to.deep.equal([2, 1]);
      expect([await place.effects(), await place.costCentre(), host.done]).to.deep.equal([1, 'found out', [['found out', 'found out']]]);
      expect(host.problems).to.deep.equal([]);
    });
  }

  it('is found out by itself when the backend has been silent for ten seconds (F04)', async () => {
    const clock = stopClock();
    const { host, place, reaches, keys } = await stage(174, first(1, doneBut(silent())));
    host.submission.submit('F04');
    while ((await place.effects()) === 0) await new Promise(requestAnimationFrame);
    await clock.advance(10_000);
    expect(host.submission.state).to.include({ status: 'sending', checking: true });
    await clock.advance(300);
    await reaches('done');
    expect([await place.effects(), keys().size]).to.deep.equal([1, 1]);
  });

  it('that the backend has failed at may have been done: only the person asks, with the same key (F13)', async () => {
    const { host, place, requests, reaches, keys } = await stage(175, first(1, doneBut(answers(500))));
    host.submission.submit('F13');
    await reaches('unsure');
    expect(host.problems).to.deep.equal([{ kind: 'unexpected', requestId: 'example-request' }] satisfies Problem[]);
    expect(requests).to.have.length(1);
    host.submission.check();
    await reaches('done');
    expect([await place.effects(), keys().size, host.done.length]).to.deep.equal([1, 1, 1]);
  });

  it('that was one too many is sent once more when its time has come (F11)', async () => {
    const { host, place, requests, reaches, keys } = await stage(176, first(1, answers(429, { 'retry-after': '1' })));
    host.submission.submit('F11');
    await reaches('done');
    expect([requests.length, keys().size, await place.effects()]).to.deep.equal([2, 1, 1]);
  });

  it('is not sent without a network, says so, and is sent as the same intention when the person asks again (F02)', async () => {
    const { host, place, requests, reaches } = await stage(177);
    network(false);
    host.submission.submit('F02');
    await reaches('failed');
    expect([host.problems, requests.length]).to.deep.equal([[{ kind: 'offline' }], 0]);
    network(true);
    host.submission.recover();
    expect(host.submission.state.status).to.equal('failed');
    host.submission.submit('F02');
    await reaches('done');
    expect(await place.effects()).to.equal(1);
  });

  it('that was sent off when the network went is not known, and is asked after when the network is back (F02, F06)', async () => {
    const wire = line();
    const { host, place, reaches, keys } = await stage(178, () => wire.fetch);
    wire.use((inner) => async (...call) => {
      await inner(...call);
      network(false);
      throw new TypeError('Failed to fetch');
    });
    host.submission.submit('gone');
    await reaches('unsure');
    expect(host.problems).to.deep.equal([{ kind: 'offline' }]);
    wire.use();
    network(true);
    host.submission.recover();
    await reaches('done');
    expect([await place.effects(), keys().size]).to.deep.equal([1, 1]);
  });

  it('that is not accepted has not been done, and is another intention once it has been put right (F19)', async () => {
    const { host, place, reaches, keys } = await stage(179);
    host.submission.submit(' with a space before');
    await reaches('failed');
    expect(host.problems.map(({ kind, fields }) => [kind, fields?.map(({ pointer }) => pointer)])).to.deep.equal([
      ['rejected', ['/costCentre']],
    ]);
    host.submission.submit('put right');
    await reaches('done');
    expect([await place.effects(), keys().size]).to.deep.equal([1, 2]);
  });

  it('that comes after a colleague’s change is refused, and overwrites nothing (F18, T21)', async () => {
    const { host, place, reaches } = await stage(180);
    await edit(clientBehind((inner) => inner, holding('mange')).client, place, 'theirs', {
      key: 'a-key-of-a-colleague',
      signal: new AbortController().signal,
    });
    host.submission.submit('mine');
    await reaches('failed');
    expect(host.problems[0]?.kind).to.equal('changed');
    expect([await place.effects(), await place.costCentre()]).to.deep.equal([1, 'theirs']);
  });

  it('is done and reported although its host is taken off the page meanwhile (F22)', async () => {
    const wire = gate();
    const { host, place } = await stage(181, () => wire.fetch);
    host.submission.submit('F22');
    const held = await until(() => wire.waiting[0], 'the request');
    host.remove();
    expect(held.request.signal.aborted).to.equal(false);
    held.release();
    await until(() => host.done.length, 'the report');
    expect([host.done, await place.effects()]).to.deep.equal([[['F22', 'F22']], 1]);
  });
});
