/** What a subscription has used this month: made up, but the same whoever asks, and growing day by day. */
import { addDays, endOfMonth, monthsIn } from '../../src/api/days.ts';
import type { Included } from '../../src/subscriptions/plan.ts';
import type { Usage } from '../../src/subscriptions/subscription.ts';
import data from '../database/data/seed-data.json' with { type: 'json' };
import { chanceFrom, type Chance } from '../database/seed/random.ts';

const { dataGb, callMinutes, sms, shareWithEuRoaming } = data.usagePerUserAndMonth;

/** One gigabyte, in megabytes. */
const gigabyte = 1000;

/** Whoever uses more has a larger plan: the middle user uses no more of one than this share. */
const plannedFor = 0.6;

/** Days weigh unequally: on a day off there are fewer calls. */
const dayOff = 0.3;

/**
 * The usage from the first of the month, or from the subscription's first day in it, up to and with `today`. The month's amounts are
 * lognormal with the median, the 95th percentile and the most of seed-data.md, and are spread over its days; nearly one in six is in another
 * country of the EU for some of them. `start` is not after `today`.
 */
export function usageOf(subscriptionId: string, plan: Included, today: string, start = ''): Usage {
  const first = `${today.slice(0, 8)}01`;
  const from = start > first ? start : first;
  const chance = chanceFrom(`${subscriptionId} ${first}`);
  const month = daysOf(first);
  const [whole, minutes, messages] = [gigabytes(chance, plan.data) * gigabyte, drawn(chance, callMinutes), drawn(chance, sms)];
  const traffic = month.map(() => 0.2 + chance.next());
  const talk = month.map((day, index) => (traffic[index] ?? 0) * (isDayOff(day) ? dayOff : 1));
  const abroad = journey(chance, month);
  const counted = (day: string) => day >= from && day <= today;
  const spread = (amount: number, weights: readonly number[], counts: (day: string) => boolean) =>
    Math.floor(amount * (sum(weights.filter((_, index) => counts(month[index] ?? ''))) / sum(weights)));
  return {
    ...{ from, to: today, euLimit: euLimit(plan.data) },
    data: spread(whole, traffic, counted),
    dataEu: spread(whole, traffic, (day) => counted(day) && abroad.has(day)),
    talk: plan.talk ? spread(minutes, talk, counted) : 0,
    sms: plan.talk ? spread(messages, talk, counted) : 0,
  };
}

/**
 * How much of a plan's data may be used in other countries of the EU, megabytes. The law leaves a fair use to the operator (SIM-6); this one is
 * ours (D): half of the plan, but at least 10 GB where there are so many, and at most 50 GB, as with data without limit.
 */
export function euLimit(included: number | null): number {
  const [least, most] = [10, 50];
  return Math.min(included ?? most, Math.max(least, Math.ceil((included ?? most * 2) / 2)), most) * gigabyte;
}

interface Spread {
  readonly median: number;
  readonly p95: number;
  readonly max: number;
}

const gigabytes = (chance: Chance, included: number | null): number => {
  const { median, p95, max } = dataGb;
  const usual = included === null ? median : Math.min(median, plannedFor * included);
  return drawn(chance, { median: usual, p95: (p95 * usual) / median, max });
};

/** The standard normal distribution's 95th percentile. */
const z95 = 1.6449;

/** A lognormal amount. */
function drawn(chance: Chance, { median, p95, max }: Spread): number {
  const normal = Math.sqrt(-2 * Math.log(1 - chance.next())) * Math.cos(2 * Math.PI * chance.next());
  return Math.min(max, median * Math.exp((Math.log(p95 / median) / z95) * normal));
}

/** The days somebody is in another country of the EU; none for most. */
function journey(chance: Chance, month: readonly string[]): ReadonlySet<string> {
  const [goes, begin, length] = [chance.happens(shareWithEuRoaming), chance.below(month.length), 2 + chance.below(8)];
  return new Set(goes ? month.slice(begin, begin + length) : []);
}

function daysOf(first: string): string[] {
  const [{ days } = { days: 0 }] = monthsIn(first, endOfMonth(first, 0));
  return Array.from({ length: days }, (_, index) => addDays(first, index));
}

const isDayOff = (day: string): boolean => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
