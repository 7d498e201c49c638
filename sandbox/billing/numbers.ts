/** The numbers of invoices and credit notes, and what they are paid by. */
import { sql } from 'drizzle-orm';
import { rowsOf, type Db } from '../database/database.ts';
import { luhn } from '../database/seed/numbers.ts';

/**
 * Takes so many numbers of a day's month, `2026110001` and on, one after the other. Whoever else wants some waits until this transaction has
 * ended; when it is undone they are free again, so that no number is ever left out.
 */
export async function takeNumbers(writer: Db, day: string, count: number): Promise<string[]> {
  const month = `${day.slice(0, 8)}01`;
  const [taken] = await rowsOf<{ last: number }>(
    writer,
    sql`insert into invoice_counter (month, last) values (${month}, ${count})
      on conflict (month) do update set last = invoice_counter.last + excluded.last returning last`,
  );
  if (taken === undefined) throw new Error('A month that is counted always has a last number.');
  const first = taken.last - count + 1;
  return Array.from({ length: count }, (_, index) => month.slice(0, 7).replace('-', '') + String(first + index).padStart(4, '0'));
}

/** The fifteen digits a payment is known by: the invoice's number and a check digit (INV-8). */
export function paymentId(number: string): string {
  const digits = number.padStart(14, '0');
  return digits + luhn(digits);
}
