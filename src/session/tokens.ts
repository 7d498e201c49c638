/** Keeps one access token, in memory only, and asks the host for the next one (reliability.md, decision 1). */
import type { Credentials } from '../api/client.ts';
import { ProblemError } from '../api/problem.ts';

/** Why a token is asked for: none yet, the present one is about to end, or the backend refused it. */
export type TokenReason = 'start' | 'expiring' | 'refused';

/** A token and how long it lives, in seconds from now. */
export interface Token {
  readonly token: string;
  readonly expiresIn: number;
}

/**
 * The host's part of signing in by token: asks the host's own backend. Resolves to `null` when nobody is signed in there. The
 * signal aborts after 30 s, or when the connection closes.
 */
export type TokenFunction = (ask: { readonly reason: TokenReason; readonly signal: AbortSignal }) => Promise<Token | null>;

/** Renewal begins this long before the end; a token that lives shorter than {@link shortLife} is renewed only when refused. Milliseconds. */
const renewBefore = 5_000;
const shortLife = 20_000;
/** The host is asked at most this often, unless a token that had worked is refused. Milliseconds. */
const pause = 10_000;
/** The person is told after this long; the host's call is given up later. Milliseconds. */
const patience = 10_000;
const giveUp = 30_000;

interface Held {
  readonly token: string;
  readonly renewAt: number;
}

const isToken = (value: unknown): value is Token =>
  typeof value === 'object' &&
  value !== null &&
  'token' in value &&
  typeof value.token === 'string' &&
  /^[\w.~+/=-]+$/.test(value.token) &&
  'expiresIn' in value &&
  typeof value.expiresIn === 'number' &&
  value.expiresIn > 0;

export class Tokens implements Credentials {
  readonly #ask: TokenFunction;
  readonly #closed: AbortSignal;
  readonly #onLate: () => void;
  #held: Held | undefined;
  #asking: Promise<string> | undefined;
  #askedAt = -Infinity;
  /** How often we have forgotten: what the host was asked before that is no answer any more. */
  #forgotten = 0;

  /** `onLate` is called when a token comes after the person has been told that there is none. */
  constructor(ask: TokenFunction, closed: AbortSignal, onLate: () => void) {
    this.#ask = ask;
    this.#closed = closed;
    this.#onLate = onLate;
  }

  async current(signal: AbortSignal): Promise<string> {
    const held = this.#held;
    if (!held) return this.#wait(this.#renew('start'), signal);
    if (Date.now() < held.renewAt || this.#askedLately()) return held.token;
    // The present token still works for some seconds: a host that fails just now has not failed us yet.
    return this.#wait(this.#renew('expiring'), signal).catch((error: unknown) => {
      signal.throwIfAborted();
      if (error instanceof ProblemError && error.problem.kind !== 'signed-out') return held.token;
      throw error;
    });
  }

  async replace(refused: string, signal: AbortSignal): Promise<string> {
    // Somebody else's refusal has brought a new one already (F14).
    if (this.#held && this.#held.token !== refused) return this.#held.token;
    const next = await this.#wait(this.#renew('refused'), signal);
    if (next === refused) throw new ProblemError({ kind: 'signed-out' });
    return next;
  }

  /** Forgets the token: the person behind it is gone, or may be another. */
  forget(): void {
    this.#held = undefined;
    this.#asking = undefined;
    this.#askedAt = -Infinity;
    this.#forgotten += 1;
  }

  #askedLately(): boolean {
    return Date.now() - this.#askedAt < pause;
  }

  /** One call at a time, shared by everyone who waits (F14). */
  #renew(reason: TokenReason): Promise<string> {
    if (this.#asking) return this.#asking;
    const asking = this.#call(reason).finally(() => {
      if (this.#asking === asking) this.#asking = undefined;
    });
    return (this.#asking = asking);
  }

  async #call(reason: TokenReason): Promise<string> {
    const signal = AbortSignal.any([this.#closed, AbortSignal.timeout(giveUp)]);
    const forgotten = this.#forgotten;
    this.#askedAt = Date.now();
    const aborted = new Promise<never>((_, reject) => {
      signal.addEventListener(
        'abort',
        () => {
          reject(new ProblemError({ kind: 'no-token' }));
        },
        { once: true },
      );
    });
    // The call is the host's code: it may throw at once, hang, or give anything.
    const answer: unknown = await Promise.race([(async () => this.#ask({ reason, signal }))(), aborted]).catch(() => undefined);
    // It may be the token of somebody else: who still waits gets the one that is asked for since (F24).
    if (forgotten !== this.#forgotten && !this.#closed.aborted) return this.#renew('start');
    if (answer === null) {
      this.#held = undefined;
      throw new ProblemError({ kind: 'signed-out' });
    }
    if (!isToken(answer)) throw new ProblemError({ kind: 'no-token' });
    const life = answer.expiresIn * 1000;
    this.#held = { token: answer.token, renewAt: life < shortLife ? Infinity : Date.now() + life - renewBefore };
    if (Date.now() - this.#askedAt > patience) this.#onLate();
    return answer.token;
  }

  /** Waits for the token, but not longer than the person should, and not longer than the one who asks. */
  #wait(token: Promise<string>, signal: AbortSignal): Promise<string> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        reject(new ProblemError({ kind: 'no-token' }));
      }, patience);
      const stop = () => {
        reject(signal.reason as Error);
      };
      signal.addEventListener('abort', stop, { once: true });
      token.then(resolve, reject).finally(() => {
        clearTimeout(timer);
        signal.removeEventListener('abort', stop);
      });
    });
  }
}
