/** Whether a help article helped: the votes, and the person's own (R33, R34). */
import * as z from 'zod/mini';
import { whole } from '../api/values.ts';

/** `GET`, `PUT /articles/{article}/vote`. Without signing in `helped` is what was sent last by this page, or null. */
export const articleVotes = z.object({
  /** Of so many votes in all, so many said yes (R34.1). */
  helpful: whole,
  total: whole,
  /** The person's own; null while there is none. */
  helped: z.nullable(z.boolean()),
});
export type ArticleVotes = z.output<typeof articleVotes>;
