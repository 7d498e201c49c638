/** A subscription: the right to use a plan, usually with a telephone number. */
import * as z from 'zod/mini';
import { day, money, notice, phoneNumber, whole } from '../api/values.ts';

/** The life of a subscription, in the words of TMF637. */
export const subscriptionStatus = z.enum(['pendingActive', 'active', 'suspended', 'pendingTerminate', 'terminated']);
export type SubscriptionStatus = z.output<typeof subscriptionStatus>;

const summary = {
  id: z.string(),
  plan: z.string(),
  phone: z.nullable(phoneNumber),
  status: subscriptionStatus,
  /** The day a number is moved here; only while that is awaited. */
  moveDate: z.nullable(day),
  /** The last day, once the subscription is being closed. */
  lastDay: z.nullable(day),
};

/** What a list shows of a subscription. */
export const subscriptionSummary = z.object(summary);
export type SubscriptionSummary = z.output<typeof subscriptionSummary>;

/** `GET /companies/{c}/subscriptions/{id}`, and each subscription of a profile. */
export const subscription = z.object({
  ...summary,
  /** What a subscription without a person is called, for instance where its router stands. */
  label: z.nullable(z.string()),
  /** Per month, without VAT. */
  price: money,
  included: z.object({
    /** Whole gigabytes in a month; `null` is without limit. */
    data: z.nullable(whole),
    /** Calls and text messages without limit; otherwise the plan has none. */
    talk: z.boolean(),
  }),
  start: day,
  /** The last day of the binding, `null` when there is none (left). */
  boundUntil: z.nullable(day),
  notice,
  /** The first day that could be the last if closing were ordered today. */
  firstLastDay: day,
  costCentre: z.nullable(z.string()),
  sim: z.nullable(z.object({ kind: z.enum(['sim', 'esim']), number: z.string() })),
});
export type Subscription = z.output<typeof subscription>;
