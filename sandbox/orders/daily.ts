/** What falls due with the business day without an order of its own: closings and beginnings that were agreed before the example data begin. */
import { sql, type SQL } from 'drizzle-orm';
import { rowsOf, type Db } from '../database/database.ts';
import { end } from './effects.ts';

/** How many of one company's are done in one step. */
const together = 50;

/** Ends subscriptions whose last day is over. Answers whether there were any. */
export async function endDue(transaction: Db, today: string): Promise<boolean> {
  const ids = await dueOf(transaction, sql`s.status = 'pendingTerminate' and s.last_day < ${today}::date`);
  if (ids.length > 0) await end(transaction, ids);
  return ids.length > 0;
}

/** Begins subscriptions whose day has come. Answers whether there were any. */
export async function beginDue(transaction: Db, today: string): Promise<boolean> {
  const ids = await dueOf(transaction, sql`s.status = 'pendingActive' and coalesce(s.move_date, s.start) <= ${today}::date`);
  if (ids.length > 0) {
    await transaction.execute(sql`update subscription set status = 'active', start = coalesce(move_date, start), move_date = null
      where id in (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))`);
  }
  return ids.length > 0;
}

/** Some of one company's subscriptions that are due and have no order open; the company is locked before they are read. */
async function dueOf(transaction: Db, due: SQL): Promise<string[]> {
  const alone = sql`${due} and not exists (select from order_item i where i.subscription_id = s.id and i.state in ('acknowledged', 'inProgress')
    and i.kind in ('newSubscription', 'closeSubscription'))`;
  const [candidate] = await rowsOf<{ id: string }>(
    transaction,
    sql`select c.id from subscription s join company c on c.id = s.company_id where ${alone} limit 1 for no key update of c skip locked`,
  );
  if (candidate === undefined) return [];
  const found = await rowsOf<{ id: string }>(
    transaction,
    sql`select s.id from subscription s where s.company_id = ${candidate.id} and ${alone} order by s.id limit ${together}`,
  );
  return found.map(({ id }) => id);
}
