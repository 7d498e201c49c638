import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { boundUntil } from '../../sandbox/orders/bound-until.ts';
import { easterSunday, isWorkingDay, workingDayAfter, workingDayFrom } from '../../sandbox/orders/working-days.ts';
import { addDays } from '../../src/api/days.ts';

/** Easter by another reckoning, that of Gauss with his two exceptions. */
function easterOfGauss(year: number): string {
  const century = Math.floor(year / 100);
  const moonShift = (15 + century - Math.floor(century / 4) - Math.floor((13 + 8 * century) / 25)) % 30;
  const weekShift = (4 + century - Math.floor(century / 4)) % 7;
  const moon = (19 * (year % 19) + moonShift) % 30;
  const week = (2 * (year % 4) + 4 * (year % 7) + 6 * moon + weekShift) % 7;
  const days = moon + week;
  if (moon === 29 && week === 6) return `${String(year)}-04-19`;
  if (moon === 28 && week === 6 && year % 19 > 10) return `${String(year)}-04-18`;
  return addDays(`${String(year)}-03-22`, days);
}

describe('working days', () => {
  test('reckon Easter like another method does, for six hundred years (NUM-11)', () => {
    for (let year = 1900; year < 2500; year++) assert.equal(easterSunday(year), easterOfGauss(year));
    assert.deepEqual([2024, 2025, 2026, 2027, 2038].map(easterSunday), [
      ...['2024-03-31', '2025-04-20', '2026-04-05', '2027-03-28', '2038-04-25'],
    ]);
  });

  test('leave out weekends, public holidays and the operator’s closing days (NUM-11)', () => {
    const closed2027 = [
      ...['2027-01-01', '2027-03-25', '2027-03-26', '2027-03-29', '2027-05-06', '2027-05-17', '2027-12-24', '2027-12-31'],
    ];
    const weekdays = Array.from({ length: 365 }, (_, index) => addDays('2027-01-01', index)).filter(
      (day) => ![0, 6].includes(new Date(day).getUTCDay()),
    );
    assert.deepEqual(
      weekdays.filter((day) => !isWorkingDay(day)),
      closed2027,
    );
    // Great Prayer Day has been a working day since 2024; the fifth of June is the operator's own closing day.
    assert.deepEqual(['2026-05-01', '2028-06-05', '2026-11-21', '2026-11-22'].map(isWorkingDay), [true, false, false, false]);
  });

  test('come after a day, over Christmas, New Year and Easter (NUM-5, NUM-11)', () => {
    assert.deepEqual(
      [workingDayAfter('2026-11-22'), workingDayAfter('2026-12-23'), workingDayAfter('2026-12-30'), workingDayAfter('2027-03-24')],
      ['2026-11-23', '2026-12-28', '2027-01-04', '2027-03-30'],
    );
    assert.deepEqual(
      [workingDayAfter('2026-12-23', 3), workingDayFrom('2026-12-25'), workingDayFrom('2026-12-28')],
      [...['2026-12-30', '2026-12-28', '2026-12-28']],
    );
  });
});

describe('a binding', () => {
  test('ends the day before the same date, or with a month that has no such date (SUB-2)', () => {
    const ends = (start: string, months: number) => boundUntil(start, months);
    assert.deepEqual(
      [ends('2026-11-22', 6), ends('2026-12-01', 12), ends('2026-08-31', 6), ends('2027-08-31', 6), ends('2026-11-22', 0)],
      ['2027-05-21', '2027-11-30', '2027-02-28', '2028-02-29', null],
    );
  });
});
