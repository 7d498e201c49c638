/** What a month's metered records come to on an invoice. */
import type { LineKind } from '../../src/invoices/invoice-line.ts';
import type { InvoiceGroup } from '../../src/invoices/invoice.ts';
import type { MeteredDay } from './metering.ts';

/** One line of a row of the ledger: an entry of its column `usage`. Amounts are øre without VAT. */
export interface UsageEntry {
  readonly group: InvoiceGroup & ('usageDk' | 'usageEu' | 'usageWorld' | 'content' | 'premium');
  readonly kind: LineKind & ('data' | 'talk' | 'sms');
  /** Megabytes, begun minutes, or messages. */
  readonly quantity: number;
  /** Of one of those; 0 for what the plan includes. */
  readonly price: number;
  readonly amount: number;
  /** ISO 3166, outside the EU. */
  readonly country: string | null;
}

/** A special number, per begun minute (D). */
export const premiumPrice = 125;

/** The lines of these days, in the order of the invoice; where nothing was used there is none. */
export function usageEntries(days: readonly MeteredDay[]): UsageEntry[] {
  const found: Counted[] = [];
  for (const { where, data, sms, talk, content, calls } of days) {
    let premium = 0;
    for (const { kind, minutes } of calls) if (kind === 'premium') premium += minutes;
    if (typeof where === 'object') {
      count(found, 'usageWorld', 'data', data, where.data, where.code);
      count(found, 'usageWorld', 'talk', talk, where.talk, where.code);
      count(found, 'usageWorld', 'sms', sms, where.sms, where.code);
    } else {
      const group = where === 'dk' ? 'usageDk' : 'usageEu';
      count(found, group, 'data', data);
      count(found, group, 'talk', talk - premium);
      count(found, group, 'sms', sms);
      count(found, 'premium', 'talk', premium, premiumPrice);
    }
    if (content > 0) count(found, 'content', 'sms', 1, content);
  }
  found.sort((one, other) => rank(one) - rank(other));
  return found.map((entry) => ({ ...entry, amount: entry.quantity * entry.price }));
}

type Counted = Omit<UsageEntry, 'amount' | 'quantity'> & { quantity: number };

/** Adds to the line of the same kind and price, or begins it. */
function count(
  found: Counted[],
  group: UsageEntry['group'],
  kind: UsageEntry['kind'],
  quantity: number,
  price = 0,
  country: string | null = null,
): void {
  if (quantity === 0) return;
  for (const entry of found) {
    if (entry.group !== group || entry.kind !== kind || entry.price !== price || entry.country !== country) continue;
    entry.quantity += quantity;
    return;
  }
  found.push({ group, kind, quantity, price, country });
}

const groups: readonly UsageEntry['group'][] = ['usageDk', 'usageEu', 'usageWorld', 'content', 'premium'];
const kinds: readonly UsageEntry['kind'][] = ['data', 'talk', 'sms'];
const rank = ({ group, kind }: Counted): number => groups.indexOf(group) * kinds.length + kinds.indexOf(kind);
