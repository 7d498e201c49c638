import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from 'drizzle-orm';
import { closeMonth } from '../../sandbox/billing/close-month.ts';
import { beginBilling } from '../../sandbox/billing/ledger.ts';
import { paymentId } from '../../sandbox/billing/numbers.ts';
import { settle } from '../../sandbox/billing/settle.ts';
import { createClock } from '../../sandbox/clock.ts';
import { rowsOf } from '../../sandbox/database/database.ts';
import { usageOf } from '../../sandbox/subscriptions/usage.ts';
import { Account } from './account.ts';
import { addedUp, assertAllWritten, assertConsecutive, documentsWhere, type Document } from './documents.ts';
import { onBothEngines } from './engines.ts';

/** The days an invoice and its fees are told by. */
const shortly = ({ issued, due, reminded, paid, total }: Document) => [issued, due, reminded, paid === total];

describe('the invoices', () => {
  onBothEngines((given) => {
    const db = () => given().database.db;
    const to = async (day: string) => {
      while (await closeMonth(given().database, createClock(day)));
      await settle(given().database, createClock(day));
    };
    const of = (key: string, which = sql`true`) =>
      documentsWhere(db(), sql`i.company_id = (select id from company where key = ${key}) and ${which}`);
    const kindsOn = ({ id }: Document) =>
      rowsOf<{ kind: string; amount: number; vat_free: boolean; from: string | null }>(
        db(),
        sql`select kind, amount, vat_free, from_day::text as from from charge where invoice_id = ${id} order by kind, amount`,
      );

    test('of the months before add up on every level, and their numbers have no gaps (R28.3, INV-1, INV-2, INV-4, INV-8)', async () => {
      const found = await addedUp(db(), sql`true`);
      await assertAllWritten(db());
      assert.equal((await of('c1', sql`credits is null`)).length, 24);
      for (const month of new Set(found.map(({ issued }) => issued.slice(0, 7)))) await assertConsecutive(db(), month);
      assert.deepEqual([paymentId('1'), paymentId('2')], ['000000000000018', '000000000000026']);
    });

    test('of the months before show what the example data are made to show (R27.1, R28.5, INV-3, INV-7, INV-12)', async () => {
      const newest = sql`issued = '2026-11-01'`;
      const state = ({ total, paid, due }: Document) => [paid === 0, paid > 0 && paid < total, due];
      const [one] = await of('c1', newest);
      const [five] = await of('c5', newest);
      const [six] = await of('c6', newest);
      assert.ok(one && five && six);
      assert.deepEqual(
        [state(one), state(six)],
        [
          [true, false, '2026-11-16'],
          [false, true, '2026-11-16'],
        ],
      );
      assert.deepEqual(
        (await kindsOn(five)).filter(({ vat_free }) => vat_free).map(({ kind, amount }) => [kind, amount]),
        [
          ['compensation', 31_000],
          ['reminder', 10_000],
        ],
      );
      assert.deepEqual((await of('c5', sql`paid = 0`)).map(shortly), [
        ['2026-10-01', '2026-10-15', '2026-10-25', false],
        ['2026-11-01', '2026-11-16', null, false],
      ]);
      const [products] = await of('c6', sql`issued = '2024-12-01'`);
      assert.deepEqual(products && (await kindsOn(products)).map(({ kind }) => kind), ['product']);
      const [note] = await of('c1', sql`credits is not null`);
      const [credited] = await of('c1', sql`credited > 0`);
      assert.deepEqual([note?.credits, note?.total], [credited?.id, -(credited?.credited ?? 0)]);
      assert.deepEqual(
        (await of('x2', newest)).map(({ total, payment_id }) => [total, payment_id]),
        [[0, null]],
      );
      const [refunded] = await of('c2', sql`issued = '2026-07-01'`);
      assert.deepEqual((refunded && (await kindsOn(refunded)))?.find(({ kind }) => kind === 'refund')?.from, '2026-06-13');
      const [first] = await of('c1', sql`issued = '2024-12-01'`);
      assert.ok((first && (await kindsOn(first)))?.some(({ kind, from }) => kind === 'subscription' && from === '2024-11-14'));
      const former = await rowsOf<{ name: string }>(
        db(),
        sql`select distinct user_name as name from charge where user_id is not null and not exists (select from telephone_user u where u.id = user_id)
          and company_id = (select id from company where key = 'c1')`,
      );
      assert.deepEqual(former, [{ name: 'Gunnhild Ærenlund' }]);
      assert.deepEqual(await of('c4'), []);
      assert.deepEqual([(await of('c3', newest))[0]?.users, (await of('c3', sql`credits is null`)).length], [1800, 3]);
      const others = sql`issued < '2026-11-01' and credits is null and paid < total`;
      assert.deepEqual(
        (await documentsWhere(db(), others)).map(({ issued }) => issued),
        ['2026-10-01'],
      );
    });

    test('are paid when they are due, and later by those who pay late, who are reminded once (INV-3, INV-7)', async () => {
      await to('2026-11-25');
      assert.deepEqual(
        [...(await of('c1')), ...(await of('c6'))].filter(({ credits, paid, total }) => credits === null && paid < total),
        [],
      );
      await to('2026-11-26');
      await to('2026-11-27');
      assert.deepEqual(
        (await of('c5', sql`paid = 0`)).map(({ reminded }) => reminded),
        ['2026-10-25', '2026-11-26'],
      );
      const { items } = (
        await given().ask<{ items: { kind: string; amount: { amount: number } }[] }>(
          `/companies/${await given().id('company', 'c5')}/upcoming-charges?limit=100`,
        )
      ).body;
      assert.deepEqual(
        items.filter(({ kind }) => kind === 'reminder' || kind === 'compensation').map(({ kind, amount }) => [kind, amount.amount]),
        [
          ['reminder', 10_000],
          ['compensation', 31_000],
        ],
      );
    });

    test('are written on the first of the month by two instances at once, one for each company (R17.3, F29, T20)', async () => {
      const begun = await Account.open(given(), { name: 'Ny Ørn', subscriptions: [{ status: 'pendingActive' }] });
      const planId = await given().id('plan', 'p-5');
      await db().execute(sql`update subscription set status = 'active' where id = ${begun.subscription}`);
      await beginBilling(db(), { ...begun.entry('begin'), day: '2026-11-22', planId, monthly: 7900, setup: 7920 });
      const closed = await Promise.all([1, 2].map(() => closeMonth(given().database, createClock('2026-12-01'))));
      assert.deepEqual(closed.sort(), [false, true]);
      const found = await addedUp(db(), sql`issued = '2026-12-01'`);
      assert.equal(new Set(found.map(({ company_id }) => company_id)).size, found.length);
      assert.ok(found.every(({ due }) => due === '2026-12-15'));
      await assertConsecutive(db(), '2026-12');
      await assertAllWritten(db());
      const [own] = await documentsWhere(db(), sql`i.company_id = ${begun.company}`);
      assert.deepEqual(
        own && (await kindsOn(own)).filter(({ kind }) => kind !== 'usage').map(({ kind, from, amount }) => [kind, from, amount]),
        [
          ['setup', null, 7920],
          ['subscription', '2026-11-22', 2370],
          ['subscription', '2026-12-01', 7900],
        ],
      );
      assert.deepEqual(await of('c4'), []);
      const [five] = await of('c5', sql`issued = '2026-12-01'`);
      assert.equal(five && (await kindsOn(five)).filter(({ vat_free }) => vat_free).length, 2);
    });

    test('have the usage that the profile showed, of every subscription that was in force (SUB-9, R28.2)', async () => {
      const rows = await rowsOf<{
        id: string;
        data: number | null;
        talk: boolean;
        start: string;
        used: number;
        said: number;
        sent: number;
      }>(
        db(),
        sql`select s.id, plan.data, plan.talk, s.start::text, used.data::int as used, used.talk::int as said, used.sms::int as sent
          from charge c join subscription s on s.id = c.subscription_id join plan on plan.id = s.plan_id cross join lateral (
            select coalesce(sum(quantity) filter (where kind = 'data'), 0) as data, coalesce(sum(quantity) filter (where kind = 'talk'), 0) as talk,
              coalesce(sum(quantity) filter (where kind = 'sms'), 0) as sms from jsonb_to_recordset(c.usage) as entry (kind text, quantity integer)
          ) used
          where c.kind = 'usage' and c.invoice = '2026-12-01' and s.last_day is null and c.company_id in (select id from company where key in ('c1', 'c2', 'c5', 'c6'))`,
      );
      assert.ok(rows.length > 80);
      for (const { id, start, used, said, sent, ...plan } of rows) {
        const profile = usageOf(id, plan, '2026-11-30', start);
        assert.deepEqual([used, said, sent], [profile.data, profile.talk, profile.sms]);
      }
      const [missing] = await rowsOf<{ count: number }>(
        db(),
        sql`select count(*)::int from charge c where kind = 'subscription' and invoice = '2026-11-01' and to_day = '2026-11-30' and not exists (
          select from charge used where used.subscription_id = c.subscription_id and used.kind = 'usage' and used.invoice = '2026-12-01')`,
      );
      // Somebody may use nothing in a month; hardly anybody does.
      assert.ok((missing?.count ?? 0) < 10, String(missing?.count));
    });

    test('come out the same when the day jumps over months, with every reminder on the invoice after it (SUB-9, INV-7)', async () => {
      await to('2027-03-05');
      for (const month of ['2027-01', '2027-02', '2027-03']) await assertConsecutive(db(), month);
      await addedUp(db(), sql`issued > '2026-12-01'`);
      await assertAllWritten(db());
      const late = await of('c5', sql`issued > '2026-09-30'`);
      assert.deepEqual(late.map(shortly), [
        ['2026-10-01', '2026-10-15', '2026-10-25', true],
        ['2026-11-01', '2026-11-16', '2026-11-26', true],
        ['2026-12-01', '2026-12-15', '2026-12-25', true],
        ['2027-01-01', '2027-01-15', '2027-01-25', false],
        ['2027-02-01', '2027-02-15', '2027-02-25', false],
        ['2027-03-01', '2027-03-15', null, false],
      ]);
      const fees = await Promise.all(late.map(async (document) => (await kindsOn(document)).filter(({ vat_free }) => vat_free).length));
      assert.deepEqual(fees, [0, 2, 2, 2, 2, 2]);
      assert.ok(late.slice(1).every(({ vat_free }) => vat_free === 41_000));
    });
  });
});
