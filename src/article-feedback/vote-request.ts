/** What is sent about an article. Apart from the answer, because an element only writes it. */
import * as z from 'zod/mini';
import { isEmail } from '../api/email.ts';

/** `PUT /articles/{article}/vote`. `voter` is made up by the page of somebody who is not signed in, so that a vote can be changed (R33.2). */
export const voteRequest = z.strictObject({ helped: z.boolean(), voter: z.nullable(z.string().check(z.minLength(16), z.maxLength(64))) });
export type VoteRequest = z.output<typeof voteRequest>;

/** `POST /articles/{article}/feedback`, with `Idempotency-Key` (R35, R36). */
export const feedbackRequest = z.strictObject({
  email: z.string().check(z.maxLength(254), z.refine(isEmail)),
  text: z.string().check(z.trim(), z.minLength(1), z.maxLength(10_000)),
});
export type FeedbackRequest = z.output<typeof feedbackRequest>;
