/** Everything an order is judged by, read at once in the transaction that places it. */
import { sql } from 'drizzle-orm';
import type { OrderRequest } from '../../src/api/order-request.ts';
import type { OrderKind } from '../../src/api/order.ts';
import type { Notice } from '../../src/api/values.ts';
import type { SubscriptionStatus } from '../../src/subscriptions/subscription-summary.ts';
import { rowsOf, type Db } from '../database/database.ts';
import { productsOf, type KnownProduct } from '../product-order/products.ts';
import { standingOf, type Holder } from './numbers.ts';
import { plansOf, type KnownPlan } from './plans.ts';

/** A subscription that something is ordered for. */
export interface KnownSubscription {
  readonly id: string;
  readonly user_id: string | null;
  readonly user_name: string | null;
  readonly plan_id: string;
  readonly phone: string | null;
  readonly status: SubscriptionStatus;
  readonly bound_until: string | null;
  /** What it costs a month, øre without VAT. */
  readonly monthly_price: number;
  readonly talk: boolean;
  /** What has been ordered for it and has not come about. */
  readonly coming: readonly OrderKind[];
}

export interface KnownUser {
  readonly id: string;
  readonly name: string;
  readonly cost_centre: string | null;
}

export interface Known {
  readonly today: string;
  readonly notice: Notice;
  readonly plans: ReadonlyMap<string, KnownPlan>;
  /** None unless products are ordered. */
  readonly products: ReadonlyMap<string, KnownProduct>;
  readonly subscriptions: ReadonlyMap<string, KnownSubscription>;
  readonly users: ReadonlyMap<string, KnownUser>;
  /** Which numbers are the operator's own, and whether they are free for whoever orders. */
  readonly numbers: ReadonlyMap<string, 'free' | 'taken'>;
}

/** Waits for whoever else is ordering for the company, so that each sees what the one before has ordered; then reads. */
export async function readKnown(writer: Db, holder: Holder, today: string, { items }: OrderRequest): Promise<Known> {
  const { companyId } = holder;
  await lockCompany(writer, companyId);
  const [company] = await rowsOf<Notice>(
    writer,
    sql`select notice_length as length, notice_unit as unit from company where id = ${companyId}`,
  );
  if (company === undefined) throw new Error('The company the person was let into is not there.');
  const users = items.flatMap((item) => ('user' in item && 'id' in item.user ? item.user.id : []));
  const subscriptions = items.flatMap((item) => ('subscription' in item ? item.subscription : []));
  const phones = items.flatMap((item) => (item.kind === 'newSubscription' && item.number.kind !== 'none' ? item.number.phone : []));
  return {
    ...{ today, notice: company },
    plans: byId(await plansOf(writer, companyId)),
    products: byId(items.some(({ kind }) => kind === 'product') ? await productsOf(writer) : []),
    subscriptions: byId(await rowsOf<KnownSubscription>(writer, subscriptionsIn(companyId, subscriptions))),
    users: byId(
      await rowsOf<KnownUser>(
        writer,
        sql`select id, name, cost_centre from telephone_user where company_id = ${companyId} and id in ${listOf(users)}`,
      ),
    ),
    numbers: await standingOf(writer, holder, today, phones),
  };
}

/** One at a time changes what a company has ordered; whoever comes next waits here. */
export async function lockCompany(db: Db, companyId: string): Promise<void> {
  await db.execute(sql`select from company where id = ${companyId} for no key update`);
}

const subscriptionsIn = (companyId: string, ids: readonly string[]) => sql`
  select s.id, s.user_id, u.name as user_name, s.plan_id, s.phone, s.status, s.bound_until::text, p.monthly_price, p.talk,
    (select coalesce(jsonb_agg(i.kind), '[]') from order_item i
      where i.subscription_id = s.id and i.state in ('acknowledged', 'inProgress')) as coming
  from subscription s join plan p on p.id = s.plan_id left join telephone_user u on u.id = s.user_id
  where s.company_id = ${companyId} and s.id in ${listOf(ids)}
  order by s.id for no key update of s`;

const listOf = (texts: readonly string[]) => sql`(select jsonb_array_elements_text(${JSON.stringify(texts)}::jsonb))`;

const byId = <Row extends { readonly id: string }>(rows: readonly Row[]): ReadonlyMap<string, Row> =>
  new Map(rows.map((row) => [row.id, row]));
