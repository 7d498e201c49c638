/** The operator's books: up to which day everything has been charged. */
import { sql } from 'drizzle-orm';
import { addDays, endOfMonth } from '../../src/api/days.ts';
import { rowsOf, type Db } from '../database/database.ts';

/** How far the books have come. */
export interface Books {
  /** The day of the next invoice, the first of a month; everything before it has been charged. */
  readonly nextInvoice: string;
  /** The last day the next invoice takes in: the end of its month. */
  readonly through: string;
}

/** The number that writers and the closing of a month agree on; any would do. */
const booksLock = 5_371_124;

/** Opens the books on a business day, once: what is in force by then counts as charged to the end of the month. */
export async function openBooks(db: Db, today: string): Promise<void> {
  const next = addDays(endOfMonth(today, 0), 1);
  await db.execute(sql`insert into books (next_invoice) values (${next}) on conflict do nothing`);
}

/** @throws when the books have not been opened */
export async function readBooks(reader: Db): Promise<Books> {
  const [books] = await rowsOf<{ day: string }>(reader, sql`select next_invoice::text as day from books`);
  if (books === undefined) throw new Error('The books have not been opened.');
  return { nextInvoice: books.day, through: endOfMonth(books.day, 0) };
}

/** Holds the closing of a month back until this transaction has ended. Any number may hold it at once. */
export async function holdBooks(writer: Db): Promise<void> {
  await writer.execute(sql`select pg_advisory_xact_lock_shared(${booksLock})`);
}

/** Waits until nobody writes in the books, and keeps everybody out until this transaction has ended. */
export async function takeBooks(writer: Db): Promise<void> {
  await writer.execute(sql`select pg_advisory_xact_lock(${booksLock})`);
}
