/** What the company's people do with a case: report it, reply, call it resolved, open it again, and see what was said (R4.3, SUP-2). */
import { sql } from 'drizzle-orm';
import type { CaseState } from '../../src/api/case.ts';
import { mostFiles } from '../../src/support-cases/case-file.ts';
import type { CaseReply, CaseRequest } from '../../src/support-cases/case-request.ts';
import type { SupportCase } from '../../src/support-cases/case.ts';
import { writeAudit, type Deed } from '../database/audit.ts';
import { rowsOf, type Db } from '../database/database.ts';
import { newId } from '../database/ids.ts';
import { Problem } from '../http/problem.ts';
import type { WriteCall } from '../http/route.ts';
import { nameOfAbout } from './about.ts';
import { findCase } from './detail.ts';
import { searchWords } from './words.ts';

const refused = (pointer: string, type: string): Problem => new Problem('invalid', { errors: [{ pointer, type }] });

/** Line breaks are one character. @throws Problem 422 for what no text can hold. */
function textIn(pointer: string, text: string): string {
  if (text.includes('\0')) throw refused(pointer, 'form');
  return text.replaceAll(/\r\n?/g, '\n');
}

export async function createCase(call: WriteCall<CaseRequest>): Promise<SupportCase> {
  const { writer, personId, grant, body, clock } = call;
  const { companyId } = grant;
  const subject = textIn('/subject', body.subject).replaceAll('\n', ' ');
  const text = textIn('/description', body.description);
  if (body.about !== null && (await nameOfAbout(writer, grant, body.about)) === null) throw refused('/about/id', 'unknown');
  if (body.follows !== null && (await stateOf(writer, companyId, body.follows)) === null) throw refused('/follows', 'unknown');
  const now = clock.now().toISOString();
  const caseId = newId();
  const [dealt] = await rowsOf<{ no: string }>(writer, sql`select nextval('case_serial')::text as no`);
  const no = dealt?.no ?? '';
  await writer.execute(sql`insert into support_case
      (id, company_id, no, subject, category, priority, person_id, reporter, about_kind, about_id, follows, words, created_at, changed_at)
    select ${caseId}, ${companyId}, ${no}::bigint, ${subject}, ${body.category}, ${body.priority ?? 'normal'}, id, name, ${body.about?.kind ?? null},
      ${body.about?.id ?? null}, ${body.follows}, ${searchWords(subject, no)}, ${now}, ${now}
    from person where id = ${personId}`);
  await addStep(writer, { caseId, companyId, state: 'acknowledged', now });
  await addMessage(call, { caseId, text, files: body.files, now });
  return finish(call, caseId, 'case.create');
}

/** A reply to a case that waits or is resolved opens it again. @throws Problem 409 to one that is closed. */
export async function reply(call: WriteCall<CaseReply>): Promise<SupportCase | null> {
  const { writer, params, grant, body, clock } = call;
  const [caseId, { companyId }] = [params['case'] ?? '', grant];
  const text = textIn('/text', body.text);
  const state = await stateOf(writer, companyId, caseId);
  if (state === null) return null;
  if (state === 'closed') throw new Problem('too-late');
  const now = clock.now().toISOString();
  await addMessage(call, { caseId, text, files: body.files, now });
  const opens = state === 'pending' || state === 'resolved';
  await turn(writer, { caseId, companyId, state: opens ? 'inProgress' : state, before: state, now });
  return finish(call, caseId, 'case.reply');
}

/** @throws Problem 409 when it is resolved or closed already. */
export const resolve = (call: WriteCall<unknown>): Promise<SupportCase | null> =>
  decide(call, 'resolved', (state) => state !== 'resolved' && state !== 'closed', 'case.resolve');

/** @throws Problem 409 when it is not resolved, or closed by now. */
export const reopen = (call: WriteCall<unknown>): Promise<SupportCase | null> =>
  decide(call, 'inProgress', (state) => state === 'resolved', 'case.reopen');

async function decide(
  call: WriteCall<unknown>,
  wanted: CaseState,
  may: (state: CaseState) => boolean,
  deed: Deed['deed'],
): Promise<SupportCase | null> {
  const { writer, params, grant, clock } = call;
  const [caseId, { companyId }] = [params['case'] ?? '', grant];
  const state = await stateOf(writer, companyId, caseId);
  if (state === null) return null;
  if (!may(state)) throw new Problem('too-late');
  await turn(writer, { caseId, companyId, state: wanted, before: state, now: clock.now().toISOString() });
  return finish(call, caseId, deed);
}

/** Everything up to a message has been seen; one that is older than what was seen takes nothing back. False when the case has none such. */
export async function markSeen(writer: Db, { companyId, personId, caseId, message }: Seen): Promise<boolean> {
  const found = await rowsOf(
    writer,
    sql`insert into case_seen (case_id, company_id, person_id, message_no)
      select case_id, company_id, ${personId}, no from case_message where id = ${message} and case_id = ${caseId} and company_id = ${companyId}
      on conflict (case_id, person_id) do update set message_no = greatest(case_seen.message_no, excluded.message_no) returning case_id`,
  );
  return found.length > 0;
}

interface Seen {
  readonly companyId: string;
  readonly personId: string;
  readonly caseId: string;
  readonly message: string;
}

/** Its state, and nobody changes it until the transaction ends; null when the company has none such. */
async function stateOf(writer: Db, companyId: string, caseId: string): Promise<CaseState | null> {
  const [found] = await rowsOf<{ state: CaseState }>(
    writer,
    sql`select state from support_case where company_id = ${companyId} and id = ${caseId} for update`,
  );
  return found?.state ?? null;
}

interface Step {
  readonly caseId: string;
  readonly companyId: string;
  readonly state: CaseState;
  readonly now: string;
}

/** Something has happened: the case is the newest, and perhaps in another state. */
export async function turn(writer: Db, { before, ...step }: Step & { readonly before: CaseState }): Promise<void> {
  await writer.execute(
    sql`update support_case set state = ${step.state}, changed_at = greatest(changed_at, ${step.now}) where id = ${step.caseId}`,
  );
  if (step.state !== before) await addStep(writer, step);
}

export async function addStep(writer: Db, { caseId, companyId, state, now }: Step): Promise<void> {
  await writer.execute(sql`insert into case_step (case_id, company_id, state, at) values (${caseId}, ${companyId}, ${state}, ${now})`);
}

/** Says something for the person, with files that they have sent before. @throws Problem 422 for files that are not theirs, not there or too many. */
async function addMessage(
  { writer, personId, grant: { companyId } }: WriteCall<unknown>,
  { caseId, text, files, now }: { caseId: string; text: string; files: readonly string[]; now: string },
): Promise<void> {
  const id = newId();
  await writer.execute(sql`insert into case_message (id, case_id, company_id, side, person_id, author, text, at)
    select ${id}, ${caseId}, ${companyId}, 'company', id, name, ${text}, ${now} from person where id = ${personId}`);
  for (const [position, file] of files.entries()) {
    const taken = await rowsOf(
      writer,
      sql`update case_file set message_id = ${id}
        where id = ${file} and company_id = ${companyId} and person_id = ${personId} and message_id is null and type is not null returning id`,
    );
    if (taken.length === 0) throw refused(`/files/${String(position)}`, 'unknown');
  }
  const [sum] = await rowsOf<{ files: number }>(
    writer,
    sql`select count(*)::int as files from case_file f join case_message m on m.id = f.message_id where m.case_id = ${caseId}`,
  );
  if ((sum?.files ?? 0) > mostFiles) throw refused('/files', 'too-many');
  // What one has said oneself, one has seen, and what stood above it too.
  await markSeen(writer, { companyId, personId, caseId, message: id });
}

async function finish(
  { writer, personId, grant, requestId }: WriteCall<unknown>,
  caseId: string,
  deed: Deed['deed'],
): Promise<SupportCase> {
  await writeAudit(writer, { personId, companyId: grant.companyId, deed, subject: caseId, requestId });
  const written = await findCase(writer, grant, personId, caseId);
  if (written === null) throw new Error('A case that was just written is gone.');
  return written;
}
