/** Mail that is to be sent: queued with what it tells of, and sent afterwards. */
import { sql } from 'drizzle-orm';
import { rowsOf, type Db } from '../database/database.ts';
import { newId } from '../database/ids.ts';

export interface Mail {
  /** One e-mail address. */
  readonly to: string;
  readonly subject: string;
  /** Plain text; lines end with `\n`. */
  readonly text: string;
}

/** Queues a mail in the caller's transaction, as the owner or as the role `app`: when that is undone, nothing is sent. */
export async function queueMail(db: Db, { to, subject, text }: Mail): Promise<void> {
  await db.execute(sql`insert into outbox (id, recipient, subject, text) values (${newId()}, ${to}, ${subject}, ${text})`);
}

/** How many mails wait to be sent. Asked as the owner. */
export async function countWaiting(db: Db): Promise<number> {
  const [row] = await rowsOf<{ waiting: number }>(
    db,
    sql`select count(*)::int as waiting from outbox where sent_at is null and given_up_at is null`,
  );
  return row?.waiting ?? 0;
}

/** For how many days a mail is kept after it was sent or given up, and in the sandbox's own mailbox. */
const keptFor = 400;

/** Removes what is old enough. Asked as the owner. */
export async function tidyMail(db: Db): Promise<void> {
  const old = sql`now() - make_interval(days => ${keptFor})`;
  await db.execute(sql`delete from outbox where coalesce(sent_at, given_up_at) < ${old}`);
  await db.execute(sql`delete from mailbox where received_at < ${old}`);
}
