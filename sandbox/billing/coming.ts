/**
 * What will stand on the next invoice: everything up to the end of its month that has not been charged yet.
 *
 * The days of most subscriptions are a plain matter: nothing has happened to them since the books were opened, so each invoice has their
 * next month. Of the others it is known what every day costs and what has been charged for it, and their lines are the difference: days
 * that have come, and days that were charged and are not to be paid after all. Each stretch of days at one price within a month is rounded
 * once, and a correction is what is missing up to that; so however often things change, the lines of all invoices add up to the same.
 */
import { sql, type SQL } from 'drizzle-orm';
import type { Books } from './books.ts';

/** The rows of a company, or of all for null. */
const of = (companyId: string | null): SQL => (companyId === null ? sql`true` : sql`company_id = ${companyId}`);

/** Whether a subscription `s` is a plain matter, in force, and not at its end before the invoice's month. */
export const isPlain = (companyId: string | null, { nextInvoice }: Books): SQL =>
  sql`${of(companyId)} and not s.counted and s.status <> 'pendingActive'
    and (s.last_day >= ${nextInvoice}::date or s.last_day is null and s.status <> 'terminated')`;

/** The last day of a plain subscription `s` that the invoice takes in. */
export const plainEnd = ({ through }: Books): SQL => sql`least(s.last_day, ${through}::date)`;

/** What the days up to there cost, by the `monthly_price` of its plan. */
export const plainAmount = (books: Books): SQL => sql`
  case when s.last_day < ${books.through}::date then prorated(monthly_price, daterange(${books.nextInvoice}::date, s.last_day, '[]')) else monthly_price end`;

/**
 * Of the other subscriptions, each month and price that is not as it has been charged: in the CTE `difference`, `days` and `amount` as they
 * are to be, `more` and `less` for days that are missing and days that are too many, and `missing`, the amount that makes up for both.
 */
export const differences = (companyId: string | null, { through }: Books): SQL => sql`
  price as (
    select company_id, subscription_id, plan_id, monthly,
      greatest(from_day, first_day) as from_day, least(next_day - 1, last_day, ${through}::date) as to_day
    from billing_account join (
      select subscription_id, plan_id, monthly, from_day, lead(from_day) over (partition by subscription_id order by from_day, no) as next_day
      from billing_term where ${of(companyId)}
    ) term using (subscription_id)
    where first_day is not null and ${of(companyId)}
  ), stretch as (
    select company_id, subscription_id, plan_id, monthly, month::date as month,
      daterange(greatest(from_day, month::date), least(to_day, (month + interval '1 month - 1 day')::date), '[]') as days
    from price, generate_series(date_trunc('month', from_day::timestamp), to_day::timestamp, interval '1 month') month
    where from_day <= to_day
  ), wanted as (
    select company_id, subscription_id, plan_id, monthly, month, range_agg(days) as days from stretch
    group by company_id, subscription_id, plan_id, monthly, month
  ), difference as (
    select company_id, subscription_id, plan_id, monthly, month, wanted.days, own.amount,
      coalesce(wanted.days, '{}') - coalesce(paid.days, '{}') as more, coalesce(paid.days, '{}') - coalesce(wanted.days, '{}') as less,
      coalesce(own.amount, 0) - coalesce(paid.amount, 0) as missing
    from wanted cross join lateral (select sum(prorated(monthly, run))::integer as amount from unnest(wanted.days) run) own
      full join (select * from billing_paid where ${of(companyId)}) paid using (company_id, subscription_id, plan_id, monthly, month)
    where coalesce(wanted.days, '{}') <> coalesce(paid.days, '{}')
  )`;

/** Lines of `difference`. Where there are several for a month and price, the last one carries what rounding left over. */
export const correctedLines = sql`
  select null as id, company_id, subscription_id, kind, plan_id, lower(run) as from_day, upper(run) - 1 as to_day,
    (case when row_number() over latest = 1 then missing - sum(alone) over whole + alone else alone end)::integer as amount
  from difference, lateral (
    select 'subscription' as kind, run, prorated(monthly, run) as alone from unnest(more) run
    union all
    select 'refund', run, -prorated(monthly, run) from unnest(less) run
  ) part
  window whole as (partition by subscription_id, plan_id, monthly, month), latest as (whole order by run desc)`;

/** What is paid once for a subscription, and what takes back a line of an earlier invoice. */
export const oneOffs = (companyId: string | null, { through }: Books): SQL => sql`
  select id, company_id, subscription_id, kind, plan_id, from_day, to_day, amount from charge
  where ${of(companyId)} and invoice is null and due <= ${through}::date and subscription_id is not null`;

/** The same of products and fees, which belong to no subscription. */
export const productCharges = (companyId: string, { through }: Books): SQL => sql`
  select id, kind, amount, user_id, user_name,
    case when product is not null then jsonb_build_object('name', product, 'quantity', quantity, 'reference', reference) end as product
  from charge where ${of(companyId)} and invoice is null and due <= ${through}::date and subscription_id is null`;
