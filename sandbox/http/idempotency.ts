/** Doing once what is asked for more than once (reliability.md, decision 5; T20). */
import { sql } from 'drizzle-orm';
import { rowsOf, type Db } from '../database/database.ts';
import { Problem } from './problem.ts';

/** What was answered, and is answered again. */
export interface Answered {
  readonly status: number;
  readonly body: unknown;
  readonly etag: string | null;
}

/** One intention of one person: the same four mean the same. */
export interface Intention {
  readonly personId: string;
  readonly companyId: string;
  /** The method and the route's pattern. */
  readonly operation: string;
  readonly key: string;
  /** A hash of everything asked for, the address and the body. */
  readonly content: string;
}

/** How long an answer is kept, at least (decision 5). Hours. */
const keptFor = 48;

/** A key in the header `Idempotency-Key`: 8–64 letters, digits, - and _, with or without the quotes of a structured field. @throws Problem 400 */
export function keyIn(request: Request): string {
  const [, quoted, plain] = /^(?:"([\w-]{8,64})"|([\w-]{8,64}))$/.exec(request.headers.get('idempotency-key') ?? '') ?? [];
  const key = quoted ?? plain;
  if (key === undefined) throw new Problem('key-missing');
  return key;
}

export async function contentOf(...parts: readonly unknown[]): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(parts)));
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Takes the key in the transaction of its effect, or gives the answer it has had. Whoever comes with the same key meanwhile waits here
 * until that transaction has ended; past the lock's limit they are told that it is under way.
 *
 * @throws Problem 422 of the kind `key-reused` when the key stands for something else.
 */
export async function claim(writer: Db, intention: Intention): Promise<Answered | null> {
  const { personId, companyId, operation, key, content } = intention;
  const claimed = await rowsOf(
    writer,
    sql`insert into intention (person_id, company_id, operation, key, content) values (${personId}, ${companyId}, ${operation}, ${key}, ${content})
      on conflict do nothing returning key`,
  );
  if (claimed.length > 0) return null;
  const [found] = await rowsOf<Answered & { content: string }>(
    writer,
    sql`select content, status, body, etag from intention
      where person_id = ${personId} and company_id = ${companyId} and operation = ${operation} and key = ${key}`,
  );
  if (found === undefined) throw new Problem('in-progress', { headers: { 'retry-after': '1' } });
  if (found.content !== content) throw new Problem('key-reused');
  return { status: found.status, body: found.body, etag: found.etag };
}

/** Keeps the answer, in the same transaction. */
export async function keep(writer: Db, { personId, companyId, operation, key }: Intention, answered: Answered): Promise<void> {
  await writer.execute(sql`update intention set status = ${answered.status}, body = ${JSON.stringify(answered.body)}::json, etag = ${answered.etag}
    where person_id = ${personId} and company_id = ${companyId} and operation = ${operation} and key = ${key}`);
}

/** Removes answers that are old enough. */
export async function tidyIntentions(db: Db): Promise<void> {
  await db.execute(sql`delete from intention where made_at < now() - make_interval(hours => ${keptFor})`);
}
