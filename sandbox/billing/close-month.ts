/** Closing a month: what was to come, and what was used, becomes the lines of its invoices. */
import { sql } from 'drizzle-orm';
import { addDays } from '../../src/api/days.ts';
import type { Clock } from '../clock.ts';
import { rowsOf, type Db, type SandboxDatabase } from '../database/database.ts';
import { queueInvoiceMails } from '../invoices/e-invoice-mails.ts';
import { billUsage } from './bill-usage.ts';
import { readBooks, takeBooks, type Books } from './books.ts';
import { correctedLines, differences, isPlain, plainAmount, plainEnd } from './coming.ts';
import { addUp, issueInvoices } from './issue.ts';
import { settleUntil } from './settle.ts';

/**
 * Closes the oldest open month when the day of its invoice has come; resolves to whether there was one. It is one transaction: killed in
 * the middle, nothing of it has happened, and of several instances one does it. Asking costs one short query.
 *
 * @throws when the books have not been opened
 */
export async function closeMonth(database: SandboxDatabase, clock: Clock): Promise<boolean> {
  if ((await readBooks(database.db)).nextInvoice > clock.today()) return false;
  return database.db.transaction(async (transaction) => {
    await takeBooks(transaction);
    const books = await readBooks(transaction);
    // Another instance may have been quicker.
    if (books.nextInvoice > clock.today()) return false;
    await transaction.execute(sql`select set_config('jit', 'off', true)`);
    // Whoever was reminded by then has the fees on this invoice, also when the day has jumped over several months.
    await settleUntil(transaction, addDays(books.nextInvoice, -1));
    await writeLines(transaction, books);
    await billUsage(transaction, books);
    await writeDocuments(transaction, books);
    await queueInvoiceMails(transaction, books.nextInvoice);
    await transaction.execute(sql`update books set next_invoice = next_invoice + interval '1 month'`);
    return true;
  });
}

/** Lines keep the words of their day: a user who is renamed or gone stands on old invoices as before (R28.5, INV-6). */
const words = sql`plan.name, u.id, u.name, s.label, s.phone, s.cost_centre`;

async function writeLines(transaction: Db, books: Books): Promise<void> {
  const day = sql`${books.nextInvoice}::date`;
  await transaction.execute(sql`
    update charge set invoice = ${day}, (plan, user_id, user_name, label, phone, cost_centre) = (select ${words}
      from subscription s left join telephone_user u on u.id = s.user_id, plan where s.id = charge.subscription_id and plan.id = charge.plan_id)
    where invoice is null and due <= ${books.through}::date and subscription_id is not null`);
  // Products have their words since they were ordered, but for a user who is called otherwise now.
  await transaction.execute(sql`
    update charge set invoice = ${day}, user_name = coalesce((select name from telephone_user where id = charge.user_id), user_name)
    where invoice is null and due <= ${books.through}::date and subscription_id is null`);
  const columns = sql`company_id, subscription_id, kind, plan_id, from_day, to_day, amount, due, invoice,
    plan, user_id, user_name, label, phone, cost_centre`;
  await transaction.execute(sql`
    insert into charge (${columns})
    select s.company_id, s.id, 'subscription', s.plan_id, ${day}, ${plainEnd(books)}, ${plainAmount(books)}, ${day}, ${day}, ${words}
    from subscription s join plan on plan.id = s.plan_id left join telephone_user u on u.id = s.user_id where ${isPlain(null, books)}`);
  await transaction.execute(sql`
    with ${differences(null, books)}, line as (${correctedLines}), charged as (
      insert into charge (${columns})
      select line.company_id, s.id, kind, line.plan_id, from_day, to_day, amount, ${day}, ${day}, ${words}
      from line join subscription s on s.id = subscription_id join plan on plan.id = line.plan_id left join telephone_user u on u.id = s.user_id
    )
    insert into billing_paid (company_id, subscription_id, month, plan_id, monthly, days, amount)
    select company_id, subscription_id, month, plan_id, monthly, coalesce(days, '{}'), coalesce(amount, 0) from difference
    on conflict (subscription_id, month, plan_id, monthly) do update set days = excluded.days, amount = excluded.amount`);
}

/** Puts the lines of the day on documents: an invoice for each company that has any. */
async function writeDocuments(transaction: Db, { nextInvoice }: Books): Promise<void> {
  const day = sql`${nextInvoice}::date`;
  const companies = await rowsOf<{ id: string }>(
    transaction,
    sql`select distinct company_id as id from charge where invoice = ${day} and invoice_id is null`,
  );
  await issueInvoices(
    transaction,
    nextInvoice,
    companies.map(({ id }) => id),
  );
  const ofTheDay = sql`i.issued = ${day} and i.credits is null`;
  await transaction.execute(sql`update charge set invoice_id = i.id from invoice i
    where charge.invoice = ${day} and charge.invoice_id is null and i.company_id = charge.company_id and ${ofTheDay}`);
  await addUp(transaction, ofTheDay);
}
