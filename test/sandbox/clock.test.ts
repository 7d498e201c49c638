import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createClock } from '../../sandbox/clock.ts';
import { firstLastDay } from '../../sandbox/subscriptions/notice.ts';
import { addDays, daysBetween, endOfMonth } from '../../src/api/days.ts';

describe('the business clock', () => {
  test('shows the day in Copenhagen, whatever the machine’s zone (F27)', () => {
    const at = (moment: string) => createClock(undefined, () => new Date(moment)).today();
    assert.deepEqual([at('2026-01-31T22:59:59Z'), at('2026-01-31T23:00:00Z')], ['2026-01-31', '2026-02-01']);
    assert.deepEqual([at('2026-06-30T21:59:59Z'), at('2026-06-30T22:00:00Z')], ['2026-06-30', '2026-07-01']);
  });

  test('starts on the day asked for and goes on with the wall’s, over the change of hour too (F27)', () => {
    let wall = new Date('2026-03-20T11:00:00Z');
    const clock = createClock('2026-10-20', () => wall);
    assert.equal(clock.today(), '2026-10-20');
    for (let days = 1; days <= 20; days++) {
      wall = new Date(Date.parse('2026-03-20T22:30:00Z') + (days - 1) * 86_400_000);
      const expected = addDays('2026-10-20', daysBetween('2026-03-20', createClock(undefined, () => wall).today()));
      assert.equal(clock.today(), expected);
    }
    assert.equal(clock.now().getTime() - wall.getTime(), 214 * 86_400_000);
  });

  test('refuses what is no day', () => {
    for (const day of ['', 'i morgen', '2026-13-01', '22.11.2026', '2026-02-30']) assert.throws(() => createClock(day), /Not a day/, day);
  });
});

describe('reckoning with days', () => {
  test('knows the last days of months and leap years (F27)', () => {
    assert.deepEqual(
      [endOfMonth('2026-01-31', 1), endOfMonth('2027-12-05', 2), endOfMonth('2026-12-31', 0)],
      ['2026-02-28', '2028-02-29', '2026-12-31'],
    );
    assert.deepEqual(
      [addDays('2028-02-28', 1), addDays('2026-03-29', 1), addDays('2026-01-01', -1)],
      ['2028-02-29', '2026-03-30', '2025-12-31'],
    );
  });

  test('gives the first last day by days, or by the running month and more (R14.1)', () => {
    assert.equal(firstLastDay({ length: 30, unit: 'days' }, '2026-11-22'), '2026-12-22');
    assert.equal(firstLastDay({ length: 1, unit: 'monthsAfterRunning' }, '2026-11-22'), '2026-12-31');
    assert.equal(firstLastDay({ length: 0, unit: 'monthsAfterRunning' }, '2026-11-30'), '2026-11-30');
    assert.equal(firstLastDay({ length: 1, unit: 'monthsAfterRunning' }, '2027-01-31'), '2027-02-28');
  });
});
