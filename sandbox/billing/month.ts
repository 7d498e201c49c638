/** The days of a month, worked out once: thousands of subscriptions ask for the same. */
import { addDays, endOfMonth } from '../../src/api/days.ts';

export interface Month {
  /** Its first day, `YYYY-MM-01`. */
  readonly first: string;
  readonly days: readonly { readonly day: string; readonly isOff: boolean }[];
}

/** Some dozens at most: months that anybody asks for. */
const known = new Map<string, Month>();

/** The month of a day. */
export function monthOf(day: string): Month {
  const key = day.slice(0, 7);
  const found = known.get(key);
  if (found !== undefined) return found;
  const first = `${key}-01`;
  const length = Number(endOfMonth(first, 0).slice(8));
  const days = Array.from({ length }, (_, index) => addDays(first, index)).map((date) => ({ day: date, isOff: isDayOff(date) }));
  const month = { first, days };
  known.set(key, month);
  return month;
}

const isDayOff = (day: string): boolean => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
