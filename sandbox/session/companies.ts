/** The companies a person administers. */
import { sql, type SQL } from 'drizzle-orm';
import type { Company } from '../../src/session/session.ts';
import { rowsOf, type Db } from '../database/database.ts';

type Found = Omit<Company, 'rights'> & Company['rights'] & { total: number };

/**
 * A page of them in Danish order (R5.1), namesakes by CVR number; `total` counts those that match `where`. The reader sees no company that
 * is not the person's; the question says so too.
 */
export async function findCompanies(
  reader: Db,
  personId: string,
  page: { where?: SQL; offset: number; limit: number },
): Promise<{ companies: Company[]; total: number }> {
  const matching = sql`from membership join company on company.id = membership.company_id
    where membership.person_id = ${personId} and ${page.where ?? sql`true`}`;
  const found = await rowsOf<Found>(
    reader,
    sql`select id, name, cvr, subscriptions, products, invoices, cases, (select count(*)::int ${matching}) as total ${matching}
      order by name, cvr limit ${page.limit} offset ${page.offset}`,
  );
  const companies = found.map(({ id, name, cvr, subscriptions, products, invoices, cases }) => ({
    ...{ id, name, cvr },
    rights: { subscriptions, products, invoices, cases },
  }));
  return { companies, total: found[0]?.total ?? (await count(reader, matching)) };
}

/** A page beyond the last one has no row to carry the total. */
async function count(reader: Db, matching: SQL): Promise<number> {
  const [found] = await rowsOf<{ total: number }>(reader, sql`select count(*)::int as total ${matching}`);
  return found?.total ?? 0;
}
