/** Sending one file: announced, in parts, and on from where it stopped. */
import { expect } from 'chai';
import { mostFileBytes, partBytes } from '../../src/support-cases/case-file.ts';
import { Upload, type UploadState } from '../../src/support-cases/upload.ts';
import type { Sender } from '../../src/ui/submission.ts';
import { clientBehind, holding } from '../api/clients.ts';
import { answers, at, cut, first, network, offline, silent, type Fault } from '../faults.ts';
import { until } from '../helpers.ts';
import { gate } from '../recorder.ts';
import { ask, person } from '../subscriptions/profiles.ts';
import { companyAt, textFile } from './files-host.ts';

/** A fault that begins and ends while a file is sent. */
const breakable = (): { readonly fault: Fault; use: (fault?: Fault) => void } => {
  let present: Fault | undefined;
  return {
    fault: (inner) => (input, init) => (present ? present(inner) : inner)(input, init),
    use: (fault) => {
      present = fault;
    },
  };
};

const begin = async (file: File, fault: Fault = (inner) => inner, offset = 100) => {
  const company = await companyAt(offset);
  const watched = clientBehind(fault, holding(person));
  const states: UploadState[] = [];
  const upload: Upload = new Upload(file, () => states.push(upload.state));
  const sender: Sender = [watched.client, company];
  const calls = () =>
    watched.requests.map(({ method, url }) => `${method} ${/cases\/files(?:\/[^/]+)?(\/parts\/\d+)?$/.exec(url)?.[1] ?? ''}`.trim());
  return { ...watched, company, upload, states, sender, calls, run: () => upload.run(sender) };
};

/** What a refusal is made of. */
const refuses = (pointer: string, type: string): Fault =>
  answers(
    422,
    { 'content-type': 'application/problem+json' },
    { type: 'urn:selvbetjening:problem:invalid', title: '', status: 422, errors: [{ pointer, type }] },
  );

describe('sending a file', function () {
  this.timeout(20_000);
  afterEach(() => {
    network(true);
  });

  it('announces it, then sends part after part, and tells how far it is (F25)', async () => {
    const { upload, states, run, calls, requests } = await begin(textFile('log.txt', 600_000));
    await run();
    expect(upload.state.status).to.equal('done');
    expect(calls()).to.deep.equal(['POST', 'PUT /parts/0', 'PUT /parts/1', 'PUT /parts/2']);
    expect(states.flatMap((state) => (state.status === 'sending' ? [state.received] : []))).to.deep.equal([0, partBytes, 2 * partBytes]);
    const [announced, ...parts] = requests;
    expect(await announced?.json()).to.deep.equal({ name: 'log.txt', size: 600_000 });
    expect(announced?.headers.get('idempotency-key')).to.match(/^[0-9a-f]{32}$/);
    const lengths = await Promise.all(parts.map(async (part) => (await part.arrayBuffer()).byteLength));
    expect(lengths).to.deep.equal([partBytes, partBytes, 600_000 - 2 * partBytes]);
    expect(parts.every(({ headers }) => headers.get('content-type') === 'application/octet-stream')).to.equal(true);
  });

  it('sends the largest file there may be whole (F25)', async () => {
    const { upload, run, calls } = await begin(textFile('stor.txt', mostFileBytes), undefined, 101);
    await run();
    expect(upload.state.status).to.equal('done');
    expect(calls()).to.have.lengthOf(1 + Math.ceil(mostFileBytes / partBytes));
  });

  it('sends a part again by itself when its answer is lost, and announces once with one key (F05, F06, F25)', async () => {
    const { upload, run, requests, calls } = await begin(textFile('log.txt', 300_000), (inner) =>
      at('/cases/files', first(1, cut()))(at('/parts/1', first(1, cut()))(inner)),
    );
    await run();
    expect(upload.state.status).to.equal('done');
    expect(calls()).to.deep.equal(['POST', 'POST', 'PUT /parts/0', 'PUT /parts/1', 'PUT /parts/1']);
    const [one, other] = requests.map(({ headers }) => headers.get('idempotency-key'));
    expect(one).to.equal(other);
  });

  it('stops when it cannot get on, and goes on from that part when it is tried again (F25)', async () => {
    const broken = breakable();
    const { upload, run, calls } = await begin(textFile('log.txt', 700_000), broken.fault);
    broken.use(at('/parts/1', answers(500)));
    await run();
    expect(upload.state.status).to.equal('failed');
    broken.use();
    const before = calls().length;
    await run();
    expect(upload.state.status).to.equal('done');
    expect(calls().slice(before)).to.deep.equal(['PUT /parts/1', 'PUT /parts/2']);
  });

  it('sends nothing without a network, and says so (F02)', async () => {
    const { upload, run, calls } = await begin(textFile('log.txt'), offline());
    network(false);
    await run();
    expect(upload.state).to.deep.equal({ status: 'failed', problem: { kind: 'offline' } });
    expect(calls()).to.deep.equal([]);
  });

  it('begins anew when what was left half way has been thrown away meanwhile (F17, F25)', async () => {
    const broken = breakable();
    const { upload, run, company, requests, calls } = await begin(textFile('log.txt', 300_000), broken.fault);
    broken.use(at('/parts/1', answers(403)));
    await run();
    expect(upload.state.status).to.equal('failed');
    const [, id] = /files\/([^/]+)\//.exec(requests[1]?.url ?? '') ?? [];
    await ask(`companies/${company}/cases/files/${id ?? ''}`, { method: 'DELETE' });
    broken.use();
    const before = calls().length;
    await run();
    expect(upload.state.status).to.equal('done');
    expect(calls().slice(before)).to.deep.equal(['PUT /parts/1', 'POST', 'PUT /parts/0', 'PUT /parts/1']);
  });

  it('takes back what was announced when it is broken off, also while it is being announced (F25)', async () => {
    const held = gate();
    const { upload, run, requests } = await begin(textFile('log.txt', 300_000), () => held.fetch);
    const running = run();
    await until(() => held.waiting.length, 'the announcement');
    upload.abort(undefined);
    held.open();
    await running;
    await until(() => requests.some(({ method }) => method === 'DELETE'), 'that it is taken back');
    expect(requests.map(({ method }) => method)).to.deep.equal(['POST', 'DELETE']);
  });

  it('tells a file that was half sent to be thrown away, for the same person only (T05, F25)', async () => {
    for (const same of [true, false]) {
      const { upload, run, sender, requests } = await begin(textFile('log.txt', 300_000), at('/parts/1', silent()));
      const running = run();
      await until(() => requests.some(({ url }) => url.endsWith('/parts/1')), 'the second part');
      upload.abort(same ? sender : undefined);
      await running;
      await new Promise(requestAnimationFrame);
      expect(requests.some(({ method }) => method === 'DELETE')).to.equal(same);
    }
  });

  for (const [fault, why] of [
    [at('/parts', refuses('/content', 'kind')), 'kind'],
    [at('/parts', refuses('/content', 'giant')), 'giant'],
    [at('/parts', refuses('/content', 'scan')), 'scan'],
    [at('/files', refuses('/name', 'ending')), 'ending'],
    [at('/files', refuses('/size', 'quota')), 'quota'],
    [at('/files', refuses('/size', 'tooBig')), 'size'],
    [at('/files', refuses('/something', 'new')), 'other'],
    [at('/parts', answers(413)), 'size'],
    [at('/parts', answers(415)), 'kind'],
  ] as const)
    it(`does not try again what is refused for good, and says why: ${why} (T13, F25)`, async () => {
      const { upload, run, calls } = await begin(textFile('log.txt'), fault);
      await run();
      expect(upload.state).to.deep.equal({ status: 'refused', why });
      expect(calls().length).to.be.lessThan(3);
    });

  it('says that a file can no longer be read (F25)', async () => {
    const file = textFile('væk.txt');
    Object.defineProperty(file, 'slice', {
      value: () => ({ arrayBuffer: () => Promise.reject(new DOMException('', 'NotReadableError')) }),
    });
    const { upload, run } = await begin(file);
    await run();
    expect(upload.state).to.deep.equal({ status: 'refused', why: 'unreadable' });
  });

  it('shortens a name that is too long in its middle, and keeps its ending (T13)', async () => {
    const { upload, run, requests } = await begin(textFile(`${'lang'.repeat(60)}.txt`));
    await run();
    expect(upload.state.status).to.equal('done');
    const { name } = (await requests[0]?.json()) as { name: string };
    expect(name).to.have.lengthOf(200);
    expect(name).to.match(/^langlang.*la….*lang\.txt$/);
  });
});
