/** What a subscription has used this month, growing day by day: the sums of its metered records. */
import type { Included } from '../../src/subscriptions/plan.ts';
import type { Usage } from '../../src/subscriptions/subscription.ts';
import { meter } from '../billing/metering.ts';

/** One gigabyte, in megabytes. */
const gigabyte = 1000;

/**
 * The usage from the first of the month, or from the subscription's first day in it, up to and with `today`. `start` is not after `today`.
 */
export function usageOf(subscriptionId: string, plan: Included, today: string, start = ''): Usage {
  const first = `${today.slice(0, 8)}01`;
  const from = start > first ? start : first;
  const usage = { from, to: today, euLimit: euLimit(plan.data), data: 0, dataEu: 0, talk: 0, sms: 0 };
  for (const { where, data, talk, sms, content } of meter(subscriptionId, plan, { from, to: today })) {
    usage.data += data;
    if (where === 'eu') usage.dataEu += data;
    usage.talk += talk;
    usage.sms += sms + (content > 0 ? 1 : 0);
  }
  return usage;
}

/**
 * How much of a plan's data may be used in other countries of the EU, megabytes. The law leaves a fair use to the operator (SIM-6); this one is
 * ours (D): half of the plan, but at least 10 GB where there are so many, and at most 50 GB, as with data without limit.
 */
export function euLimit(included: number | null): number {
  const [least, most] = [10, 50];
  return Math.min(included ?? most, Math.max(least, Math.ceil((included ?? most * 2) / 2)), most) * gigabyte;
}
