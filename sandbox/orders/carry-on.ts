/** One step of one item of an order. */
import { sql } from 'drizzle-orm';
import type { OrderState } from '../../src/api/order.ts';
import type { Db } from '../database/database.ts';
import { carryProduct, type DueProduct } from '../product-order/warehouse.ts';
import { refreshDirectory } from '../subscriptions/directory.ts';
import { removeComing } from './cancel.ts';
import { activate, changeTo, end, replaceCard } from './effects.ts';
import { answerOf, type Move } from './other-providers.ts';
import { settle } from './settle.ts';

/** An item that is to go a step further. */
export type DueItem = DueChange | DueProduct;

/** One that does something to a subscription. */
interface DueChange {
  readonly id: string;
  readonly order_id: string;
  readonly company_id: string;
  readonly kind: 'newSubscription' | 'changePlan' | 'closeSubscription' | 'replaceSim';
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
  if (item.kind === 'product') await carryProduct(transaction, item, today);
  else if (item.state === 'acknowledged') await settle(transaction, item, { state: 'inProgress' });
  else if (item.move !== null && item.date === null) await agree(transaction, item, item.move, today);
  else await apply(transaction, item, today);
}

/** The other provider answers: with the day of the move, or with no (NUM-7, NUM-9). */
async function agree(transaction: Db, item: DueChange, move: Move, today: string): Promise<void> {
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

async function apply(transaction: Db, item: DueChange, today: string): Promise<void> {
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
