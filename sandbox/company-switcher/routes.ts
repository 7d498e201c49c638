/** More companies than come with the session, searched. */
import { sql, type SQL } from 'drizzle-orm';
import * as z from 'zod/mini';
import { companyPage } from '../../src/session/session.ts';
import { personRoute, type Route } from '../http/route.ts';
import { findCompanies } from '../session/companies.ts';
import { probesFor, wordsOf } from '../subscriptions/fold.ts';
import { wordMark } from './words.ts';

/** The query of `GET /companies`. */
const companiesQuery = z.strictObject({
  search: z._default(z.string().check(z.maxLength(200)), ''),
  offset: z._default(z.int().check(z.gte(0), z.lte(10_000_000)), 0),
  limit: z._default(z.int().check(z.gte(1), z.lte(100)), 50),
});

const companies = personRoute({
  method: 'GET',
  path: '/companies',
  summary: 'The companies the person administers, in Danish order, found by words of their names or by CVR number in any writing.',
  query: companiesQuery,
  answer: companyPage,
  run: async ({ reader, personId, query: { search, offset, limit } }) => {
    const found = await findCompanies(reader, personId, { where: matches(search), offset, limit });
    return { items: found.companies, total: found.total };
  },
});

/** Each word begins a word of the name (SRT-6), or all of it is a CVR number or a part of one: 99 00 00 15, DK-99000015. */
function matches(search: string): SQL {
  const every = wordsOf(search).map((word) => {
    const any = probesFor(word).map((probe) => sql`strpos(words, ${wordMark + probe}) > 0`);
    return sql`(${sql.join(any, sql` or `)})`;
  });
  if (every.length === 0) return sql`true`;
  const byName = sql.join(every, sql` and `);
  const digits = /^\s*(?:dk)?[\d\s-]+$/i.test(search) ? search.replaceAll(/\D/g, '') : '';
  return digits.length < 2 ? byName : sql`((${byName}) or strpos(cvr, ${digits}) > 0)`;
}

export const companySwitcherRoutes: readonly Route[] = [companies];
