/** Changing something in a sandbox, and seeing what has changed. */
import { sql } from 'drizzle-orm';
import { rowsOf } from '../../sandbox/database/database.ts';
import type { User } from '../../src/subscriptions/user.ts';
import type { Answer, Question, Sandbox } from './engines.ts';

/** Asks for a change, with a key of its own unless the question brings one; without `key` at all when that is null. */
export function change<Body = unknown>(
  sandbox: Sandbox,
  path: string,
  { key = crypto.randomUUID(), match, headers, ...question }: Question & { readonly key?: string | null; readonly match?: string } = {},
): Promise<Answer<Body>> {
  const own = { ...(key !== null && { 'idempotency-key': key }), ...(match !== undefined && { 'if-match': match }) };
  return sandbox.ask<Body>(path, { method: 'POST', ...question, headers: { ...own, ...headers } });
}

/** Asks as an element does: what a crowded server puts off is asked for again, with the same key, until it is answered. */
export async function untilAnswered<Body>(ask: () => Promise<Answer<Body>>): Promise<Answer<Body>> {
  for (let attempt = 1; ; attempt++) {
    const answer = await ask();
    const isPutOff = answer.status === 503 || answer.status === 409;
    if (!isPutOff || attempt === 20) return answer;
  }
}

/** The address of an example user of c1, of their (first) subscription, and what the profile says now. */
export async function profileOf(sandbox: Sandbox, key: string): Promise<{ path: string; subscription: string; user: User; etag: string }> {
  const company = `/companies/${await sandbox.id('company', 'c1')}`;
  const path = `${company}/users/${await sandbox.id('user', key)}`;
  const { body, headers } = await sandbox.ask<User>(path);
  return { path, subscription: `${company}/subscriptions/${body.subscriptions[0]?.id ?? ''}`, user: body, etag: headers.get('etag') ?? '' };
}

export interface AuditRow {
  readonly person: string | null;
  readonly company: string | null;
  readonly deed: string;
  readonly subject: string;
  readonly request_id: string | null;
  /** Whether it was written within the last minute. */
  readonly recent: boolean;
}

/** What has been written down about a thing, the oldest first; people and companies by their keys. */
export const auditOf = (sandbox: Sandbox, subject: string): Promise<AuditRow[]> =>
  rowsOf<AuditRow>(
    sandbox.database.db,
    sql`select person.key as person, company.key as company, deed, subject, request_id, at > now() - interval '1 minute' as recent
      from audit left join person on person.id = person_id left join company on company.id = company_id
      where subject = ${subject} order by audit.no`,
  );

const changeable = [
  'telephone_user',
  'subscription',
  'directory',
  'search_word',
  'directory_count',
  'customer_order',
  'order_item',
  'charge',
  'e_invoice',
  'support_case',
  'case_message',
  'case_step',
  'case_seen',
  'case_file',
  'case_file_part',
  'product',
  'outbox',
  'number_hold',
  'intention',
  'audit',
];

/** All that a person could change, boiled down to one text for each table: two that are equal mean that nothing has changed. */
export async function everything(sandbox: Sandbox): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const table of changeable) {
    const [row] = await rowsOf<{ content: string }>(
      sandbox.database.db,
      sql`select count(*) || ' ' || coalesce(md5(string_agg(whole::text, '|' order by whole::text)), '') as content from ${sql.identifier(table)} whole`,
    );
    found[table] = row?.content ?? '';
  }
  return found;
}
