/** A subscription with all that the profile shows of it. */
import * as z from 'zod/mini';
import { changeKind, orderState } from '../api/order-state.ts';
import { day, money, notice, whole } from '../api/values.ts';
import { included } from './plan.ts';
import { summary } from './subscription-summary.ts';

export const blockReason = z.enum(['lost', 'stolen', 'other']);
export type BlockReason = z.output<typeof blockReason>;

/** What has been used since the first of the month. One gigabyte is 1,000 megabytes. */
export const usage = z.object({
  from: day,
  /** The last day that is counted. */
  to: day,
  /** Megabytes in all, those in the EU among them. */
  data: whole,
  /** Megabytes in other countries of the EU, and how many of the plan's may be used there (SIM-6); `null` is without limit. */
  dataEu: whole,
  euLimit: z.nullable(whole),
  /** Whole minutes. */
  talk: whole,
  sms: whole,
});
export type Usage = z.output<typeof usage>;

/** Something that has been ordered and has not come about yet; the id is the order's. */
export const comingChange = z.object({
  id: z.string(),
  kind: changeKind,
  state: orderState,
  /** The day it applies; null while that is not known. */
  date: z.nullable(day),
  requestedDate: z.nullable(day),
  /** Whether the number comes from another provider. */
  moved: z.boolean(),
  /** The plan it changes to, and its price per month; null where the plan stays. */
  plan: z.nullable(z.string()),
  monthly: z.nullable(money),
  sim: z.nullable(z.enum(['sim', 'esim'])),
  canUndo: z.boolean(),
});
export type ComingChange = z.output<typeof comingChange>;

/** `GET /companies/{c}/subscriptions/{id}`, and each subscription of a profile. */
export const subscription = z.object({
  ...summary,
  /** What a subscription without a person is called, for instance where its router stands. */
  label: z.nullable(z.string()),
  planId: z.string(),
  /** Who has it; null for a subscription that no person has. */
  user: z.nullable(z.object({ id: z.string(), name: z.string() })),
  /** Per month, without VAT. */
  price: money,
  included,
  start: day,
  /** The last day of the binding, `null` when there is none (left). */
  boundUntil: z.nullable(day),
  notice,
  /** The first day that could be the last if closing were ordered today. */
  firstLastDay: day,
  costCentre: z.nullable(z.string()),
  sim: z.nullable(z.object({ kind: z.enum(['sim', 'esim']), number: z.string() })),
  /** What another card costs, once, without VAT. */
  simPrice: money,
  block: z.nullable(z.object({ reason: blockReason, since: day })),
  /** Null before the subscription has begun. */
  usage: z.nullable(usage),
  /** What is to come, the nearest first. */
  changes: z.array(comingChange),
});
export type Subscription = z.output<typeof subscription>;
