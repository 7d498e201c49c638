import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { rowsOf } from '../../sandbox/database/database.ts';
import { tidyIntentions } from '../../sandbox/http/idempotency.ts';
import type { ProblemDetails } from '../../sandbox/http/problem.ts';
import { MovableClock } from '../../sandbox/movable-clock.ts';
import { startSandbox } from '../../sandbox/servers.ts';
import type { Subscription } from '../../src/subscriptions/subscription.ts';
import type { User } from '../../src/subscriptions/user.ts';
import { auditOf, change, everything, profileOf, untilAnswered } from './changing.ts';
import { onBothEngines, Sandbox, today, type Answer } from './engines.ts';

const problem = (kind: string) => `urn:selvbetjening:problem:${kind}`;
const isReplayed = ({ headers }: Answer<unknown>): boolean => headers.get('idempotency-replayed') === 'true';
const newKey = () => crypto.randomUUID();

type Edited = User & ProblemDetails;
type Blocked = Subscription & Pick<ProblemDetails, 'type' | 'errors'>;

describe('a change that is asked for more than once', () => {
  onBothEngines((sandbox, kind) => {
    const edit = (path: string, key: string | null, match: string, json: unknown) =>
      change<Edited>(sandbox(), path, { method: 'PATCH', key, match, json });
    const block = (path: string, key: string, reason: string, as = 'maja') =>
      change<Blocked>(sandbox(), `${path}/block`, { key, json: { reason }, as });
    /** Subscriptions of c6, which both Maja and Ida administer. */
    const shared = async (): Promise<string[]> => {
      const company = await sandbox().id('company', 'c6');
      const rows = await rowsOf<{ id: string }>(
        sandbox().database.db,
        sql`select id from subscription where company_id = ${company} and status = 'active' order by id`,
      );
      return rows.map(({ id }) => `/companies/${company}/subscriptions/${id}`);
    };

    test('needs a key that is one, and nothing happens without (T20)', async () => {
      const { path, etag } = await profileOf(sandbox(), 'u1');
      const before = await everything(sandbox());
      for (const key of [
        null,
        '',
        'short',
        'x'.repeat(65),
        'with space',
        'æ234567890',
        '"12345678',
        '12345678"',
        'a1234567, b1234567',
        '"12345678";a=1',
        '1234567*',
      ]) {
        const { status, body } = await edit(path, key, etag, { costCentre: 'Lager' });
        assert.deepEqual([status, body.type], [400, problem('key-missing')], String(key));
      }
      assert.deepEqual(await everything(sandbox()), before);
      for (const key of ['12345678', 'x'.repeat(64), '"quoted-key_1"']) {
        const { etag: now } = await profileOf(sandbox(), 'u1');
        assert.equal((await edit(path, key, now, { costCentre: 'Lager' })).status, 200, key);
      }
    });

    test('is done once, and answered alike to the letter, with its ETag and a word that it is a repetition (T20, F06, R14.6)', async () => {
      const { path, user, etag } = await profileOf(sandbox(), 'u2');
      const key = newKey();
      const first = await edit(path, key, etag, { name: 'Aage Øst', costCentre: 'Lager' });
      assert.deepEqual([first.status, isReplayed(first)], [200, false]);
      // Later the profile says something else; the answer to this change is still what it was.
      const later = await edit(path, newKey(), first.headers.get('etag') ?? '', { name: 'Aage Vest' });
      const before = await everything(sandbox());
      for (const [again, json] of [
        [key, { name: 'Aage Øst', costCentre: 'Lager' }],
        [`"${key}"`, { costCentre: 'Lager', name: 'Aage Øst' }],
      ] as const) {
        const second = await edit(path, again, etag, json);
        assert.deepEqual([second.status, second.text, second.headers.get('etag')], [200, first.text, first.headers.get('etag')]);
        assert.equal(isReplayed(second), true);
        assert.notEqual(second.headers.get('request-id'), first.headers.get('request-id'));
      }
      assert.deepEqual(await everything(sandbox()), before);
      assert.equal(later.status, 200);
      assert.equal((await auditOf(sandbox(), user.id)).length, 2);
    });

    test('under a key that has stood for something else is refused, and nothing happens (T20)', async () => {
      const { path, etag, subscription } = await profileOf(sandbox(), 'u3');
      const other = await profileOf(sandbox(), 'u4');
      const key = newKey();
      const { headers } = await edit(path, key, etag, { costCentre: 'Lager' });
      const blockKey = newKey();
      await block(subscription, blockKey, 'lost');
      const before = await everything(sandbox());
      for (const answer of [
        await edit(path, key, etag, { costCentre: 'Salg' }),
        await edit(path, key, etag, { costCentre: null }),
        await edit(path, key, headers.get('etag') ?? '', { costCentre: 'Lager' }),
        await edit(other.path, key, etag, { costCentre: 'Lager' }),
        await block(other.subscription, blockKey, 'lost'),
        await block(subscription, blockKey, 'stolen'),
      ]) {
        assert.deepEqual([answer.status, answer.body.type, isReplayed(answer)], [422, problem('key-reused'), false]);
      }
      assert.deepEqual(await everything(sandbox()), before);
    });

    test('by somebody else, in another company or in another way is another change, whatever its key (T20)', async () => {
      const [one = ''] = await shared();
      const { subscription: elsewhere } = await profileOf(sandbox(), 'u5');
      const key = newKey();
      const answers = [
        await block(one, key, 'lost'),
        await block(one, key, 'stolen', 'ida'),
        await block(elsewhere, key, 'other'),
        await change<Blocked>(sandbox(), `${one}/block`, { method: 'DELETE', key }),
      ];
      assert.deepEqual(
        answers.map(({ status, body }) => [status, body.block?.reason]),
        [
          [200, 'lost'],
          [200, 'stolen'],
          [200, 'other'],
          [200, undefined],
        ],
      );
      assert.equal(answers.some(isReplayed), false);
      const again = await block(one, key, 'lost');
      assert.deepEqual([again.text, isReplayed(again)], [answers[0]?.text, true]);
    });

    test('after it was refused is a new one: neither a mistake nor a colleague’s change uses the key up (T20, T21)', async () => {
      const { path, etag } = await profileOf(sandbox(), 'u6');
      const key = newKey();
      assert.equal((await edit(path, key, etag, { name: '' })).status, 422);
      assert.equal((await edit(path, key, etag, {})).status, 422);
      assert.equal((await edit(path, key, '"0"', { name: 'Bo Ib' })).status, 412);
      assert.equal((await edit(`${path}x`, key, etag, { name: 'Bo Ib' })).status, 404);
      assert.equal((await change(sandbox(), path, { method: 'PATCH', key, match: etag, json: { name: 'Bo Ib' }, as: 'lars' })).status, 403);
      const done = await edit(path, key, etag, { name: 'Bo Ib' });
      assert.deepEqual([done.status, isReplayed(done)], [200, false]);
    });

    test('after it went wrong half-way has left nothing behind, and can be done with the same key (T20, F13)', async () => {
      const { path, user, etag } = await profileOf(sandbox(), 'u7');
      const { db } = sandbox().database;
      const silent = new Sandbox(sandbox().database, { fault: () => {} });
      const key = newKey();
      const ask = (asked: Sandbox) =>
        change<Edited>(asked, path, { method: 'PATCH', key, match: etag, json: { name: 'Çigdem Ny', costCentre: 'IT' } });
      const before = await everything(sandbox());
      await db.execute(sql`alter table audit add constraint refused check (subject <> ${sql.raw(`'${user.id}'`)})`);
      const failed = await ask(silent).finally(() => db.execute(sql`alter table audit drop constraint refused`));
      assert.equal(failed.status, 500);
      assert.deepEqual(await everything(sandbox()), before);
      const done = await ask(sandbox());
      assert.deepEqual([done.status, isReplayed(done), done.body.name], [200, false, 'Çigdem Ny']);
    });

    test('two hundred times at once is done once, and all get one answer (T20, R14.6)', async () => {
      const { path, user, etag } = await profileOf(sandbox(), 'u8');
      const key = newKey();
      const answers = await Promise.all(
        Array.from({ length: 200 }, () => untilAnswered(() => edit(path, key, etag, { name: 'Dorte Ørum-Holm' }))),
      );
      assert.deepEqual([...new Set(answers.map(({ status }) => status))], [200]);
      assert.equal(new Set(answers.map(({ text }) => text)).size, 1);
      assert.deepEqual([...new Set(answers.map(({ headers }) => headers.get('etag')))], [`"${String(Number(etag.slice(1, -1)) + 1)}"`]);
      assert.equal(answers.filter(isReplayed).length, 199);
      assert.equal((await auditOf(sandbox(), user.id)).length, 1);
    });

    test('two hundred times at once with keys of their own is each time what the first has made of it (T20)', async () => {
      const { subscription } = await profileOf(sandbox(), 'u9');
      const answers = await Promise.all(
        Array.from({ length: 200 }, newKey).map((key) => untilAnswered(() => block(subscription, key, 'stolen'))),
      );
      assert.equal(new Set(answers.map(({ status, text }) => `${String(status)} ${text}`)).size, 1);
      assert.equal((await auditOf(sandbox(), subscription.split('/').at(-1) ?? '')).length, 1);
    });

    test('in any order, with any keys, does what a list of keys kept by hand says (T20)', async () => {
      const subscriptions = await shared();
      assert.equal(subscriptions.length >= 2, true);
      const step = fc.record({ key: fc.nat(3), subscription: fc.nat(1), reason: fc.constantFrom('lost', 'stolen', null) });
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
          const run = newKey();
          const known = new Map<string, { content: string; text: string }>();
          for (const { key, subscription, reason } of steps) {
            const path = subscriptions[subscription] ?? '';
            const own = { key: `${run}-${String(key)}` };
            const answer =
              reason === null
                ? await change<Blocked>(sandbox(), `${path}/block`, { ...own, method: 'DELETE' })
                : await block(path, own.key, reason);
            const content = JSON.stringify([path, reason]);
            const intention = `${reason === null ? 'DELETE' : 'POST'} ${own.key}`;
            const before = known.get(intention);
            const expected = before === undefined ? [200, false] : before.content === content ? [200, true] : [422, false];
            assert.deepEqual([answer.status, isReplayed(answer)], expected);
            if (before === undefined) assert.equal(answer.body.block?.reason ?? null, reason);
            if (before?.content === content) assert.equal(answer.text, before.text);
            if (before === undefined) known.set(intention, { content, text: answer.text });
          }
        }),
        { numRuns: 40 },
      );
    });

    test('is not answered again to who may no longer change it, or look into it (T06, R7.3)', async () => {
      const { path, etag } = await profileOf(sandbox(), 'u10');
      const [maja, c1] = [await sandbox().id('person', 'maja'), await sandbox().id('company', 'c1')];
      const key = newKey();
      const ask = () => edit(path, key, etag, { costCentre: 'Lager' });
      const first = await ask();
      const { db } = sandbox().database;
      const refused: (readonly [number, string | undefined])[] = [];
      const tryAgain = async () => {
        const { status, body, text } = await ask();
        refused.push([status, body.type]);
        assert.doesNotMatch(text, /Lager/);
      };
      const own = sql`person_id = ${maja} and company_id = ${c1}`;
      try {
        await db.execute(sql`update membership set subscriptions = 'read' where ${own}`);
        await tryAgain();
        await db.execute(sql`update membership set subscriptions = 'none' where ${own}`);
        await tryAgain();
        await db.execute(sql`delete from membership where ${own}`);
        await tryAgain();
      } finally {
        await db.execute(sql`delete from membership where ${own}`);
        await db.execute(sql`insert into membership values (${maja}, ${c1}, 'full', 'full', 'full', 'full')`);
      }
      assert.deepEqual(refused, [
        [403, problem('forbidden')],
        [403, problem('forbidden')],
        [404, problem('not-found')],
      ]);
      const again = await ask();
      assert.deepEqual([again.text, isReplayed(again)], [first.text, true]);
    });

    test('is known for at least a day, and forgotten after two (T20)', async () => {
      const [young, old] = [newKey(), newKey()];
      const { subscription } = await profileOf(sandbox(), 'u11');
      const { db } = sandbox().database;
      await block(subscription, young, 'lost');
      await block(subscription, old, 'stolen');
      await db.execute(sql`update intention set made_at = now() - interval '47 hours' where key = ${young}`);
      await db.execute(sql`update intention set made_at = now() - interval '49 hours' where key = ${old}`);
      await tidyIntentions(db);
      assert.equal(isReplayed(await block(subscription, young, 'lost')), true);
      assert.equal(isReplayed(await block(subscription, old, 'stolen')), false);
    });

    if (kind === 'pglite') {
      test('is forgotten in time by a sandbox that runs (T20)', async () => {
        const { subscription } = await profileOf(sandbox(), 'u12');
        const { database } = sandbox();
        await block(subscription, 'forgotten', 'lost');
        await database.db.execute(sql`update intention set made_at = now() - interval '3 days' where key = 'forgotten'`);
        const partnerFolder = await mkdtemp(join(tmpdir(), 'selvbetjening-partner-'));
        const running = await startSandbox({ database, clock: await MovableClock.open(database, today), partnerFolder });
        await running.stop();
        await rm(partnerFolder, { recursive: true });
        assert.equal(isReplayed(await block(subscription, 'forgotten', 'lost')), false);
      });
    }

    if (kind === 'postgres') {
      test('while it is still being done is told to wait, and then gets the one answer there is (T20, F12)', async () => {
        const [first, second, third] = [
          await profileOf(sandbox(), 'u12'),
          await profileOf(sandbox(), 'u14'),
          await profileOf(sandbox(), 'u15'),
        ];
        const [maja, c1, key] = [await sandbox().id('person', 'maja'), await sandbox().id('company', 'c1'), newKey()];
        let answers: Answer<Blocked>[] = [];
        // Another instance that has taken the key and the row of a subscription, is slow, and fails in the end.
        const other = sandbox().database.db.transaction(async (transaction) => {
          const operation = 'POST /companies/{company}/subscriptions/{subscription}/block';
          await transaction.execute(
            sql`insert into intention (person_id, company_id, operation, key, content) values (${maja}, ${c1}, ${operation}, ${key}, 'x')`,
          );
          await transaction.execute(sql`select from subscription where id = ${second.subscription.split('/').at(-1)} for update`);
          answers = await Promise.all([
            block(first.subscription, key, 'lost'),
            block(second.subscription, newKey(), 'lost'),
            block(third.subscription, newKey(), 'lost'),
          ]);
          throw new Error('The other one fails.');
        });
        await assert.rejects(other, /The other one fails/);
        const told = answers.map(({ status, body }) => [status, body.type]);
        // What has nothing to do with it has not waited.
        assert.deepEqual(told, [
          [409, problem('in-progress')],
          [409, problem('in-progress')],
          [200, undefined],
        ]);
        for (const { headers } of answers.slice(0, 2)) assert.match(headers.get('retry-after') ?? '', /^[1-9]\d?$/);
        const done = await block(first.subscription, key, 'lost');
        assert.deepEqual([done.status, isReplayed(done), done.body.status], [200, false, 'suspended']);
      });
    }
  });
});
