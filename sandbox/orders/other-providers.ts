/** What the other providers do when a number is to be moved from them. Nobody is asked: the answer follows from what was ordered. */
import { addDays } from '../../src/api/days.ts';
import type { MoveFailure } from '../../src/api/order.ts';
import { workingDayAfter, workingDayFrom } from './working-days.ts';

/** What a number is asked for with, as it was ordered. */
export interface Move {
  readonly provider: string;
  readonly ownerCvr: string;
  readonly simNumber: string | null;
  readonly timing: 'asap' | 'date' | 'afterBinding';
}

/** How long binding and notice at another provider run on, days. */
const elsewhereBound = 30;

/** How many working days the slow provider wants more than it is given. */
const slowBy = 3;

/**
 * The day a number should come here: the one that was named, the end of what binds it elsewhere, or the next working day, by whose end the
 * other provider must have given it up (NUM-5).
 */
export function wishedDay(timing: Move['timing'], named: string | null, today: string): string {
  return timing === 'afterBinding' ? workingDayFrom(addDays(today, elsewhereBound)) : (named ?? workingDayAfter(today));
}

/**
 * The answer of the provider that has a number. »Afvis Tele« refuses everybody, a number that ends in 99 is nobody's, and whoever asks
 * must be the owner; »Langsom Tele« agrees to a day three working days after the one that was wished for.
 */
export function answerOf(
  { provider, ownerCvr, timing }: Move,
  {
    phone,
    cvr,
    requested,
    today,
  }: { readonly phone: string; readonly cvr: string; readonly requested: string | null; readonly today: string },
): { readonly date: string } | { readonly failure: MoveFailure } {
  const name = provider.trim().toLowerCase();
  if (name === 'afvis tele') return { failure: 'refused' };
  if (phone.endsWith('99')) return { failure: 'unknownNumber' };
  if (ownerCvr !== cvr) return { failure: 'wrongOwner' };
  const next = workingDayAfter(today);
  const wished = wishedDay(timing, requested, today);
  const date = wished < next ? next : wished;
  return { date: name === 'langsom tele' ? workingDayAfter(date, slowBy) : date };
}
