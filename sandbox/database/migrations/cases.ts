/** Support cases with what was said and sent along, and what people think of help articles. */
import type { Migration } from '../migrations.ts';

const own = "company_id = (select current_setting('app.company', true))";

export const cases: Migration = {
  name: 'cases',
  sql: `
create sequence case_serial start 100250;

create table support_case (
  id text collate "C" primary key,
  company_id text collate "C" not null references company on delete cascade,
  -- What people call it by.
  no bigint not null unique default nextval('case_serial'),
  subject text not null,
  category text check (category in ('subscription', 'sim', 'invoice', 'order', 'fault', 'access', 'other')),
  priority text not null default 'normal' check (priority in ('low', 'normal', 'high', 'urgent')),
  state text not null default 'acknowledged' check (state in ('acknowledged', 'inProgress', 'held', 'pending', 'resolved', 'closed')),
  -- Who reported it; kept by name when the person is gone.
  person_id text collate "C" references person on delete set null,
  reporter text not null,
  -- What it is about: one thing of the company's, or nothing.
  about_kind text check (about_kind in ('user', 'order', 'invoice')),
  about_id text collate "C",
  follows text collate "C" references support_case on delete set null,
  -- What it is found under, each form after a line break.
  words text not null,
  -- All moments are those of the business clock, as orders' are.
  created_at timestamptz not null,
  changed_at timestamptz not null,
  check ((about_kind is null) = (about_id is null))
);
create index support_case_list on support_case (company_id, changed_at desc, no desc);
-- Those that time closes.
create index support_case_resolved on support_case (changed_at) where state = 'resolved';
alter table support_case enable row level security;
create policy own on support_case for all to app using (${own}) with check (${own});
grant select, insert, update (state, changed_at) on support_case to app;
grant usage on sequence case_serial to app;

-- Append-only: what has been said stays as it was said.
create table case_message (
  id text collate "C" primary key,
  no bigint generated always as identity,
  case_id text collate "C" not null references support_case on delete cascade,
  company_id text collate "C" not null,
  -- One of the company's people, or one of the operator's.
  side text not null check (side in ('company', 'operator')),
  person_id text collate "C" references person on delete set null,
  author text not null,
  text text not null check (length(text) between 1 and 10000),
  -- Who sends it twice means the same: of the operator's, whose answers have no other memory.
  key text unique,
  at timestamptz not null
);
create index case_message_of on case_message (case_id, no);
alter table case_message enable row level security;
create policy own on case_message for all to app using (${own}) with check (${own} and side = 'company');
grant select, insert on case_message to app;

-- Files are sent before they are part of something; those that never were are tidied away.
create table case_file (
  id text collate "C" primary key,
  company_id text collate "C" not null references company on delete cascade,
  person_id text collate "C" not null references person on delete cascade,
  message_id text collate "C" references case_message on delete cascade,
  -- As it was sent, shown as text only (T12); kept under its id.
  name text not null,
  -- What its content is; null until all of it is there.
  type text,
  size integer not null check (size between 1 and 10000000),
  at timestamptz not null default now()
);
create index case_file_of on case_file (message_id);
create index case_file_loose on case_file (person_id) where message_id is null;
alter table case_file enable row level security;
create policy own on case_file for all to app using (${own}) with check (${own});
grant select, insert, delete, update (message_id, type) on case_file to app;

create table case_file_part (
  file_id text collate "C" not null references case_file on delete cascade,
  company_id text collate "C" not null,
  no integer not null check (no between 0 and 38),
  content bytea not null check (length(content) between 1 and 262144),
  primary key (file_id, no)
);
alter table case_file_part enable row level security;
create policy own on case_file_part for all to app using (${own}) with check (${own});
grant select, insert, delete on case_file_part to app;

-- Each state it has had.
create table case_step (
  case_id text collate "C" not null references support_case on delete cascade,
  company_id text collate "C" not null,
  no bigint generated always as identity,
  state text not null,
  at timestamptz not null,
  primary key (case_id, no)
);
alter table case_step enable row level security;
create policy own on case_step for all to app using (${own}) with check (${own});
grant select, insert on case_step to app;

-- How far each person has read.
create table case_seen (
  case_id text collate "C" not null references support_case on delete cascade,
  company_id text collate "C" not null,
  person_id text collate "C" not null references person on delete cascade,
  message_no bigint not null,
  primary key (case_id, person_id)
);
alter table case_seen enable row level security;
create policy own on case_seen for all to app using (${own}) with check (${own});
grant select, insert, update on case_seen to app;

-- One vote of each, and changeable (R33.2). \`voter\` is a person's id, or a hash of what a page made up.
create table article_vote (
  article text not null,
  voter text collate "C" not null,
  helped boolean not null,
  primary key (article, voter)
);
create table article_feedback (
  -- Whoever sends it twice means the same.
  key text collate "C" primary key,
  -- A hash of all of it.
  content text not null,
  article text not null,
  email text not null,
  text text not null,
  at timestamptz not null
);
grant select, insert, update (helped) on article_vote to app;
grant insert, select (key, content) on article_feedback to app;
`,
};
