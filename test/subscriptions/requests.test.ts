/** How much the list asks of the backend: as early as it may, and nothing twice. */
import { expect } from 'chai';
import type { SubscriptionsElement } from '../../src/subscriptions/subscriptions-element.ts';
import { cleanup, fixture, once, signIn, until } from '../helpers.ts';
import { counting, gate } from '../recorder.ts';
import { companyOf, cvr, list, open, place } from './open.ts';
import { control, listed, reads, rows } from './screen.ts';

const kinds = (paths: readonly string[]): string[] => paths.map((path) => (path.startsWith('/v1/session') ? 'session' : 'list'));

describe('the requests of the list', () => {
  afterEach(cleanup);

  it('are one for the session and one for the list, in flight together when the company is named (R5.2)', async () => {
    const wire = gate();
    const seen = counting(wire.fetch);
    const element = await place('maja', { fetch: seen.fetch, company: await companyOf('maja', cvr.nordlys) });
    await until(() => wire.waiting.length === 2, 'both requests');
    expect(kinds(seen.paths()).sort()).to.deep.equal(['list', 'session']);
    // Even when the list comes first, nothing of it is shown before it is known who is here.
    const [last] = wire.waiting.filter(({ request }) => request.url.includes('/session'));
    wire.waiting.find((held) => held !== last)?.release();
    await until(() => wire.waiting.length === 1, 'the list to be on its way');
    last?.release();
    await listed(element);
    expect(rows(element)).to.have.lengthOf(26);
    expect(seen.requests).to.have.lengthOf(2);
  });

  it('show nothing of a list that comes before it is known who is here (T05, R2.2)', async () => {
    const wire = gate();
    const element = await place('maja', { fetch: wire.fetch, company: await companyOf('maja', cvr.nordlys) });
    const counted = once(element, 'ss-count');
    const session = await until(
      () => (wire.waiting.length === 2 ? wire.waiting.find(({ request }) => request.url.includes('/session')) : undefined),
      'both requests',
    );
    wire.waiting.find((held) => held !== session)?.release();
    await counted;
    await element.updateComplete;
    expect(rows(element)).to.have.lengthOf(0);
    session.release();
    await listed(element);
  });

  it('are the list right after the session when no company is named, and none is made twice', async () => {
    const seen = counting();
    const element = await open('maja', { fetch: seen.fetch });
    expect(kinds(seen.paths())).to.deep.equal(['session', 'list']);
    control(element, 'Birthe Bæk').click();
    await reads(element, 'Startdato');
    control(element, 'Tilbage').click();
    await listed(element);
    expect(seen.requests).to.have.lengthOf(3);
  });

  for (const first of ['session', 'list'])
    it(`drop a named company that the person may not administer unseen, the ${first} answering first: one more list, no problem told (F17)`, async () => {
      const wire = gate();
      const seen = counting(wire.fetch);
      const told: string[] = [];
      signIn('maja', { fetch: seen.fetch, company: 'not-one-of-hers' });
      const element = await fixture<SubscriptionsElement>(list);
      element.addEventListener('ss-problem', ({ kind }) => told.push(kind));
      await until(() => wire.waiting.length === 2, 'both requests');
      const other = wire.waiting.find(({ request }) => request.url.includes('/search'));
      if (first === 'list') {
        // The backend knows no such company for this person.
        other?.release(new Response('{}', { status: 404, headers: { 'content-type': 'application/problem+json' } }));
        await new Promise(requestAnimationFrame);
      } else wire.waiting.find((held) => held !== other)?.release();
      wire.open();
      await listed(element);
      expect(rows(element)).to.have.lengthOf(26);
      expect(told).to.deep.equal([]);
      expect(kinds(seen.paths())).to.have.members(['session', 'list', 'list']);
    });

  it('of one who may not see the list are one, for the session (R6.1, R6.2)', async () => {
    const seen = counting();
    await reads(await place('frida', { fetch: seen.fetch }), 'Du har ikke adgang til Abonnementer.');
    expect(kinds(seen.paths())).to.deep.equal(['session']);
    cleanup();
    await reads(await place('uffe', { fetch: seen.fetch }), 'Du er ikke administrator for nogen virksomhed endnu.');
    expect(kinds(seen.paths())).to.deep.equal(['session', 'session']);
  });
});
