/** Changes that are not ordered but made at once. An element only writes them: their checks are the backend's to make. */
import * as z from 'zod/mini';
import { email, line } from '../api/order-request.ts';
import { blockReason } from './subscription.ts';

/** The body of `PATCH /companies/{c}/users/{id}`, with the `ETag` that was shown as `If-Match`. What is not named stays as it is. */
export const userEdit = z.strictObject({
  name: z.optional(line(100)),
  email: z.optional(z.nullable(email)),
  costCentre: z.optional(z.nullable(line(50))),
});
export type UserEdit = z.output<typeof userEdit>;

/** The body of `POST …/subscriptions/{id}/block`. */
export const blockRequest = z.strictObject({ reason: blockReason });

/** The body of `POST …/subscriptions/{id}/secrets`. */
export const secretsRequest = z.strictObject({ show: z.enum(['codes', 'activationCode']) });
export type SecretsRequest = z.output<typeof secretsRequest>;
