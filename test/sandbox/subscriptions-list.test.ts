import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from 'drizzle-orm';
import { createClock } from '../../sandbox/clock.ts';
import { refreshDirectory } from '../../sandbox/subscriptions/directory.ts';
import type { Subscription } from '../../src/subscriptions/subscription.ts';
import type { User } from '../../src/subscriptions/user.ts';
import { onBothEngines, Sandbox } from './engines.ts';
import { allNames, nameOf, scratchCompany, search } from './scratch.ts';

onBothEngines((sandbox, kind) => {
  describe('the list of users', () => {
    test('has one row for each user and each subscription without a person, and both counts (R9.3, R10.2, D7)', async () => {
      const { body } = await search(sandbox(), await sandbox().id('company', 'c1'));
      assert.deepEqual([body.items.length, body.total, body.users, body.subscriptions], [26, 26, 24, 26]);
      assert.equal(body.items.flatMap((row) => row.subscriptions).length, 26);
      const row = (name: string) => body.items.find((item) => nameOf(item) === name);
      assert.deepEqual(
        row('Anders Abildgaard')?.subscriptions.map(({ plan, phone }) => [plan, phone]),
        [
          ['Datasim 10 GB', null],
          ['Mobil 5 GB', '+4567102030'],
        ],
      );
      assert.deepEqual([row('Øjvind Wæver')?.subscriptions, row('Bo Ib')?.user?.email], [[], null]);
      assert.deepEqual([row('Router, lageret')?.user, row('Router, lageret')?.subscriptions[0]?.plan], [null, 'Mobilt bredbånd 500 GB']);
    });

    test('shows each state and its day (R10.2)', async () => {
      const { body } = await search(sandbox(), await sandbox().id('company', 'c1'));
      const state = (name: string) => {
        const { status, moveDate, lastDay } = body.items.find((item) => nameOf(item) === name)?.subscriptions[0] ?? {};
        return [status, moveDate, lastDay];
      };
      assert.deepEqual(state('Isaac Munk'), ['pendingActive', '2026-12-01', null]);
      assert.deepEqual(state('Lærke Schytt'), ['pendingTerminate', null, '2026-12-31']);
      assert.deepEqual(state('Mette Kjær'), ['suspended', null, null]);
    });

    test('holds what exists: the count is that of the rows on all pages, closed subscriptions left out (R9.3)', async () => {
      const company = await sandbox().id('company', 'c3');
      let [users, subscriptions, rows] = [0, 0, 0];
      for (let offset = 0; ; offset += 100) {
        const { body } = await search(sandbox(), company, { offset });
        rows += body.items.length;
        users += body.items.filter((row) => row.user !== null).length;
        subscriptions += body.items.flatMap((row) => row.subscriptions).length;
        assert.ok(body.items.every((row) => row.subscriptions.every(({ status }) => status !== 'terminated')));
        if (rows >= body.total) {
          assert.deepEqual([users, subscriptions, rows], [body.users, body.subscriptions, body.total]);
          break;
        }
      }
      assert.equal(users, 1800);
    });

    test('of an empty company is empty, and a page beyond the last is too (R9.3)', async () => {
      const empty = await search(sandbox(), await sandbox().id('company', 'c4'));
      assert.deepEqual(empty.body, { items: [], total: 0, users: 0, subscriptions: 0 });
      const beyond = await search(sandbox(), await sandbox().id('company', 'c1'), { offset: 26 });
      assert.deepEqual([beyond.body.items, beyond.body.total], [[], 26]);
    });

    test('follows a change in the same transaction, in order, search and counts (R9.3, R10.1)', async () => {
      const company = await scratchCompany(sandbox(), [
        { name: 'Bo Bæk', email: 'bo@x.example', subscriptions: [{ phone: '+4568999990' }] },
        { name: 'Ib Ask' },
        { label: 'Router', subscriptions: [{ plan: 'p-bb' }] },
      ]);
      const { db } = sandbox().database;
      const all = (await search(sandbox(), company)).body.items;
      const change = db.transaction(async (transaction) => {
        await transaction.execute(sql`update telephone_user set name = 'Åge Ågård' where company_id = ${company} and name = 'Bo Bæk'`);
        await transaction.execute(sql`update subscription set status = 'terminated' where company_id = ${company}`);
        await refreshDirectory(
          transaction,
          all.map(({ id }) => id),
        );
      });
      await change;
      assert.deepEqual(await allNames(sandbox(), company), ['Ib Ask', 'Åge Ågård']);
      assert.deepEqual(await allNames(sandbox(), company, { search: 'aage' }), ['Åge Ågård']);
      for (const gone of ['bæk', '68999990', 'router']) assert.deepEqual(await allNames(sandbox(), company, { search: gone }), []);
      const { body } = await search(sandbox(), company);
      assert.deepEqual([body.total, body.users, body.subscriptions], [2, 2, 0]);
      const [words] = (
        (await db.execute(sql`select count(*)::int as left_over from search_word w where not exists
        (select from directory d where d.no = w.row_no)`)) as { rows: { left_over: number }[] }
      ).rows;
      assert.equal(words?.left_over, 0);
    });

    if (kind === 'postgres') {
      test('keeps its figures right when colleagues change the same company at once (R9.3)', async () => {
        const company = await scratchCompany(sandbox(), [{ name: 'Ane' }, { name: 'Bo' }, { name: 'Carl' }, { name: 'Dan' }]);
        const ids = (await search(sandbox(), company)).body.items.map(({ id }) => id);
        const rename = (id: string, index: number) =>
          sandbox().database.db.transaction(async (transaction) => {
            await transaction.execute(sql`update telephone_user set name = ${`Navn ${String(index)}`} where id = ${id}`);
            await refreshDirectory(transaction, [id]);
          });
        await Promise.all([...ids, ...ids, ...ids].map(rename));
        const { body } = await search(sandbox(), company);
        assert.deepEqual([body.items.length, body.total, body.users, body.subscriptions], [4, 4, 4, 0]);
      });
    }
  });

  describe('the profile', () => {
    test('holds everything that is to be shown (R14.1)', async () => {
      const path = `/companies/${await sandbox().id('company', 'c1')}/users/${await sandbox().id('user', 'u1')}`;
      const { body } = await sandbox().ask<User>(path);
      assert.deepEqual([body.name, body.email, body.costCentre], ['Anders Abildgaard', 'anders.abildgaard@nordlys.example', 'Salg']);
      const mobile = body.subscriptions.find(({ plan }) => plan === 'Mobil 5 GB');
      assert.ok(mobile);
      const { phone, price, included, status, notice, firstLastDay, sim } = mobile;
      assert.deepEqual([phone, status, sim], ['+4567102030', 'active', { kind: sim?.kind, number: '8945990000000000018' }]);
      assert.deepEqual(
        [price, included],
        [
          { amount: 7900, currency: 'DKK' },
          { data: 5, talk: true },
        ],
      );
      assert.deepEqual([notice, firstLastDay], [{ length: 30, unit: 'days' }, '2026-12-22']);
    });

    test('shows closed subscriptions last (R14.1)', async () => {
      const subscriptions = [{ plan: 'p-5', status: 'terminated' }, { plan: 'p-fri' }] as const;
      const company = await scratchCompany(sandbox(), [{ name: 'Bo', subscriptions }]);
      const [row] = (await search(sandbox(), company)).body.items;
      const { body } = await sandbox().ask<User>(`/companies/${company}/users/${row?.id ?? ''}`);
      assert.deepEqual(
        body.subscriptions.map(({ status }) => status),
        ['active', 'terminated'],
      );
    });

    test('reckons notice by the company’s rules and the business clock (R14.1)', async () => {
      const company = await sandbox().id('company', 'c3');
      const [row] = (await search(sandbox(), company)).body.items;
      const path = `/companies/${company}/users/${row?.id ?? ''}`;
      const { body } = await sandbox().ask<User>(path);
      assert.equal(body.subscriptions[0]?.firstLastDay, '2026-12-31');
      const later = new Sandbox(sandbox().database, { clock: createClock('2027-01-30') });
      assert.equal((await later.ask<User>(path)).body.subscriptions[0]?.firstLastDay, '2027-02-28');
    });

    test('drops a binding once the business clock has passed it (R14.1)', async () => {
      const company = await sandbox().id('company', 'c1');
      const path = `/companies/${company}/subscriptions/${await sandbox().id('subscription', 's-u2')}`;
      await sandbox().database.db.execute(sql`update subscription set bound_until = '2026-12-01' where key = 's-u2'`);
      const on = async (day: string) => (await new Sandbox(sandbox().database, { clock: createClock(day) }).ask<Subscription>(path)).body;
      assert.equal((await on('2026-12-01')).boundUntil, '2026-12-01');
      assert.equal((await on('2026-12-02')).boundUntil, null);
    });

    test('exists for what no person has, under its label (R14.1, D7)', async () => {
      const company = await sandbox().id('company', 'c1');
      const { body } = await sandbox().ask<Subscription>(
        `/companies/${company}/subscriptions/${await sandbox().id('subscription', 's-router')}`,
      );
      assert.equal(body.label, 'Router, lageret');
      assert.match(body.phone ?? '', /^\+4537\d{10}$/);
      assert.deepEqual(body.included, { data: 500, talk: false });
    });
  });
});
