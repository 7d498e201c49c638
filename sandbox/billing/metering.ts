/**
 * The metered records of a subscription: what it used, day by day, and the calls it made. Both the profile and the invoice are sums of these,
 * so that they never disagree. They are made up, but the same whoever asks, by the subscription's id and the month alone, and within a
 * month a day never changes what the days before it were.
 */
import type { Included } from '../../src/subscriptions/plan.ts';
import data from '../database/data/seed-data.json' with { type: 'json' };
import { chanceFrom, type Chance } from '../database/seed/random.ts';
import { callsOfDay, type Call } from './calls.ts';
import { monthOf, type Month } from './month.ts';

const { dataGb, callMinutes, sms, shareWithEuRoaming, shareOutsideEu, shareContentServices } = data.usagePerUserAndMonth;

/** One gigabyte, in megabytes. */
const gigabyte = 1000;

/** Whoever uses more has a larger plan: the middle user uses no more of one than this share. */
const plannedFor = 0.6;

/** On a day off there are fewer calls. */
const dayOff = 0.3;

/** Where data cost by the megabyte, people use the net of where they stay: a day's data are this many times fewer (D). */
const thriftAbroad = 50;

/** Prices of content services, øre without VAT (D). */
const contentPrices = [1000, 2500, 4000];

/** A country outside the EU, ISO 3166, with its prices in øre without VAT: per megabyte, minute and message. */
export interface Country {
  readonly code: string;
  readonly data: number;
  readonly talk: number;
  readonly sms: number;
}

const codes: Readonly<Record<string, string>> = { USA: 'US', Thailand: 'TH' };
const perMinute = new Map(data.outsideEuOre.callPerMinute as [string, number][]);
const countries = (data.outsideEuOre.dataPerMb as [string, number][]).map(([name, price]): Country => {
  const talk = perMinute.get(name);
  const code = codes[name];
  if (code === undefined || talk === undefined) throw new Error(`There is no code or no price of calls for ${name}.`);
  return { code, data: price, talk, sms: data.outsideEuOre.smsEach };
});

/** Where somebody is on a day: at home, elsewhere in the EU, or in a country outside it. */
export type Where = 'dk' | 'eu' | Country;

export interface MeteredDay {
  /** `YYYY-MM-DD`, in Copenhagen. */
  readonly day: string;
  readonly where: Where;
  /** Megabytes. */
  readonly data: number;
  /** Messages, without those that pay for content. */
  readonly sms: number;
  /** Begun minutes of all calls that are not free. */
  readonly talk: number;
  /** What a content service was paid that day, øre without VAT; 0 on almost all. */
  readonly content: number;
  /** In any order, the free ones among them. */
  readonly calls: readonly Call[];
}

/** Which days are counted, both included; all of one month. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

/**
 * What a subscription used on each of these days. The month's amounts are lognormal with the median, the 95th percentile and the most of
 * seed-data.md, and are spread over its days; nearly one in six is elsewhere in the EU for some of them, a few are outside it. A plan without
 * calls has data alone, and stays in the EU.
 */
export function meter(subscriptionId: string, plan: Included, { from, to }: Days): MeteredDay[] {
  const month = monthOf(from);
  const chance = chanceFrom(`${subscriptionId} ${month.first}`);
  const [megabytes, minutes, messages] = [gigabytes(chance, plan.data) * gigabyte, drawn(chance, callMinutes), drawn(chance, sms)];
  const weights = month.days.map(() => 0.2 + chance.next());
  const talked = month.days.map(({ isOff }, index) => (weights[index] ?? 0) * (isOff ? dayOff : 1));
  const inEu = journey(chance, month, shareWithEuRoaming);
  const extra = chanceFrom(`${subscriptionId} ${month.first} more`);
  const outside = journey(extra, month, shareOutsideEu);
  const country = extra.pick(countries);
  const content = { bought: extra.happens(shareContentServices), index: extra.below(month.days.length), price: extra.pick(contentPrices) };
  const spread = { data: portions(megabytes, weights), talk: portions(minutes, talked), sms: portions(messages, talked) };
  const metered: MeteredDay[] = [];
  for (const [index, { day, isOff }] of month.days.entries()) {
    const where = isAway(inEu, index) ? 'eu' : plan.talk && isAway(outside, index) ? country : 'dk';
    const talk = plan.talk ? (spread.talk[index] ?? 0) : 0;
    // The calls of all days are drawn, whichever are counted: those of one day are the same for everybody.
    const calls = plan.talk ? callsOfDay(extra, { minutes: talk, isOff, atHome: where === 'dk' }) : [];
    if (day < from || day > to) continue;
    const used = spread.data[index] ?? 0;
    const traffic = typeof where === 'object' ? Math.ceil(used / thriftAbroad) : used;
    const messages = plan.talk ? (spread.sms[index] ?? 0) : 0;
    const bought = plan.talk && content.bought && content.index === index ? content.price : 0;
    metered.push({ day, where, data: traffic, sms: messages, talk, content: bought, calls });
  }
  return metered;
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

/** Days of a month by their place in it, `end` not included. */
interface Journey {
  readonly begin: number;
  readonly end: number;
}

/** When somebody is away; most are not, on no day. */
function journey(chance: Chance, { days }: Month, share: number): Journey {
  const [goes, begin, length] = [chance.happens(share), chance.below(days.length), 2 + chance.below(8)];
  return { begin, end: goes ? begin + length : begin };
}

const isAway = ({ begin, end }: Journey, index: number): boolean => index >= begin && index < end;

/** An amount by the weights of its days, in whole units: what is left over of one day comes with a later one. */
function portions(amount: number, weights: readonly number[]): number[] {
  let all = 0;
  for (const weight of weights) all += weight;
  let [weighed, given] = [0, 0];
  const found: number[] = [];
  for (const weight of weights) {
    weighed += weight;
    const until = Math.floor(amount * (weighed / all));
    found.push(until - given);
    given = until;
  }
  return found;
}
