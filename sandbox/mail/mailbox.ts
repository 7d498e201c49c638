/** The sandbox's own mailbox: what came in by SMTP, whoever it was for. */
import { sql } from 'drizzle-orm';
import { rowsOf, type Db } from '../database/database.ts';
import { newId } from '../database/ids.ts';

/** A file as it came: its name is whatever the sender made it. */
export interface MailFile {
  readonly name: string;
  readonly content: Uint8Array;
}

/** A mail as it came in. */
export interface ReceivedMail {
  readonly messageId: string;
  readonly sender: string;
  readonly recipient: string;
  readonly subject: string;
  readonly text: string;
  /** What came along, in its order. */
  readonly files: readonly MailFile[];
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
  /** Names and sizes in bytes. */
  readonly files: readonly { readonly name: string; readonly size: number }[];
}

/** Keeps a mail. One that is here already is left as it is: it may be sent twice, never lost. */
export async function keepMail(db: Db, { messageId, sender, recipient, subject, text, files, writtenAt }: ReceivedMail): Promise<void> {
  await db.transaction(async (transaction) => {
    const [kept] = await rowsOf<{ id: string }>(
      transaction,
      sql`insert into mailbox (message_id, id, sender, recipient, subject, text, written_at)
        values (${messageId}, ${newId()}, ${sender}, ${recipient}, ${subject}, ${text}, ${writtenAt?.toISOString() ?? null})
        on conflict (message_id) do nothing returning id`,
    );
    if (kept === undefined) return;
    for (const [place, { name, content }] of files.entries())
      await transaction.execute(
        sql`insert into mailbox_file values (${kept.id}, ${place}, ${name}, decode(${Buffer.from(content).toString('base64')}, 'base64'))`,
      );
  });
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
  const [mail] = await rowsOf<KeptMail>(
    db,
    sql`select ${head}, text, coalesce((select jsonb_agg(jsonb_build_object('name', name, 'size', length(content)) order by place)
      from mailbox_file where mail_id = mailbox.id), '[]') as files from mailbox where id = ${id}`,
  );
  return mail;
}

/** A file of a mail by its place, from 0; undefined when there is none. */
export async function findFile(db: Db, mailId: string, place: number): Promise<MailFile | undefined> {
  const [file] = await rowsOf<{ name: string; content: string }>(
    db,
    sql`select name, encode(content, 'base64') as content from mailbox_file where mail_id = ${mailId} and place = ${place}`,
  );
  return file && { name: file.name, content: new Uint8Array(Buffer.from(file.content, 'base64')) };
}
