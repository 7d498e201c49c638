/**
 * What will stand on the next invoice: everything up to the end of its month that has not been charged yet.
 *
 * The days of most subscriptions are a plain matter: nothing has happened to them since the books were opened, so each invoice has their
 * next month. Of the others it is known what every day costs and what has been charged for it, and their lines are the difference: days
 * that have come, and days that were charged and are not to be paid after all. Each stretch of days at one price within a month is rounded
 * once, and a correction is what is missing up to that; so however often things change, the lines of all invoices add up to the same.
 */
import { sql, type SQL } from 'drizzle-orm';

/** The last day that the next invoice takes in. */
const through = sql`(next_invoice + interval '1 month - 1 day')::date`;

/** Whether something is to be paid for a subscription `s` by what its row says: it has come into force, and if it has ended, on a known day. */
const inForce = sql`s.status <> 'pendingActive' and (s.status <> 'terminated' or s.last_day is not null)`;

const unkept = sql`not exists (select from billing_account a where a.subscription_id = s.id)`;

/** The company, or all of them for null. */
const of = (companyId: string | null): SQL => (companyId === null ? sql`true` : sql`company_id = ${companyId}`);

/** Subscriptions that nothing has happened to since the books were opened: one line each, from the day of the invoice. */
export const plainLines = (companyId: string | null): SQL => sql`
  select null as id, s.company_id, s.id as subscription_id, null as order_id, 'subscription' as kind, s.plan_id, next_invoice as from_day, upper(days) - 1 as to_day,
    prorated(monthly_price, days) as amount
  from books, subscription s join plan on plan.id = s.plan_id, daterange(next_invoice, least(s.last_day, ${through}), '[]') days
  where s.start <= opened_on and ${inForce} and (s.last_day is null or s.last_day >= next_invoice) and ${unkept} and ${of(companyId)}`;

/**
 * Of the other subscriptions, each month and price that is not as it has been charged: `days` and `amount` as they are to be, `more` and
 * `less` for the days that are missing and those that are too many, and what makes up for both. The CTEs `price`, `month` and `difference`.
 */
export const differences = (companyId: string | null): SQL => sql`
  price as (
    select a.company_id, a.subscription_id, plan_id, monthly,
      greatest(from_day, first_day) as from_day, least(next_day - 1, last_day, ${through}) as to_day
    from books, billing_account a join (
      select subscription_id, plan_id, monthly, from_day, lead(from_day) over (partition by subscription_id order by from_day, no) as next_day
      from billing_term where ${of(companyId)}
    ) term using (subscription_id)
    where first_day is not null and ${of(companyId)}
    union all
    select s.company_id, s.id, s.plan_id, monthly_price, s.start, least(s.last_day, ${through})
    from books, subscription s join plan on plan.id = s.plan_id
    where s.start > opened_on and ${inForce} and ${unkept} and ${of(companyId)}
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
  select null as id, company_id, subscription_id, null as order_id, kind, plan_id, lower(run) as from_day, upper(run) - 1 as to_day,
    (case when row_number() over latest = 1 then missing - sum(alone) over whole + alone else alone end)::integer as amount
  from difference, lateral (
    select 'subscription' as kind, run, prorated(monthly, run) as alone from unnest(more) run
    union all
    select 'refund', run, -prorated(monthly, run) from unnest(less) run
  ) part
  window whole as (partition by subscription_id, plan_id, monthly, month), latest as (whole order by run desc)`;

/** What is paid once, and what takes back a line of an earlier invoice. */
export const oneOffs = (companyId: string | null): SQL => sql`
  select charge.id, company_id, subscription_id, order_id, kind, plan_id, from_day, to_day, amount from books, charge
  where invoice is null and due <= ${through} and ${of(companyId)}`;
