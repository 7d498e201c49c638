/** The operator's books: up to which day everything has been charged. */
import { sql } from 'drizzle-orm';
import { addDays, endOfMonth } from '../../src/api/days.ts';
import { rowsOf, type Db } from '../database/database.ts';

/** The number that writers and the closing of a month agree on; any would do. */
const booksLock = 5_371_124;

/** Opens the books on a business day, once; what is in force that day counts as charged to the end of its month. */
export async function openBooks(db: Db, today: string): Promise<void> {
  await db.execute(sql`insert into books (opened_on, next_invoice) values (${today}, ${addDays(endOfMonth(today, 0), 1)}) on conflict do nothing`);
}

/** Holds the closing of a month back until this transaction has ended. Any number may hold it at once. */
export async function holdBooks(writer: Db): Promise<void> {
  await writer.execute(sql`select pg_advisory_xact_lock_shared(${booksLock})`);
}

/** Waits until nobody writes in the books, and keeps everybody out until this transaction has ended. */
export async function takeBooks(writer: Db): Promise<void> {
  await writer.execute(sql`select pg_advisory_xact_lock(${booksLock})`);
}

/** The day of the next invoice. @throws when the books have not been opened. */
export async function nextInvoice(reader: Db): Promise<string> {
  const [books] = await rowsOf<{ next_invoice: string }>(reader, sql`select next_invoice::text from books`);
  if (books === undefined) throw new Error('The books have not been opened.');
  return books.next_invoice;
}
