/** Looking people up by what is typed of their names (R21). */
import { sql } from 'drizzle-orm';
import type { FoundPeople } from '../../src/api/found-person.ts';
import type { PersonQuestion } from '../../src/api/person-question.ts';
import { rowsOf, type Db } from '../database/database.ts';
import type { Grant } from '../database/reading.ts';
import { hits, readSearch } from './search-text.ts';

interface Row {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly cost_centre: string | null;
  readonly total: number;
}

/** Sorts after every character there is, so that names between a text and the same with this begin with the text as Danish compares them. */
const last = '\u{ffff}';

/** The best first (R21.7): names that begin with what is typed, then those in which another word does. */
export async function lookUp(reader: Db, { companyNo }: Grant, { search, limit }: PersonQuestion): Promise<FoundPeople> {
  const criteria = readSearch(search);
  if (criteria.length === 0) return { items: [], total: 0 };
  const typed = search.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();
  // Capitals come before the small letters they are, so they are before every writing of what is typed.
  const begins = sql`(d.name >= ${typed.toLocaleUpperCase('da')} and d.name < ${typed + last})`;
  const rows = await rowsOf<Row>(
    reader,
    sql`select found.*, u.cost_centre
      from (select d.id, d.name, d.email, d.phone, ${begins} as first, (count(*) over ())::int as total
        from (${hits(companyNo, criteria)}) hit join directory d on d.no = hit.row_no
        where d.company_no = ${companyNo} and d.has_user
        order by first desc, d.name, d.phone nulls last, d.id limit ${limit}) found join telephone_user u on u.id = found.id
      order by first desc, found.name, found.phone nulls last, found.id`,
  );
  const items = rows.map(({ id, name, email, phone, cost_centre }) => ({ id, name, email, phone, costCentre: cost_centre }));
  return { items, total: rows[0]?.total ?? 0 };
}
