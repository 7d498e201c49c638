/** Looking somebody up who is to get what is ordered (R21): no more of a person than tells them from others, and what an order takes over. */
import * as z from 'zod/mini';
import { phoneNumber, whole } from './values.ts';

export const foundPerson = z.object({
  id: z.string(),
  name: z.string(),
  email: z.nullable(z.string()),
  /** Of one of their subscriptions. */
  phone: z.nullable(phoneNumber),
  costCentre: z.nullable(z.string()),
});
export type FoundPerson = z.output<typeof foundPerson>;

/**
 * `POST /companies/{c}/users/look-up` with a {@link personQuestion}: the people with all these words, those first whose names begin with what
 * is typed, then in Danish order (R21.7). `total` counts all.
 */
export const foundPeople = z.object({ items: z.array(foundPerson), total: whole });
export type FoundPeople = z.output<typeof foundPeople>;
