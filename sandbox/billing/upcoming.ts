/** What stands on the next invoice so far, by user in Danish order. */
import { sql, type SQL } from 'drizzle-orm';
import type { Charge, ChargeKind, UpcomingCharges } from '../../src/invoices/upcoming-charges.ts';
import { rowsOf, type Db } from '../database/database.ts';
import type { Grant } from '../database/reading.ts';
import { readBooks, type Books } from './books.ts';
import { correctedLines, differences, isPlain, oneOffs, plainAmount, plainEnd, productCharges } from './coming.ts';

export interface PageQuery {
  readonly offset: number;
  readonly limit: number;
}

/** Kinds in the order of the contract. */
const kinds: readonly ChargeKind[] = ['setup', 'subscription', 'refund', 'binding', 'simCard', 'product', 'reminder', 'compensation'];

interface Found {
  readonly id: string;
  readonly kind: ChargeKind;
  readonly nobody: boolean;
  readonly name: string;
  readonly row_id: string;
  readonly subscription_id: string | null;
  readonly plan: string | null;
  readonly product: Charge['product'];
  readonly phone: string | null;
  readonly from_day: string | null;
  readonly to_day: string | null;
  readonly amount: number;
}

/** One page; the count and the sum are of all. */
export async function listUpcoming(reader: Db, grant: Grant, { offset, limit }: PageQuery): Promise<UpcomingCharges> {
  const books = await readBooks(reader);
  // Asked for at once, since the lines that are no plain matter are worked out for both.
  const [all = { total: 0, sum: 0, items: [] }] = await rowsOf<{ total: number; sum: number; items: readonly Found[] }>(
    reader,
    sql`with ${differences(grant.companyId, books)},
      other as materialized (${correctedLines} union all ${oneOffs(grant.companyId, books)}),
      bought as materialized (${productCharges(grant.companyId, books)}),
      line as (${lines(grant, books, offset + limit)}),
      figures as (${figures(grant, books)})
      select total, sum, case when total > ${offset} then (${page(offset, limit)}) else '[]' end as items from figures`,
  );
  return { items: all.items.map(toCharge), total: all.total, sum: { amount: all.sum, currency: 'DKK' }, invoiceDate: books.nextInvoice };
}

const figures = (grant: Grant, books: Books): SQL => sql`
  select coalesce(sum(lines), 0)::integer as total, coalesce(sum(amount), 0)::float8 as sum from (
    select lines, lines * ${plainAmount(books)}::bigint as amount from (
      select s.plan_id, case when s.last_day < ${books.through}::date then s.last_day end as last_day, count(*) as lines from subscription s
      where ${isPlain(grant.companyId, books)} group by 1, 2
    ) s join plan on plan.id = s.plan_id
    union all
    select count(*), sum(amount) from other
    union all
    select count(*), sum(amount) from bought
  ) part`;

/**
 * The lines among which those of a page are: of people, of what no person has, of `other` and of `bought`. Of each source of plain ones no more than the
 * first `end` can be on it; the first people are read along the list's index, and cost the same however large the company is. The others
 * are looked up one by one, since the planner takes them for millions.
 */
function lines(grant: Grant, books: Books, end: number): SQL {
  const plain = sql`null as id, 'subscription' as kind, s.id as subscription_id, s.plan_id, s.phone,
    ${books.nextInvoice}::date as from_day, ${plainEnd(books)} as to_day, ${plainAmount(books)} as amount, null::jsonb as product`;
  return sql`(
      select false as nobody, d.name, d.phone as row_phone, d.id as row_id, ${plain}
      from directory d join subscription s on s.user_id = d.id join plan on plan.id = s.plan_id
      where d.company_no = ${grant.companyNo} and d.has_user and ${isPlain(grant.companyId, books)}
      order by d.name, d.phone nulls last, d.id, s.id limit ${end}
    ) union all (
      select true, s.label collate app_da, null, s.id, ${plain}
      from subscription s join plan on plan.id = s.plan_id
      where s.user_id is null and ${isPlain(grant.companyId, books)}
      order by s.label collate app_da, s.id limit ${end}
    ) union all (
      select d.id is null, coalesce(d.name, s.label collate app_da), d.phone, coalesce(d.id, s.id), other.id, kind, s.id, other.plan_id, s.phone,
        from_day, to_day, amount, null
      from other, lateral (select * from subscription where id = other.subscription_id limit 1) s
        left join lateral (select * from directory where id = s.user_id and has_user limit 1) d on true
    ) union all (
      select user_id is null, coalesce(d.name, bought.user_name collate app_da, ''), d.phone, coalesce(user_id, ''), bought.id, kind, null, null, null, null, null, amount, product
      from bought left join lateral (select * from directory where id = user_id and has_user limit 1) d on true
    )`;
}

/** Those of a page as JSON: by person as in the list of users, what no person has last, then by kind and day. */
function page(offset: number, limit: number): SQL {
  const rank = sql`array_position(${sql.raw(`array['${kinds.join("','")}']`)}, kind)`;
  const order = sql`nobody, line.name, row_phone nulls last, row_id, ${rank}, from_day, subscription_id, line.id`;
  return sql`select jsonb_agg(to_jsonb(line) || jsonb_build_object('plan', plan.name,
      'id', coalesce(line.id, subscription_id || '-' || kind || '-' || from_day)) order by ${order})
    from (select * from line order by ${order} limit ${limit} offset ${offset}) line left join plan on plan.id = plan_id`;
}

function toCharge({ id, kind, nobody, name, row_id, subscription_id, plan, product, phone, from_day, to_day, amount }: Found): Charge {
  return {
    ...{ id, kind, plan, product, phone, from: from_day, to: to_day },
    user: nobody ? null : { id: row_id, name },
    subscription: subscription_id === null ? null : { id: subscription_id },
    amount: { amount, currency: 'DKK' },
  };
}
