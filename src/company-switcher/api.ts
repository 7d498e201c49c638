import type { Client } from '../api/client.ts';
import { reading } from '../api/read.ts';
import { companyIn, companyPage, type Company } from '../session/session.ts';

/** Companies that the backend finds by name or CVR number, the first fifty in Danish order, and how many there are. */
export const findCompanies = async (
  client: Client,
  search: string,
  signal: AbortSignal,
): Promise<{ readonly items: readonly Company[]; readonly total: number }> => {
  const { items, total } = await client.read('companies', reading(companyPage), { signal, query: { search, limit: '50' } });
  return { items: items.map(companyIn), total: total ?? items.length };
};
