/** The support cases of the example data: those of the file with what was said in them, and made-up ones for the other companies. */
import { sql } from 'drizzle-orm';
import type { CaseCategory, CasePriority, CaseState } from '../../src/api/case.ts';
import { addDays } from '../../src/api/days.ts';
import data from '../database/data/seed-data.json' with { type: 'json' };
import { rowsOf, type Db } from '../database/database.ts';
import { newId } from '../database/ids.ts';
import { chanceFrom } from '../database/seed/random.ts';
import { insertRows } from '../database/seed/rows.ts';
import { closedAfter } from './close-resolved.ts';
import { categories, common, talks, type Said } from './seed-talks.ts';
import { searchWords } from './words.ts';

/** How many cases are made up: enough for pages in one company, none at all in a new customer (c4) and a small one (c6), and two in each of the rest. */
const madeUp: Readonly<Record<string, number>> = { c1: 0, c2: 60, c4: 0, c6: 0 };
const usual = 2;
const priorities = ['normal', 'normal', 'low', 'high'] as const;

interface People {
  readonly maja: string;
  readonly dorte: string;
}

interface Told {
  readonly no: number;
  readonly companyId: string;
  readonly subject: string;
  readonly category: CaseCategory;
  readonly priority: CasePriority;
  readonly reporter: { readonly id: string | null; readonly name: string };
  readonly said: readonly Said[];
  /** Who has read all of it. */
  readonly seenBy: string | null;
}

/** Adds cases to a database that has none; needs its companies and people. `today` is the day the clock begins at. */
export async function insertCases(transaction: Db, today: string): Promise<void> {
  const found = await rowsOf<{ key: string; id: string }>(transaction, sql`select key, id from person where key in ('maja', 'dorte')`);
  const idOf = (key: string) => found.find((person) => person.key === key)?.id ?? '';
  const people: People = { maja: idOf('maja'), dorte: idOf('dorte') };
  const companies = await rowsOf<{ key: string; id: string }>(
    transaction,
    sql`select key, id from company where key is not null order by no`,
  );
  const told = companies.flatMap(({ key, id }, index) => (key === 'c1' ? givenCases(id, people) : inventedCases(key, id, index)));
  await insertTold(transaction, told, today, people);
}

function givenCases(companyId: string, { maja }: People): Told[] {
  return data.supportCases.map(({ number, subject, category, priority }) => {
    const { reporter, said } = talks[number] ?? { reporter: null, said: [] };
    return {
      ...{ no: number, companyId, subject, said, category: categories[category] ?? 'other', priority: priority as CasePriority },
      reporter: reporter === null ? { id: null, name: 'Karla Kvist' } : { id: maja, name: 'Maja Holm' },
      // Two have an answer that she has not seen.
      seenBy: number === 100201 || number === 100229 ? null : maja,
    };
  });
}

function inventedCases(key: string, companyId: string, index: number): Told[] {
  const chance = chanceFrom(`cases of ${key}`);
  return Array.from({ length: madeUp[key] ?? usual }, (_, place): Told => {
    const { subject, category, asked, answered } = chance.pick(common);
    const daysAgo = 3 + place * closedAfter + chance.below(5);
    const answer: Said = { by: 'operator', daysAgo: daysAgo - 1, time: '09:45', text: answered, then: 'resolved' };
    const said: readonly Said[] = [
      { by: 'company', daysAgo, time: '10:15', text: asked },
      ...(place === 0 && key.startsWith('c') ? [] : [answer]),
    ];
    return {
      ...{ no: 10_000 + index * 100 + (99 - place), companyId, subject, category, said, priority: chance.pick(priorities) },
      ...{ reporter: { id: null, name: 'Karla Kvist' }, seenBy: null },
    };
  });
}

async function insertTold(transaction: Db, told: readonly Told[], today: string, { dorte }: People): Promise<void> {
  const momentOf = ({ daysAgo, time }: Pick<Said, 'daysAgo' | 'time'>) => `${addDays(today, -daysAgo)}T${time}:00Z`;
  const rows = told.map((one) => ({ ...one, id: newId(), steps: stepsOf(one.said) }));
  await insertRows(
    transaction,
    'support_case',
    rows.map(({ id, no, companyId, subject, category, priority, reporter, steps, said }) => ({
      ...{ id, no, company_id: companyId, subject, category, priority, person_id: reporter.id, reporter: reporter.name },
      ...{ state: steps.at(-1)?.state, words: searchWords(subject, String(no)) },
      ...{
        created_at: momentOf(said[0] ?? noon),
        changed_at: momentOf(steps.at(-1)?.state === 'closed' ? (steps.at(-1) ?? noon) : (said.at(-1) ?? noon)),
      },
    })),
  );
  const messages = rows.flatMap(({ id, companyId, reporter, said }) =>
    said.map(({ by, text, ...when }) => ({
      ...{ id: newId(), case_id: id, company_id: companyId, side: by, text, at: momentOf(when) },
      ...(by === 'operator' ? { person_id: dorte, author: 'Dorte Desk' } : { person_id: reporter.id, author: reporter.name }),
    })),
  );
  await insertInOrder(transaction, messages);
  const steps = rows.flatMap(({ id, companyId, steps }) =>
    steps.map(({ state, ...when }) => ({ case_id: id, company_id: companyId, state, at: momentOf(when) })),
  );
  await transaction.execute(sql`insert into case_step (case_id, company_id, state, at) select case_id, company_id, state, at
    from jsonb_populate_recordset(null::case_step, ${JSON.stringify(steps)}::jsonb) with ordinality`);
  for (const { id, seenBy } of rows.filter(({ seenBy }) => seenBy !== null))
    await transaction.execute(sql`insert into case_seen (case_id, company_id, person_id, message_no)
      select case_id, company_id, ${seenBy}, max(no) from case_message where case_id = ${id} group by case_id, company_id`);
  // What is closed has been seen by everybody.
  await transaction.execute(sql`insert into case_seen (case_id, company_id, person_id, message_no)
    select c.id, c.company_id, p.person_id, (select max(no) from case_message where case_id = c.id)
    from support_case c join membership p on p.company_id = c.company_id where c.state = 'closed' on conflict do nothing`);
}
const noon = { daysAgo: 1, time: '12:00' };

/** Their numbers are dealt in the order of the list. */
async function insertInOrder(transaction: Db, messages: readonly object[]): Promise<void> {
  await transaction.execute(sql`insert into case_message (id, case_id, company_id, side, person_id, author, text, at)
    select id, case_id, company_id, side, person_id, author, text, at
    from jsonb_populate_recordset(null::case_message, ${JSON.stringify(messages)}::jsonb) with ordinality`);
}

/** The states that what was said has led to, and the closing of what nobody came back to. */
function stepsOf(said: readonly Said[]): { readonly state: CaseState; readonly daysAgo: number; readonly time: string }[] {
  const [first] = said;
  if (first === undefined) return [];
  const steps: { state: CaseState; daysAgo: number; time: string }[] = [
    { state: 'acknowledged', daysAgo: first.daysAgo, time: first.time },
  ];
  for (const { then, daysAgo, time } of said) if (then !== undefined) steps.push({ state: then, daysAgo, time });
  const last = steps.at(-1);
  if (last?.state === 'resolved' && last.daysAgo > closedAfter)
    steps.push({ state: 'closed', daysAgo: last.daysAgo - closedAfter, time: '02:00' });
  return steps;
}
