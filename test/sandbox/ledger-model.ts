/**
 * What a subscription is to cost, told a second time: no tables and no differences, only a list of what has happened, looked through for
 * every single day.
 */
import { addDays, endOfMonth } from '../../src/api/days.ts';

/** Something that was put in the books by an order, and counts as long as the order is not taken back. */
export type Event =
  | { readonly kind: 'begin' | 'change'; readonly order: string; readonly day: string; readonly plan: string; readonly monthly: number }
  | { readonly kind: 'end'; readonly order: string; readonly day: string }
  | { readonly kind: 'once'; readonly order: string; readonly day: string; readonly amount: number };

/** One subscription. `settled` is the day up to which it had been charged before anything was counted; null for one that came later. */
export interface Story {
  readonly settled: string | null;
  events: Event[];
}

interface Price {
  readonly plan: string;
  readonly monthly: number;
}

/** What a day costs per month; undefined when nothing is to be paid for it. */
export function priceOn({ events }: Story, day: string): Price | undefined {
  const begin = events.find(({ kind }) => kind === 'begin');
  const ended = events.some(({ kind, day: last }) => kind === 'end' && last < day);
  if (begin === undefined || day < begin.day || ended) return undefined;
  let price: Price | undefined;
  let since = '';
  for (const event of events) {
    if ((event.kind !== 'begin' && event.kind !== 'change') || event.day > day || event.day < since) continue;
    ({ day: since } = event);
    price = event;
  }
  return price && { plan: price.plan, monthly: price.monthly };
}

/** What all days and deeds up to the last day come to, less what had been charged before: each run of days at one price in a month is rounded once. */
export function costOf(story: Story, through: string): number {
  let cost = 0;
  for (const event of story.events) if (event.kind === 'once' && event.day <= through) cost += event.amount;
  const charged = (until: string | null, when: Story) => {
    let sum = 0;
    let run: (Price & { days: number; month: string }) | undefined;
    const close = () => {
      if (run) sum += Math.round((run.monthly * run.days) / Number(endOfMonth(`${run.month}-01`, 0).slice(8)));
      run = undefined;
    };
    for (let day = firstDay(story); until !== null && day <= until; day = addDays(day, 1)) {
      const price = priceOn(when, day);
      if (run && (price?.plan !== run.plan || price.monthly !== run.monthly || !day.startsWith(run.month))) close();
      if (price) run = { ...price, days: (run?.days ?? 0) + 1, month: day.slice(0, 7) };
    }
    close();
    return sum;
  };
  // Before anything was counted it had the price it began with, and no end.
  const before = { settled: null, events: story.events.filter(({ kind }) => kind === 'begin') };
  return cost + charged(through, story) - charged(story.settled, before);
}

/** The days to look at. */
export const firstDay = ({ events, settled }: Story): string =>
  settled === null ? (events.find(({ kind }) => kind === 'begin')?.day ?? '9999-12-31') : `${settled.slice(0, 7)}-01`;
