/** What becomes of subscriptions when something that was ordered applies. */
import { sql } from 'drizzle-orm';
import { beginBilling } from '../billing/ledger.ts';
import { rowsOf, type Db } from '../database/database.ts';
import { simNumber } from '../database/seed/numbers.ts';
import { refreshDirectory } from '../subscriptions/directory.ts';
import { boundUntil } from './bound-until.ts';

/** An ordered item, as far as its effect goes. */
interface Ordered {
  readonly order_id: string;
  readonly company_id: string;
  readonly subscription_id: string;
  readonly user_id: string | null;
  readonly plan_id: string;
  readonly monthly: number;
  readonly one_off: number;
  readonly sim: 'sim' | 'esim' | null;
  readonly binding_months: number;
}

/** A subscription comes into force on a day: it has a card, is bound from then on, and is charged for (SUB-9). */
export async function activate(transaction: Db, item: Ordered, day: string): Promise<void> {
  const { company_id, subscription_id, order_id, plan_id, monthly, one_off } = item;
  await transaction.execute(sql`update subscription set status = 'active', start = ${day}, move_date = null,
      bound_until = ${boundUntil(day, item.binding_months)}, sim_kind = ${item.sim}, sim_number = ${await nextCard(transaction)}
    where id = ${subscription_id}`);
  await beginBilling(transaction, {
    ...{ companyId: company_id, subscriptionId: subscription_id, orderId: order_id },
    ...{ day, planId: plan_id, monthly, setup: one_off },
  });
}

/** Another plan holds; the binding stays as it was. Its price has been in the books since it was ordered. */
export async function changeTo(transaction: Db, { subscription_id, user_id, plan_id }: Ordered): Promise<void> {
  await transaction.execute(sql`update subscription set plan_id = ${plan_id} where id = ${subscription_id}`);
  await refreshDirectory(transaction, [user_id ?? subscription_id]);
}

/** Another card; the one before opens nothing any more. */
export async function replaceCard(transaction: Db, { subscription_id, sim }: Ordered): Promise<void> {
  await transaction.execute(sql`update subscription set sim_kind = ${sim}, sim_number = ${await nextCard(transaction)}
    where id = ${subscription_id}`);
}

/** Subscriptions whose last day is over end with it; their numbers rest from then on (SUB-7). */
export async function end(transaction: Db, ids: readonly string[]): Promise<void> {
  const ended = await rowsOf<{ listed: string }>(
    transaction,
    sql`update subscription set status = 'terminated', ended_on = last_day
      where id in (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)) returning coalesce(user_id, id) as listed`,
  );
  await refreshDirectory(transaction, [...new Set(ended.map(({ listed }) => listed))]);
}

/** The number of the next SIM card (SIM-1). */
async function nextCard(transaction: Db): Promise<string> {
  const [next] = await rowsOf<{ serial: number }>(transaction, sql`select nextval('card_serial')::float8 as serial`);
  if (next === undefined) throw new Error('A sequence always has a next number.');
  return simNumber(next.serial);
}
