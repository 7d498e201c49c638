/** Reckoning with calendar days, which have no time zone. */

const parse = (day: string): Date => new Date(`${day}T00:00:00Z`);
const write = (date: Date): string => date.toISOString().slice(0, 10);

/** The day so many days later, or earlier for a negative number. */
export function addDays(day: string, days: number): string {
  const date = parse(day);
  date.setUTCDate(date.getUTCDate() + days);
  return write(date);
}

/** The last day of the month that lies so many months after the day's own. */
export function endOfMonth(day: string, months: number): string {
  const date = parse(day);
  return write(new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months + 1, 0)));
}

/** How many days lie between two days; negative when `end` is the earlier. */
export const daysBetween = (start: string, end: string): number => (parse(end).getTime() - parse(start).getTime()) / 86_400_000;

/** A stretch of days, both ends included, cut at the ends of months. */
export const monthsIn = (
  from: string,
  to: string,
): { readonly from: string; readonly to: string; readonly days: number; readonly of: number }[] => {
  const parts = [];
  for (let start = from; start <= to;) {
    const end = endOfMonth(start, 0);
    const last = end < to ? end : to;
    parts.push({ from: start, to: last, days: daysBetween(start, last) + 1, of: Number(end.slice(8)) });
    start = addDays(end, 1);
  }
  return parts;
};

/**
 * A monthly amount for a stretch of days, both ends included: each month by its share of calendar days, rounded half up to the
 * whole unit (architecture.md). 0 when `to` is before `from`.
 */
export const prorated = (monthly: number, from: string, to: string): number =>
  monthsIn(from, to).reduce((sum, { days, of }) => sum + Math.floor((monthly * days) / of + 0.5), 0);
