/**
 * The operator, its people, companies and subscriptions. The API reads them as the role `app`, which owns nothing and
 * sees, of what belongs to a company, only the one the request was let into (T01).
 */
import type { Migration } from '../migrations.ts';

const access = (area: string) => `${area} text not null default 'none' check (${area} in ('none', 'read', 'full'))`;

/** CLDR's Danish rules; PGlite carries ICU's root order only, so they are written out. Digits count by value (SRT-4). */
const danish =
  '[numericOrdering on][caseFirst upper]&[before 1]ǀ<æ<<<Æ<<ä<<<Ä<ø<<<Ø<<ö<<<Ö<<ő<<<Ő<å<<<Å<<<aa<<<Aa<<<AA&D<<đ<<<Đ<<ð<<<Ð&th<<<þ&TH<<<Þ&Y<<ü<<<Ü<<ű<<<Ű&oe<<œ<<<Œ';

export const contract: Migration = {
  name: 'contract',
  sql: `
do $$ begin
  if current_setting('server_version_num')::int >= 160000 then
    create collation app_da (provider = icu, locale = 'und', rules = '${danish}');
  else
    create collation app_da (provider = icu, locale = 'da-u-kn');
  end if;
end $$;
create collation app_root (provider = icu, locale = 'und');

do $$ begin
  if not exists (select from pg_roles where rolname = 'app') then create role app nologin; end if;
exception when duplicate_object or unique_violation then null; -- made meanwhile for another database of the server
end $$;
-- From PostgreSQL 16 on, whoever makes a role may give it to others and to themselves, but not yet act as it.
do $$ begin
  if not pg_has_role(current_user, 'app', case when current_setting('server_version_num')::int >= 160000 then 'set' else 'member' end)
    then grant app to current_user;
  end if;
end $$;
-- A schema that was dropped and made anew lets in nobody but its owner.
grant usage on schema public to app;

create table operator (
  only_one boolean primary key default true check (only_one),
  name text not null, phone text, email text, url text
);

create table person (
  id text collate "C" primary key,
  key text unique,
  name text collate app_da not null,
  email text not null unique,
  password text not null,
  employee boolean not null default false,
  sample_order integer
);

create table company (
  id text collate "C" primary key,
  no integer generated always as identity unique,
  key text unique,
  name text collate app_da not null,
  cvr text collate "C" not null unique check (cvr ~ '^[0-9]{8}$'),
  main_address jsonb,
  notice_length integer not null check (notice_length >= 0),
  notice_unit text not null check (notice_unit in ('days', 'monthsAfterRunning')),
  words text collate "C" not null
);

create table membership (
  person_id text collate "C" not null references person on delete cascade,
  company_id text collate "C" not null references company on delete cascade,
  ${['subscriptions', 'products', 'invoices', 'cases'].map(access).join(',\n  ')},
  primary key (person_id, company_id)
);
create index membership_company on membership (company_id);

create table plan (
  id text collate "C" primary key,
  key text unique,
  name text collate app_da not null,
  monthly_price integer not null check (monthly_price >= 0),
  setup_price integer not null check (setup_price >= 0),
  data integer check (data > 0),
  talk boolean not null
);

create table telephone_user (
  id text collate "C" primary key,
  key text unique,
  company_id text collate "C" not null references company on delete cascade,
  name text collate app_da not null check (name <> ''),
  email text,
  cost_centre text,
  unique (company_id, id)
);

create table subscription (
  id text collate "C" primary key,
  key text unique,
  company_id text collate "C" not null references company on delete cascade,
  user_id text collate "C",
  label text,
  plan_id text collate "C" not null references plan,
  phone text collate "C" check (phone ~ '^[+][1-9][0-9]{6,14}$'),
  status text not null check (status in ('pendingActive', 'active', 'suspended', 'pendingTerminate', 'terminated')),
  move_date date,
  last_day date,
  start date not null,
  bound_until date,
  cost_centre text,
  sim_kind text check (sim_kind in ('sim', 'esim')),
  sim_number text,
  foreign key (company_id, user_id) references telephone_user (company_id, id),
  check (user_id is not null or label is not null),
  check (move_date is null or status = 'pendingActive'),
  check (last_day is null or status in ('pendingTerminate', 'terminated')),
  check ((sim_kind is null) = (sim_number is null))
);
create index subscription_user on subscription (company_id, user_id);
create unique index subscription_phone on subscription (phone) where status <> 'terminated';

alter table person enable row level security;
alter table company enable row level security;
alter table membership enable row level security;
alter table telephone_user enable row level security;
alter table subscription enable row level security;
create policy own on person for select to app using (id = (select current_setting('app.person', true)));
create policy own on membership for select to app using (person_id = (select current_setting('app.person', true)));
create policy administered on company for select to app using (id in (select company_id from membership));
create policy granted on telephone_user for select to app using (company_id = (select current_setting('app.company', true)));
create policy granted on subscription for select to app using (company_id = (select current_setting('app.company', true)));
grant select on operator, company, membership, plan, telephone_user, subscription to app;
grant select (id, key, name, email, employee) on person to app;
`,
};
