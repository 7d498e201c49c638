/** Access tokens for the intranet's page: short-lived, and fetched once however many ask at the same time. */
import { isOver } from '../../sign-in/code-flow.ts';
import type { CodeFlow, Tokens } from '../../sign-in/code-flow.ts';
import type { SessionStore } from './session-store.ts';

/** What the page gets. `expiresIn` is in seconds. */
export interface GivenToken {
  readonly token: string;
  readonly expiresIn: number;
}

/** Why the page asks; the same words as the elements use. */
export type Reason = 'start' | 'expiring' | 'refused';

interface Held {
  readonly token: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
  readonly goodUntil: number;
}

export class TokenService {
  readonly #flow: CodeFlow;
  readonly #store: SessionStore;
  /** In memory only. */
  readonly #held = new Map<string, Held>();
  readonly #renewing = new Map<string, Promise<GivenToken | null>>();

  constructor(flow: CodeFlow, store: SessionStore) {
    this.#flow = flow;
    this.#store = store;
  }

  /** Keeps the token that came with signing in. */
  hold(secret: string, { accessToken, expiresIn }: Tokens): void {
    const now = Date.now();
    this.#held.set(secret, { token: accessToken, expiresAt: now + expiresIn * 1000, goodUntil: now + expiresIn * 500 });
  }

  /** Ends with the session. */
  drop(secret: string): void {
    this.#held.delete(secret);
  }

  /**
   * A token for a session, or null when the sign-in at the operator is over. A page that starts may have one that was
   * fetched before and has half its life left; a page whose token is running out or was refused gets a new one.
   *
   * @throws when the operator cannot be asked
   */
  give(secret: string, reason: Reason): Promise<GivenToken | null> {
    const held = this.#held.get(secret);
    if (reason === 'start' && held && held.goodUntil > Date.now()) {
      return Promise.resolve({ token: held.token, expiresIn: Math.floor((held.expiresAt - Date.now()) / 1000) });
    }
    // A refresh token works once: the second of two requests at the same time would count as theft and end the sign-in.
    const running = this.#renewing.get(secret);
    if (running) return running;
    const renewing = this.#renew(secret).finally(() => this.#renewing.delete(secret));
    this.#renewing.set(secret, renewing);
    return renewing;
  }

  async #renew(secret: string): Promise<GivenToken | null> {
    const session = this.#store.find(secret);
    if (!session) return null;
    try {
      const tokens = await this.#flow.refresh(session.refreshToken);
      await this.#store.renew(secret, tokens.refreshToken);
      this.hold(secret, tokens);
      return { token: tokens.accessToken, expiresIn: tokens.expiresIn };
    } catch (error) {
      if (!isOver(error)) throw error;
      this.drop(secret);
      await this.#store.remove(secret);
      return null;
    }
  }
}
