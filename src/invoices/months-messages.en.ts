import type { MonthsKey } from './months-messages.ts';

/** The English words, fetched when somebody reads English. A missing one does not compile. */
export const english: Readonly<Record<MonthsKey, string>> = {
  'months.title': 'Last 12 months',
  'months.month': 'Month',
};
