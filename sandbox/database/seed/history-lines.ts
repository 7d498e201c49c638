/** What subscriptions cost on the invoices of the months before the business day (SUB-9). */
import { sql } from 'drizzle-orm';
import type { Db } from '../database.ts';

/** The columns of a line with the words of `billed`. */
export const lineColumns = sql`company_id, subscription_id, plan_id, plan, user_id, user_name, label, phone, cost_centre,
  kind, from_day, to_day, amount, due, invoice, invoice_id`;
export const billedWords = sql`b.company_id, b.subscription_id, b.plan_id, b.plan, b.user_id, b.user_name, b.label, b.phone, b.cost_centre`;

/** Each one's coming month, and where it is new the set-up and the days of the month before. */
export async function billSubscriptions(transaction: Db, day: string): Promise<void> {
  await transaction.execute(sql`
    insert into charge (${lineColumns})
    select ${billedWords}, line.kind, line.from_day, line.to_day, line.amount, issued, issued, i.id
    from invoice i join billed b on b.company_id = i.company_id and b.first_day <= issued and (b.paid_to is null or b.paid_to >= issued)
      cross join lateral (select issued - interval '1 month' as before, least(paid_to, (issued + interval '1 month - 1 day')::date) as last) month
      cross join lateral (
        select 'subscription' as kind, issued as from_day, last as to_day, prorated(monthly_price, daterange(issued, last, '[]')) as amount
        union all
        select 'subscription', first_day, issued - 1, prorated(monthly_price, daterange(first_day, issued)) where first_day > before and first_day < issued
        union all
        select 'setup', null, null, setup_price where first_day > before and setup_price > 0
      ) line
    where issued = ${day}::date and i.credits is null`);
}
