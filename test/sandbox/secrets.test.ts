import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, test } from 'node:test';
import { sql } from 'drizzle-orm';
import { rowsOf } from '../../sandbox/database/database.ts';
import { newId } from '../../sandbox/database/ids.ts';
import type { ProblemDetails } from '../../sandbox/http/problem.ts';
import { openLogFiles } from '../../sandbox/log-files.ts';
import type { Secrets } from '../../src/subscriptions/secrets.ts';
import { auditOf, everything, profileOf } from './changing.ts';
import { onBothEngines, Sandbox, type Question } from './engines.ts';

const secretTexts = /12345678|LPA:|smdp|"(pin|puk|activationCode)"/i;

describe('what only the holder of a SIM card should know', () => {
  onBothEngines((sandbox) => {
    const show = (subscription: string, what: unknown = 'codes', question: Question = {}, asked = sandbox()) =>
      asked.ask<Secrets & ProblemDetails>(`${subscription}/secrets`, { json: { show: what }, ...question });
    const lastOf = (subscription: string) => subscription.split('/').at(-1) ?? '';
    const putCard = (subscription: string, kind: string | null, number: string | null) =>
      sandbox().database.db.execute(
        sql`update subscription set sim_kind = ${kind}, sim_number = ${number} where id = ${lastOf(subscription)}`,
      );

    test('is its codes for a card and for an eSIM, and an activation code for the eSIM alone (D11, SIM-2)', async () => {
      const { subscription } = await profileOf(sandbox(), 'u1');
      const codes = { pin: '0000', puk: '12345678', activationCode: null };
      await putCard(subscription, 'sim', '8945990000000000018');
      assert.deepEqual((await show(subscription)).body, codes);
      assert.deepEqual((await show(subscription, 'activationCode')).body, { pin: null, puk: null, activationCode: null });
      await putCard(subscription, 'esim', '8945990000000000018');
      assert.deepEqual((await show(subscription)).body, codes);
      const { body } = await show(subscription, 'activationCode');
      assert.deepEqual([body.pin, body.puk], [null, null]);
      assert.match(body.activationCode ?? '', /^LPA:1\$smdp\.example\.com\$[A-Z\d]{4}-[A-Z\d]{4}-[A-Z\d]{4}-[A-Z\d]{4}$/);
    });

    test('is the same at each asking, and another for another card (SIM-2, SIM-8)', async () => {
      const { subscription } = await profileOf(sandbox(), 'u2');
      const codes = new Set<string | null>();
      for (let card = 0; card < 20; card++) {
        await putCard(subscription, 'esim', `89459900000000000${String(100 + card)}`);
        const [first, second] = [await show(subscription, 'activationCode'), await show(subscription, 'activationCode')];
        assert.equal(first.body.activationCode, second.body.activationCode);
        codes.add(first.body.activationCode);
      }
      assert.equal(codes.size, 20);
    });

    test('does not exist without a card, nor when the subscription is closed (SIM-3)', async () => {
      const nothing = { pin: null, puk: null, activationCode: null };
      const { subscription } = await profileOf(sandbox(), 'u4');
      await putCard(subscription, null, null);
      assert.deepEqual([(await show(subscription)).body, (await show(subscription, 'activationCode')).body], [nothing, nothing]);
      await putCard(subscription, 'esim', '8945990000000000042');
      await sandbox().database.db.execute(sql`update subscription set status = 'terminated' where id = ${lastOf(subscription)}`);
      assert.deepEqual([(await show(subscription)).body, (await show(subscription, 'activationCode')).body], [nothing, nothing]);
    });

    test('is written down each time it is shown: by whom, whose, when, in which call – and never what (SIM-3, PRV-7)', async () => {
      const { subscription } = await profileOf(sandbox(), 'u5');
      const calls = [await show(subscription), await show(subscription, 'activationCode'), await show(subscription)];
      const common = { person: 'maja', company: 'c1', subject: lastOf(subscription), recent: true };
      assert.deepEqual(
        await auditOf(sandbox(), lastOf(subscription)),
        calls.map(({ headers }, index) => {
          return { ...common, deed: index === 1 ? 'secrets.activationCode' : 'secrets.codes', request_id: headers.get('request-id') };
        }),
      );
    });

    test('is not shown when it cannot be written down (SIM-3)', async () => {
      const { subscription } = await profileOf(sandbox(), 'u6');
      const { db } = sandbox().database;
      const silent = new Sandbox(sandbox().database, { fault: () => {} });
      await db.execute(sql`alter table audit add constraint refused check (subject <> ${sql.raw(`'${lastOf(subscription)}'`)})`);
      try {
        const { status, text } = await show(subscription, 'codes', {}, silent);
        assert.equal(status, 500);
        assert.doesNotMatch(text, secretTexts);
      } finally {
        await db.execute(sql`alter table audit drop constraint refused`);
      }
      assert.equal((await show(subscription)).status, 200);
    });

    test('is nothing for who may only read, for others and for nobody, and that leaves no trace as if it had been shown (T03, T04, R8.2)', async () => {
      const { subscription } = await profileOf(sandbox(), 'u1');
      const own = `/companies/${await sandbox().id('company', 'c6')}/subscriptions`;
      const before = await everything(sandbox());
      for (const [address, as, expected] of [
        [subscription, 'lars', 403],
        [subscription, 'frida', 403],
        [subscription, 'ida', 404],
        [`${own}/${lastOf(subscription)}`, 'ida', 404],
        [`${own}/${newId()}`, 'ida', 404],
        [subscription, null, 401],
      ] as const) {
        const { status, text } = await show(address, 'codes', { as });
        assert.equal(status, expected);
        assert.doesNotMatch(text, secretTexts);
      }
      assert.deepEqual(await everything(sandbox()), before);
    });

    test('is asked for one at a time, and not by reading an address (T04, SIM-3)', async () => {
      const { subscription } = await profileOf(sandbox(), 'u1');
      for (const what of ['', 'all', 'puk', null, ['codes']]) assert.equal((await show(subscription, what)).status, 422);
      for (const json of [{}, { show: 'codes', pin: true }]) assert.equal((await show(subscription, 'codes', { json })).status, 422);
      assert.equal((await sandbox().ask(`${subscription}/secrets`)).status, 405);
      assert.equal((await show(subscription)).headers.get('cache-control'), 'no-store');
    });

    test('is in no other answer, no log and no record, also when something goes wrong (SIM-3, T04, T08, PRV-6)', async () => {
      const folder = await mkdtemp(path.join(tmpdir(), 'selvbetjening-logs-'));
      try {
        const { log, fault, written } = await openLogFiles(folder);
        const logged = new Sandbox(sandbox().database, { log, fault });
        const { path: profile, subscription } = await profileOf(sandbox(), 'u7');
        await putCard(subscription, 'esim', '8945990000000000075');
        const { body } = await show(subscription, 'activationCode', {}, logged);
        await show(subscription, 'codes', {}, logged);
        const matching = body.activationCode?.split('$').at(-1) ?? '';
        assert.equal(matching.length, 19);
        // A fault right after the secrets have been read: the answer cannot be committed.
        const broken = new Sandbox(failing(sandbox().database), { log, fault });
        assert.equal((await show(subscription, 'activationCode', {}, broken)).status, 500);

        const company = profile.split('/users/')[0] ?? '';
        const texts: string[] = [];
        for (const address of [
          profile,
          subscription,
          company,
          `${company}/orders`,
          `${company}/plans`,
          `${company}/numbers`,
          '/session',
          '/companies',
        ]) {
          const { status, text } = await logged.ask(address);
          assert.equal(status, 200, address);
          texts.push(text);
        }
        const list = { search: '', sort: 'name', direction: 'ascending', offset: 0, limit: 100 };
        texts.push((await logged.ask(`${company}/users/search`, { json: list })).text);
        for (const table of ['audit', 'intention']) {
          const rows = await rowsOf<{ row: string }>(sandbox().database.db, sql`select t::text as row from ${sql.identifier(table)} t`);
          texts.push(...rows.map(({ row }) => row));
        }
        await written();
        const [access, faults] = [
          await readFile(path.join(folder, 'access.log'), 'utf8'),
          await readFile(path.join(folder, 'faults.log'), 'utf8'),
        ];
        assert.match(access, /"route":"\/v1\/companies\/\{company\}\/subscriptions\/\{subscription\}\/secrets","status":200/);
        assert.match(faults, /"requestId"/);
        for (const text of [...texts, access, faults]) {
          assert.doesNotMatch(text, secretTexts);
          assert.equal(text.includes(matching), false);
        }
      } finally {
        await rm(folder, { recursive: true });
      }
    });
  });
});

/** A database whose transactions do all they are asked, and then fail with what was to be answered in the words of the error. */
function failing(database: Sandbox['database']): Sandbox['database'] {
  const db = new Proxy(database.db, {
    get(target, name) {
      if (name !== 'transaction') return Reflect.get(target, name) as unknown;
      return (act: (transaction: typeof target) => Promise<unknown>) =>
        target.transaction(async (transaction) => {
          throw new Error(JSON.stringify(await act(transaction)));
        });
    },
  });
  return { ...database, db };
}
