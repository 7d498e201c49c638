/** A subscription type that the company may choose. */
import * as z from 'zod/mini';
import { day, money, whole } from '../api/values.ts';

/** What a plan holds. */
export const included = z.object({
  /** Whole gigabytes in a month; `null` is without limit. */
  data: z.nullable(whole),
  /** Calls and text messages without limit; otherwise the plan has none. */
  talk: z.boolean(),
});
export type Included = z.output<typeof included>;

export const plan = z.object({
  id: z.string(),
  name: z.string(),
  /** Per month, without VAT. */
  monthly: money,
  /** Once, without VAT. */
  setup: money,
  included,
  /** How long a new subscription is bound, whole months; 0 is not at all. A change of plan begins no new binding. */
  bindingMonths: whole,
});
export type Plan = z.output<typeof plan>;

/** `GET /companies/{c}/plans`: all the company may have, in the order of the list (D9), and the days that go with an order placed now. */
export const planPage = z.object({
  items: z.array(plan),
  total: whole,
  /** The operator's business day. */
  today: day,
  /** The first day a change of plan can apply (SUB-6). */
  changesFrom: day,
  /** The first day a number can be moved here: the next working day (NUM-5, NUM-11). */
  movesFrom: day,
});
export type PlanPage = z.output<typeof planPage>;
