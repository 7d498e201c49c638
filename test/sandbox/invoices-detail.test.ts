import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from 'drizzle-orm';
import { newId } from '../../sandbox/database/ids.ts';
import type { InvoiceLine } from '../../src/invoices/invoice-line.ts';
import { onBothEngines } from './engines.ts';
import { assertAgrees, Invoiced } from './invoiced.ts';
import { issue, somebody, type Issue, type Row, type Used } from './issued.ts';
import { scratchCompany } from './scratch.ts';

const november = ['2026-11-01', '2026-11-30'] as const;
const october = ['2026-10-01', '2026-10-31'] as const;

const used: readonly Used[] = [
  { group: 'usageDk', kind: 'data', quantity: 6120, amount: 0, price: 0 },
  { group: 'usageDk', kind: 'talk', quantity: 180, amount: 0, price: 0 },
  { group: 'usageEu', kind: 'sms', quantity: 7, amount: 0, price: 0 },
  { group: 'usageWorld', kind: 'talk', quantity: 3, amount: 4500, price: 1500, country: 'US' },
  { group: 'usageWorld', kind: 'talk', quantity: 2, amount: 3998, price: 1999, country: 'TH' },
  { group: 'content', kind: 'sms', quantity: 1, amount: 2500, price: 2500 },
  { group: 'premium', kind: 'talk', quantity: 5, amount: 625, price: 125 },
];

describe('an invoice', () => {
  onBothEngines((sandbox) => {
    const issued = async (given: Partial<Issue> & { rows: readonly Row[] }): Promise<Invoiced> => {
      const company = await scratchCompany(sandbox(), [{ name: 'Bo Ib' }]);
      return new Invoiced(sandbox(), company, await issue(sandbox(), company, { issued: '2026-11-01', ...given }));
    };
    const what = ({ group, kind, quantity, price, amount }: InvoiceLine) => [group, kind, quantity, price?.amount ?? null, amount.amount];
    const full = async () => {
      const [bo, anna] = [somebody('Bo Ib'), somebody('Anna Aagaard')];
      const mobile = { user: bo, subscription: newId(), phone: '+4567102030', costCentre: 'Salg' };
      const router = { subscription: newId(), label: 'Router, lager', phone: '+45371234567890', plan: 'Mobilt bredbånd' };
      const invoiced = await issued({
        used: october,
        rows: [
          { kind: 'usage', ...mobile, days: october, usage: used },
          { kind: 'refund', ...mobile, days: ['2026-11-21', '2026-11-30'], amount: -2633 },
          { kind: 'subscription', ...mobile, days: november, amount: 7900 },
          { kind: 'subscription', ...mobile, days: ['2026-10-17', '2026-10-31'], amount: 3823 },
          { kind: 'setup', ...mobile, amount: 7920 },
          { kind: 'product', user: anna, product: 'Dækningsantenne', quantity: 3, reference: 'Kælderen', costCentre: 'It', amount: 59_997 },
          { kind: 'product', user: anna, product: 'Router', quantity: 2, amount: 10_001 },
          { kind: 'subscription', ...router, days: november, amount: 9900 },
          { kind: 'usage', ...router, days: october, usage: [{ group: 'usageDk', kind: 'data', quantity: 40_100, amount: 0, price: 0 }] },
          { kind: 'reminder', amount: 10_000, vatFree: true },
          { kind: 'compensation', amount: 31_000, vatFree: true },
        ],
      });
      return { bo, anna, invoiced };
    };

    test('adds up to the øre at every level (R28.2, R28.3, INV-3, INV-4)', async () => {
      const { invoiced } = await full();
      assert.equal((await assertAgrees(invoiced)).length, 17);
      const invoice = await invoiced.read();
      assert.deepEqual(
        invoice.groups.map(({ group, amount }) => [group, amount.amount]),
        [
          ['subscription', 21_623],
          ['usageDk', 0],
          ['usageEu', 0],
          ['usageWorld', 8498],
          ['content', 2500],
          ['premium', 625],
          ['products', 69_998],
          ['oneOff', 48_920],
          ['refund', -2633],
        ],
      );
      assert.deepEqual([invoice.taxable.amount, invoice.vatFree.amount, invoice.vat.amount], [108_531, 41_000, 27_133]);
      assert.deepEqual([invoice.total.amount, invoice.users, invoice.lines], [176_664, 2, 17]);
      assert.deepEqual([invoice.ahead, invoice.used], [null, { from: '2026-10-01', to: '2026-10-31' }]);
      assert.deepEqual(invoice.payment, { id: '000000000000018', creditor: '89999999' });
    });

    test('shows what a user used, and every line, in the order of the groups (R28.2, INV-5, INV-6)', async () => {
      const { bo, anna, invoiced } = await full();
      assert.deepEqual(
        (await invoiced.users()).map(({ amount, ...user }) => ({ ...user, amount: amount.amount })),
        [
          {
            id: bo.id,
            name: 'Bo Ib',
            phones: ['+4567102030'],
            costCentre: 'Salg',
            usage: { data: 6120, talk: 190, sms: 7 },
            lines: 11,
            amount: 28_633,
          },
          {
            id: anna.id,
            name: 'Anna Aagaard',
            phones: [],
            costCentre: 'It',
            usage: { data: 0, talk: 0, sms: 0 },
            lines: 2,
            amount: 69_998,
          },
        ].sort((one, other) => one.name.localeCompare(other.name, 'da')),
      );
      const lines = await invoiced.lines(bo.id);
      assert.deepEqual(lines.map(what), [
        ['subscription', 'subscription', 1, null, 3823],
        ['subscription', 'subscription', 1, 7900, 7900],
        ['usageDk', 'data', 6120, 0, 0],
        ['usageDk', 'talk', 180, 0, 0],
        ['usageEu', 'sms', 7, 0, 0],
        ['usageWorld', 'talk', 3, 1500, 4500],
        ['usageWorld', 'talk', 2, 1999, 3998],
        ['content', 'sms', 1, 2500, 2500],
        ['premium', 'talk', 5, 125, 625],
        ['oneOff', 'setup', 1, 7920, 7920],
        ['refund', 'refund', 1, null, -2633],
      ]);
      assert.ok(lines.every(({ phone, costCentre, name }) => phone === '+4567102030' && costCentre === 'Salg' && name === 'Mobil 5 GB'));
      assert.deepEqual(
        lines.filter(({ group }) => group === 'usageWorld').map(({ country, from, to }) => [country, from, to]),
        [
          ['US', ...october],
          ['TH', ...october],
        ],
      );
      assert.deepEqual(
        (await invoiced.lines(anna.id)).map((line) => [line.name, line.reference, line.from, ...what(line).slice(2)]),
        [
          ['Dækningsantenne', 'Kælderen', null, 3, 19_999, 59_997],
          ['Router', null, null, 2, null, 10_001],
        ],
      );
    });

    test('gives the same lines under the same ids, page by page (R28.7)', async () => {
      const { bo, invoiced } = await full();
      const whole = await invoiced.lines(bo.id);
      for (const limit of [1, 3, 11]) assert.deepEqual(await invoiced.lines(bo.id, limit), whole, String(limit));
    });

    test('has what belongs to no user in a group of its own (R28.4)', async () => {
      const { invoiced } = await full();
      const lines = await invoiced.lines(null);
      assert.deepEqual(
        lines.map(({ name, label, vatFree, ...line }) => [name, label, vatFree, line.kind, line.amount.amount]),
        [
          ['Mobilt bredbånd', 'Router, lager', false, 'subscription', 9900],
          ['Mobilt bredbånd', 'Router, lager', false, 'data', 0],
          [null, null, true, 'reminder', 10_000],
          [null, null, true, 'compensation', 31_000],
        ],
      );
      assert.equal((await invoiced.read()).ofCompany.amount, 50_900);
    });

    test('keeps the name of a user who is called otherwise now, or is gone (R28.5)', async () => {
      const company = await scratchCompany(sandbox(), [{ name: 'Bo Ib' }]);
      const gone = somebody('Søren Sørensen');
      const { db } = sandbox().database;
      await db.execute(sql`insert into telephone_user (id, company_id, name) values (${gone.id}, ${company}, ${gone.name})`);
      const row = { kind: 'subscription', user: gone, subscription: newId(), days: november, amount: 7900 } as const;
      const invoiced = new Invoiced(sandbox(), company, await issue(sandbox(), company, { issued: '2026-11-01', rows: [row] }));
      await db.execute(sql`update telephone_user set name = 'Søren Holm' where id = ${gone.id}`);
      assert.deepEqual(await invoiced.names(), ['Søren Sørensen']);
      await db.execute(sql`delete from telephone_user where id = ${gone.id}`);
      assert.deepEqual(await invoiced.names('sørensen'), ['Søren Sørensen']);
      assert.deepEqual(await invoiced.names('holm'), []);
      assert.equal((await invoiced.lines(gone.id)).length, 1);
    });

    test('refers to its credit notes, and they to it; theirs is negative and to be paid by nobody (INV-12)', async () => {
      const company = await scratchCompany(sandbox(), [{ name: 'Bo Ib' }]);
      const bo = somebody('Bo Ib');
      const row = { kind: 'product', user: bo, product: 'Router', quantity: 1, amount: 10_002 } as const;
      const whole = await issue(sandbox(), company, { issued: '2026-11-01', rows: [row], credited: 12_503 });
      const credit: Issue = {
        issued: '2026-11-10',
        credits: whole,
        rows: [{ kind: 'credit', user: bo, product: 'Router', quantity: 1, amount: -10_002 }],
      };
      const note = await issue(sandbox(), company, credit);
      const [invoice, back] = [new Invoiced(sandbox(), company, whole), new Invoiced(sandbox(), company, note)];
      const [{ creditNotes, number, state, outstanding }, taken] = [await invoice.read(), await back.read()];
      assert.deepEqual([creditNotes, state, outstanding.amount], [[{ id: note, number: taken.number }], 'credited', 0]);
      assert.deepEqual([taken.credits, taken.state, taken.due, taken.payment], [{ id: whole, number }, 'creditNote', null, null]);
      assert.deepEqual([taken.taxable.amount, taken.vat.amount, taken.total.amount], [-10_002, -2501, -12_503]);
      const lines = await assertAgrees(back);
      assert.deepEqual(lines.map(what), [['refund', 'credit', 1, -10_002, -10_002]]);
    });

    test('may come to 0,00, and has no users where nobody used anything (R28.3)', async () => {
      const bo = somebody('Bo Ib');
      const both = { user: bo, subscription: newId(), days: november };
      const zero = await issued({
        rows: [
          { kind: 'subscription', ...both, amount: 7900 },
          { kind: 'refund', ...both, amount: -7900 },
        ],
      });
      assert.equal((await assertAgrees(zero)).length, 2);
      const { total, state, outstanding } = await zero.read();
      assert.deepEqual([total.amount, state, outstanding.amount], [0, 'settled', 0]);
      const fees = await issued({ rows: [{ kind: 'reminder', amount: 10_000, vatFree: true }] });
      assert.deepEqual([(await fees.read()).users, await fees.users()], [0, []]);
    });
  });
});
