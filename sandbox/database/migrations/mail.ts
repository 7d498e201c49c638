/** Mail on its way out, and what has come in where the operator's own mail is read. */
import type { Migration } from '../migrations.ts';

export const mail: Migration = {
  name: 'mail',
  sql: `
-- Written in the transaction of what it tells of: either both have happened, or neither.
create table outbox (
  id text collate "C" primary key,
  no bigint generated always as identity unique,
  recipient text not null,
  subject text not null,
  text text not null,
  queued_at timestamptz not null default now(),
  attempts integer not null default 0,
  -- When it may be tried again. Whoever takes one to send it moves this ahead, so that no other does.
  due_at timestamptz not null default now(),
  sent_at timestamptz,
  -- It was refused for good, and is not tried again.
  given_up_at timestamptz
);
create index outbox_due on outbox (due_at) where sent_at is null and given_up_at is null;
-- Whoever carries out an order may put a mail here, and read none.
grant insert (id, recipient, subject, text) on outbox to app;

-- The sandbox's own mailbox. One that comes twice is kept once.
create table mailbox (
  message_id text collate "C" primary key,
  id text collate "C" not null unique,
  no bigint generated always as identity unique,
  sender text not null,
  recipient text not null,
  subject text not null,
  text text not null,
  written_at timestamptz,
  received_at timestamptz not null default now()
);
`,
};
