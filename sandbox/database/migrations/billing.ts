/** What everything costs: what has been charged, what is known about prices to come, and the day the operator's business has reached. */
import type { Migration } from '../migrations.ts';

const own = "company_id = (select current_setting('app.company', true))";

/** What a person's transaction may do to a table, within the company it was let into; `only` narrows what it may add and take away. */
const lets = (table: string, deeds: readonly ('select' | 'insert' | 'update' | 'delete')[], only = ''): string =>
  deeds
    .map((deed) => {
      const narrowed = deed === 'select' ? own : own + only;
      const rule = { select: `using (${own})`, insert: `with check (${narrowed})`, update: `using (${own}) with check (${own})` };
      return `create policy ${deed}_own on ${table} for ${deed} to app ${deed === 'delete' ? `using (${narrowed})` : rule[deed]};
grant ${deed} on ${table} to app;`;
    })
    .join('\n');

export const billing: Migration = {
  name: 'billing',
  sql: `
create function days_in_month(day date) returns integer language sql immutable return
  extract(day from date_trunc('month', day::timestamp) + interval '1 month - 1 day');

-- A monthly amount for days of one month: their share of its calendar days, rounded half up (architecture.md).
create function prorated(monthly integer, days daterange) returns integer language sql immutable return
  (2 * monthly::bigint * (upper(days) - lower(days)) + days_in_month(lower(days))) / (2 * days_in_month(lower(days)));

-- How many days the business day is ahead of the wall's day in Copenhagen; less than none is behind.
create table business_clock (
  only_one boolean primary key default true check (only_one),
  ahead integer not null
);

-- The books of the operator.
create table books (
  only_one boolean primary key default true check (only_one),
  -- The day of the next invoice: it takes in everything up to the end of its month.
  next_invoice date not null check (extract(day from next_invoice) = 1)
);
grant select on books to app;

-- Whether its days are counted one by one: something has happened to it since the books were opened.
alter table subscription add counted boolean not null default false;

-- What is known of those.
create table billing_account (
  subscription_id text collate "C" primary key references subscription,
  company_id text collate "C" not null references company,
  -- The first day that is counted, null when nothing is to be paid after all; and the order that began it, null for what was there before.
  first_day date,
  begun_by text collate "C",
  last_day date,
  ended_by text collate "C"
);
create index billing_account_company on billing_account (company_id);

-- The price from a day on, until the next one's day.
create table billing_term (
  no bigint generated always as identity primary key,
  company_id text collate "C" not null,
  subscription_id text collate "C" not null references billing_account,
  from_day date not null,
  plan_id text collate "C" not null references plan,
  monthly integer not null check (monthly >= 0),
  order_id text collate "C"
);
create index billing_term_company on billing_term (company_id);

-- Of those subscriptions: which days of a month have been charged, at which price, and what they came to.
create table billing_paid (
  company_id text collate "C" not null,
  subscription_id text collate "C" not null,
  month date not null,
  plan_id text collate "C" not null,
  monthly integer not null,
  days datemultirange not null,
  amount integer not null,
  primary key (subscription_id, month, plan_id, monthly)
);
create index billing_paid_company on billing_paid (company_id);

-- Lines of invoices. Without references: they outlive what they are about, with the words of the day they were invoiced.
create table charge (
  id text collate "C" primary key default gen_random_uuid()::text,
  company_id text collate "C" not null,
  subscription_id text collate "C" not null,
  order_id text collate "C",
  kind text not null check (kind in ('setup', 'subscription', 'refund', 'binding', 'simCard')),
  plan_id text collate "C" not null,
  from_day date,
  to_day date,
  amount integer not null,
  -- It stands on the first invoice that takes this day in.
  due date not null,
  -- The day of the invoice it stands on, and what it says there; null for one to come.
  invoice date,
  plan text,
  user_id text collate "C",
  user_name text,
  label text,
  phone text collate "C",
  cost_centre text,
  -- The line it takes back. One is taken back once.
  reverses text collate "C" unique references charge,
  check ((from_day is null) = (to_day is null)),
  check ((invoice is null) = (plan is null))
);
create index charge_coming on charge (company_id) where invoice is null;
create index charge_invoice on charge (company_id, invoice) where invoice is not null;
create index charge_order on charge (order_id) where order_id is not null;

alter table billing_account enable row level security;
alter table billing_term enable row level security;
alter table billing_paid enable row level security;
alter table charge enable row level security;
${lets('billing_account', ['select', 'insert', 'update'])}
${lets('billing_term', ['select', 'insert', 'delete'])}
${lets('billing_paid', ['select', 'insert'])}
-- What has been invoiced stays as it is, whoever asks.
${lets('charge', ['select', 'insert', 'delete'], ' and invoice is null')}
`,
};
