/** Keeping the list that is read in step with what it is made of. */
import { sql, type SQL } from 'drizzle-orm';
import { rowsOf, type Db } from '../database/database.ts';
import { searchForms, separator } from './search-forms.ts';

/** A user, or a subscription without one, as the tables have it. */
interface Source {
  readonly company_no: number;
  readonly id: string;
  readonly has_user: boolean;
  readonly name: string;
  readonly email: string | null;
  readonly plan: string | null;
  readonly phones: readonly string[];
  readonly subscriptions: number;
}

/** What a row counts for in its company's figures. */
type Counted = Pick<Source, 'company_no' | 'has_user' | 'subscriptions'>;

/**
 * Writes rows of the list anew: those of these users and of these subscriptions without a person. Call it in the transaction that
 * changed them, after the change, with some thousand ids at most; what is not there any more, or no longer exists, disappears.
 */
export async function refreshDirectory(transaction: Db, ids: readonly string[]): Promise<void> {
  await lockCompanies(transaction, ids);
  const removed = await remove(transaction, ids);
  const rows = (await rowsOf<Source>(transaction, sources(ids))).map(toRow);
  await insert(transaction, rows);
  await count(transaction, rows, removed);
}

const idsIn = (ids: readonly string[]): SQL => sql`(select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb))`;

/** Whoever changes a company's list waits here for the one before; in one order everywhere, so that two never wait for each other. */
async function lockCompanies(transaction: Db, ids: readonly string[]): Promise<void> {
  await transaction.execute(sql`
    select from company where id in (
      select company_id from telephone_user where id in ${idsIn(ids)} union select company_id from subscription where id in ${idsIn(ids)}
    ) or no in (select company_no from directory where id in ${idsIn(ids)})
    order by no for no key update`);
}

/** The last word of a person's name (D8); a subscription without a person has none but its label. */
const lastName = ({ has_user, name }: Pick<Source, 'has_user' | 'name'>): string =>
  has_user ? (name.trim().split(/\s+/).at(-1) ?? name) : name;

/** What a row is ordered by and found under. */
const toRow = ({ phones, ...source }: Source) => ({
  ...source,
  last_name: lastName(source),
  email_order: source.email?.toLowerCase() ?? null,
  phone: phones[0] ?? null,
  forms: searchForms(source.name, source.email, phones),
});
type Row = ReturnType<typeof toRow>;

/** Subscriptions in the order they are shown, so the first number is the one the row is ordered by (D9). Closed ones do not exist. */
const sources = (ids: readonly string[]): SQL => sql`
  select c.no as company_no, u.id, true as has_user, u.name, u.email, own.plan, own.phones, own.subscriptions
  from telephone_user u join company c on c.id = u.company_id, lateral (
    select min(p.name) as plan, count(*)::int as subscriptions,
      coalesce(jsonb_agg(s.phone order by p.name, s.phone) filter (where s.phone is not null), '[]') as phones
    from subscription s join plan p on p.id = s.plan_id
    where s.company_id = u.company_id and s.user_id = u.id and s.status <> 'terminated'
  ) own
  where u.id in ${idsIn(ids)}
  union all
  select c.no, s.id, false, s.label, null, p.name, case when s.phone is null then '[]' else jsonb_build_array(s.phone) end, 1
  from subscription s join plan p on p.id = s.plan_id join company c on c.id = s.company_id
  where s.id in ${idsIn(ids)} and s.user_id is null and s.status <> 'terminated'`;

/** Takes rows out of the list and their forms out of the search; answers with what they counted for. */
async function remove(transaction: Db, ids: readonly string[]): Promise<Counted[]> {
  const removed = await rowsOf<Counted & { no: number; words: string }>(
    transaction,
    sql`delete from directory where id in ${idsIn(ids)} returning no, company_no, has_user, subscriptions, words`,
  );
  const forms = removed.flatMap(({ company_no, no, words }) => formsIn(words).map((form) => ({ company_no, form, row_no: no })));
  if (forms.length > 0) {
    await transaction.execute(sql`
      delete from search_word using jsonb_to_recordset(${JSON.stringify(forms)}::jsonb) as gone(company_no int, form text, row_no int)
      where search_word.company_no = gone.company_no and search_word.form = gone.form and search_word.row_no = gone.row_no`);
  }
  return removed;
}

const formsIn = (words: string): string[] => words.split(separator).slice(1);

async function insert(transaction: Db, rows: readonly Row[]): Promise<void> {
  const inserted = rows.map(({ forms, ...row }) => ({ ...row, words: forms.map((form) => separator + form).join('') }));
  await transaction.execute(sql`
    with new_row as (
      insert into directory (company_no, id, has_user, name, last_name, email, email_order, plan, phone, words, subscriptions)
      select company_no, id, has_user, name, last_name, email, email_order, plan, phone, words, subscriptions
      from jsonb_to_recordset(${JSON.stringify(inserted)}::jsonb) as r(company_no int, id text, has_user boolean, name text, last_name text, email text,
        email_order text, plan text, phone text, words text, subscriptions int)
      returning company_no, no, words
    )
    insert into search_word (company_no, form, row_no)
    select company_no, form, no from new_row, unnest(string_to_array(substr(words, 2), ${separator})) as form`);
}

/** Brings the companies' figures up to date. */
async function count(transaction: Db, added: readonly Counted[], removed: readonly Counted[]): Promise<void> {
  const changes = [...added.map((row) => figures(row, 1)), ...removed.map((row) => figures(row, -1))];
  await transaction.execute(sql`
    insert into directory_count as known (company_no, listed, users, subscriptions)
    select company_no, sum(listed), sum(users), sum(subscriptions)
    from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) as change(company_no int, listed int, users int, subscriptions int)
    group by company_no
    on conflict (company_no) do update set listed = known.listed + excluded.listed, users = known.users + excluded.users,
      subscriptions = known.subscriptions + excluded.subscriptions`);
}

const figures = ({ company_no, has_user, subscriptions }: Counted, sign: 1 | -1) => ({
  ...{ company_no, listed: sign },
  users: has_user ? sign : 0,
  subscriptions: sign * subscriptions,
});
