/** What a closing leaves to be paid (SUB-5). */
import { addDays, monthsIn, prorated } from '../api/days.ts';

/**
 * The rest of a binding after a last day: the months it runs on, counted by the calendar's, and the monthly price for its days, in the unit
 * of `monthly`. Nothing when it has ended by then.
 */
export const remainingBinding = (monthly: number, lastDay: string, boundUntil: string | null): { months: number; amount: number } => {
  if (boundUntil === null || boundUntil <= lastDay) return { months: 0, amount: 0 };
  const from = addDays(lastDay, 1);
  return { months: monthsIn(from, boundUntil).length, amount: prorated(monthly, from, boundUntil) };
};
