/** The sandbox's own mailbox: what came in by SMTP, whoever it was for. */
import { sql } from 'drizzle-orm';
import { rowsOf, type Db } from '../database/database.ts';
import { newId } from '../database/ids.ts';

/** A mail as it came in. */
export interface ReceivedMail {
  readonly messageId: string;
  readonly sender: string;
  readonly recipient: string;
  readonly subject: string;
  readonly text: string;
  /** When it says it was written; null where it does not. */
  readonly writtenAt: Date | null;
}

/** A mail as it is listed. */
export interface MailHead extends Pick<ReceivedMail, 'sender' | 'recipient' | 'subject'> {
  readonly id: string;
  /** Where it stands in the mailbox; the newest is the highest. */
  readonly no: number;
  /** RFC 3339. */
  readonly receivedAt: string;
}

export interface KeptMail extends MailHead {
  readonly text: string;
}

/** Keeps a mail. One that is here already is left as it is: it may be sent twice, never lost. */
export async function keepMail(db: Db, { messageId, sender, recipient, subject, text, writtenAt }: ReceivedMail): Promise<void> {
  await db.execute(
    sql`insert into mailbox (message_id, id, sender, recipient, subject, text, written_at)
      values (${messageId}, ${newId()}, ${sender}, ${recipient}, ${subject}, ${text}, ${writtenAt?.toISOString() ?? null})
      on conflict (message_id) do nothing`,
  );
}

const head = sql`id, no::int, sender, recipient, subject, to_char(received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "receivedAt"`;

/** The newest mails, or the newest of those that stand before another one. */
export const listMail = (db: Db, { before, limit }: { readonly before?: number; readonly limit: number }): Promise<MailHead[]> =>
  rowsOf(
    db,
    sql`select ${head} from mailbox where ${before ?? null}::int is null or no < ${before ?? null}::int order by no desc limit ${limit}`,
  );

/** One mail; undefined when there is none with that id. */
export async function findMail(db: Db, id: string): Promise<KeptMail | undefined> {
  const [mail] = await rowsOf<KeptMail>(db, sql`select ${head}, text from mailbox where id = ${id}`);
  return mail;
}
