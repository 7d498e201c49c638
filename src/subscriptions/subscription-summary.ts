/** A subscription: the right to use a plan, usually with a telephone number. What a list shows of it. */
import * as z from 'zod/mini';
import { day, phoneNumber } from '../api/values.ts';

/** The life of a subscription, in the words of TMF637. */
export const subscriptionStatus = z.enum(['pendingActive', 'active', 'suspended', 'pendingTerminate', 'terminated']);
export type SubscriptionStatus = z.output<typeof subscriptionStatus>;

/** What every reading of a subscription has. */
export const summary = {
  id: z.string(),
  plan: z.string(),
  phone: z.nullable(phoneNumber),
  status: subscriptionStatus,
  /** The day a number is moved here; only while that is awaited. */
  moveDate: z.nullable(day),
  /** The last day, once the subscription is being closed. */
  lastDay: z.nullable(day),
};

export const subscriptionSummary = z.object(summary);
export type SubscriptionSummary = z.output<typeof subscriptionSummary>;
