/** What a subscription used in a month, on its way into the ledger. */
import { meter, type Days } from './metering.ts';
import { usageEntries, type UsageEntry } from './usage-lines.ts';

/** A subscription and the days of one month that it was in force. */
export interface Metered extends Days {
  readonly subscription_id: string;
  /** Gigabytes its plan had then; null is without limit. */
  readonly data: number | null;
  readonly talk: boolean;
}

/** A row with short names, since there are many: subscription, days, amount in øre, and what it consists of. */
export interface UsageRow {
  readonly s: string;
  readonly f: string;
  readonly t: string;
  readonly a: number;
  readonly u: readonly UsageEntry[];
}

/** Null when nothing was used. */
export function usageRow({ subscription_id, data, talk, from, to }: Metered): UsageRow | null {
  const entries = usageEntries(meter(subscription_id, { data, talk }, { from, to }));
  if (entries.length === 0) return null;
  let amount = 0;
  for (const entry of entries) amount += entry.amount;
  return { s: subscription_id, f: from, t: to, a: amount, u: entries };
}
