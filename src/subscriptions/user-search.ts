/** The question of a search. Apart from the answer, because an element only writes it: its checks are the backend's to make. */
import * as z from 'zod/mini';
import { sortDirection, userSort } from './user-row.ts';

/** The body of `POST /companies/{c}/users/search`. Searching is a POST so that names and numbers stay out of addresses and logs (PRV-6). */
export const userSearch = z.strictObject({
  /** Words of a name, a telephone number in any writing, or an e-mail address; empty finds all. At most 200 characters. */
  search: z.string().check(z.maxLength(200)),
  sort: userSort,
  direction: sortDirection,
  offset: z.int().check(z.gte(0), z.lte(10_000_000)),
  limit: z.int().check(z.gte(1), z.lte(100)),
});
export type UserSearch = z.output<typeof userSearch>;
