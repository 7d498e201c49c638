/** Closing a month: what was to come becomes the lines of its invoice. */
import { sql } from 'drizzle-orm';
import type { Clock } from '../clock.ts';
import { rowsOf, type Db, type SandboxDatabase } from '../database/database.ts';
import { correctedLines, differences, oneOffs, plainLines } from './coming.ts';
import { nextInvoice, takeBooks } from './books.ts';

/**
 * Closes the oldest open month when the day of its invoice has come; resolves to whether there was one. It is one transaction: killed in
 * the middle, nothing of it has happened, and of several instances one does it. Asking costs one short query.
 */
export async function closeMonth(database: SandboxDatabase, clock: Clock): Promise<boolean> {
  if ((await nextInvoice(database.db)) > clock.today()) return false;
  return database.db.transaction(async (transaction) => {
    await takeBooks(transaction);
    // Another instance may have been quicker.
    if ((await nextInvoice(transaction)) > clock.today()) return false;
    await transaction.execute(sql`select set_config('jit', 'off', true)`);
    await writeLines(transaction);
    await transaction.execute(sql`update books set next_invoice = next_invoice + interval '1 month'`);
    return true;
  });
}

/** Lines keep the words of their day: a user who is renamed or gone stands on old invoices as before (R28.5, INV-6). */
const words = sql`plan.name, u.id, u.name, s.label, s.phone, s.cost_centre`;

async function writeLines(transaction: Db): Promise<void> {
  await transaction.execute(sql`
    update charge set invoice = next_invoice, (plan, user_id, user_name, label, phone, cost_centre) = (select ${words}
      from subscription s left join telephone_user u on u.id = s.user_id, plan where s.id = charge.subscription_id and plan.id = charge.plan_id)
    from books where charge.id in (select coming.id from (${oneOffs(null)}) coming)`);
  await transaction.execute(sql`
    with ${differences(null)}, line as (${plainLines(null)} union all ${correctedLines}), booked as (
      insert into charge (company_id, subscription_id, order_id, kind, plan_id, from_day, to_day, amount, due, invoice,
        plan, user_id, user_name, label, phone, cost_centre)
      select line.company_id, subscription_id, order_id, kind, line.plan_id, from_day, to_day, amount, next_invoice, next_invoice, ${words}
      from books, line join subscription s on s.id = subscription_id join plan on plan.id = line.plan_id left join telephone_user u on u.id = s.user_id
    )
    insert into billing_paid (company_id, subscription_id, month, plan_id, monthly, days, amount)
    select company_id, subscription_id, month, plan_id, monthly, coalesce(days, '{}'), coalesce(amount, 0) from difference
    on conflict (subscription_id, month, plan_id, monthly) do update set days = excluded.days, amount = excluded.amount`);
}
