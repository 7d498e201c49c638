/** The invoices of the months before the business day, with what the example data are made to show (seed-data.md). */
import { sql } from 'drizzle-orm';
import { addDays, endOfMonth } from '../../../src/api/days.ts';
import { addUp, issueInvoices } from '../../billing/issue.ts';
import { rowsOf, type Db } from '../database.ts';
import type { ExampleCompany } from './companies.ts';
import { billSubscriptions } from './history-lines.ts';
import { addFormer, addLines, creditOne, firstProducts, leaveUnpaid } from './history-special.ts';
import { billUsage } from './history-usage.ts';
import { unindexed } from './unindexed.ts';

export interface HistoryOptions {
  readonly today: string;
  /** How many months the two hundred and those with many users have; the small companies of the file have {@link fullHistory}. */
  readonly months: number;
  /** Called between two batches; throws to stop. */
  readonly breathe: () => Promise<void>;
}

/** Two years, as the example data say. */
export const fullHistory = 24;

/** From so many users on a company has many. */
const many = 100;

/** A company has no more months than make so many of its users; but two at least. */
const mostUserMonths = 50_000;

/** The first of the month that lies so many months after a day's own, or before it for a negative number. */
export const monthFrom = (day: string, months: number): string => addDays(endOfMonth(day, months - 1), 1);

/** How many invoices a company has had. */
function monthsOf({ key, users }: ExampleCompany, months: number): number {
  if (key.startsWith('c') && users <= many) return fullHistory;
  return Math.max(2, Math.min(months, Math.floor(mostUserMonths / users)));
}

/**
 * Writes one invoice a month for every company that had a subscription then, up to the newest, and what became of them. The older ones of a
 * large company are small: most of its subscriptions had not begun.
 */
export async function insertHistory(
  transaction: Db,
  companies: readonly ExampleCompany[],
  { today, months, breathe }: HistoryOptions,
): Promise<void> {
  const newest = monthFrom(today, 0);
  await collectBilled(
    transaction,
    companies.map((company) => ({ id: company.id, since: monthFrom(newest, 1 - monthsOf(company, months)) })),
  );
  await addFormer(transaction, companies, newest);
  await transaction.execute(sql`create index on billed (subscription_id)`);
  await transaction.execute(sql`analyze billed`);
  await unindexed(transaction, 'charge', async () => {
    const oldest = monthFrom(newest, 1 - fullHistory);
    for (let day = oldest; day <= newest; day = monthFrom(day, 1)) {
      const found = await rowsOf<{ company_id: string }>(
        transaction,
        sql`select distinct company_id from billed where since <= ${day} and first_day <= ${day} and (paid_to is null or paid_to >= ${day})`,
      );
      const extra = day === oldest ? firstProducts(companies) : [];
      await issueInvoices(transaction, day, [...found.map(({ company_id }) => company_id), ...extra]);
      await billSubscriptions(transaction, day);
      await breathe();
    }
    await billUsage(transaction, breathe);
  });
  await addLines(transaction, companies, newest);
  await addUp(transaction, sql`true`);
  await leaveUnpaid(transaction, companies, { newest, today });
  await creditOne(transaction, companies, { newest, today });
}

/** Everything that has been billed, with the words it is billed by: a table of this transaction alone. */
async function collectBilled(transaction: Db, since: readonly { readonly id: string; readonly since: string }[]): Promise<void> {
  await transaction.execute(sql`
    create temp table billed on commit drop as
    select s.company_id, history.since, s.id as subscription_id, s.plan_id, plan.name as plan, plan.monthly_price, plan.setup_price, plan.data, plan.talk,
      s.user_id, u.name as user_name, s.label, s.phone, s.cost_centre, s.start as first_day, s.last_day as paid_to, s.last_day
    from jsonb_to_recordset(${JSON.stringify(since)}::jsonb) as history (id text, since date)
      join subscription s on s.company_id = history.id join plan on plan.id = s.plan_id left join telephone_user u on u.id = s.user_id
    where s.status <> 'pendingActive' and (s.last_day is null or s.last_day >= s.start)`);
}
