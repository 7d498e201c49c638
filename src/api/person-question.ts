/** The question of a look-up. Apart from the answer, because an element only writes it: its checks are the backend's to make. */
import * as z from 'zod/mini';

/** What is typed, at least a letter of it, and how many people are wanted. */
export const personQuestion = z.strictObject({
  search: z.string().check(z.minLength(1), z.maxLength(200)),
  limit: z.int().check(z.gte(1), z.lte(20)),
});
export type PersonQuestion = z.output<typeof personQuestion>;
