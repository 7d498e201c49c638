/** Files of support cases: announced, sent in parts, checked, and fetched part by part (SUP-3, T13, F25). */
import { sql } from 'drizzle-orm';
import { mostFileBytes, partBytes, type SentFile } from '../../src/support-cases/case-file.ts';
import type { FileRequest } from '../../src/support-cases/case-request.ts';
import { rowsOf, type Db } from '../database/database.ts';
import { newId } from '../database/ids.ts';
import { Problem } from '../http/problem.ts';
import { inspect } from './file-content.ts';
import { endingOf, plainName } from './file-name.ts';

/** How many files, and how many bytes of them, one person may have lying about in one company before they are part of something. */
const mostLoose = 40;
const mostLooseBytes = 10 * mostFileBytes;

/** Hours after which a file that is part of nothing is tidied away. */
const looseFor = 24;

/** Whose file it is. */
export interface Owner {
  readonly companyId: string;
  readonly personId: string;
}

const refused = (pointer: string, type: string): Problem => new Problem('invalid', { errors: [{ pointer, type }] });

/** @throws Problem 422 when such a file is not taken, or the person has too many that are part of nothing. */
export async function announce(writer: Db, { companyId, personId }: Owner, { name: sent, size }: FileRequest): Promise<SentFile> {
  const name = plainName(sent);
  if (endingOf(name) === null) throw refused('/name', 'ending');
  // Two at once would each find room for one; the lock ends with the transaction.
  await writer.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`files of ${personId} in ${companyId}`}, 0))`);
  const [loose] = await rowsOf<{ files: number; bytes: number }>(
    writer,
    sql`select count(*)::int as files, coalesce(sum(size), 0)::int as bytes from case_file
      where person_id = ${personId} and company_id = ${companyId} and message_id is null`,
  );
  if (loose === undefined || loose.files >= mostLoose || loose.bytes + size > mostLooseBytes) throw refused('/size', 'quota');
  const id = newId();
  await writer.execute(
    sql`insert into case_file (id, company_id, person_id, name, size) values (${id}, ${companyId}, ${personId}, ${name}, ${size})`,
  );
  return { id, received: 0, complete: false };
}

/**
 * Takes a part. They may come in any order, and again: one that is there already stays as it is. With the last of them the file is checked,
 * and is gone if it is not what it says; that is a problem given back, so that it stays gone. Null when the person has sent no such file, or it
 * is part of something by now.
 *
 * @throws Problem 422 when it is not as long as that part is.
 */
export async function takePart(
  writer: Db,
  { companyId, personId }: Owner,
  fileId: string,
  part: string,
  content: Uint8Array,
): Promise<SentFile | Problem | null> {
  // Locked: two last parts at once are looked at one after the other.
  const [file] = await rowsOf<{ name: string; type: string | null; size: number }>(
    writer,
    sql`select name, type, size from case_file
      where id = ${fileId} and company_id = ${companyId} and person_id = ${personId} and message_id is null for update`,
  );
  if (file === undefined || !/^(?:0|[1-9]\d?)$/.test(part)) return null;
  const length = Math.min(partBytes, file.size - Number(part) * partBytes);
  if (length <= 0) return null;
  if (content.length !== length) throw refused('/content', 'length');
  if (file.type !== null) return { id: fileId, received: file.size, complete: true };
  await writer.execute(sql`insert into case_file_part (file_id, company_id, no, content) values (${fileId}, ${companyId}, ${Number(part)}, ${content})
    on conflict do nothing`);
  const [{ received } = { received: 0 }] = await rowsOf<{ received: number }>(
    writer,
    sql`select sum(length(content))::int as received from case_file_part where file_id = ${fileId}`,
  );
  if (received < file.size) return { id: fileId, received, complete: false };
  const found = await inspect(file.name, await wholeOf(writer, fileId, file.size));
  if ('refusal' in found) {
    await writer.execute(sql`delete from case_file where id = ${fileId}`);
    return refused('/content', found.refusal);
  }
  await writer.execute(sql`update case_file set type = ${found.type} where id = ${fileId}`);
  return { id: fileId, received, complete: true };
}

async function wholeOf(db: Db, fileId: string, size: number): Promise<Uint8Array> {
  const whole = new Uint8Array(size);
  for (let no = 0; no * partBytes < size; no++) whole.set(await partOf(db, fileId, no), no * partBytes);
  return whole;
}

async function partOf(db: Db, fileId: string, no: number): Promise<Uint8Array> {
  const [part] = await rowsOf<{ content: Uint8Array }>(
    db,
    sql`select content from case_file_part where file_id = ${fileId} and no = ${no}`,
  );
  if (part === undefined) throw new Error('A part of a complete file is gone.');
  return part.content;
}

/** Takes away what is part of nothing. What is not there is away; null when it is part of something, and stays. */
export async function takeAway(writer: Db, { companyId, personId }: Owner, fileId: string): Promise<Record<string, never> | null> {
  const [file] = await rowsOf<{ loose: boolean }>(
    writer,
    sql`select message_id is null as loose from case_file
      where id = ${fileId} and company_id = ${companyId} and person_id = ${personId} for update`,
  );
  if (file?.loose === false) return null;
  await writer.execute(sql`delete from case_file where id = ${fileId} and person_id = ${personId} and company_id = ${companyId}`);
  return {};
}

export interface FoundFile {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
}

/** A file of what was said in a case of the company's. */
export async function findFile(reader: Db, companyId: string, caseId: string, fileId: string): Promise<FoundFile | null> {
  const [file] = await rowsOf<FoundFile>(
    reader,
    sql`select case_file.id, name, type, size from case_file join case_message on case_message.id = message_id
      where case_file.id = ${fileId} and case_file.company_id = ${companyId} and case_message.company_id = ${companyId}
        and case_id = ${caseId} and type is not null`,
  );
  return file ?? null;
}

/** Its content part by part, each read for itself, so that nothing is held while it is sent. */
export async function* contentOf(
  read: <T>(act: (reader: Db) => Promise<T>) => Promise<T>,
  { id, size }: Pick<FoundFile, 'id' | 'size'>,
): AsyncGenerator<Uint8Array, void, undefined> {
  for (let no = 0; no * partBytes < size; no++) yield await read((reader) => partOf(reader, id, no));
}

/** Removes what was sent long ago and never became part of anything. */
export async function tidyFiles(db: Db): Promise<void> {
  await db.execute(sql`delete from case_file where message_id is null and at < now() - make_interval(hours => ${looseFor})`);
}
