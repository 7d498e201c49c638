/** The list of users: any search, any order, any page, all of it decided in the database (R10.3). */
import { sql, type SQL } from 'drizzle-orm';
import type { UserPage } from '../../src/subscriptions/user-row.ts';
import type { UserSearch } from '../../src/subscriptions/user-search.ts';
import { rowsOf, type Db } from '../database/database.ts';
import type { Grant } from '../database/reading.ts';
import { fulfils, hits, readSearch, type Criterion } from './search-text.ts';
import { summariesOf } from './summaries.ts';

/** A row as the list's table has it. */
interface Listed {
  readonly id: string;
  readonly has_user: boolean;
  readonly name: string;
  readonly email: string | null;
}

/** One page of a company's users, and its figures (R9.3, D7). */
export async function listUsers(reader: Db, { companyId, companyNo }: Grant, query: UserSearch): Promise<UserPage> {
  const [figures = { listed: 0, users: 0, subscriptions: 0 }] = await rowsOf<{ listed: number; users: number; subscriptions: number }>(
    reader,
    sql`select listed, users, subscriptions from directory_count where company_no = ${companyNo}`,
  );
  const criteria = readSearch(query.search);
  const found = criteria.length === 0 ? { total: figures.listed, numbers: null } : await find(reader, companyNo, criteria, figures.listed);
  const listed = query.offset >= found.total ? [] : await rowsOf<Listed>(reader, page(companyNo, query, criteria, found.numbers));
  const subscriptions = await summariesOf(reader, companyId, listed);
  const items = listed.map((row) => ({ id: row.id, ...named(row), subscriptions: subscriptions.get(row.id) ?? [] }));
  return { items, total: found.total, users: figures.users, subscriptions: figures.subscriptions };
}

const named = ({ id, has_user, name, email }: Listed) =>
  has_user ? { user: { id, name, email }, label: null } : { user: null, label: name };

/** Up to this share of hits it is quicker to put them in order than to walk through the order and look at each row. */
const narrow = 0.07;

/** How many rows are found, and which, as PostgreSQL writes a list of numbers; null when there are too many to put in order. */
async function find(
  reader: Db,
  companyNo: number,
  criteria: readonly Criterion[],
  listed: number,
): Promise<{ total: number; numbers: string | null }> {
  const most = Math.ceil(listed * narrow);
  const [found = { total: 0, numbers: null }] = await rowsOf<{ total: number; numbers: string | null }>(
    reader,
    sql`select count(*)::int as total, case when count(*) <= ${most} then array_agg(row_no)::text end as numbers
      from (${hits(companyNo, criteria)}) hit`,
  );
  return found;
}

/**
 * Which rows stand on the page. Few hits are put in order. With many, the order's own index is walked until the page is full;
 * walking for a rare hit, or ordering half a company, would take several times as long.
 */
function page(companyNo: number, query: UserSearch, criteria: readonly Criterion[], numbers: string | null): SQL {
  const wanted = [sql`company_no = ${companyNo}`];
  if (numbers !== null) wanted.push(sql`no = any(${numbers}::int[])`);
  else if (criteria.length > 0) wanted.push(fulfils(criteria));
  return sql`select id, has_user, name, email from directory where ${sql.join(wanted, sql` and `)}
    order by ${orderOf(query)} limit ${query.limit} offset ${query.offset}`;
}

/** Ties go by name, then number, upwards in both directions; what is missing is last in both (SRT-8). Each of these has its index. */
function orderOf({ sort, direction }: UserSearch): SQL {
  const down = direction === 'descending';
  const way = down ? sql`desc` : sql`asc`;
  const ties = sql`phone asc nulls last, id`;
  switch (sort) {
    case 'name':
      return sql`name ${way}, ${ties}`;
    case 'lastName':
      return sql`last_name ${way}, name, ${ties}`;
    case 'subscription':
      return sql`plan ${way} nulls last, name, ${ties}`;
    case 'email':
      return sql`email_order ${way} nulls last, name, ${ties}`;
    case 'phone':
      return sql`phone ${way} nulls last, name, id`;
  }
}
