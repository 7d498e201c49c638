/**
 * The business clock: the day on which notice, binding and months are reckoned. It can stand on another day than the
 * wall's; tokens, cookies and keys never ask it, they live in real time.
 */
export interface Clock {
  /** The business day in Europe/Copenhagen, `YYYY-MM-DD`. */
  today(): string;
  /** The business moment: the wall's time of day on the business day. */
  now(): Date;
}

/** 24 hours in milliseconds. */
const dayLength = 86_400_000;

const copenhagen = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Copenhagen', year: 'numeric', month: '2-digit', day: '2-digit' });

/** The calendar day of a moment in Copenhagen, whatever the machine's zone (FMT-3). */
export const dayIn = (moment: Date): string => copenhagen.format(moment);

/** Whether a text is a day of the calendar; Date alone takes 30 February for 2 March. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);

/** @throws when a text is not a calendar day, `YYYY-MM-DD` */
export function readDay(text: string): string {
  if (!isDay(text)) throw new Error(`Not a day: ${text}. Write it as 2026-11-22.`);
  return text;
}

/**
 * A clock of one process, that starts on `today` and then goes on with the wall's. Without `today` it shows the wall's own day.
 *
 * @throws when `today` is not a calendar day, `YYYY-MM-DD`.
 */
export function createClock(today?: string, wall: () => Date = () => new Date()): Clock {
  if (today === undefined) return { today: () => dayIn(wall()), now: wall };
  const ahead = Date.parse(readDay(today)) - Date.parse(dayIn(wall()));
  const now = () => new Date(wall().getTime() + ahead);
  return { today: () => dayIn(new Date(Math.round((Date.parse(dayIn(wall())) + ahead) / dayLength) * dayLength)), now };
}
