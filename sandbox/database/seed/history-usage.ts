/** What subscriptions used, on the invoices of the months before the business day: each its own month, by the ledger of usage. */
import { sql } from 'drizzle-orm';
import { usageRow, type UsageRow } from '../../billing/usage-row.ts';
import { rowsOf, type Db } from '../database.ts';
import { billedWords, lineColumns } from './history-lines.ts';

interface Billed {
  readonly subscription_id: string;
  readonly company_id: string;
  readonly data: number | null;
  readonly talk: boolean;
  readonly first_day: string;
  readonly last_day: string | null;
}

interface Document {
  readonly id: string;
  readonly company_id: string;
  /** The days of the month before it was issued. */
  readonly begin: string;
  readonly end: string;
}

/** A row and the invoice it stands on. */
type Row = UsageRow & { readonly i: string };

/** How many rows go into the database at a time. */
const batchSize = 2000;

/** Writes the usage of the month before on every invoice there is. */
export async function billUsage(transaction: Db, breathe: () => Promise<void>): Promise<void> {
  const documents = new Map<string, Document[]>();
  for (const document of await rowsOf<Document>(
    transaction,
    sql`select id, company_id, (issued - interval '1 month')::date::text as begin, (issued - 1)::text as end from invoice order by issued`,
  ))
    documents.set(document.company_id, [...(documents.get(document.company_id) ?? []), document]);
  let rows: Row[] = [];
  for (let after = ''; ;) {
    const page = await rowsOf<Billed>(
      transaction,
      sql`select subscription_id, company_id, data, talk, first_day::text, last_day::text from billed where subscription_id > ${after}
        order by subscription_id limit ${batchSize}`,
    );
    for (const billed of page) {
      for (const document of documents.get(billed.company_id) ?? []) {
        const row = rowOn(document, billed);
        if (row === null || rows.push(row) < batchSize) continue;
        await insertUsage(transaction, rows);
        rows = [];
        await breathe();
      }
    }
    const last = page.at(-1);
    if (last === undefined) break;
    after = last.subscription_id;
  }
  await insertUsage(transaction, rows);
}

/** Null when nothing was used in the month before. */
function rowOn({ id, begin, end }: Document, { subscription_id, data, talk, first_day, last_day }: Billed): Row | null {
  const [from, to] = [first_day > begin ? first_day : begin, last_day !== null && last_day < end ? last_day : end];
  const row = from > to ? null : usageRow({ subscription_id, data, talk, from, to });
  return row && { ...row, i: id };
}

async function insertUsage(transaction: Db, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  await transaction.execute(sql`
    insert into charge (${lineColumns}, usage)
    select ${billedWords}, 'usage', r.f, r.t, r.a, i.issued, i.issued, i.id, r.u
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (i text, s text, f date, t date, a integer, u jsonb)
      join billed b on b.subscription_id = r.s join invoice i on i.id = r.i`);
}
