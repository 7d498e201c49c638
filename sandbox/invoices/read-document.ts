/** Reading a whole invoice, as its files say it. */
import { sql } from 'drizzle-orm';
import { rowsOf, type Db } from '../database/database.ts';
import { byUser } from './by-user.ts';
import { findInvoice } from './detail.ts';
import type { BilledUser, InvoiceDocument } from './document.ts';
import { linesOfRows, toLine, type LineRow } from './lines.ts';
import { sumsOfUsers } from './users.ts';
import { nobody } from './words.ts';

/** The document; null when the company has none such. Where there are more lines than so many, it has none of them, but everybody's sums. */
export async function readDocument(
  db: Db,
  companyId: string,
  invoiceId: string,
  most: { readonly lines: number },
): Promise<InvoiceDocument | null> {
  const invoice = await findInvoice(db, companyId, invoiceId);
  if (invoice === null) return null;
  const [parties] = await rowsOf<Pick<InvoiceDocument, 'seller' | 'buyer'>>(
    db,
    sql`select seller, buyer from invoice where id = ${invoiceId}`,
  );
  if (parties === undefined) throw new Error('An invoice that was just found is gone.');
  const sums = await sumsOfUsers(db, invoiceId, null);
  const lines = byUser(invoice.lines > most.lines ? [] : await linesOfRows(db, invoiceId, sql`true`), ({ user_id }) => user_id);
  const users = sums.map(({ id, name, phones, cost_centre, amount }): BilledUser => {
    return { id, name, phones, costCentre: cost_centre, amount, lines: linesIn(lines.get(id)) };
  });
  const isShared = sums.reduce((count, user) => count + user.lines, 0) < invoice.lines;
  const shared = {
    id: null,
    name: nobody,
    phones: [],
    costCentre: null,
    amount: invoice.ofCompany.amount,
    lines: linesIn(lines.get(null)),
  };
  return { invoice, ...parties, users: isShared ? [...users, shared] : users };
}

const linesIn = (rows: readonly LineRow[] = []) => rows.map(toLine);
