import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { creditInvoice, CreditRefused } from '../../sandbox/billing/credit.ts';
import { rowsOf } from '../../sandbox/database/database.ts';
import { addedUp } from './documents.ts';
import { onEngine } from './engines.ts';
import { issue, somebody, type Row } from './issued.ts';
import { scratchCompany } from './scratch.ts';

/** How many invoices are taken back. */
const invoices = 80;

/** A line, and in which of the credit notes it is taken back. Small amounts, at which rounding shows most; some are of no VAT, some are discounts. */
const line = fc.record({
  amount: fc.oneof({ weight: 6, arbitrary: fc.integer({ min: 1, max: 40 }) }, fc.integer({ min: -9, max: 20_000 })),
  vatFree: fc.boolean(),
  note: fc.nat(7),
});
type Line = typeof line extends fc.Arbitrary<infer T> ? T : never;

/** Half away from zero; never minus nothing. */
const quarter = (amount: number): number => Math.sign(amount) * Math.round(Math.abs(amount) / 4) + 0;
const sum = (amounts: readonly number[]): number => amounts.reduce((all, amount) => all + amount, 0);

describe('the credit notes of any invoice', () => {
  onEngine('pglite', (given) => {
    const db = () => given().database.db;
    const lineOf = ({ amount, vatFree }: Line): Row =>
      vatFree
        ? { kind: 'reminder', amount, vatFree }
        : { kind: 'product', user: somebody('Bo Ib'), product: 'Router', quantity: 1, amount };

    test('have each less than an øre from a quarter as VAT, and together what a quarter of all they take back is (INV-2, INV-4, INV-12)', async () => {
      const company = await scratchCompany(given(), [{ name: 'Bo Ib' }]);
      let [month, whole] = [0, 0];
      const property = fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 12, size: 'max' }), async (lines) => {
        const issued = `${String(2100 + Math.floor(month / 12))}-${String((month % 12) + 1).padStart(2, '0')}-01`;
        month += 1;
        const invoice = await issue(given(), company, { issued, rows: lines.map(lineOf) });
        const rows = await rowsOf<{ id: string; amount: number; vat_free: boolean }>(
          db(),
          sql`select id, amount, vat_free from charge where invoice_id = ${invoice} and amount <> 0`,
        );
        const left = [...rows];
        let [taken, vat] = [0, 0];
        for (const note of new Set(lines.map((own) => own.note))) {
          // Rows come in no order: so many as the note is to have.
          const own = left.splice(0, lines.filter((one) => one.note === note).length);
          if (own.length === 0) continue;
          try {
            await db().transaction((writer) => creditInvoice(writer, { invoiceId: invoice, lines: own.map(({ id }) => id), day: issued }));
          } catch (error) {
            // What is less than nothing, or more than there is left, is not taken back; nor is anything after it.
            assert.ok(error instanceof CreditRefused && error.reason === 'tooMuch');
            left.push(...own);
            break;
          }
          const taxable = sum(own.filter(({ vat_free }) => !vat_free).map(({ amount }) => amount));
          const notes = await addedUp(db(), sql`i.credits = ${invoice}`);
          const before = vat;
          [taken, vat] = [taken + taxable, 0 - sum(notes.map((one) => one.vat))];
          assert.equal(vat, quarter(taken), 'all notes so far');
          assert.ok(Math.abs(vat - before - taxable / 4) < 1, 'this one alone');
        }
        const [document] = await addedUp(db(), sql`i.id = ${invoice}`);
        const notes = await addedUp(db(), sql`i.credits = ${invoice}`);
        assert.ok(document);
        assert.equal(document.credited, 0 - sum(notes.map(({ total }) => total)));
        assert.ok(document.credited <= Math.max(document.total, 0));
        if (left.length > 0 || rows.length === 0) return;
        whole += 1;
        assert.deepEqual([document.credited, vat], [document.total, document.vat], 'what has been taken back whole');
      });
      await fc.assert(property, { numRuns: invoices });
      assert.ok(whole > invoices / 3, `${String(whole)} were taken back whole`);
    });
  });
});
