/** What falls due with the business day without an order of its own: closings and beginnings that were agreed before the example data begin. */
import { sql } from 'drizzle-orm';
import { beginBilling } from '../billing/ledger.ts';
import { rowsOf, type Db } from '../database/database.ts';
import { end } from './effects.ts';

/** How many of one company's are done in one step; with more, whoever asks meanwhile would notice. */
const together = 20;

/** What is looked for: in which state, and the day that must have come. Each has its index. */
const ending = { status: sql`s.status = 'pendingTerminate'`, day: sql`s.last_day + 1` };
const beginning = { status: sql`s.status = 'pendingActive'`, day: sql`coalesce(s.move_date, s.start)` };

/** Ends subscriptions whose last day is over. Answers whether there were any. */
export async function endDue(transaction: Db, today: string): Promise<boolean> {
  const ids = await dueOf(transaction, ending, today);
  if (ids.length > 0) await end(transaction, ids);
  return ids.length > 0;
}

/** Begins subscriptions whose day has come. Answers whether there were any. */
export async function beginDue(transaction: Db, today: string): Promise<boolean> {
  const ids = await dueOf(transaction, beginning, today);
  if (ids.length === 0) return false;
  const begun = await rowsOf<Begun>(
    transaction,
    sql`update subscription s set status = 'active', start = coalesce(move_date, start), move_date = null from plan
      where s.id in (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)) and plan.id = s.plan_id
      returning s.company_id, s.id, s.start::text, s.plan_id, plan.monthly_price, plan.setup_price`,
  );
  for (const { company_id, id, start, plan_id, monthly_price, setup_price } of begun) {
    await beginBilling(transaction, {
      ...{ companyId: company_id, subscriptionId: id, orderId: null },
      ...{ day: start, planId: plan_id, monthly: monthly_price, setup: setup_price },
    });
  }
  return true;
}

interface Begun {
  readonly company_id: string;
  readonly id: string;
  readonly start: string;
  readonly plan_id: string;
  readonly monthly_price: number;
  readonly setup_price: number;
}

/** Some of one company's subscriptions that are due and have no order open, the earliest first; the company is locked before they are read. */
async function dueOf(transaction: Db, { status, day }: typeof ending, today: string): Promise<string[]> {
  const due = sql`${status} and ${day} <= ${today}::date and not exists (select from order_item i where i.subscription_id = s.id
    and i.state in ('acknowledged', 'inProgress') and i.kind in ('newSubscription', 'closeSubscription'))`;
  const [candidate] = await rowsOf<{ id: string }>(
    transaction,
    // The order also keeps the planner to the index: without it, it expects to meet one soon wherever it begins.
    sql`select c.id from subscription s join company c on c.id = s.company_id where ${due} order by ${day} limit 1
      for no key update of c skip locked`,
  );
  if (candidate === undefined) return [];
  const found = await rowsOf<{ id: string }>(
    transaction,
    sql`select s.id from subscription s where s.company_id = ${candidate.id} and ${due} order by ${day}, s.id limit ${together}`,
  );
  return found.map(({ id }) => id);
}
