/** What stands on the next invoice so far, by user in Danish order. */
import { sql, type SQL } from 'drizzle-orm';
import type { Charge, ChargeKind, UpcomingCharges } from '../../src/invoices/upcoming-charges.ts';
import { rowsOf, type Db } from '../database/database.ts';
import { nextInvoice } from './books.ts';
import { correctedLines, differences, oneOffs, plainLines } from './coming.ts';

interface Found {
  readonly id: string;
  readonly kind: ChargeKind;
  readonly user_id: string | null;
  readonly user_name: string | null;
  readonly subscription_id: string;
  readonly plan: string;
  readonly phone: string | null;
  readonly from_day: string | null;
  readonly to_day: string | null;
  readonly amount: number;
}

/** One page; the count and the sum are of all. */
export async function listUpcoming(
  reader: Db,
  companyId: string,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<UpcomingCharges> {
  const lines = sql`with ${differences(companyId)}, line as (${plainLines(companyId)} union all ${correctedLines} union all ${oneOffs(companyId)})`;
  const [all = { total: 0, sum: 0 }] = await rowsOf<{ total: number; sum: number }>(
    reader,
    sql`${lines} select count(*)::integer as total, coalesce(sum(amount), 0)::float8 as sum from line`,
  );
  const found = await rowsOf<Found>(reader, page(lines, offset, limit));
  return { items: found.map(toCharge), total: all.total, sum: { amount: all.sum, currency: 'DKK' }, invoiceDate: await nextInvoice(reader) };
}

/** Kinds in the order of the contract. */
const kinds: readonly ChargeKind[] = ['setup', 'subscription', 'refund', 'binding', 'simCard'];

const page = (lines: SQL, offset: number, limit: number): SQL => sql`${lines}
  select coalesce(line.id, subscription_id || '-' || kind || '-' || from_day) as id, kind, u.id as user_id, u.name as user_name, subscription_id,
    plan.name as plan, s.phone, from_day::text, to_day::text, amount
  from line join subscription s on s.id = subscription_id join plan on plan.id = line.plan_id left join telephone_user u on u.id = s.user_id
  order by u.id is null, u.name, u.id, s.label, subscription_id, array_position(${sql.raw(`array['${kinds.join("','")}']`)}, kind), from_day, line.id
  limit ${limit} offset ${offset}`;

function toCharge({ id, kind, user_id, user_name, subscription_id, plan, phone, from_day, to_day, amount }: Found): Charge {
  return {
    ...{ id, kind, plan, phone, from: from_day, to: to_day },
    user: user_id === null ? null : { id: user_id, name: user_name ?? '' },
    subscription: { id: subscription_id },
    amount: { amount, currency: 'DKK' },
  };
}
