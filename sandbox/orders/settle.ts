/** Writing down how far an item of an order has come. */
import { sql } from 'drizzle-orm';
import type { MoveFailure, OrderState } from '../../src/api/order.ts';
import { writeAudit } from '../database/audit.ts';
import { rowsOf, type Db } from '../database/database.ts';
import { stateOf } from './states.ts';

/** An item, as far as it stays as it is. */
interface Settled {
  readonly id: string;
  readonly order_id: string;
  readonly company_id: string;
  readonly date: string | null;
  readonly due_day: string | null;
}

export interface Step {
  readonly state: OrderState;
  readonly date?: string;
  readonly dueDay?: string;
  readonly failure?: MoveFailure;
}

/** Writes down how far an item has come, and with it its order. What an order came to is in the record (PRV-7). */
export async function settle(transaction: Db, item: Settled, { state, date, dueDay, failure }: Step): Promise<void> {
  await transaction.execute(sql`update order_item set state = ${state}, date = ${date ?? item.date}, due_day = ${dueDay ?? item.due_day},
      failure = ${failure ?? null}, moved_at = now() where id = ${item.id}`);
  const items = await rowsOf<{ state: OrderState }>(transaction, sql`select state from order_item where order_id = ${item.order_id}`);
  const reached = stateOf(items.map((one) => one.state));
  await transaction.execute(sql`update customer_order set state = ${reached} where id = ${item.order_id}`);
  if (reached !== 'completed' && reached !== 'failed') return;
  const deed = reached === 'completed' ? 'order.complete' : 'order.fail';
  await writeAudit(transaction, { personId: null, companyId: item.company_id, deed, subject: item.order_id, requestId: null });
}
