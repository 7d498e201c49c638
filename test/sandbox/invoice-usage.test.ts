import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { callsOf } from '../../sandbox/billing/itemised-calls.ts';
import { meter } from '../../sandbox/billing/metering.ts';
import { usageEntries, type UsageEntry } from '../../sandbox/billing/usage-lines.ts';
import { usageOf } from '../../sandbox/subscriptions/usage.ts';
import { endOfMonth } from '../../src/api/days.ts';

const ids = Array.from({ length: 4000 }, (_, index) => `ledger-${String(index)}`);
const plan = { data: 20, talk: true };
const wholeMonth = (first: string) => ({ from: first, to: endOfMonth(first, 0) });

/** Among them those in which clocks are changed, and February in a leap year. */
const months = ['2026-03-01', '2026-10-01', '2027-02-01', '2028-02-01'].map(wholeMonth);

const total = (entries: readonly UsageEntry[], which: Partial<UsageEntry>, what: 'quantity' | 'amount' = 'quantity'): number =>
  entries
    .filter((entry) => Object.entries(which).every(([name, value]) => entry[name as keyof UsageEntry] === value))
    .reduce((sum, entry) => sum + entry[what], 0);

describe('the ledger of usage', () => {
  test('says the same on the profile and on the invoice, to the megabyte, minute and message (SUB-9, R14.1, R28.2)', () => {
    for (const id of ids.slice(0, 400))
      for (const days of months) {
        const entries = usageEntries(meter(id, plan, days));
        const profile = usageOf(id, plan, days.to);
        assert.deepEqual(
          [profile.data, profile.dataEu, profile.talk, profile.sms],
          [
            ...[total(entries, { kind: 'data' }), total(entries, { kind: 'data', group: 'usageEu' })],
            ...[total(entries, { kind: 'talk' }), total(entries, { kind: 'sms' })],
          ],
          id,
        );
      }
  });

  test('has calls that come to the minutes and amounts of the lines, in every group (R28.3, INV-4)', () => {
    for (const id of ids.slice(0, 400))
      for (const days of months) {
        const [entries, calls] = [usageEntries(meter(id, plan, days)), callsOf(id, days)];
        for (const group of ['usageDk', 'usageEu', 'usageWorld', 'premium'] as const) {
          const own = calls.filter((call) => call.group === group);
          const sum = (what: 'minutes' | 'amount') => own.reduce((all, call) => all + call[what], 0);
          const lines = { group, kind: 'talk' } as const;
          assert.deepEqual([sum('minutes'), sum('amount')], [total(entries, lines), total(entries, lines, 'amount')], `${id} ${group}`);
        }
        for (const { seconds, minutes } of calls) assert.equal(Math.ceil(seconds / 60), minutes);
      }
  });

  test('adds up the same from two parts of a month as from the whole (SUB-9)', () => {
    for (const id of ids.slice(0, 200)) {
      const parts = [meter(id, plan, { from: '2028-02-01', to: '2028-02-28' }), meter(id, plan, { from: '2028-02-29', to: '2028-02-29' })];
      assert.deepEqual(parts.flat(), meter(id, plan, wholeMonth('2028-02-01')));
    }
  });

  test('keeps no call to a helpline among those that are shown, though there are such (PRV-2)', () => {
    const [days] = months;
    assert.ok(days);
    const free = ids.flatMap((id) => meter(id, plan, days).flatMap(({ calls }) => calls.filter(({ kind }) => kind === 'free')));
    assert.ok(free.length > 100);
    const shown = ids.slice(0, 1000).flatMap((id) => callsOf(id, days));
    assert.ok(shown.every(({ number }) => /^\+456[78]\d{6}$/.test(number)));
  });

  test('has its calls by day, in order, whichever side of the change of clocks they are on (FMT-3)', () => {
    const clock = new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Copenhagen', dateStyle: 'short', timeStyle: 'short' });
    for (const days of months) {
      const local = ids.slice(0, 60).map((id) => callsOf(id, days).map(({ at }) => clock.format(new Date(at))));
      const all = local.flat();
      assert.ok(all.length > 1000);
      for (const one of local) assert.deepEqual(one, [...one].sort());
      assert.ok(all.every((at) => at.slice(0, 10) >= days.from && at.slice(0, 10) <= days.to));
      const hours = all.map((at) => Number(at.slice(11, 13)));
      assert.ok(hours.every((hour) => hour >= 8 && hour < 21));
      assert.ok(hours.filter((hour) => hour < 17).length > 0.8 * hours.length);
    }
  });

  test('has as many abroad, with content and to special numbers as the example data say (R28.2)', () => {
    const lines = ids.map((id) => usageEntries(meter(id, plan, wholeMonth('2026-10-01'))));
    const share = (group: UsageEntry['group']) => lines.filter((own) => own.some((entry) => entry.group === group)).length / ids.length;
    const near = (value: number, expected: number, what: string) => {
      assert.ok(Math.abs(value - expected) < 0.25 * expected, `${what}: ${String(value)}`);
    };
    near(share('usageEu'), 0.15, 'in the EU');
    near(share('usageWorld'), 0.03, 'outside it');
    near(share('content'), 0.02, 'with content');
    const calls = ids.slice(0, 1000).flatMap((id) => callsOf(id, wholeMonth('2026-10-01')));
    near(calls.filter(({ group }) => group === 'premium').length / calls.length, 0.05, 'to special numbers');
  });

  test('costs nothing that the plan includes, and outside the EU what the price list says (SIM-6)', () => {
    const entries = ids.flatMap((id) => usageEntries(meter(id, plan, wholeMonth('2026-10-01'))));
    const prices = (group: UsageEntry['group'], kind: UsageEntry['kind']) =>
      [
        ...new Set(
          entries
            .filter((entry) => entry.group === group && entry.kind === kind)
            .map(({ country, price }) => `${country ?? ''} ${String(price)}`),
        ),
      ].sort();
    assert.deepEqual([...new Set(entries.filter(({ group }) => /usage(Dk|Eu)/.test(group)).map(({ amount }) => amount))], [0]);
    assert.deepEqual(prices('usageWorld', 'data'), ['TH 2000', 'US 1500']);
    assert.deepEqual(prices('usageWorld', 'talk'), ['TH 1500', 'US 1000']);
    assert.deepEqual(prices('usageWorld', 'sms'), ['TH 300', 'US 300']);
  });
});
