/** The calls behind a month's lines of talk. */
import type { InvoiceGroup } from '../../src/invoices/invoice.ts';
import { meter, type Days, type MeteredDay } from './metering.ts';
import { premiumPrice } from './usage-lines.ts';

/** One call that is billed. Its number is whole: whoever lets it out masks it (PRV-1). */
export interface ItemisedCall {
  /** When it began, RFC 3339 in UTC. */
  readonly at: string;
  /** E.164. */
  readonly number: string;
  readonly seconds: number;
  /** Begun minutes, which are what is billed. */
  readonly minutes: number;
  readonly group: InvoiceGroup & ('usageDk' | 'usageEu' | 'usageWorld' | 'premium');
  readonly country: string | null;
  /** Øre without VAT. */
  readonly amount: number;
}

/** A company with more users has no single calls: so many are kept for nobody. */
export const mostUsersWithCalls = 2000;

/**
 * The calls of a subscription with calls in its plan on these days of one month, the newest last, without the free ones (PRV-2). Their
 * minutes and amounts come to exactly what the lines of talk of those days say.
 */
export function callsOf(subscriptionId: string, days: Days): ItemisedCall[] {
  // How much data a plan includes makes no difference to its calls.
  return meter(subscriptionId, { data: null, talk: true }, days).flatMap(itemise);
}

function itemise({ day, where, calls }: MeteredDay): ItemisedCall[] {
  const midnight = Date.parse(`${day}T00:00:00Z`) - offsetOn(day);
  const inOrder = [...calls].sort((one, other) => one.minute - other.minute);
  return inOrder.flatMap(({ minute, minutes, seconds, number, kind }): ItemisedCall[] => {
    if (kind === 'free') return [];
    const country = typeof where === 'object' ? where.code : null;
    const group = kind === 'premium' ? 'premium' : where === 'dk' ? 'usageDk' : where === 'eu' ? 'usageEu' : 'usageWorld';
    const price = kind === 'premium' ? premiumPrice : typeof where === 'object' ? where.talk : 0;
    const at = new Date(midnight + minute * 60_000).toISOString();
    return [{ at, number: `+45${String(number)}`, seconds, minutes, group, country, amount: minutes * price }];
  });
}

const noon = new Intl.DateTimeFormat('en', { timeZone: 'Europe/Copenhagen', hour: 'numeric', hourCycle: 'h23' });

/** How far Copenhagen is ahead of UTC by day, milliseconds. Clocks are changed at night, when nobody calls. */
const offsetOn = (day: string): number => (Number(noon.format(new Date(`${day}T12:00:00Z`))) - 12) * 3_600_000;
