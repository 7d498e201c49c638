/**
 * Paying, and being late with it: every company pays all it owes, most on the due day, some so many days after it (`pays_after`). Whoever has
 * not paid ten days after the due day is reminded, once an invoice, and owes the fee and the fixed compensation for it on the next one,
 * both without VAT (INV-3, INV-7).
 */
import { sql } from 'drizzle-orm';
import type { Clock } from '../clock.ts';
import data from '../database/data/seed-data.json' with { type: 'json' };
import { rowsOf, type Db, type SandboxDatabase } from '../database/database.ts';
import { holdBooks } from './books.ts';

/** So many days after the due day a reminder is sent: the fewest there may be. */
export const remindedAfter = 10;

/** Invoices `i` of companies `c` that are not paid in full, and due by a day. */
const unpaid = (day: string) => sql`c.id = i.company_id and i.credits is null and i.paid + i.credited < i.total and i.due <= ${day}::date`;

/** Of those, what is paid by a day, and what is reminded of. */
const paidBy = (day: string) => sql`i.due + c.pays_after <= ${day}::date`;
const remindedBy = (day: string) =>
  sql`i.reminded is null and c.pays_after > ${remindedAfter}::integer and i.due + ${remindedAfter}::integer <= ${day}::date`;

/** Does what falls due with the business day; resolves to whether there was anything. Asking costs one short query. */
export async function settle({ db }: SandboxDatabase, clock: Clock): Promise<boolean> {
  const day = clock.today();
  const [found] = await rowsOf<{ due: boolean }>(
    db,
    sql`select exists (select from invoice i, company c where ${unpaid(day)} and (${paidBy(day)} or ${remindedBy(day)})) as due`,
  );
  if (found?.due !== true) return false;
  await db.transaction(async (transaction) => {
    await holdBooks(transaction);
    await settleUntil(transaction, day);
  });
  return true;
}

/**
 * Everything up to a day, in the caller's transaction, which holds the books. Reminders come first: somebody may have been reminded before
 * they paid, though all of it is done at once because the day has jumped.
 */
export async function settleUntil(transaction: Db, day: string): Promise<void> {
  const { reminderOre, compensationOre } = data.fees;
  await transaction.execute(sql`
    with reminded as (
      update invoice i set reminded = i.due + ${remindedAfter}::integer from company c where ${unpaid(day)} and ${remindedBy(day)} returning i.company_id, i.reminded
    )
    insert into charge (company_id, kind, amount, due, vat_free)
    select company_id, fee.kind, fee.amount, reminded, true
    from reminded, (values ('reminder', ${reminderOre}::integer), ('compensation', ${compensationOre}::integer)) fee (kind, amount)`);
  await transaction.execute(sql`update invoice i set paid = i.total - i.credited from company c where ${unpaid(day)} and ${paidBy(day)}`);
}
