/** Invoices as they were sent, what was used, what was paid, and who gets them by e-mail. */
import type { Migration } from '../migrations.ts';

const own = "company_id = (select current_setting('app.company', true))";

export const invoices: Migration = {
  name: 'invoices',
  sql: `
-- The last number given in a month: held by whoever writes its invoices, so that numbers have no gaps.
create table invoice_counter (
  month date primary key,
  last integer not null
);
-- Which months have had an invoice run is no secret; how many invoices there were is.
grant select (month) on invoice_counter to app;

-- The EAN number (GLN) of a public body, and how many days after the due day a company pays.
alter table company add ean text collate "C" check (ean ~ '^[0-9]{13}$');
alter table company add pays_after integer not null default 0 check (pays_after >= 0);

create table invoice (
  id text collate "C" primary key,
  company_id text collate "C" not null references company on delete cascade,
  -- Consecutive per operator: year, month, and at least four digits.
  number text collate "C" not null unique,
  -- The invoice that a credit note takes back.
  credits text collate "C" references invoice,
  issued date not null,
  due date,
  -- What is paid in advance, and what was used; both ends included.
  ahead daterange,
  used daterange,
  -- Both parties as they were that day: { name, cvr, address, ean }.
  seller jsonb not null,
  buyer jsonb not null,
  -- Øre; negative for a credit note. \`total\` is with VAT.
  taxable bigint not null,
  vat_free bigint not null,
  vat bigint not null,
  total bigint generated always as (taxable + vat_free + vat) stored,
  of_users bigint not null,
  of_company bigint not null,
  users integer not null,
  lines integer not null,
  -- What each group comes to, in the order they are shown: [{ group, amount }].
  groups jsonb not null default '[]',
  -- How much of it has been paid, and taken back by credit notes; never negative.
  paid bigint not null default 0 check (paid >= 0),
  credited bigint not null default 0 check (credited >= 0),
  reminded date,
  -- Fifteen digits (INV-8); null where there is nothing to pay.
  payment_id text,
  check ((credits is null) = (due is not null)),
  check (of_users + of_company = taxable + vat_free)
);
create index invoice_list on invoice (company_id, issued desc, number desc);
create index invoice_credits on invoice (credits) where credits is not null;
create index invoice_unpaid on invoice (due) where credits is null and paid + credited < total;
-- One a month.
create unique index invoice_month on invoice (company_id, issued) where credits is null;
alter table invoice enable row level security;
create policy own on invoice for select to app using (${own});
grant select on invoice to app;

-- Which document a line stands on; the day of its invoice stays beside it.
alter table charge add invoice_id text collate "C" references invoice;
create index charge_document on charge (invoice_id, user_id) where invoice_id is not null;
-- Lines of the invoices that are being written.
create index charge_unwritten on charge (invoice) where invoice is not null and invoice_id is null;
alter table charge add vat_free boolean not null default false;
-- What was used in a month: [{ group, kind, quantity, amount, price, country }]; \`amount\` of the line is their sum.
alter table charge add usage jsonb;
alter table charge drop constraint charge_check1;
alter table charge drop constraint charge_kind_check;
alter table charge add constraint charge_kind_check
  check (kind in ('setup', 'subscription', 'refund', 'binding', 'simCard', 'product', 'usage', 'reminder', 'compensation', 'credit'));
alter table charge add constraint charge_about check (case when subscription_id is null
  then plan_id is null and case when kind in ('product', 'refund') then num_nulls(product, quantity, user_id, user_name) = 0
    else kind in ('reminder', 'compensation', 'credit') end
  else plan_id is not null and product is null and (invoice is null) = (plan is null) end);

create table e_invoice (
  company_id text collate "C" primary key references company on delete cascade,
  addresses jsonb not null,
  revision integer not null
);
alter table e_invoice enable row level security;
create policy own on e_invoice for all to app using (${own}) with check (${own});
grant select, insert, update on e_invoice to app;

-- Which invoice went to which address, by the mail that carries it.
create table e_invoice_delivery (
  invoice_id text collate "C" not null references invoice on delete cascade,
  company_id text collate "C" not null,
  address text not null,
  -- Its place among those of its company.
  place integer not null,
  mail_id text collate "C" not null,
  primary key (invoice_id, address)
);
create index e_invoice_delivery_company on e_invoice_delivery (company_id);
alter table e_invoice_delivery enable row level security;
-- A mail that carries an invoice: its file is made when it is sent.
alter table outbox add invoice_id text collate "C" references invoice;
-- What became of each, for those who may see it. A view reads as its owner: mails themselves are nobody's to read.
create view e_invoice_sent with (security_barrier) as
  select d.invoice_id, d.company_id, d.address, d.place,
    case when o.given_up_at is not null then 'failed' when o.id is null or o.sent_at is not null then 'sent' else 'waiting' end as state,
    coalesce(o.sent_at, o.given_up_at, o.queued_at) as at
  from e_invoice_delivery d left join outbox o on o.id = d.mail_id
  where d.${own};
grant select on e_invoice_sent to app;
`,
};
