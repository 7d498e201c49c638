/**
 * The list of users as it is read: one row for each user and for each existing subscription that no person has (D7), with
 * what it is sorted and searched by. `refreshDirectory` alone writes it, in the transaction of the change.
 *
 * Each order has its own index, since what is missing comes last in both directions and ties go up in both (SRT-8).
 */
import type { Migration } from '../migrations.ts';

const orders = {
  name: ['name', 'name desc'],
  last_name: ['last_name, name', 'last_name desc, name'],
  plan: ['plan asc nulls last, name', 'plan desc nulls last, name'],
  email: ['email_order asc nulls last, name', 'email_order desc nulls last, name'],
};

const indexes = Object.entries(orders).flatMap(([order, columns]) =>
  columns.map(
    (column, index) =>
      `create index directory_by_${order}${index === 0 ? '' : '_down'} on directory (company_no, ${column}, phone asc nulls last, id);`,
  ),
);

/** As a query of its own it is asked once for a statement, not once for a row. */
const granted = "company_no = (select nullif(current_setting('app.company_no', true), '')::integer)";

export const directory: Migration = {
  name: 'directory',
  sql: `
create table directory (
  no integer generated always as identity primary key,
  company_no integer not null references company (no) on delete cascade,
  id text collate "C" not null unique,
  has_user boolean not null,
  name text collate app_da not null,
  last_name text collate app_da not null,
  email text,
  email_order text collate app_root,
  plan text collate app_da,
  phone text collate "C",
  words text collate "C" not null,
  subscriptions integer not null
);
${indexes.join('\n')}
create index directory_by_phone on directory (company_no, phone asc nulls last, name, id);
create index directory_by_phone_down on directory (company_no, phone desc nulls last, name, id);

create table search_word (
  company_no integer not null references company (no) on delete cascade,
  form text collate "C" not null,
  row_no integer not null,
  primary key (company_no, form, row_no)
);

create table directory_count (
  company_no integer primary key references company (no) on delete cascade,
  listed integer not null,
  users integer not null,
  subscriptions integer not null
);

alter table directory enable row level security;
alter table search_word enable row level security;
alter table directory_count enable row level security;
create policy granted on directory for select to app using (${granted});
create policy granted on search_word for select to app using (${granted});
create policy granted on directory_count for select to app using (${granted});
grant select on directory, search_word, directory_count to app;
`,
};
