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
