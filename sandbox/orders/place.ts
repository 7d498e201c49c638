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
import { refreshDirectory } from '../subscriptions/directory.ts';
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
  const sums = sumsOf(body.items);
  await insertRows(writer, 'customer_order', [
    {
      ...{ id: orderId, company_id: companyId, person_id: personId, placed_by: await nameOf(writer, personId) },
      ...{ placed_at: clock.now().toISOString(), key, delivery: body.delivery, one_off: sums.oneOff, monthly: sums.monthly },
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
  return findOrder(writer, companyId, orderId, today);
}

/** What is paid once, and what is new to be paid every month; both were checked against what the person was shown. */
function sumsOf(items: readonly OrderRequestItem[]): { readonly oneOff: number; readonly monthly: number } {
  const sum = (of: (item: OrderRequestItem) => number) => items.reduce((total, item) => total + of(item), 0);
  return {
    oneOff: sum((item) => ('setup' in item ? item.setup : 'remaining' in item ? item.remaining : 'price' in item ? item.price : 0)),
    monthly: sum((item) => ('monthly' in item ? item.monthly : 0)),
  };
}

async function nameOf(writer: Db, personId: string): Promise<string> {
  const [person] = await rowsOf<{ name: string }>(writer, sql`select name from person where id = ${personId}`);
  return person?.name ?? '';
}
