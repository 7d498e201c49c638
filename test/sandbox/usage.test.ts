import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from 'drizzle-orm';
import { createClock } from '../../sandbox/clock.ts';
import { euLimit, usageOf } from '../../sandbox/subscriptions/usage.ts';
import { addDays } from '../../src/api/days.ts';
import type { Subscription } from '../../src/subscriptions/subscription.ts';
import { onEngine, Sandbox, today } from './engines.ts';

const free = { data: null, talk: true };
const many = Array.from({ length: 20_000 }, (_, index) => `s${String(index)}`);

/** The value that this share of all is below. */
const percentile = (values: readonly number[], share: number): number =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length * share)] ?? Number.NaN;

const near = (value: number, expected: number, message: string) => {
  assert.ok(Math.abs(value - expected) < 0.06 * expected, `${message}: ${String(value)} is not near ${String(expected)}`);
};

describe('usage', () => {
  test('of a whole month is spread as the example data say (R14.1)', () => {
    const months = many.map((id) => usageOf(id, free, '2026-11-30'));
    const of = (what: 'data' | 'talk' | 'sms') => months.map((month) => month[what]);
    for (const [what, unit, median, most95, most] of [
      ['data', 1000, 6, 45, 180],
      ['talk', 1, 180, 900, 2600],
      ['sms', 1, 25, 160, 700],
    ] as const) {
      near(percentile(of(what), 0.5) / unit, median, `median of ${what}`);
      near(percentile(of(what), 0.95) / unit, most95, `95 % of ${what}`);
      assert.ok(Math.max(...of(what)) <= most * unit);
    }
    near(months.filter(({ dataEu }) => dataEu > 0).length / months.length, 0.15, 'share in the EU');
  });

  test('is the same whoever asks, grows day by day, and begins anew with the month (R14.1)', () => {
    for (const id of many.slice(0, 100)) {
      let before = usageOf(id, free, '2026-11-01');
      assert.deepEqual(usageOf(id, free, '2026-11-01'), before);
      for (let day = '2026-11-02'; day <= '2026-11-30'; day = addDays(day, 1)) {
        const next = usageOf(id, free, day);
        assert.deepEqual([next.from, next.to], ['2026-11-01', day]);
        for (const what of ['data', 'dataEu', 'talk', 'sms'] as const) assert.ok(next[what] >= before[what], `${what} of ${id} on ${day}`);
        assert.ok(next.dataEu <= next.data);
        before = next;
      }
      const [first, last] = [usageOf(id, free, '2026-12-01'), usageOf(id, free, '2026-12-31')];
      assert.ok(first.from === '2026-12-01' && first.data <= last.data / 4, `${id} begins December with ${String(first.data)} MB`);
    }
  });

  test('counts from the first day of a subscription that is younger than the month', () => {
    for (const id of many.slice(0, 50)) {
      const [whole, late] = [usageOf(id, free, today), usageOf(id, free, today, '2026-11-20')];
      assert.equal(late.from, '2026-11-20');
      assert.ok(late.data < whole.data);
      assert.deepEqual(usageOf(id, free, today, '2025-03-01'), whole);
    }
  });

  test('of a plan without calls has none, and of a small plan is sometimes more than it holds, mostly less (SIM-7)', () => {
    const over = (gigabytes: number) => {
      const plan = { data: gigabytes, talk: false };
      const months = many.slice(0, 2000).map((id) => usageOf(id, plan, '2026-11-30'));
      assert.ok(months.every(({ talk, sms }) => talk === 0 && sms === 0));
      return months.filter(({ data }) => data > gigabytes * 1000).length / months.length;
    };
    const shares = [over(5), over(20), over(100)];
    assert.ok(
      shares.every((share) => share > 0 && share < 0.4),
      String(shares),
    );
    assert.deepEqual(
      [...shares].sort((one, other) => other - one),
      shares,
    );
  });

  test('in the EU is bounded by half of the plan, from 10 to 50 GB where it holds as much (SIM-6)', () => {
    assert.deepEqual(
      [2, 5, 10, 15, 20, 50, 100, 500, null].map(euLimit),
      [2000, 5000, 10_000, 10_000, 10_000, 25_000, 50_000, 50_000, 50_000],
    );
  });

  onEngine('pglite', (given) => {
    test('stands on the profile from the first day on, and not before or after (R14.1)', async () => {
      const company = await given().id('company', 'c1');
      const usage = async (key: string, day: string) => {
        const sandbox = new Sandbox(given().database, { clock: createClock(day) });
        const path = `/companies/${company}/subscriptions/${await given().id('subscription', key)}`;
        return (await sandbox.ask<Subscription>(path)).body.usage;
      };
      const id = await given().id('subscription', 's-u1');
      assert.deepEqual(await usage('s-u1', '2026-12-05'), usageOf(id, { data: 5, talk: true }, '2026-12-05'));
      assert.equal(await usage('s-u13', '2026-12-05'), null, 'its number has not been moved yet');
      await given().database.db.execute(sql`update subscription set status = 'terminated', last_day = '2026-11-10' where key = 's-u17'`);
      assert.equal(await usage('s-u17', '2026-12-05'), null);
      await given().database.db.execute(sql`update subscription set start = '2026-11-20' where key = 's-u2'`);
      assert.equal((await usage('s-u2', today))?.from, '2026-11-20');
    });
  });
});
