/** What has been ordered for subscriptions and has not come about yet (»Kommende ændringer«). */
import { sql } from 'drizzle-orm';
import type { OrderState } from '../../src/api/order.ts';
import type { Subscription } from '../../src/subscriptions/subscription.ts';
import { rowsOf, type Db } from '../database/database.ts';
import { canCancel } from './states.ts';

type ComingChange = Subscription['changes'][number];

interface Found {
  readonly order_id: string;
  readonly order_state: OrderState;
  readonly subscription_id: string;
  readonly kind: ComingChange['kind'];
  readonly state: OrderState;
  readonly date: string | null;
  readonly requested_date: string | null;
  readonly moved: boolean;
  readonly plan: string;
  readonly monthly: number;
  readonly sim: 'sim' | 'esim' | null;
  /** All items of the order: what is taken back is the whole of it. */
  readonly items: readonly { readonly kind: ComingChange['kind']; readonly state: OrderState; readonly due_day: string | null }[];
}

/** By subscription, the nearest first; what comes about as soon as it can be is nearest. */
export async function comingChangesOf(
  reader: Db,
  companyId: string,
  subscriptions: readonly string[],
  today: string,
): Promise<ReadonlyMap<string, ComingChange[]>> {
  const found = await rowsOf<Found>(
    reader,
    sql`select i.order_id, o.state as order_state, i.subscription_id, i.kind, i.state, i.date::text, i.requested_date::text,
        i.move is not null as moved, p.name as plan, i.monthly, i.sim,
        (select jsonb_agg(jsonb_build_object('kind', every.kind, 'state', every.state, 'due_day', every.due_day)) from order_item every
          where every.order_id = i.order_id and every.company_id = i.company_id) as items
      from order_item i join customer_order o on o.id = i.order_id join plan p on p.id = i.plan_id
      where i.company_id = ${companyId} and i.state in ('acknowledged', 'inProgress')
        and i.subscription_id in (select jsonb_array_elements_text(${JSON.stringify(subscriptions)}::jsonb))
      order by coalesce(i.date, i.requested_date) nulls first, o.no, i.position`,
  );
  const bySubscription = new Map<string, ComingChange[]>();
  for (const row of found) {
    bySubscription.set(row.subscription_id, [...(bySubscription.get(row.subscription_id) ?? []), toChange(row, today)]);
  }
  return bySubscription;
}

const toChange = (row: Found, today: string): ComingChange => {
  const { kind, state, date, moved, sim, plan, monthly } = row;
  const change = kind === 'changePlan' ? { plan, monthly: { amount: monthly, currency: 'DKK' as const } } : { plan: null, monthly: null };
  const canUndo = canCancel({ state: row.order_state, items: row.items }, today);
  return { id: row.order_id, kind, state, date, requestedDate: row.requested_date, moved, ...change, sim, canUndo };
};
