/** What is needed to change something: orders, numbers to choose from, keys of intentions, and the record of who did what. */
import type { Migration } from '../migrations.ts';

const own = "company_id = (select current_setting('app.company', true))";
const mine = "person_id = (select current_setting('app.person', true))";
const ownNo = "company_no = (select nullif(current_setting('app.company_no', true), '')::integer)";

/** What a person's transaction may do to a table, within the company it was let into. */
const lets = (table: string, ...deeds: readonly ('select' | 'insert' | 'update' | 'delete')[]): string =>
  deeds
    .map((deed) => {
      const rule = deed === 'insert' ? `with check (${own})` : deed === 'update' ? `using (${own}) with check (${own})` : `using (${own})`;
      return `create policy ${deed}_own on ${table} for ${deed} to app ${rule};\ngrant ${deed} on ${table} to app;`;
    })
    .join('\n');

export const orders: Migration = {
  name: 'orders',
  sql: `
alter table plan add binding_months integer not null default 0 check (binding_months >= 0);
alter table plan add withdrawn boolean not null default false;

-- A plan with rows here is for these companies only.
create table plan_restriction (
  plan_id text collate "C" not null references plan on delete cascade,
  company_id text collate "C" not null references company on delete cascade,
  primary key (plan_id, company_id)
);
grant select on plan_restriction to app;

alter table telephone_user add version integer not null default 1;
alter table subscription add block_reason text check (block_reason in ('lost', 'stolen', 'other'));
alter table subscription add blocked_on date;
alter table subscription add ended_on date;

-- Numbers that are the operator's own and nobody's yet.
create table number_pool (phone text collate "C" primary key check (phone ~ '^[+]45[2-9][0-9]{7}$'));
insert into number_pool select '+45' || (68900000 + (n * 37) % 100000) from generate_series(1, 4000) n;
grant select on number_pool to app;
create index subscription_ended on subscription (phone) where status = 'terminated';
create index subscription_coming on subscription (coalesce(move_date, start)) where status = 'pendingActive';
create index subscription_going on subscription ((last_day + 1)) where status = 'pendingTerminate';

-- Which of the operator's own numbers are somebody's, and which rest after somebody: a person must learn that of other companies'
-- numbers too, and nothing else. The view reads as its owner. One that was given up is not dealt again for six months (SUB-7).
create view number_in_use with (security_barrier) as
  select phone, case when status = 'terminated' then (coalesce(ended_on, last_day) + interval '6 months')::date else 'infinity'::date end as until
  from subscription where phone in (select phone from number_pool) and (status <> 'terminated' or ended_on is not null or last_day is not null);
grant select on number_in_use to app;

-- What is dealt out beyond the example data: SIM cards, and numbers of machines, 37 and ten digits.
create sequence card_serial start 100000000;
create sequence machine_serial start 2000000000;
grant usage on sequence card_serial, machine_serial to app;

create table number_hold (
  phone text collate "C" primary key,
  company_id text collate "C" not null references company on delete cascade,
  person_id text collate "C" not null references person on delete cascade,
  until timestamptz not null
);
create index number_hold_person on number_hold (person_id, until);

create table customer_order (
  id text collate "C" primary key,
  no bigint generated always as identity (start with 1000101) unique,
  company_id text collate "C" not null references company on delete cascade,
  person_id text collate "C" not null references person,
  placed_by text not null,
  placed_at timestamptz not null,
  key text collate "C" not null,
  state text not null default 'acknowledged' check (state in ('acknowledged', 'inProgress', 'completed', 'failed', 'cancelled')),
  delivery jsonb,
  one_off integer not null,
  monthly integer not null,
  unique (company_id, id)
);
create index customer_order_newest on customer_order (company_id, no desc);
create index customer_order_key on customer_order (company_id, person_id, key);

create table order_item (
  id text collate "C" primary key,
  order_id text collate "C" not null,
  company_id text collate "C" not null,
  position integer not null,
  kind text not null check (kind in ('newSubscription', 'changePlan', 'closeSubscription', 'replaceSim')),
  state text not null default 'acknowledged' check (state in ('acknowledged', 'inProgress', 'completed', 'failed', 'cancelled')),
  -- Without references, and with the words of the day it was ordered: a subscription that never came into force is gone when its order is
  -- taken back or fails, and so may be its user; the order stays.
  subscription_id text collate "C" not null,
  user_id text collate "C",
  user_name text,
  new_user boolean not null default false,
  phone text collate "C",
  plan_id text collate "C" not null references plan,
  -- The amount per month the person was shown, and what is paid once.
  monthly integer not null,
  one_off integer not null,
  date date,
  requested_date date,
  sim text check (sim in ('sim', 'esim')),
  -- Of a number moved here: who gives it up and what it was asked with. Null otherwise.
  move jsonb,
  failure text check (failure in ('wrongOwner', 'unknownNumber', 'refused')),
  -- What a subscription goes back to when its closing is taken back.
  former_status text check (former_status in ('active', 'suspended')),
  -- When it last came a step further, by the wall's clock; the next one follows a while later, and not before the business day.
  moved_at timestamptz not null default now(),
  due_day date,
  foreign key (company_id, order_id) references customer_order (company_id, id) on delete cascade
);
create index order_item_order on order_item (order_id, position);
create index order_item_due on order_item (moved_at) where state in ('acknowledged', 'inProgress');
create index order_item_subscription on order_item (subscription_id);
create index order_item_user on order_item (user_id) where new_user;

create table intention (
  person_id text collate "C" not null,
  company_id text collate "C" not null,
  operation text collate "C" not null,
  key text collate "C" not null,
  content text collate "C" not null,
  status integer,
  -- As it was written, not jsonb: the same answer again is the same to the letter.
  body json,
  etag text,
  made_at timestamptz not null default now(),
  primary key (person_id, company_id, operation, key)
);
create index intention_made on intention (made_at);

create table audit (
  id text collate "C" primary key,
  no bigint generated always as identity unique,
  at timestamptz not null default now(),
  person_id text collate "C",
  company_id text collate "C" not null,
  deed text not null,
  subject text not null,
  request_id text
);
create index audit_company on audit (company_id, no desc);

alter table number_hold enable row level security;
alter table customer_order enable row level security;
alter table order_item enable row level security;
alter table intention enable row level security;
alter table audit enable row level security;
-- Whether a number is held is nobody's secret; by whom is.
create policy seen on number_hold for select to app using (true);
grant select (phone, company_id, person_id, until) on number_hold to app;
create policy insert_own on number_hold for insert to app with check (${own} and ${mine});
create policy update_own on number_hold for update to app using (${own} and ${mine}) with check (${own} and ${mine});
-- Those in other companies too, since a person holds only so many; and one that has run out is anybody's to clear away.
create policy delete_mine on number_hold for delete to app using (${mine} or until < now());
grant insert, update, delete on number_hold to app;
${lets('customer_order', 'select', 'insert', 'update')}
${lets('order_item', 'select', 'insert', 'update')}
${lets('audit', 'insert')}
create policy mine on intention for all to app using (${mine}) with check (${mine});
grant select, insert, update on intention to app;

create policy insert_own on telephone_user for insert to app with check (${own});
create policy update_own on telephone_user for update to app using (${own}) with check (${own});
grant insert, update on telephone_user to app;
create policy insert_own on subscription for insert to app with check (${own});
create policy update_own on subscription for update to app using (${own}) with check (${own});
grant insert, update on subscription to app;
-- What never came into force can be taken back as if it had never been, and with it who was to have it.
create policy delete_coming on subscription for delete to app using (${own} and status = 'pendingActive');
create policy delete_own on telephone_user for delete to app using (${own});
grant delete on subscription, telephone_user to app;

-- The list that is read is written by whoever changes what it is made of.
create policy write_own on directory for all to app using (${ownNo}) with check (${ownNo});
create policy write_own on search_word for all to app using (${ownNo}) with check (${ownNo});
create policy write_own on directory_count for all to app using (${ownNo}) with check (${ownNo});
grant insert, update, delete on directory, search_word, directory_count to app;
-- Waiting for another writer of the company's list locks its row, which takes the right to change something of it.
create policy lock_own on company for update to app using (id = (select current_setting('app.company', true))) with check (false);
grant update (main_address) on company to app;
`,
};
