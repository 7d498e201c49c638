/** What stands on the next invoice so far, by user in Danish order. */
import { sql, type SQL } from 'drizzle-orm';
import type { Charge, ChargeKind, UpcomingCharges } from '../../src/invoices/upcoming-charges.ts';
import { rowsOf, type Db } from '../database/database.ts';
import type { Grant } from '../database/reading.ts';
import { readBooks, type Books } from './books.ts';
import { correctedLines, differences, isPlain, oneOffs, plainAmount, plainEnd } from './coming.ts';

export interface PageQuery {
  readonly offset: number;
  readonly limit: number;
}

/** One page; the count and the sum are of all. */
export async function listUpcoming(reader: Db, grant: Grant, query: PageQuery): Promise<UpcomingCharges> {
  const books = await readBooks(reader);
  const [all = { total: 0, sum: 0 }] = await rowsOf<{ total: number; sum: number }>(reader, figures(grant, books));
  const found = query.offset >= all.total ? [] : await rowsOf<Found>(reader, page(grant, books, query));
  return { items: found.map(toCharge), total: all.total, sum: { amount: all.sum, currency: 'DKK' }, invoiceDate: books.nextInvoice };
}

/** The lines that are no plain matter, as the CTE `other`: few, beside the plain ones. */
const others = ({ companyId }: Grant, books: Books): SQL =>
  sql`with ${differences(companyId, books)}, other as (${correctedLines} union all ${oneOffs(companyId, books)})`;

const figures = (grant: Grant, books: Books): SQL => sql`${others(grant, books)}
  select coalesce(sum(lines), 0)::integer as total, coalesce(sum(amount), 0)::float8 as sum from (
    select lines, lines * ${plainAmount(books)}::bigint as amount from (
      select s.plan_id, case when s.last_day < ${books.through}::date then s.last_day end as last_day, count(*) as lines from subscription s
      where ${isPlain(grant.companyId, books)} group by 1, 2
    ) s join plan on plan.id = s.plan_id
    union all
    select count(*), sum(amount) from other
  ) part`;

/** Kinds in the order of the contract. */
const kinds: readonly ChargeKind[] = ['setup', 'subscription', 'refund', 'binding', 'simCard'];

/**
 * The rows of a page: by person as in the list of users, what no person has last, then by kind and day. Of each source no more than the rows
 * up to the end of the page can be on it, so no more of the plain ones are asked for; the first people are read along the list's index, and
 * cost the same however large the company is. The others are looked up one by one, since the planner takes them for millions.
 */
function page(grant: Grant, books: Books, { offset, limit }: PageQuery): SQL {
  const end = offset + limit;
  const plain = sql`null as id, 'subscription' as kind, s.id as subscription_id, s.plan_id, s.phone as own_phone,
    ${books.nextInvoice}::date as from_day, ${plainEnd(books)} as to_day, ${plainAmount(books)} as amount`;
  const order = sql`nobody, name, phone nulls last, row_id, array_position(${sql.raw(`array['${kinds.join("','")}']`)}, kind), from_day, subscription_id, id`;
  return sql`${others(grant, books)}, line as (
      (
        select false as nobody, d.name, d.phone, d.id as row_id, ${plain}
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
          from_day, to_day, amount
        from other, lateral (select * from subscription where id = other.subscription_id limit 1) s
          left join lateral (select * from directory where id = s.user_id limit 1) d on true
      )
    )
    select coalesce(line.id, subscription_id || '-' || kind || '-' || from_day) as id, kind, nobody, line.name, row_id, subscription_id,
      plan.name as plan, own_phone, from_day::text, to_day::text, amount
    from (select * from line order by ${order} limit ${limit} offset ${offset}) line join plan on plan.id = plan_id
    order by ${order}`;
}

interface Found {
  readonly id: string;
  readonly kind: ChargeKind;
  readonly nobody: boolean;
  readonly name: string;
  readonly row_id: string;
  readonly subscription_id: string;
  readonly plan: string;
  readonly own_phone: string | null;
  readonly from_day: string | null;
  readonly to_day: string | null;
  readonly amount: number;
}

function toCharge({ id, kind, nobody, name, row_id, subscription_id, plan, own_phone, from_day, to_day, amount }: Found): Charge {
  return {
    ...{ id, kind, plan, phone: own_phone, from: from_day, to: to_day },
    user: nobody ? null : { id: row_id, name },
    subscription: { id: subscription_id },
    amount: { amount, currency: 'DKK' },
  };
}
