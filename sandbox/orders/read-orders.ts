/** Orders as the contract shows them. */
import { sql, type SQL } from 'drizzle-orm';
import type { Address } from '../../src/api/address.ts';
import type { MoveFailure, Order, OrderedProduct, OrderItem, OrderKind, OrderPage, OrderState, Parcel } from '../../src/api/order.ts';
import { rowsOf, type Db } from '../database/database.ts';
import { trackingUrlOf, type KeptParcel } from '../product-order/warehouse.ts';
import type { OrderArea } from './areas.ts';
import { canCancel } from './states.ts';

interface OrderRow {
  readonly id: string;
  readonly no: string;
  readonly state: OrderState;
  readonly placed_at: string;
  readonly placed_by: string;
  readonly delivery: Address | null;
  readonly one_off: number;
  readonly monthly: number;
  readonly items: readonly ItemRow[];
}

interface ItemRow {
  readonly id: string;
  readonly kind: OrderKind;
  readonly state: OrderState;
  readonly user_id: string | null;
  readonly user_name: string | null;
  readonly subscription_id: string | null;
  readonly plan: string | null;
  readonly phone: string | null;
  readonly date: string | null;
  readonly requested_date: string | null;
  readonly due_day: string | null;
  readonly sim: 'sim' | 'esim' | null;
  readonly failure: MoveFailure | null;
  readonly product: (Omit<OrderedProduct, 'price' | 'parcel'> & { readonly price: number; readonly parcel: KeptParcel | null }) | null;
}

/** A company's orders of these areas, the newest first; with `key`, those the person placed under it (F06). */
export async function listOrders(
  reader: Db,
  { companyId, personId, today }: { readonly companyId: string; readonly personId: string; readonly today: string },
  {
    areas,
    key,
    offset,
    limit,
  }: { readonly areas: readonly OrderArea[]; readonly key?: string | undefined; readonly offset: number; readonly limit: number },
): Promise<OrderPage> {
  const own = sql`company_id = ${companyId} and area in (select jsonb_array_elements_text(${JSON.stringify(areas)}::jsonb))`;
  const which = key === undefined ? own : sql`${own} and person_id = ${personId} and key = ${key}`;
  const [counted] = await rowsOf<{ total: number }>(reader, sql`select count(*)::int as total from customer_order where ${which}`);
  const rows = await rowsOf<OrderRow>(
    reader,
    ordersIn(sql`select * from customer_order where ${which} order by no desc limit ${limit} offset ${offset}`),
  );
  return { items: rows.map((row) => toOrder(row, today)), total: counted?.total ?? 0 };
}

/** One order of a company's; null when it has none such. */
export async function findOrder(reader: Db, companyId: string, id: string, today: string): Promise<Order | null> {
  const [row] = await rowsOf<OrderRow>(reader, ordersIn(sql`select * from customer_order where company_id = ${companyId} and id = ${id}`));
  return row === undefined ? null : toOrder(row, today);
}

/** People are shown by the name of today, those who are gone by the one they were ordered under. */
const ordersIn = (which: SQL): SQL => sql`
  select o.id, o.no::text, o.state, to_char(o.placed_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as placed_at, o.placed_by,
    o.delivery, o.one_off, o.monthly,
    (select jsonb_agg(jsonb_build_object('id', i.id, 'kind', i.kind, 'state', i.state, 'user_id', i.user_id,
        'user_name', coalesce(u.name, i.user_name), 'subscription_id', i.subscription_id, 'plan', p.name, 'phone', i.phone, 'date', i.date,
        'requested_date', i.requested_date, 'due_day', i.due_day, 'sim', i.sim, 'failure', i.failure,
        'product', case when i.kind = 'product' then jsonb_build_object('id', i.product_id, 'name', i.product_name, 'quantity', i.quantity,
          'price', i.price, 'costCentre', i.cost_centre, 'reference', i.reference, 'parcel', i.parcel) end) order by i.position)
      from order_item i left join plan p on p.id = i.plan_id left join telephone_user u on u.id = i.user_id
      where i.order_id = o.id and i.company_id = o.company_id) as items
  from (${which}) o order by o.no desc`;

const toOrder = (row: OrderRow, today: string): Order => ({
  ...{ id: row.id, number: row.no, state: row.state, placedAt: row.placed_at, placedBy: row.placed_by, delivery: row.delivery },
  items: row.items.map(toItem),
  oneOff: { amount: row.one_off, currency: 'DKK' },
  monthly: { amount: row.monthly, currency: 'DKK' },
  canCancel: canCancel(row, today),
});

const actions = {
  ...({ newSubscription: 'add', changePlan: 'modify', closeSubscription: 'delete', replaceSim: 'modify', product: 'add' } as const),
};

const toItem = (row: ItemRow): OrderItem => ({
  ...{ id: row.id, kind: row.kind, action: actions[row.kind], state: row.state, plan: row.plan, phone: row.phone, sim: row.sim },
  user: row.user_id === null ? null : { id: row.user_id, name: row.user_name ?? '' },
  subscription: row.subscription_id === null ? null : { id: row.subscription_id },
  product: row.product && { ...row.product, price: { amount: row.product.price, currency: 'DKK' }, parcel: toParcel(row.product.parcel) },
  ...{ date: row.date, requestedDate: row.requested_date, failure: row.failure },
});

const toParcel = (kept: KeptParcel | null): Parcel | null =>
  kept && {
    ...kept,
    state: kept.steps.at(-1)?.state ?? 'received',
    trackingUrl: kept.tracking === null ? null : trackingUrlOf(kept.tracking),
    // No day is promised (R25.2).
    expected: null,
  };
