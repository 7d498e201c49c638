/** When a subscription can end. */
import { addDays, endOfMonth } from '../../src/api/days.ts';
import type { Notice } from '../../src/api/values.ts';

/** The first day that could be the last one, if closing were ordered on a day (SUB-4). */
export const firstLastDay = ({ length, unit }: Notice, today: string): string =>
  unit === 'days' ? addDays(today, length) : endOfMonth(today, length);
