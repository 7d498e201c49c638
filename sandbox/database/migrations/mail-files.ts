/** What came along with a mail. */
import type { Migration } from '../migrations.ts';

export const mailFiles: Migration = {
  name: 'mail-files',
  sql: `
create table mailbox_file (
  mail_id text collate "C" not null references mailbox (id) on delete cascade,
  -- Its place in the mail, from 0.
  place integer not null,
  name text not null,
  content bytea not null,
  primary key (mail_id, place)
);
`,
};
