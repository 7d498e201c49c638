/** Taking an order back, as long as nothing of it has applied. */
import { sql } from 'drizzle-orm';
import type { Order, OrderItem } from '../../src/api/order.ts';
import { takeBack } from '../billing/ledger.ts';
import { writeAudit } from '../database/audit.ts';
import { rowsOf, type Db } from '../database/database.ts';
import { Problem } from '../http/problem.ts';
import type { WriteCall } from '../http/route.ts';
import { giveBackStock } from '../product-order/stock.ts';
import { refreshDirectory } from '../subscriptions/directory.ts';
import { lockCompany } from './known.ts';
import { findOrder } from './read-orders.ts';

interface OpenItem {
  readonly kind: OrderItem['kind'];
  readonly subscription_id: string | null;
  readonly user_id: string | null;
  readonly new_user: boolean;
  readonly former_status: 'active' | 'suspended' | null;
  readonly product_id: string | null;
  readonly quantity: number | null;
}

/**
 * Takes back all of an order and answers with it; one that has been taken back already stays so. Null when the company has none such.
 *
 * @throws Problem 409 of the kind `too-late` once something of it has applied, or failed altogether.
 */
export async function cancelOrder({ writer, personId, clock, grant, params, requestId }: WriteCall<unknown>): Promise<Order | null> {
  const { companyId } = grant;
  await lockCompany(writer, companyId);
  const order = await findOrder(writer, companyId, params['order'] ?? '', clock.today());
  if (order === null || order.state === 'cancelled') return order;
  if (!order.canCancel) throw new Problem('too-late');
  const items = await rowsOf<OpenItem>(
    writer,
    sql`update order_item set state = 'cancelled', moved_at = now()
      where company_id = ${companyId} and order_id = ${order.id} and state in ('acknowledged', 'inProgress')
      returning kind, subscription_id, user_id, new_user, former_status, product_id, quantity`,
  );
  await writer.execute(sql`update customer_order set state = 'cancelled' where company_id = ${companyId} and id = ${order.id}`);
  for (const item of items) await restore(writer, companyId, item);
  await takeBack(writer, companyId, order.id);
  await writeAudit(writer, { personId, companyId, deed: 'order.cancel', subject: order.id, requestId });
  await giveBackStock(
    writer,
    items.flatMap(({ product_id: product, quantity }) => (product === null || quantity === null ? [] : { product, quantity })),
  );
  return findOrder(writer, companyId, order.id, clock.today());
}

/** What an item did when it was taken up is undone, but for stock; a change of plan and a SIM card have done nothing yet. */
async function restore(writer: Db, companyId: string, item: OpenItem): Promise<void> {
  if (item.kind === 'closeSubscription') {
    await writer.execute(sql`update subscription set status = ${item.former_status}, last_day = null
      where company_id = ${companyId} and id = ${item.subscription_id} and status = 'pendingTerminate'`);
  }
  if ((item.kind !== 'newSubscription' && item.kind !== 'product') || item.user_id === null) return;
  if (item.subscription_id !== null) await removeComing(writer, companyId, item.subscription_id);
  await removeUnused(writer, companyId, item.user_id);
  await refreshDirectory(writer, [item.user_id]);
}

/** A subscription that has never come into force goes as if it had never been; its number is free again at once. */
export async function removeComing(db: Db, companyId: string, subscriptionId: string): Promise<void> {
  await db.execute(sql`delete from subscription where company_id = ${companyId} and id = ${subscriptionId} and status = 'pendingActive'`);
}

/** A user who came with an order that was taken back, and now has and has had nothing, goes too: nobody ever used them. */
async function removeUnused(writer: Db, companyId: string, userId: string): Promise<void> {
  await writer.execute(sql`delete from telephone_user where company_id = ${companyId} and id = ${userId}
    and exists (select from order_item where user_id = ${userId} and new_user and state = 'cancelled')
    and not exists (select from subscription where company_id = ${companyId} and user_id = ${userId})
    and not exists (select from order_item where user_id = ${userId} and kind = 'product' and state <> 'cancelled')`);
}
