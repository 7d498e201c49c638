/** Sign-ins that the intranet has begun: in memory, for an hour, each good for one answer in the browser that began it. */
import type { Attempt } from '../../sign-in/code-flow.ts';

interface Begun {
  readonly browser: string;
  readonly attempt: Attempt;
  readonly expiresAt: number;
}

/** How long somebody may take to sign in, in seconds. */
export const attemptSeconds = 3600;
/** More than this many at once is nobody's ordinary morning; the oldest is forgotten. */
const most = 1000;

export class Attempts {
  readonly #begun = new Map<string, Begun>();

  keep(browser: string, attempt: Attempt): void {
    const oldest = this.#begun.keys().next();
    if (this.#begun.size >= most && !oldest.done) this.#begun.delete(oldest.value);
    this.#begun.set(attempt.state, { browser, attempt, expiresAt: Date.now() + attemptSeconds * 1000 });
  }

  /** Takes an attempt out. Undefined when this browser has not begun it, or too long ago. */
  take(browser: string, state: string): Attempt | undefined {
    const begun = this.#begun.get(state);
    if (begun?.browser !== browser) return undefined;
    this.#begun.delete(state);
    return begun.expiresAt > Date.now() ? begun.attempt : undefined;
  }
}
