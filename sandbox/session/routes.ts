/** The session and the company in it. */
import { sql } from 'drizzle-orm';
import * as z from 'zod/mini';
import type { Address } from '../../src/api/address.ts';
import { pageLimit } from '../../src/api/page.ts';
import type { Notice } from '../../src/api/values.ts';
import { companyDetails } from '../../src/session/company.ts';
import { sessionAnswer, type Operator } from '../../src/session/session.ts';
import { rowsOf } from '../database/database.ts';
import { safeId } from '../http/input.ts';
import { unauthorized } from '../http/problem.ts';
import { companyRoute, personRoute, type Route } from '../http/route.ts';
import { findCompanies } from './companies.ts';

/** A company that is to be in the answer even if it is not among the first hundred, because the person works in it. */
const sessionQuery = z.strictObject({ company: z.optional(z.string().check(z.maxLength(100))) });

const session = personRoute({
  method: 'GET',
  path: '/session',
  summary: 'Who is signed in, the first hundred companies they administer in Danish order, and how to reach the operator.',
  query: sessionQuery,
  answer: sessionAnswer,
  run: async ({ reader, personId, query }) => {
    const [person] = await rowsOf<{ id: string; name: string; email: string }>(
      reader,
      sql`select id, name, email from person where id = ${personId}`,
    );
    // A token outlives the person it was given to.
    if (person === undefined) throw unauthorized();
    const [operator] = await rowsOf<Operator>(reader, sql`select name, phone, email, url from operator`);
    if (operator === undefined) throw new Error('The database has not been seeded.');
    const { companies, total } = await findCompanies(reader, personId, { offset: 0, limit: pageLimit });
    const wanted = query.company === undefined ? undefined : safeId(query.company);
    const missing = wanted !== undefined && total > companies.length && companies.every(({ id }) => id !== wanted);
    const named = missing ? await findCompanies(reader, personId, { where: sql`company.id = ${wanted}`, offset: 0, limit: 1 }) : undefined;
    return {
      person,
      operator,
      total,
      companies: named ? [...companies.slice(0, pageLimit - named.companies.length), ...named.companies] : companies,
    };
  },
});

const company = companyRoute({
  method: 'GET',
  path: '/companies/{company}',
  summary: 'CVR number, main address and notice of a company.',
  needs: 'member',
  answer: companyDetails,
  run: async ({ reader, grant }) => {
    const [found] = await rowsOf<{ name: string; cvr: string; main_address: Address | null; length: number; unit: Notice['unit'] }>(
      reader,
      sql`select name, cvr, main_address, notice_length as length, notice_unit as unit from company where id = ${grant.companyId}`,
    );
    if (found === undefined) return null;
    const { name, cvr, main_address, length, unit } = found;
    return { id: grant.companyId, name, cvr, mainAddress: main_address, notice: { length, unit } };
  },
});

export const sessionRoutes: readonly Route[] = [session, company];
