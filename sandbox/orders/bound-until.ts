/** How long a subscription is bound. */
import { addDays, endOfMonth } from '../../src/api/days.ts';

/**
 * The last day of a binding of whole months that begins on a day: the day before the same date so many months later, or the month's last
 * day where it has no such date. Null for no months.
 */
export function boundUntil(start: string, months: number): string | null {
  if (months === 0) return null;
  const end = endOfMonth(start, months);
  const date = start.slice(8);
  return date > end.slice(8) ? end : addDays(`${end.slice(0, 8)}${date}`, -1);
}
