/** What the list shows of subscriptions. */
import { sql } from 'drizzle-orm';
import type { SubscriptionSummary } from '../../src/subscriptions/subscription-summary.ts';
import { rowsOf, type Db } from '../database/database.ts';

/** The existing subscriptions of rows of the list, by row, in the order they are shown: by name (digits by value, D9), then number. */
export async function summariesOf(
  reader: Db,
  companyId: string,
  rows: readonly { readonly id: string; readonly has_user: boolean }[],
): Promise<ReadonlyMap<string, SubscriptionSummary[]>> {
  const idsOf = (hasUser: boolean) => JSON.stringify(rows.filter((row) => row.has_user === hasUser).map(({ id }) => id));
  const columns = sql`s.id, s.phone, s.status, s.move_date::text, s.last_day::text, s.plan_id`;
  const existing = sql`s.company_id = ${companyId} and s.status <> 'terminated'`;
  const found = await rowsOf<Found>(
    reader,
    sql`select s.*, p.name as plan from (
        select s.user_id as row_id, ${columns} from subscription s
        where ${existing} and s.user_id in (select jsonb_array_elements_text(${idsOf(true)}::jsonb))
        union all
        select s.id, ${columns} from subscription s
        where ${existing} and s.id in (select jsonb_array_elements_text(${idsOf(false)}::jsonb)) and s.user_id is null
      ) s join plan p on p.id = s.plan_id
      order by p.name, s.phone nulls last, s.id`,
  );
  const byRow = new Map<string, SubscriptionSummary[]>();
  for (const { row_id, id, plan, phone, status, move_date, last_day } of found) {
    const own = byRow.get(row_id) ?? [];
    own.push({ id, plan, phone, status, moveDate: move_date, lastDay: last_day });
    byRow.set(row_id, own);
  }
  return byRow;
}

interface Found {
  readonly row_id: string;
  readonly id: string;
  readonly plan: string;
  readonly phone: string | null;
  readonly status: SubscriptionSummary['status'];
  readonly move_date: string | null;
  readonly last_day: string | null;
}
