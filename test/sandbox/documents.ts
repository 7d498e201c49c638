/** Invoices added up a second time, line by line. */
import assert from 'node:assert/strict';
import { sql, type SQL } from 'drizzle-orm';
import { rowsOf, type Db } from '../../sandbox/database/database.ts';

interface Row {
  readonly kind: string;
  readonly amount: number;
  readonly user_id: string | null;
  readonly vat_free: boolean;
  readonly usage: readonly { readonly quantity: number; readonly price: number; readonly amount: number }[] | null;
}

export interface Document {
  readonly id: string;
  readonly company_id: string;
  readonly number: string;
  readonly issued: string;
  readonly due: string | null;
  readonly credits: string | null;
  readonly taxable: number;
  readonly vat_free: number;
  readonly vat: number;
  readonly total: number;
  readonly of_users: number;
  readonly of_company: number;
  readonly users: number;
  readonly lines: number;
  readonly paid: number;
  readonly credited: number;
  readonly reminded: string | null;
  readonly payment_id: string | null;
}

/** Those that fulfil a condition on `i`, in the order of their numbers. */
export const documentsWhere = (db: Db, which: SQL): Promise<Document[]> =>
  rowsOf<Document>(
    db,
    sql`select id, company_id, number, issued::text, due::text, credits, taxable::float8, vat_free::float8, vat::float8, total::float8,
        of_users::float8, of_company::float8, users, lines, paid::float8, credited::float8, reminded::text, payment_id
      from invoice i where ${which} order by issued, number`,
  );

/** Half away from zero (INV-4). */
const rounded = (amount: number): number => Math.sign(amount) * Math.round(Math.abs(amount));
const sum = (rows: readonly { readonly amount: number }[]): number => rows.reduce((all, { amount }) => all + amount, 0);

/** Holds each document against its lines, and answers with them. A note’s VAT may differ by what the notes before it rounded. */
export async function addedUp(db: Db, which: SQL): Promise<Document[]> {
  const documents = await documentsWhere(db, which);
  const rows = new Map<string, Row[]>(documents.map(({ id }) => [id, []]));
  for (const row of await rowsOf<Row & { invoice_id: string }>(
    db,
    sql`select c.invoice_id, c.kind, c.amount, c.user_id, c.vat_free, c.usage from charge c join invoice i on i.id = c.invoice_id where ${which}`,
  ))
    rows.get(row.invoice_id)?.push(row);
  for (const document of documents) {
    const lines = rows.get(document.id) ?? [];
    const [taxed, free] = [lines.filter(({ vat_free }) => !vat_free), lines.filter(({ vat_free }) => vat_free)];
    const [ofUsers, ofCompany] = [lines.filter(({ user_id }) => user_id !== null), lines.filter(({ user_id }) => user_id === null)];
    assert.deepEqual(
      {
        ...{ taxable: sum(taxed), vat_free: sum(free), of_users: sum(ofUsers), of_company: sum(ofCompany) },
        total: sum(lines) + document.vat,
        users: new Set(ofUsers.map(({ user_id }) => user_id)).size,
        lines: lines.reduce((all, { usage }) => all + (usage?.length ?? 1), 0),
      },
      (({ taxable, vat_free, of_users, of_company, total, users, lines: count }) => {
        return { taxable, vat_free, of_users, of_company, total, users, lines: count };
      })(document),
      document.number,
    );
    const off = Math.abs(document.vat - rounded(document.taxable / 4));
    assert.ok(document.credits === null ? off === 0 : off <= 1, `VAT of ${document.number}`);
    assert.ok(lines.length > 0, `${document.number} says nothing`);
    for (const { kind, amount, usage } of lines) {
      assert.equal(usage !== null, kind === 'usage');
      if (usage !== null) assert.equal(amount, sum(usage));
      for (const entry of usage ?? []) assert.ok(entry.amount === entry.quantity * entry.price && entry.quantity > 0);
    }
    if (document.payment_id !== null) assert.ok(isLuhn(document.payment_id), document.payment_id);
    assert.equal(document.payment_id !== null, document.total > 0 && document.credits === null);
  }
  return documents;
}

/** Whether fifteen digits end with the check digit of those before it (INV-8). */
function isLuhn(digits: string): boolean {
  const doubled = Array.from(digits)
    .reverse()
    .map((digit, index) => Number(digit) * (index % 2 === 0 ? 1 : 2));
  return /^\d{15}$/.test(digits) && doubled.reduce((all, value) => all + (value > 9 ? value - 9 : value), 0) % 10 === 0;
}

/** The numbers of a month must be 1, 2, 3 … without gaps, whatever documents they are of, and the counter where they end. */
export async function assertConsecutive(db: Db, month: string): Promise<void> {
  const found = await documentsWhere(db, sql`to_char(i.issued, 'YYYY-MM') = ${month}`);
  const [counter] = await rowsOf<{ last: number }>(db, sql`select last from invoice_counter where month = ${`${month}-01`}::date`);
  assert.deepEqual(
    found.map(({ number }) => number).sort(),
    found.map((_, index) => month.replace('-', '') + String(index + 1).padStart(4, '0')),
  );
  assert.equal(counter?.last, found.length);
}

/** Every line of an invoice's day stands on a document. */
export async function assertAllWritten(db: Db): Promise<void> {
  assert.deepEqual(await rowsOf(db, sql`select id, kind from charge where invoice is not null and invoice_id is null`), []);
}
