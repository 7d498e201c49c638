/** What the operator's employees see of all companies' cases, and how they answer. Read and written as the operator: no company is closed to it. */
import { sql } from 'drizzle-orm';
import type { CaseCategory, CasePriority, CaseState } from '../../src/api/case.ts';
import type { Clock } from '../clock.ts';
import { rowsOf, type Db, type SandboxDatabase } from '../database/database.ts';
import { newId } from '../database/ids.ts';
import { queueMail } from '../mail/outbox.ts';
import { moment } from './list.ts';
import { answerMail } from './mail.ts';
import { turn } from './talk.ts';

export interface DeskCaseSummary {
  readonly id: string;
  readonly number: string;
  readonly company: string;
  readonly subject: string;
  readonly state: CaseState;
  readonly category: CaseCategory | null;
  readonly priority: CasePriority;
  readonly changedAt: string;
  /** Whether the last word was the operator's. */
  readonly answered: boolean;
}

export interface DeskCase extends DeskCaseSummary {
  readonly reporter: string;
  /** The thing it is about, by the name it has now. */
  readonly about: string | null;
  readonly messages: readonly DeskMessage[];
}

export interface DeskMessage {
  readonly from: 'company' | 'operator';
  readonly author: string;
  readonly at: string;
  readonly text: string;
  readonly files: readonly { readonly id: string; readonly name: string }[];
}

/** How many cases are listed. */
const caseCount = 100;

const columns = sql`c.id, c.no::text as number, k.name as company, c.subject, c.state, c.category, c.priority, ${moment(sql`c.changed_at`)} as "changedAt",
  (select side = 'operator' from case_message m where m.case_id = c.id order by m.no desc limit 1) as answered`;

/** Those that wait for the operator first, the most pressing of them before the others, and what changed last before what did so earlier. */
export async function readDeskCases(db: Db): Promise<readonly DeskCaseSummary[]> {
  return rowsOf<DeskCaseSummary>(
    db,
    sql`select * from (select ${columns}, c.changed_at, c.no from support_case c join company k on k.id = c.company_id) found
      order by state in ('resolved', 'closed'), answered, array_position(array['urgent', 'high', 'normal', 'low'], priority),
        changed_at desc, no desc limit ${caseCount}`,
  );
}

export async function readDeskCase(db: Db, id: string): Promise<DeskCase | null> {
  const [found] = await rowsOf<DeskCase>(
    db,
    sql`select ${columns}, c.reporter,
        coalesce((select name from telephone_user where id = c.about_id), (select 'Ordre ' || no from customer_order where id = c.about_id),
          (select 'Faktura ' || number from invoice where id = c.about_id)) as about,
        (select coalesce(jsonb_agg(jsonb_build_object('from', m.side, 'author', m.author, 'at', ${moment(sql`m.at`)}, 'text', m.text,
            'files', (select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name) order by f.name, f.id), '[]')
              from case_file f where f.message_id = m.id)) order by m.no), '[]')
          from case_message m where m.case_id = c.id) as messages
      from support_case c join company k on k.id = c.company_id where c.id = ${id}`,
  );
  return found ?? null;
}

export interface OperatorAnswer {
  readonly caseId: string;
  readonly employee: { readonly id: string; readonly name: string };
  /** May be nothing, when only the state changes. */
  readonly text: string;
  readonly state: 'inProgress' | 'pending' | 'resolved' | 'held';
  /** Made for one intention: with the same it is said once. */
  readonly key: string;
  /** Where the reporter reads it. */
  readonly address: string;
}

/** The longest answer, characters; the table takes no longer one. */
export const longestAnswer = 10_000;

/** Answers a case, or changes its state, and tells whoever reported it by mail. What is too long is refused before this. */
export async function answerCase(database: SandboxDatabase, clock: Clock, answer: OperatorAnswer): Promise<'done' | 'missing' | 'closed'> {
  const { caseId, employee, state, key, address } = answer;
  const text = answer.text.replaceAll(/\r\n?/g, '\n').replaceAll('\0', '').trim();
  return database.db.transaction(async (transaction) => {
    const [found] = await rowsOf<{ companyId: string; number: string; before: CaseState; name: string | null; email: string | null }>(
      transaction,
      sql`select c.company_id as "companyId", c.no::text as number, c.state as before, p.name, p.email
        from support_case c left join person p on p.id = c.person_id where c.id = ${caseId} for update of c`,
    );
    if (found === undefined) return 'missing';
    const { companyId, number, before, name, email } = found;
    if (before === 'closed') return 'closed';
    const now = clock.now().toISOString();
    if (text === '' && state === before) return 'done';
    if (text !== '') {
      const said = await rowsOf(
        transaction,
        sql`insert into case_message (id, case_id, company_id, side, person_id, author, text, key, at)
          values (${newId()}, ${caseId}, ${companyId}, 'operator', ${employee.id}, ${employee.name}, ${text}, ${key}, ${now})
          on conflict (key) do nothing returning id`,
      );
      if (said.length === 0) return 'done';
      if (name !== null && email !== null) await queueMail(transaction, { to: email, ...answerMail({ name, number, address }) });
    }
    await turn(transaction, { caseId, companyId, state, before, now });
    return 'done';
  });
}
