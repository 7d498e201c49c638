/** Holding back one person's flood of requests, so that the others are served (T22). */
import { Problem } from './problem.ts';

/** How many requests a person may send: `burst` at once, and `perSecond` from then on. */
export interface Limits {
  readonly burst: number;
  readonly perSecond: number;
}

/** More than anybody types, less than a scraper wants. */
export const generous: Limits = { burst: 240, perSecond: 20 };

/** A bucket for each person, kept in this process; several instances allow as many times as much. */
export class RateLimit {
  readonly #limits: Limits;
  readonly #now: () => number;
  readonly #buckets = new Map<string, { left: number; at: number }>();

  /** `now` tells milliseconds that never go back. */
  constructor(limits: Limits, now: () => number = () => performance.now()) {
    this.#limits = limits;
    this.#now = now;
  }

  /** Counts a request. @throws Problem 429 with the seconds to wait when there were too many. */
  count(personId: string): void {
    const { burst, perSecond } = this.#limits;
    const now = this.#now();
    const bucket = this.#buckets.get(personId) ?? { left: burst, at: now };
    bucket.left = Math.min(burst, bucket.left + ((now - bucket.at) / 1000) * perSecond);
    bucket.at = now;
    this.#buckets.set(personId, bucket);
    if (bucket.left < 1) throw new Problem('busy', { headers: { 'retry-after': String(Math.ceil((1 - bucket.left) / perSecond)) } });
    bucket.left -= 1;
    if (this.#buckets.size > 10_000) this.#forget(now);
  }

  /** Drops the buckets that are full again. */
  #forget(now: number): void {
    const { burst, perSecond } = this.#limits;
    for (const [personId, { left, at }] of this.#buckets) {
      if (left + ((now - at) / 1000) * perSecond >= burst) this.#buckets.delete(personId);
    }
  }
}
