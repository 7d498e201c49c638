/** The operator's working days: Monday to Friday but for public holidays and closing days of its own (NUM-11). */
import { addDays } from '../../src/api/days.ts';

/** Easter Sunday of a year in the Gregorian calendar, by the reckoning of Meeus, Jones and Butcher. */
export function easterSunday(year: number): string {
  const [century, yearOfCentury] = [Math.floor(year / 100), year % 100];
  const golden = year % 19;
  const moonCorrection = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  // Days from 21 March to the full moon, then on to the Sunday after it; the last one keeps the latest date at 25 April.
  const moon = (19 * golden + century - Math.floor(century / 4) - moonCorrection + 15) % 30;
  const sunday = (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - moon - (yearOfCentury % 4)) % 7;
  const early = Math.floor((golden + 11 * moon + 22 * sunday) / 451);
  return addDays(`${String(year)}-03-22`, moon + sunday - 7 * early);
}

/** Public holidays as days from Easter: Maundy Thursday, Good Friday, Easter Monday, Ascension Day, Whit Monday. The Sundays are no working days anyway. */
const fromEaster = [-3, -2, 1, 39, 50];

/** New Year's Day, 25 and 26 December; and the operator's closing days 5 June, 24 and 31 December. */
const fixed = new Set(['01-01', '12-25', '12-26', '06-05', '12-24', '12-31']);

export function isWorkingDay(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  if (weekday === 0 || weekday === 6 || fixed.has(day.slice(5))) return false;
  const easter = easterSunday(Number(day.slice(0, 4)));
  return !fromEaster.some((days) => addDays(easter, days) === day);
}

/** The day itself when it is a working day, else the first one after it. */
export function workingDayFrom(day: string): string {
  return isWorkingDay(day) ? day : workingDayFrom(addDays(day, 1));
}

/** So many working days after a day; the next one if nothing is said. */
export function workingDayAfter(day: string, count = 1): string {
  const next = workingDayFrom(addDays(day, 1));
  return count === 1 ? next : workingDayAfter(next, count - 1);
}
