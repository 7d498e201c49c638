/** Placing an order: all of it or nothing, in the transaction of the call (decision 5). */
import { sql } from 'drizzle-orm';
import type { OrderRequest, OrderRequestItem } from '../../src/api/order-request.ts';
import type { Order } from '../../src/api/order.ts';
import { writeAudit } from '../database/audit.ts';
import { rowsOf, type Db } from '../database/database.ts';
import { newId } from '../database/ids.ts';
import { insertRows } from '../database/seed/rows.ts';
import { Problem } from '../http/problem.ts';
import type { WriteCall } from '../http/route.ts';
import { takeStock } from '../product-order/stock.ts';
import { refreshDirectory } from '../subscriptions/directory.ts';
import { areaOf } from './areas.ts';
import { refusalsOf } from './checks.ts';
import { readKnown } from './known.ts';
import { releaseNumbers } from './numbers.ts';
import { findOrder } from './read-orders.ts';
import { takeUp, type Placed } from './take-up.ts';

/** Places an order and answers with it. @throws Problem 422 with everything that is wrong; then nothing has happened. */
export async function placeOrder(call: WriteCall<OrderRequest>): Promise<Order | null> {
  const { writer, personId, clock, grant, body, requestId, key } = call;
  const { companyId } = grant;
  const today = clock.today();
  const known = await readKnown(writer, { personId, companyId }, today, body);
  const refusals = refusalsOf(body, known);
  if (refusals.length > 0) throw new Problem('invalid', { errors: refusals.slice(0, 50) });
  const orderId = newId();
  const [sums, [first]] = [sumsOf(body.items), body.items];
  await insertRows(writer, 'customer_order', [
    {
      ...{ id: orderId, company_id: companyId, person_id: personId, placed_by: await nameOf(writer, personId) },
      ...{ placed_at: clock.now().toISOString(), key, delivery: body.delivery, one_off: sums.oneOff, monthly: sums.monthly },
      area: first && areaOf(first),
    },
  ]);
  const placed: Placed[] = [];
  for (const [position, item] of body.items.entries()) placed.push(await takeUp(writer, { companyId, orderId, position, known }, item));
  await releaseNumbers(
    writer,
    placed.flatMap(({ phone }) => phone ?? []),
  );
  await refreshDirectory(writer, [...new Set(placed.flatMap(({ listed }) => listed ?? []))]);
  await writeAudit(writer, { personId, companyId, deed: 'order.place', subject: orderId, requestId });
  await takeStock(writer, body.items);
  return findOrder(writer, companyId, orderId, today);
}

/** What is paid once, and what is new to be paid every month; both were checked against what the person was shown. */
function sumsOf(items: readonly OrderRequestItem[]): { readonly oneOff: number; readonly monthly: number } {
  const sum = (of: (item: OrderRequestItem) => number) => items.reduce((total, item) => total + of(item), 0);
  return {
    oneOff: sum(onceFor),
    monthly: sum((item) => ('monthly' in item ? item.monthly : 0)),
  };
}

function onceFor(item: OrderRequestItem): number {
  switch (item.kind) {
    case 'newSubscription':
      return item.setup;
    case 'changePlan':
      return 0;
    case 'closeSubscription':
      return item.remaining;
    case 'replaceSim':
      return item.price;
    case 'product':
      return item.quantity * item.price;
  }
}

async function nameOf(writer: Db, personId: string): Promise<string> {
  const [person] = await rowsOf<{ name: string }>(writer, sql`select name from person where id = ${personId}`);
  return person?.name ?? '';
}
