/** What a case can be about: one thing of the company's, by the name it has now. */
import { sql } from 'drizzle-orm';
import type { CaseAboutKind } from '../../src/api/case.ts';
import { rowsOf, type Db } from '../database/database.ts';
import type { Grant } from '../database/reading.ts';
import { readable } from '../orders/areas.ts';

/** Its name, or its number; null when there is none such, or the person may not see it: the two look the same. */
export async function nameOfAbout(
  reader: Db,
  grant: Grant,
  { kind, id }: { readonly kind: CaseAboutKind; readonly id: string },
): Promise<string | null> {
  const { companyId, rights } = grant;
  switch (kind) {
    case 'user':
      if (rights.subscriptions === 'none') return null;
      return nameIn(reader, sql`select name from telephone_user where company_id = ${companyId} and id = ${id}`);
    case 'order': {
      const areas = readable(grant);
      if (areas.length === 0) return null;
      const among = sql.join(
        areas.map((area) => sql`${area}`),
        sql`, `,
      );
      return nameIn(
        reader,
        sql`select no::text as name from customer_order where company_id = ${companyId} and id = ${id} and area in (${among})`,
      );
    }
    case 'invoice':
      if (rights.invoices === 'none') return null;
      return nameIn(reader, sql`select number::text as name from invoice where company_id = ${companyId} and id = ${id}`);
  }
}

async function nameIn(reader: Db, query: ReturnType<typeof sql>): Promise<string | null> {
  const [found] = await rowsOf<{ name: string }>(reader, query);
  return found?.name ?? null;
}
