/** A user: a person in the company who has, has had or is to have a subscription. */
import * as z from 'zod/mini';
import { subscription } from './subscription.ts';

/** `GET /companies/{c}/users/{id}` (R14.1). */
export const user = z.object({
  id: z.string(),
  name: z.string(),
  email: z.nullable(z.string()),
  costCentre: z.nullable(z.string()),
  subscriptions: z.array(subscription),
});
export type User = z.output<typeof user>;
