/** The single calls of a day, made up so that they come to its minutes. */
import type { Chance } from '../database/seed/random.ts';

export interface Call {
  /** When it began, minutes from midnight in Copenhagen; never at night, when clocks are changed. */
  readonly minute: number;
  /** What is billed: begun minutes. 0 for a free one. */
  readonly minutes: number;
  /** How long it was. */
  readonly seconds: number;
  /** The Danish number that was called, its eight digits. Whole: whoever shows it masks it first (PRV-1). */
  readonly number: number;
  /** `free` costs the caller nothing and is never itemised (PRV-2); `premium` is a special number. */
  readonly kind: 'ordinary' | 'premium' | 'free';
}

interface CallsOfDay {
  /** Begun minutes of the calls that are not free. */
  readonly minutes: number;
  readonly isOff: boolean;
  /** Special numbers and helplines are called from home alone. */
  readonly atHome: boolean;
}

/** Calls take up to so many minutes (seed-data.md). */
const longest = 12;

/** One in twenty goes to a special number (seed-data.md). */
const premiumShare = 0.05;

/** How many days somebody calls a helpline on (D). */
const helplineShare = 0.01;

/** In any order. On a working day most are from 8 to 17 o'clock, otherwise any time from 9 to 21. */
export function callsOfDay(chance: Chance, { minutes, isOff, atHome }: CallsOfDay): Call[] {
  const calls: Call[] = [];
  for (let left = minutes; left > 0;) {
    const length = Math.min(left, 1 + chance.below(longest));
    const kind = chance.happens(premiumShare) && atHome ? 'premium' : 'ordinary';
    const seconds = length * 60 - chance.below(60);
    calls.push({ minute: beginning(chance, isOff), minutes: length, seconds, number: spare(chance), kind });
    left -= length;
  }
  if (chance.happens(helplineShare) && atHome)
    calls.push({ minute: beginning(chance, isOff), minutes: 0, seconds: 30 + chance.below(600), number: helpline(chance), kind: 'free' });
  return calls;
}

const beginning = (chance: Chance, isOff: boolean): number =>
  !isOff && chance.happens(0.9) ? 8 * 60 + chance.below(9 * 60) : 9 * 60 + chance.below(12 * 60);

/** A number of the spare series 67 and 68. */
const spare = (chance: Chance): number => 67_000_000 + chance.below(2_000_000);

const helpline = (chance: Chance): number => 80_000_000 + chance.below(1_000_000);
