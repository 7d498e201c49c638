/** The list of users: its rows and its orders. */
import * as z from 'zod/mini';
import { whole } from '../api/values.ts';
import { subscriptionSummary } from './subscription-summary.ts';

/** `lastName` is an operator's other reading of »by name« (D8): the last word of the name first, then the name as displayed. */
export const userSort = z.enum(['name', 'lastName', 'subscription', 'email', 'phone']);
export type UserSort = z.output<typeof userSort>;

export const sortDirection = z.enum(['ascending', 'descending']);
export type SortDirection = z.output<typeof sortDirection>;

/** One row: a user with all their subscriptions, or a subscription that no person has, under its label (D7). */
export const userRow = z.object({
  /** Unique in the list: the user's id, or the subscription's where there is no person. */
  id: z.string(),
  user: z.nullable(z.object({ id: z.string(), name: z.string(), email: z.nullable(z.string()) })),
  label: z.nullable(z.string()),
  subscriptions: z.array(subscriptionSummary),
});
export type UserRow = z.output<typeof userRow>;

/** `total` counts the rows that match; `users` and `subscriptions` count the whole company, whatever is searched for (R9.3, D7). */
export const userPage = z.object({
  items: z.array(userRow),
  total: whole,
  users: whole,
  subscriptions: whole,
});
export type UserPage = z.output<typeof userPage>;
