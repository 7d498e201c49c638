/** The company's cases, the newest change first (R3.3). */
import { sql, type SQL } from 'drizzle-orm';
import type { CasePage, CaseSummary } from '../../src/api/case.ts';
import type { CaseQuestion } from '../../src/support-cases/case-request.ts';
import { rowsOf, type Db } from '../database/database.ts';
import { fulfils, readSearch } from '../subscriptions/search-text.ts';

/** A moment as it travels. */
export const moment = (column: SQL): SQL => sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Whether the operator has said something in a case `c` that the person has not seen. */
const unread = (personId: string): SQL => sql`exists (select from case_message m where m.case_id = c.id and m.side = 'operator'
  and m.no > coalesce((select message_no from case_seen where case_id = c.id and person_id = ${personId}), 0))`;

/** What every answer about a case `c` begins with, as it travels. */
export const summaryColumns = (personId: string): SQL => sql`c.id, c.no::text as number, c.subject, c.state, c.category, c.priority,
  ${moment(sql`c.created_at`)} as "createdAt", ${moment(sql`c.changed_at`)} as "changedAt",
  c.person_id is not distinct from ${personId} as mine, ${unread(personId)} as unread`;

/** How many of the company's cases the person has not seen the newest answer of. */
export async function countUnread(reader: Db, companyId: string, personId: string): Promise<number> {
  const [found] = await rowsOf<{ unread: number }>(
    reader,
    sql`select count(*)::int as unread from support_case c where c.company_id = ${companyId} and ${unread(personId)}`,
  );
  return found?.unread ?? 0;
}

export async function searchCases(reader: Db, companyId: string, personId: string, question: CaseQuestion): Promise<CasePage> {
  const { offset, limit } = question;
  const wanted = sql`c.company_id = ${companyId} and ${matching(question, personId)}`;
  const [figures] = await rowsOf<{ total: number; changedAt: string | null }>(
    reader,
    sql`select (select count(*)::int from support_case c where ${wanted}) as total,
      (select ${moment(sql`max(changed_at)`)} from support_case where company_id = ${companyId}) as "changedAt"`,
  );
  const { total = 0, changedAt = null } = figures ?? {};
  const items = await rowsOf<CaseSummary>(
    reader,
    sql`select ${summaryColumns(personId)} from support_case c where ${wanted}
      order by c.changed_at desc, c.no desc limit ${limit} offset ${offset}`,
  );
  return { items, total, unread: await countUnread(reader, companyId, personId), changedAt };
}

/** What narrows the list. */
function matching({ search, state, mine }: CaseQuestion, personId: string): SQL {
  const wanted = [sql`true`];
  if (state === 'open') wanted.push(sql`c.state not in ('resolved', 'closed')`);
  else if (state !== null) wanted.push(sql`c.state = ${state}`);
  if (mine) wanted.push(sql`c.person_id = ${personId}`);
  const criteria = readSearch(search);
  if (criteria.length > 0) wanted.push(fulfils(criteria));
  return sql.join(wanted, sql` and `);
}
