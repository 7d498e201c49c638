import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from 'drizzle-orm';
import { closeMonth } from '../../sandbox/billing/close-month.ts';
import { creditInvoice, CreditRefused, type Credit } from '../../sandbox/billing/credit.ts';
import { chargeSimCard, takeBack } from '../../sandbox/billing/ledger.ts';
import { createClock } from '../../sandbox/clock.ts';
import { rowsOf } from '../../sandbox/database/database.ts';
import { Account } from './account.ts';
import { addedUp, assertConsecutive, documentsWhere } from './documents.ts';
import { onBothEngines } from './engines.ts';

describe('a credit note', () => {
  onBothEngines((given) => {
    const db = () => given().database.db;
    const day = '2026-12-03';
    const credit = (given_: Omit<Credit, 'day'>) => db().transaction((transaction) => creditInvoice(transaction, { ...given_, day }));
    const refused = (reason: CreditRefused['reason']) => (error: unknown) => error instanceof CreditRefused && error.reason === reason;
    /** Three lines of amounts whose VAT does not come out even, on the invoice of a company of its own. */
    const invoiced = async (amounts: readonly number[]) => {
      const account = await Account.open(given());
      await db().execute(sql`delete from charge where company_id = ${account.company}`);
      for (const [index, amount] of amounts.entries())
        await chargeSimCard(db(), { ...account.entry(`card-${account.company}-${String(index)}`), day: '2026-11-22', amount });
      await db().execute(sql`update subscription set status = 'pendingActive' where id = ${account.subscription}`);
      return account;
    };
    const read = async (company: string) => {
      const found = await addedUp(db(), sql`i.company_id = ${company}`);
      return { invoice: found.find(({ credits }) => credits === null), notes: found.filter(({ credits }) => credits !== null) };
    };
    const linesOf = (invoice: string) =>
      rowsOf<{ id: string; order_id: string }>(db(), sql`select id, order_id from charge where invoice_id = ${invoice} order by order_id`);
    const accounts: Record<string, Account> = {};

    test('takes back the whole, once, with a number of its own and the names of the invoice (INV-1, INV-4, INV-12)', async () => {
      accounts['whole'] = await invoiced([2, 2, 2]);
      accounts['parts'] = await invoiced([1, 1, 2, 2, 3]);
      accounts['undone'] = await invoiced([7920, 100]);
      assert.equal(await closeMonth(given().database, createClock('2026-12-01')), true);
      const { company } = accounts['whole'];
      const { invoice } = await read(company);
      assert.ok(invoice);
      assert.deepEqual([invoice.taxable, invoice.vat, invoice.total], [6, 2, 8]);
      const id = await credit({ invoiceId: invoice.id, lines: 'whole' });
      const after = await read(company);
      assert.deepEqual(
        after.notes.map((note) => [note.id, note.credits, note.issued, note.due, note.taxable, note.vat, note.total]),
        [[id, invoice.id, day, null, -6, -2, -8]],
      );
      assert.equal(after.invoice?.credited, 8);
      assert.notEqual(after.notes[0]?.number, invoice.number);
      await assert.rejects(credit({ invoiceId: invoice.id, lines: 'whole' }), refused('nothingLeft'));
      await assert.rejects(credit({ invoiceId: id, lines: 'whole' }), refused('creditNote'));
      await assert.rejects(credit({ invoiceId: 'nowhere', lines: 'whole' }), refused('missing'));
      await assertConsecutive(db(), '2026-12');
    });

    test('takes back lines one by one, each once, and all notes come to the invoice, to the øre (INV-4, INV-12)', async () => {
      const { invoice } = await read(accounts['parts']?.company ?? '');
      assert.ok(invoice);
      assert.deepEqual([invoice.taxable, invoice.vat], [9, 2]);
      const lines = await linesOf(invoice.id);
      const [first] = lines;
      assert.ok(first);
      await assert.rejects(credit({ invoiceId: invoice.id, lines: [first.id, 'of another'] }), refused('notOfInvoice'));
      for (const { id } of lines) {
        await credit({ invoiceId: invoice.id, lines: [id] });
        await assert.rejects(credit({ invoiceId: invoice.id, lines: [id] }), refused('nothingLeft'));
      }
      const after = await read(invoice.company_id);
      const sum = (what: 'taxable' | 'vat' | 'total') => after.notes.reduce((all, note) => all - note[what], 0);
      assert.deepEqual([sum('taxable'), sum('vat'), sum('total')], [9, 2, 11]);
      assert.deepEqual([after.invoice?.credited, after.notes.length], [11, 5]);
      await assertConsecutive(db(), '2026-12');
    });

    test('and an undone order take the same line back once between them (INV-12, R14.4)', async () => {
      const account = accounts['undone'];
      assert.ok(account);
      const { invoice } = await read(account.company);
      const [first, second] = await linesOf(invoice?.id ?? '');
      assert.ok(invoice && first && second);
      await credit({ invoiceId: invoice.id, lines: [first.id] });
      for (const { order_id } of [first, second]) await takeBack(db(), account.company, order_id);
      const back = await rowsOf<{ kind: string; amount: number }>(
        db(),
        sql`select kind, amount from charge where company_id = ${account.company} and reverses is not null order by kind`,
      );
      assert.deepEqual(back, [
        { kind: 'credit', amount: -7920 },
        { kind: 'refund', amount: -100 },
      ]);
      await assert.rejects(credit({ invoiceId: invoice.id, lines: 'whole' }), refused('nothingLeft'));
    });

    test('that is asked for twice at once is written once (F06, T20)', async () => {
      const [invoice] = await documentsWhere(db(), sql`i.company_id = (select id from company where key = 'x5') and issued = '2026-12-01'`);
      assert.ok(invoice);
      const asked = await Promise.allSettled([1, 2].map(() => credit({ invoiceId: invoice.id, lines: 'whole' })));
      assert.deepEqual(asked.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
      const { notes } = await read(invoice.company_id);
      assert.deepEqual(
        notes.map(({ total }) => total),
        [-invoice.total],
      );
      assert.equal((await documentsWhere(db(), sql`i.id = ${invoice.id}`))[0]?.credited, invoice.total);
    });
  });
});
