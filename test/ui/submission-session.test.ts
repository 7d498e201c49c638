import { expect } from 'chai';
import { html } from 'lit';
import { connect, type PageConnection } from '../../src/session/connect.ts';
import { changeable, edit, type Changeable } from '../api/changeable.ts';
import { answers, at, cut, type Fault } from '../faults.ts';
import { cleanup, fixture, until } from '../helpers.ts';
import { gate } from '../recorder.ts';
import { backend, type Backend } from '../session/backend.ts';
import './sender.ts';
import type { MemberElement } from './sender.ts';

const open: PageConnection[] = [];

interface Stage {
  readonly host: MemberElement;
  readonly place: Changeable;
  readonly wire: Backend;
  readonly session: PageConnection;
  /** The keys of the edits that were sent, each with who sent it. */
  readonly edits: () => string[];
  readonly reaches: (status: MemberElement['submission']['state']['status']) => Promise<unknown>;
}

/** Mange is signed in on the page, and works in a company of the test's own. */
const stage = async (company: number, inner?: typeof fetch): Promise<Stage> => {
  const place = await changeable(company);
  const wire = backend('mange', inner);
  const session = connect({ ...wire.options, company: place.company.id });
  open.push(session);
  const host = await fixture<MemberElement>(html`<x-member></x-member>`);
  host.send = async ([client], content, key, signal) => (await edit(client, place, content, { key, signal })).costCentre ?? '';
  await until(() => host.sender && host.connection?.companyId === place.company.id, 'the session');
  return {
    host,
    place,
    wire,
    session,
    edits: () =>
      wire.requests
        .filter(({ method }) => method === 'PATCH')
        .map(({ headers }) => `${headers.get('authorization') ?? ''} ${headers.get('idempotency-key') ?? ''}`),
    reaches: (status) =>
      until(() => host.submission.state.status === status, `»${status}« in place of ${JSON.stringify(host.submission.state)}`),
  };
};

/** The backend no longer knows the person behind an edit. */
const ended: Fault = at('/users/', answers(401));

describe('A submission in a session', () => {
  afterEach(() => {
    for (const session of open.splice(0)) session.close();
    cleanup();
  });

  it('that ends while it is sent waits for the sign-in, and goes on when the same person is back (F15)', async () => {
    const { host, place, wire, session, edits, reaches } = await stage(182);
    wire.use(ended);
    host.submission.submit('F15');
    await reaches('waiting');
    expect(host.problems).to.deep.equal([]);
    const before = edits().length;
    await host.settled();
    expect(edits(), 'it does not go round and round').to.have.length(before);
    wire.use();
    session.resume();
    await reaches('done');
    expect([await place.effects(), new Set(edits()).size, host.done]).to.deep.equal([1, 1, [['F15', 'F15']]]);
  });

  it('that ends while its outcome is found out goes on finding out, and does it once (F06, F15)', async () => {
    const { host, place, wire, session, edits, reaches } = await stage(183);
    wire.use((inner) => {
      const lost = cut()(inner);
      const refused = ended(inner);
      let sent = 0;
      return (...call) => (sent++ === 0 ? lost : refused)(...call);
    });
    host.submission.submit('F06');
    await reaches('waiting');
    expect(await place.effects()).to.equal(1);
    wire.use();
    session.resume();
    await reaches('done');
    expect([await place.effects(), new Set(edits()).size]).to.deep.equal([1, 1]);
  });

  it('is forgotten when another person signs in, and nothing of it is sent for them (T05, F15, F24)', async () => {
    const { host, place, wire, session, edits, reaches } = await stage(184);
    wire.use(ended);
    host.submission.submit('mine');
    await reaches('waiting');
    const before = edits().length;
    wire.use();
    wire.person = 'maja';
    session.resume();
    await reaches('ready');
    await host.settled();
    expect([edits().length - before, await place.effects(), host.done.length]).to.deep.equal([0, 0, 0]);
  });

  it('is done for the company it was meant for, and reported to nobody, when another company is chosen meanwhile (T05, F20)', async () => {
    const wire = gate();
    const opening = stage(185, wire.fetch);
    (await until(() => wire.waiting[0], 'the session')).release();
    const { host, place, reaches } = await opening;
    const { company: other } = await changeable(186);
    host.submission.submit('T05');
    const held = await until(() => wire.waiting.find(({ request }) => request.method === 'PATCH'), 'the edit');
    await host.connection?.choose(other);
    await reaches('ready');
    held.release();
    while ((await place.effects()) === 0) await new Promise(requestAnimationFrame);
    await host.settled();
    expect([host.submission.state.status, host.done]).to.deep.equal(['ready', []]);
  });
});
