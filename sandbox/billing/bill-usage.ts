/** The usage of the past month, as lines of the invoice that is being written (SUB-9). */
import { sql } from 'drizzle-orm';
import { addDays } from '../../src/api/days.ts';
import { rowsOf, type Db } from '../database/database.ts';
import type { Books } from './books.ts';
import { usageRow, type Metered } from './usage-row.ts';

/** How many subscriptions are in memory at a time. */
const batchSize = 1000;

/** Writes a line for each subscription that was in force in the month before the invoice's, under the plan it had at the end of it. */
export async function billUsage(transaction: Db, { nextInvoice }: Books): Promise<void> {
  const end = addDays(nextInvoice, -1);
  const [begin, last] = [sql`${`${end.slice(0, 8)}01`}::date`, sql`${end}::date`];
  await transaction.execute(sql`
    declare used no scroll cursor for
    with term as (
      select distinct on (subscription_id) subscription_id, plan_id from billing_term where from_day <= ${last} order by subscription_id, from_day desc, no desc
    )
    select s.id as subscription_id, plan.id as plan_id, plan.data, plan.talk, greatest(s.start, ${begin})::text as "from", least(s.last_day, ${last})::text as "to"
    from subscription s left join term on term.subscription_id = s.id join plan on plan.id = coalesce(term.plan_id, s.plan_id)
    where s.status <> 'pendingActive' and s.start <= ${last} and (s.last_day >= greatest(s.start, ${begin}) or s.last_day is null and s.status <> 'terminated')`);
  for (;;) {
    const batch = await rowsOf<Metered & { readonly plan_id: string }>(transaction, sql`fetch ${sql.raw(String(batchSize))} from used`);
    if (batch.length === 0) break;
    const rows = batch.flatMap((metered) => {
      const row = usageRow(metered);
      return row === null ? [] : [{ ...row, p: metered.plan_id }];
    });
    await transaction.execute(sql`
      insert into charge (company_id, subscription_id, kind, plan_id, from_day, to_day, amount, due, invoice, usage,
        plan, user_id, user_name, label, phone, cost_centre)
      select s.company_id, s.id, 'usage', plan.id, r.f, r.t, r.a, ${nextInvoice}::date, ${nextInvoice}::date, r.u,
        plan.name, u.id, u.name, s.label, s.phone, s.cost_centre
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (s text, p text, f date, t date, a integer, u jsonb)
        join subscription s on s.id = r.s join plan on plan.id = r.p left join telephone_user u on u.id = s.user_id`);
  }
  await transaction.execute(sql`close used`);
}
