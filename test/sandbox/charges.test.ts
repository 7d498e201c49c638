import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from 'drizzle-orm';
import { closeMonth } from '../../sandbox/billing/close-month.ts';
import { beginBilling, changePrice, chargeSimCard, endBilling, takeBack } from '../../sandbox/billing/ledger.ts';
import { createClock } from '../../sandbox/clock.ts';
import { rowsOf, type Db, type SandboxDatabase } from '../../sandbox/database/database.ts';
import { enterCompany } from '../../sandbox/database/reading.ts';
import { hasCode, writeAs } from '../../sandbox/database/writing.ts';
import type { UpcomingCharges } from '../../src/invoices/upcoming-charges.ts';
import { Account, type Said } from './account.ts';
import { onBothEngines } from './engines.ts';

const small = 'Mobil 5 GB';
const large = 'Mobil 20 GB';

describe('what stands on the next invoice', () => {
  onBothEngines((given, kind) => {
    const db = () => given().database.db;
    const close = (day: string, database: SandboxDatabase = given().database) => closeMonth(database, createClock(day));
    const large20 = async () => ({ planId: await given().id('plan', 'p-20'), monthly: 11_900 });

    test('is the coming month at the full price for who has a subscription', async () => {
      const account = await Account.open(given());
      const { items, invoiceDate } = await account.read();
      assert.equal(invoiceDate, '2026-12-01');
      const { body: page } = await given().ask<{ items: { user: object }[] }>(`/companies/${account.company}/users/search`, {
        json: { search: '', sort: 'name', direction: 'ascending', offset: 0, limit: 1 },
      });
      const user = page.items[0]?.user as { id: string; name: string };
      assert.deepEqual(items, [
        {
          ...{ id: `${account.subscription}-subscription-2026-12-01`, kind: 'subscription', user: { id: user.id, name: 'Bo Ib' } },
          ...{ subscription: { id: account.subscription }, plan: small, product: null, phone: null, from: '2026-12-01', to: '2026-12-31' },
          amount: { amount: 7900, currency: 'DKK' },
        },
      ]);
    });

    test('holds set-up, the rest of the running month and all of the coming one for who begins in the middle (R17.3, SUB-9)', async () => {
      const account = await Account.open(given(), { name: 'Ny', subscriptions: [{ status: 'pendingActive' }] });
      assert.deepEqual(await account.lines(), []);
      const planId = await given().id('plan', 'p-5');
      await db().execute(sql`update subscription set status = 'active' where id = ${account.subscription}`);
      await beginBilling(db(), { ...account.entry('begin'), day: '2026-11-22', planId, monthly: 7900, setup: 7920 });
      assert.deepEqual(await account.lines(), [
        ['setup', small, null, null, 7920],
        ['subscription', small, '2026-11-22', '2026-11-30', 2370],
        ['subscription', small, '2026-12-01', '2026-12-31', 7900],
      ]);
    });

    test('has another plan’s price from the day it applies, and the old one again when that is undone (SUB-6, R14.4)', async () => {
      const account = await Account.open(given());
      await changePrice(db(), { ...account.entry('change'), from: '2026-12-01', ...(await large20()) });
      assert.deepEqual(await account.lines(), [['subscription', large, '2026-12-01', '2026-12-31', 11_900]]);
      await takeBack(db(), account.company, 'change');
      assert.deepEqual(await account.lines(), [['subscription', small, '2026-12-01', '2026-12-31', 7900]]);
    });

    test('pays back the days after a last day in a month that is paid for (SUB-9)', async () => {
      const account = await Account.open(given());
      await db().execute(sql`update subscription set start = '2026-01-01' where id = ${account.subscription}`);
      await endBilling(db(), { ...account.entry('close'), lastDay: '2026-11-25', remaining: 0 });
      assert.deepEqual(await account.lines(), [['refund', small, '2026-11-26', '2026-11-30', -1317]]);
      await takeBack(db(), account.company, 'close');
      assert.deepEqual(await account.lines(), [['subscription', small, '2026-12-01', '2026-12-31', 7900]]);
    });

    test('goes up to the last day and has the rest of the binding, on the invoice that takes that day in (SUB-5)', async () => {
      const [near, far] = [await Account.open(given()), await Account.open(given())];
      await endBilling(db(), { ...near.entry('near'), lastDay: '2026-12-15', remaining: 79_000 });
      await endBilling(db(), { ...far.entry('far'), lastDay: '2027-01-15', remaining: 71_100 });
      assert.deepEqual(await near.lines(), [
        ['subscription', small, '2026-12-01', '2026-12-15', 3823],
        ['binding', small, null, null, 79_000],
      ]);
      assert.deepEqual(await far.lines(), [['subscription', small, '2026-12-01', '2026-12-31', 7900]]);
    });

    test('has a SIM card once, and not when its order is taken back', async () => {
      const account = await Account.open(given());
      await chargeSimCard(db(), { ...account.entry('card'), day: '2026-11-22', amount: 7920 });
      assert.deepEqual((await account.lines())[1], ['simCard', small, null, null, 7920]);
      await takeBack(db(), account.company, 'card');
      assert.equal((await account.lines()).length, 1);
    });

    test('is read by the right to invoices alone, and by nobody from outside (T01, T03)', async () => {
      const [c1, c7] = [await given().id('company', 'c1'), await given().id('company', 'c7')];
      const status = async (as: string | null, company: string) =>
        (await given().ask(`/companies/${company}/upcoming-charges`, { as })).status;
      assert.deepEqual(
        [await status('frida', c1), await status('lars', c1), await status('frida', c7), await status('uffe', c1)],
        [200, 200, 404, 404],
      );
      assert.equal(await status(null, c1), 401);
      const right = (level: string) =>
        db().execute(
          sql`update membership set invoices = ${level} where company_id = ${c1} and person_id = (select id from person where key = 'lars')`,
        );
      await right('none');
      assert.equal(await status('lars', c1), 403);
      await right('read');
    });

    test('comes in pages by user in Danish order, what no person has last, and adds up over all of them (SRT-1, D7)', async () => {
      const company = await given().id('company', 'c1');
      const path = `/companies/${company}/upcoming-charges`;
      const { body: all } = await given().ask<UpcomingCharges>(`${path}?limit=100`);
      const names = all.items.map(({ user }) => user?.name ?? null);
      const known = names.filter((name) => name !== null);
      assert.deepEqual(known, [...known].sort(new Intl.Collator('da', { numeric: true }).compare));
      assert.deepEqual([names.indexOf(null), known.length > 20], [known.length, true]);
      const pages: UpcomingCharges['items'] = [];
      for (let offset = 0; offset < all.total + 7; offset += 7) {
        const { body } = await given().ask<UpcomingCharges>(`${path}?limit=7&offset=${String(offset)}`);
        assert.deepEqual([body.total, body.sum], [all.total, all.sum]);
        pages.push(...body.items);
      }
      assert.deepEqual(pages, all.items);
      assert.equal(
        all.items.reduce((sum, { amount }) => sum + amount.amount, 0),
        all.sum.amount,
      );
    });

    test('goes up to the last day of those who were being closed before, and leaves out who is not here yet', async () => {
      const company = await given().id('company', 'c1');
      const { body } = await given().ask<UpcomingCharges>(`/companies/${company}/upcoming-charges?limit=100`);
      const of = (name: string) =>
        body.items.filter(({ user }) => user?.name === name).map(({ from, to, amount }) => [from, to, amount.amount]);
      assert.deepEqual(of('Lærke Schytt'), [['2026-12-01', '2026-12-31', 11_900]]);
      assert.deepEqual(of('Isaac Munk'), []);
      await db().execute(sql`update subscription set last_day = '2026-12-10' where key = 's-u17'`);
      const { body: later } = await given().ask<UpcomingCharges>(`/companies/${company}/upcoming-charges?limit=100`);
      assert.equal(body.sum.amount - later.sum.amount, 11_900 - 3839);
    });

    test('becomes the lines of an invoice when its day has come, once, whoever asks and however often (F06, F29)', async () => {
      const account = await Account.open(given());
      const before = await account.lines();
      assert.equal(await close('2026-11-30'), false);
      // The transaction is cut off at its end: nothing of it has happened.
      const cut = Object.create(db()) as ReturnType<typeof db>;
      cut.transaction = (act, config) =>
        db().transaction(async (transaction) => {
          await act(transaction);
          throw new Error('Killed.');
        }, config);
      await assert.rejects(close('2026-12-01', { ...given().database, db: cut }), /Killed/);
      assert.deepEqual([await account.lines(), await account.invoiced()], [before, []]);
      const closed = await Promise.all([1, 2, 3].map(() => close('2026-12-01')));
      assert.equal(closed.filter(Boolean).length, 1);
      assert.deepEqual(await account.invoiced(), before);
      assert.equal(await close('2026-12-31'), false);
      assert.deepEqual(await account.lines(), [['subscription', small, '2027-01-01', '2027-01-31', 7900]]);
      assert.equal((await account.read()).invoiceDate, '2027-01-01');
    });

    test('is closed to a person’s own hand: what is invoiced cannot be changed, and no other company’s be seen (T01, T02)', async () => {
      const [account, other] = [await Account.open(given()), await given().id('company', 'c3')];
      await chargeSimCard(db(), { ...account.entry('hand'), day: '2026-12-05', amount: 7920 });
      const maja = await given().id('person', 'maja');
      const as = <T>(act: (writer: Db) => Promise<T>) =>
        writeAs(given().database, maja, async (writer) => {
          assert.ok(await enterCompany(writer, maja, account.company));
          return act(writer);
        });
      await db().execute(sql`update charge set invoice = '2026-12-01', plan = 'x' where order_id = 'hand'`);
      const gone = await as((writer) => rowsOf(writer, sql`delete from charge returning id`));
      assert.deepEqual(gone, []);
      await assert.rejects(
        as((writer) => writer.execute(sql`update charge set amount = 0`)),
        (error) => hasCode(error, '42501'),
      );
      for (const table of ['charge', 'billing_account', 'billing_term', 'billing_paid']) {
        const seen = await as((writer) => rowsOf(writer, sql`select from ${sql.identifier(table)} where company_id <> ${account.company}`));
        assert.deepEqual(seen, [], table);
      }
      await assert.rejects(
        as((writer) =>
          chargeSimCard(writer, { ...account.entry('theft'), day: '2026-12-05', amount: 1 }).then(() =>
            writer.execute(
              sql`insert into charge (company_id, subscription_id, kind, plan_id, amount, due) select ${other}, '-', 'setup', plan_id, 1, due from charge limit 1`,
            ),
          ),
        ),
        (error) => hasCode(error, '42501'),
      );
    });

    test('makes up for what is undone after it was invoiced: a closing, a binding, a change, a card (R14.4)', async () => {
      // December has been invoiced for this one as for everybody.
      const [closing, change] = [await Account.open(given()), await Account.open(given())];
      await endBilling(db(), { ...closing.entry('closing'), lastDay: '2027-01-15', remaining: 15_800 });
      await chargeSimCard(db(), { ...closing.entry('closing'), day: '2026-12-05', amount: 7920 });
      await changePrice(db(), { ...change.entry('changing'), from: '2027-01-01', ...(await large20()) });
      assert.equal(await close('2027-01-01'), true);
      assert.deepEqual(await closing.invoiced(), [
        ['simCard', small, null, null, 7920],
        ['binding', small, null, null, 15_800],
        ['subscription', small, '2027-01-01', '2027-01-15', 3823],
      ]);
      await takeBack(db(), closing.company, 'closing');
      await takeBack(db(), change.company, 'changing');
      const undone: Said[] = [
        ['subscription', small, '2027-01-16', '2027-01-31', 4077],
        ['subscription', small, '2027-02-01', '2027-02-28', 7900],
        ['refund', small, null, null, -15_800],
        ['refund', small, null, null, -7920],
      ];
      assert.deepEqual((await closing.lines()).sort(), undone.sort());
      assert.deepEqual(await change.lines(), [
        ['subscription', small, '2027-01-01', '2027-01-31', 7900],
        ['subscription', small, '2027-02-01', '2027-02-28', 7900],
        ['refund', large, '2027-01-01', '2027-01-31', -11_900],
      ]);
      assert.equal(await close('2027-02-01'), true);
      assert.deepEqual(await change.lines(), [['subscription', small, '2027-03-01', '2027-03-31', 7900]]);
    });

    test('follows month by month when the day has jumped over several (SUB-9)', async () => {
      const account = await Account.open(given());
      let months = 0;
      while (await close('2027-07-20')) months++;
      assert.equal(months, 5);
      assert.deepEqual(
        (await account.invoiced()).map(([, , from]) => from),
        ['2027-03-01', '2027-04-01', '2027-05-01', '2027-06-01', '2027-07-01'],
      );
      // Whoever comes late, as when the works were away, is charged for all of it.
      const late = await Account.open(given(), { label: 'Router, laden', subscriptions: [{ plan: 'p-ds', status: 'pendingActive' }] });
      await beginBilling(db(), {
        ...late.entry('late'),
        day: '2027-05-16',
        planId: await given().id('plan', 'p-ds'),
        monthly: 4900,
        setup: 0,
      });
      assert.deepEqual(
        (await late.lines()).map(([, , from, to, amount]) => [from, to, amount]),
        [
          ['2027-05-16', '2027-05-31', 2529],
          ['2027-06-01', '2027-06-30', 4900],
          ['2027-07-01', '2027-07-31', 4900],
          ['2027-08-01', '2027-08-31', 4900],
        ],
      );
    });

    if (kind === 'postgres')
      test('waits for whoever is writing in the books, and they for it: both are in them afterwards (F06)', async () => {
        const account = await Account.open(given());
        const other = await db().transaction(async (transaction) => {
          await chargeSimCard(transaction, { ...account.entry('card'), day: '2027-07-20', amount: 7920 });
          const closing = close('2027-08-01');
          // The closing has begun and stands in the queue.
          for (;;) {
            const [waiting] = await rowsOf<{ any: boolean }>(
              db(),
              sql`select exists (select from pg_locks where locktype = 'advisory' and not granted
                and database = (select oid from pg_database where datname = current_database())) as any`,
            );
            if (waiting?.any === true) return { closing };
          }
        });
        assert.equal(await other.closing, true);
        assert.deepEqual(
          (await account.invoiced()).map(([what]) => what),
          ['simCard', 'subscription'],
        );
      });
  });
});
