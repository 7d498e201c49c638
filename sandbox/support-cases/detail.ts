/** One case with its conversation (R4.1). */
import { sql } from 'drizzle-orm';
import { mostFiles } from '../../src/support-cases/case-file.ts';
import type { SupportCase } from '../../src/support-cases/case.ts';
import { rowsOf, type Db } from '../database/database.ts';
import type { Grant } from '../database/reading.ts';
import { nameOfAbout } from './about.ts';
import { moment, summaryColumns } from './list.ts';

type Row = Omit<SupportCase, 'about' | 'filesLeft' | 'may'> & {
  readonly aboutKind: 'user' | 'order' | 'invoice' | null;
  readonly aboutId: string | null;
};

/** The case as the person sees it; null when the company has none such. */
export async function findCase(reader: Db, grant: Grant, personId: string, id: string): Promise<SupportCase | null> {
  const { companyId, rights } = grant;
  const [found] = await rowsOf<Row>(
    reader,
    sql`select ${summaryColumns(personId)}, c.reporter, c.about_kind as "aboutKind", c.about_id as "aboutId",
        (select jsonb_build_object('id', f.id, 'number', f.no::text) from support_case f where f.id = c.follows) as follows,
        (select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'from', m.side, 'author', m.author,
            'mine', m.side = 'company' and m.person_id is not distinct from ${personId}, 'at', ${moment(sql`m.at`)}, 'text', m.text,
            'files', (select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'type', f.type, 'size', f.size) order by f.name, f.id), '[]')
              from case_file f where f.message_id = m.id)) order by m.no), '[]')
          from case_message m where m.case_id = c.id) as messages,
        (select count(*)::int from case_message m where m.case_id = c.id
          and m.no <= coalesce((select message_no from case_seen where case_id = c.id and person_id = ${personId}), 0)) as seen,
        (select coalesce(jsonb_agg(jsonb_build_object('state', s.state, 'at', ${moment(sql`s.at`)}) order by s.no), '[]')
          from case_step s where s.case_id = c.id) as history
      from support_case c where c.company_id = ${companyId} and c.id = ${id}`,
  );
  if (found === undefined) return null;
  const { aboutKind, aboutId, ...shown } = found;
  const changes = rights.cases === 'full';
  const files = shown.messages.reduce((sum, message) => sum + message.files.length, 0);
  return {
    ...shown,
    about:
      aboutKind && aboutId
        ? { kind: aboutKind, id: aboutId, name: await nameOfAbout(reader, grant, { kind: aboutKind, id: aboutId }) }
        : null,
    filesLeft: Math.max(0, mostFiles - files),
    may: {
      reply: changes && shown.state !== 'closed',
      resolve: changes && shown.state !== 'resolved' && shown.state !== 'closed',
      reopen: changes && shown.state === 'resolved',
    },
  };
}
