/** One step of one item of an order. */
import { sql } from 'drizzle-orm';
import type { MoveFailure, OrderKind, OrderState } from '../../src/api/order.ts';
import { writeAudit } from '../database/audit.ts';
import { rowsOf, type Db } from '../database/database.ts';
import { refreshDirectory } from '../subscriptions/directory.ts';
import { removeComing } from './cancel.ts';
import { activate, changeTo, end, replaceCard } from './effects.ts';
import { answerOf, type Move } from './other-providers.ts';
import { stateOf } from './states.ts';

/** An item that is to go a step further. */
export interface DueItem {
  readonly id: string;
  readonly order_id: string;
  readonly company_id: string;
  readonly kind: OrderKind;
  readonly state: OrderState;
  readonly subscription_id: string;
  readonly user_id: string | null;
  readonly plan_id: string;
  readonly monthly: number;
  readonly one_off: number;
  readonly date: string | null;
  readonly requested_date: string | null;
  readonly due_day: string | null;
  readonly sim: 'sim' | 'esim' | null;
  readonly move: Move | null;
  readonly phone: string | null;
  readonly binding_months: number;
  /** The CVR number of the company that ordered. */
  readonly cvr: string;
}

/** Takes an item a step further: first it is taken in hand, then, when its day has come, it applies. A move is agreed with the other provider between. */
export async function carryOn(transaction: Db, item: DueItem, today: string): Promise<void> {
  if (item.state === 'acknowledged') await settle(transaction, item, { state: 'inProgress' });
  else if (item.move !== null && item.date === null) await agree(transaction, item, item.move, today);
  else await apply(transaction, item, today);
}

/** The other provider answers: with the day of the move, or with no (NUM-7, NUM-9). */
async function agree(transaction: Db, item: DueItem, move: Move, today: string): Promise<void> {
  const answer = answerOf(move, { phone: item.phone ?? '', cvr: item.cvr, requested: item.requested_date, today });
  if ('failure' in answer) {
    // The person stays, without a subscription: nobody has taken them back, and another order can be placed for them.
    await removeComing(transaction, item.company_id, item.subscription_id);
    await refreshDirectory(transaction, [item.user_id ?? item.subscription_id]);
    await settle(transaction, item, { state: 'failed', failure: answer.failure });
    return;
  }
  const { date } = answer;
  await transaction.execute(sql`update subscription set move_date = ${date}, start = ${date} where id = ${item.subscription_id}`);
  await settle(transaction, item, { state: 'inProgress', date, dueDay: date });
}

async function apply(transaction: Db, item: DueItem, today: string): Promise<void> {
  const day = item.date ?? today;
  switch (item.kind) {
    case 'newSubscription':
      await activate(transaction, item, day);
      break;
    case 'changePlan':
      await changeTo(transaction, item);
      break;
    case 'closeSubscription':
      await end(transaction, [item.subscription_id]);
      break;
    case 'replaceSim':
      await replaceCard(transaction, item);
      break;
  }
  await settle(transaction, item, { state: 'completed', date: day });
}

interface Step {
  readonly state: OrderState;
  readonly date?: string;
  readonly dueDay?: string;
  readonly failure?: MoveFailure;
}

/** Writes down how far an item has come, and with it its order. What an order came to is in the record (PRV-7). */
async function settle(transaction: Db, item: DueItem, { state, date, dueDay, failure }: Step): Promise<void> {
  await transaction.execute(sql`update order_item set state = ${state}, date = ${date ?? item.date}, due_day = ${dueDay ?? item.due_day},
      failure = ${failure ?? null}, moved_at = now() where id = ${item.id}`);
  const items = await rowsOf<{ state: OrderState }>(transaction, sql`select state from order_item where order_id = ${item.order_id}`);
  const reached = stateOf(items.map((one) => one.state));
  await transaction.execute(sql`update customer_order set state = ${reached} where id = ${item.order_id}`);
  if (reached !== 'completed' && reached !== 'failed') return;
  const deed = reached === 'completed' ? 'order.complete' : 'order.fail';
  await writeAudit(transaction, { personId: null, companyId: item.company_id, deed, subject: item.order_id, requestId: null });
}
