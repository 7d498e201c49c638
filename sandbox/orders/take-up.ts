/** Taking up one item of an order: what it does to the company's subscriptions at once, and what is noted for the works to do. */
import { sql } from 'drizzle-orm';
import { addDays } from '../../src/api/days.ts';
import type { OrderRequestItem } from '../../src/api/order-request.ts';
import { changePrice, chargeProduct, chargeSimCard, endBilling } from '../billing/ledger.ts';
import { rowsOf, type Db } from '../database/database.ts';
import { newId } from '../database/ids.ts';
import { insertRows } from '../database/seed/rows.ts';
import { Problem } from '../http/problem.ts';
import { received } from '../product-order/warehouse.ts';
import type { Known, KnownSubscription } from './known.ts';
import { wishedDay } from './other-providers.ts';
import { receiverOf } from './receiver.ts';
import { workingDayFrom } from './working-days.ts';

interface Context {
  readonly companyId: string;
  readonly orderId: string;
  readonly position: number;
  readonly known: Known;
}

/** What was taken up. */
export interface Placed {
  /** The number it is about. */
  readonly phone: string | null;
  /** The row of the list that is not as it was; null when the list is. */
  readonly listed: string | null;
}

type Item<Kind extends OrderRequestItem['kind']> = Extract<OrderRequestItem, { kind: Kind }>;

/** Takes up an item that has passed its checks. @throws Problem 422 when somebody else has the number since. */
export function takeUp(writer: Db, context: Context, item: OrderRequestItem): Promise<Placed> {
  switch (item.kind) {
    case 'newSubscription':
      return addSubscription(writer, context, item);
    case 'changePlan':
      return noteChange(writer, context, item);
    case 'closeSubscription':
      return beginClosing(writer, context, item);
    case 'replaceSim':
      return noteSim(writer, context, item);
    case 'product':
      return noteProduct(writer, context, item);
  }
}

/** The subscription is there at once, under creation, and with it a user who is new (R17.4). */
async function addSubscription(writer: Db, context: Context, item: Item<'newSubscription'>): Promise<Placed> {
  const { companyId, position, known } = context;
  const user = await receiverOf(writer, context, item.user);
  const subscriptionId = newId();
  const { number } = item;
  const move = number.kind === 'move' ? number : null;
  const phone = number.kind === 'none' ? await machineNumber(writer) : number.phone;
  const moveDate = move === null ? null : wishedDay(move.timing, move.date, known.today);
  const [inserted] = await rowsOf<{ id: string }>(
    writer,
    // The index of numbers has the last word: whoever else orders the same one is waited for, and then one of the two has it.
    sql`insert into subscription (id, company_id, user_id, plan_id, phone, status, move_date, start, cost_centre)
      values (${subscriptionId}, ${companyId}, ${user.id}, ${item.plan}, ${phone}, 'pendingActive', ${moveDate}, ${moveDate ?? known.today},
        ${user.cost_centre})
      on conflict (phone) where status <> 'terminated' do nothing returning id`,
  );
  if (inserted === undefined)
    throw new Problem('invalid', { errors: [{ pointer: `/items/${String(position)}/number/phone`, type: 'taken' }] });
  await note(writer, context, {
    ...{ kind: item.kind, subscription_id: subscriptionId, user_id: user.id, user_name: user.name, new_user: user.isNew, phone },
    ...{ plan_id: item.plan, monthly: item.monthly, one_off: item.setup, sim: item.sim, requested_date: move?.date ?? null },
    move: move && { provider: move.provider, ownerCvr: move.ownerCvr, simNumber: move.simNumber, timing: move.timing },
  });
  return { phone, listed: user.id };
}

async function noteChange(writer: Db, context: Context, item: Item<'changePlan'>): Promise<Placed> {
  const { companyId, orderId } = context;
  const subscription = subscriptionIn(context, item.subscription);
  await note(writer, context, {
    ...{ kind: item.kind, ...subjectOf(subscription), plan_id: item.plan, monthly: item.monthly, one_off: 0 },
    ...{ date: item.from, due_day: item.from },
  });
  const { from, plan: planId, monthly } = item;
  await changePrice(writer, { companyId, orderId, subscriptionId: subscription.id, from, planId, monthly });
  return { phone: null, listed: null };
}

/** The subscription is being closed from now on; whether it was blocked is kept for whoever takes that back. */
async function beginClosing(writer: Db, context: Context, item: Item<'closeSubscription'>): Promise<Placed> {
  const { companyId, orderId } = context;
  const subscription = subscriptionIn(context, item.subscription);
  const { lastDay, remaining } = item;
  await writer.execute(sql`update subscription set status = 'pendingTerminate', last_day = ${lastDay}
    where company_id = ${companyId} and id = ${subscription.id}`);
  await note(writer, context, {
    ...{ kind: item.kind, ...subjectOf(subscription), plan_id: subscription.plan_id, monthly: 0, one_off: remaining },
    ...{ date: lastDay, due_day: addDays(lastDay, 1), former_status: subscription.status },
  });
  await endBilling(writer, { companyId, orderId, subscriptionId: subscription.id, lastDay, remaining });
  return { phone: null, listed: null };
}

async function noteSim(writer: Db, context: Context, item: Item<'replaceSim'>): Promise<Placed> {
  const { companyId, orderId, known } = context;
  const subscription = subscriptionIn(context, item.subscription);
  await note(writer, context, {
    ...{ kind: item.kind, ...subjectOf(subscription), plan_id: subscription.plan_id, monthly: 0, one_off: item.price, sim: item.sim },
  });
  await chargeSimCard(writer, { companyId, orderId, subscriptionId: subscription.id, day: known.today, amount: item.price });
  return { phone: null, listed: null };
}

/** It is on its way from now on, and on the next invoice; what it takes from stock is taken last of all. */
async function noteProduct(writer: Db, context: Context, item: Item<'product'>): Promise<Placed> {
  const { companyId, orderId, known } = context;
  const product = known.products.get(item.product);
  if (product === undefined) throw new Error('An order was taken up that had not been checked.');
  const user = await receiverOf(writer, context, item.user);
  const { quantity, price, costCentre, reference } = item;
  const [one_off, userName] = [quantity * price, user.name];
  await note(writer, context, {
    ...{ kind: item.kind, user_id: user.id, user_name: userName, new_user: user.isNew, monthly: 0, one_off },
    ...{ product_id: product.id, product_name: product.name, quantity, price, cost_centre: costCentre, reference },
    ...(product.is_sent && { parcel: received(known.today), due_day: workingDayFrom(known.today) }),
  });
  await chargeProduct(writer, {
    ...{ companyId, orderId, userId: user.id, userName, product: product.name, quantity, costCentre, reference },
    ...{ amount: one_off, day: known.today },
  });
  return { phone: null, listed: user.isNew ? user.id : null };
}

function subscriptionIn({ known }: Context, id: string): KnownSubscription {
  const subscription = known.subscriptions.get(id);
  if (subscription === undefined) throw new Error('An order was taken up that had not been checked.');
  return subscription;
}

const subjectOf = ({ id, user_id, user_name, phone }: KnownSubscription) => ({ subscription_id: id, user_id, user_name, phone });

const note = (writer: Db, { companyId, orderId, position }: Context, item: object): Promise<void> =>
  insertRows(writer, 'order_item', [
    {
      ...{ id: newId(), order_id: orderId, company_id: companyId, position, state: 'acknowledged', new_user: false },
      ...{ moved_at: new Date().toISOString(), ...item },
    },
  ]);

/** The next number for a machine, 37 and ten digits (NUM-1). */
async function machineNumber(writer: Db): Promise<string> {
  const [next] = await rowsOf<{ phone: string }>(writer, sql`select '+4537' || nextval('machine_serial') as phone`);
  if (next === undefined) throw new Error('A sequence always has a next number.');
  return next.phone;
}
