/**
 * What happens to subscriptions, as money. Each of these is called in the transaction of the deed it belongs to, as the person or as the
 * operator's works, and none may be called twice for the same order and subscription.
 *
 * They only write down what is known: from when, until when, at which price. What that comes to on the next invoice is told by
 * `coming.ts`, as the difference between what these days cost and what has been charged for them.
 */
import { sql } from 'drizzle-orm';
import type { ChargeKind } from '../../src/invoices/upcoming-charges.ts';
import type { Db } from '../database/database.ts';
import { holdBooks } from './books.ts';

interface Entry {
  readonly companyId: string;
  readonly subscriptionId: string;
  /** Null where nobody has ordered it, as with the moves and closings of the example data. */
  readonly orderId: string | null;
}

interface Term extends Entry {
  readonly from: string;
  readonly planId: string;
  readonly monthly: number;
}

/** A subscription comes into force on a day: the set-up is charged, and the monthly price from that day on. Amounts in øre without VAT. */
export async function beginBilling(
  writer: Db,
  entry: Entry & { readonly day: string; readonly planId: string; readonly monthly: number; readonly setup: number },
): Promise<void> {
  const { companyId, subscriptionId, orderId, day, planId, monthly, setup } = entry;
  await holdBooks(writer);
  await writer.execute(sql`
    insert into billing_account (subscription_id, company_id, first_day, begun_by) values (${subscriptionId}, ${companyId}, ${day}, ${orderId})
    on conflict (subscription_id) do update set first_day = excluded.first_day, begun_by = excluded.begun_by`);
  await writer.execute(sql`update subscription set counted = true where id = ${subscriptionId} and company_id = ${companyId}`);
  await addTerm(writer, { ...entry, from: day, planId, monthly });
  await addCharge(writer, { ...entry, kind: 'setup', planId, amount: setup, due: day });
}

/** From a day on, another plan at another price. Called when it is ordered; the day may lie ahead. */
export async function changePrice(writer: Db, entry: Term): Promise<void> {
  await keepAccount(writer, entry);
  await addTerm(writer, entry);
}

/**
 * The last day that is paid for, and what remains of the binding after it. Called when it is ordered; the day may lie ahead. The remainder
 * stands on the invoice that takes the last day in, as the last days themselves do.
 */
export async function endBilling(writer: Db, entry: Entry & { readonly lastDay: string; readonly remaining: number }): Promise<void> {
  const { subscriptionId, companyId, orderId, lastDay, remaining } = entry;
  await keepAccount(writer, entry);
  await writer.execute(sql`update billing_account set last_day = ${lastDay}, ended_by = ${orderId}
    where subscription_id = ${subscriptionId} and company_id = ${companyId}`);
  await addCharge(writer, { ...entry, kind: 'binding', planId: null, amount: remaining, due: lastDay });
}

/** Another SIM card. */
export async function chargeSimCard(writer: Db, entry: Entry & { readonly day: string; readonly amount: number }): Promise<void> {
  await holdBooks(writer);
  await addCharge(writer, { ...entry, kind: 'simCard', planId: null, due: entry.day });
}

interface Purchase {
  readonly companyId: string;
  readonly orderId: string;
  readonly userId: string;
  readonly userName: string;
  readonly product: string;
  readonly quantity: number;
  readonly costCentre: string | null;
  readonly reference: string | null;
  readonly amount: number;
  readonly day: string;
}

/** A product, for the user it was ordered for (R26.2). What costs nothing is not mentioned. */
export async function chargeProduct(writer: Db, purchase: Purchase): Promise<void> {
  if (purchase.amount === 0) return;
  const { companyId, orderId, userId, userName, product, quantity, costCentre, reference, amount, day } = purchase;
  await holdBooks(writer);
  await writer.execute(sql`insert into charge (company_id, order_id, kind, amount, due, user_id, user_name, product, quantity, cost_centre, reference)
    values (${companyId}, ${orderId}, 'product', ${amount}, ${day}, ${userId}, ${userName}, ${product}, ${quantity}, ${costCentre}, ${reference})`);
}

/** The order is taken back: whatever it has put in the books is as if it had never been, also where it has been invoiced already. */
export async function takeBack(writer: Db, companyId: string, orderId: string): Promise<void> {
  await holdBooks(writer);
  const its = sql`company_id = ${companyId} and order_id = ${orderId}`;
  await writer.execute(sql`delete from billing_term where ${its}`);
  await writer.execute(sql`update billing_account set
      first_day = case when begun_by = ${orderId} then null else first_day end, begun_by = nullif(begun_by, ${orderId}),
      last_day = case when ended_by = ${orderId} then null else last_day end, ended_by = nullif(ended_by, ${orderId})
    where company_id = ${companyId} and (begun_by = ${orderId} or ended_by = ${orderId})`);
  await writer.execute(sql`delete from charge where ${its} and invoice is null and reverses is null`);
  await writer.execute(sql`
    insert into charge (company_id, subscription_id, order_id, kind, plan_id, amount, due, reverses, product, quantity, reference,
      user_id, user_name, cost_centre)
    select company_id, subscription_id, order_id, 'refund', plan_id, -amount, due, id, product, quantity, reference,
      case when product is not null then user_id end, case when product is not null then user_name end,
      case when product is not null then cost_centre end
    from charge where ${its} and invoice is not null and reverses is null
    on conflict (reverses) do nothing`);
}

/**
 * From now on, this subscription's days are counted one by one, if they are not yet. Nothing has happened to it since the books were opened,
 * so its last month has been charged in full; days before that are settled, and never looked at again.
 */
async function keepAccount(writer: Db, { subscriptionId, companyId }: Entry): Promise<void> {
  await holdBooks(writer);
  await writer.execute(sql`
    with kept as (
      update subscription s set counted = true from plan, books, lateral (select (next_invoice - interval '1 month')::date as month) last
      where s.id = ${subscriptionId} and s.company_id = ${companyId} and not counted and plan.id = s.plan_id
      returning s.id, s.company_id, s.plan_id, monthly_price, month, daterange(greatest(start, month), next_invoice) as days
    ), account as (
      insert into billing_account (subscription_id, company_id, first_day) select id, company_id, lower(days) from kept
    ), term as (
      insert into billing_term (company_id, subscription_id, from_day, plan_id, monthly)
      select company_id, id, lower(days), plan_id, monthly_price from kept
    )
    insert into billing_paid (company_id, subscription_id, month, plan_id, monthly, days, amount)
    select company_id, id, month, plan_id, monthly_price, datemultirange(days), prorated(monthly_price, days) from kept`);
}

async function addTerm(writer: Db, { companyId, subscriptionId, orderId, from, planId, monthly }: Term): Promise<void> {
  await writer.execute(sql`insert into billing_term (company_id, subscription_id, order_id, from_day, plan_id, monthly)
    values (${companyId}, ${subscriptionId}, ${orderId}, ${from}, ${planId}, ${monthly})`);
}

interface OneOff extends Entry {
  readonly kind: ChargeKind;
  /** Null is the one the subscription has. */
  readonly planId: string | null;
  readonly amount: number;
  readonly due: string;
}

/** Puts something in the books that is paid once; what costs nothing is not mentioned. */
async function addCharge(writer: Db, { companyId, subscriptionId, orderId, kind, planId, amount, due }: OneOff): Promise<void> {
  if (amount === 0) return;
  await writer.execute(sql`insert into charge (company_id, subscription_id, order_id, kind, plan_id, amount, due)
    select company_id, id, ${orderId}, ${kind}, coalesce(${planId}, plan_id), ${amount}::integer, ${due}::date
    from subscription where id = ${subscriptionId} and company_id = ${companyId}`);
}
