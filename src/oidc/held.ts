/** The tokens of the person who is signed in: in this memory and nowhere else (T08). A reload forgets them. */
import type { Token, TokenFunction } from '../session/tokens.ts';
import { isOver, type Grant, type Provider } from './provider.ts';
import { SignInError, signInError } from './sign-in-error.ts';

/** A token that ends sooner is not given to somebody who begins. Seconds. */
const worthwhile = 10;

export class Held {
  readonly #provider: Provider;
  #grant: Grant | undefined;
  #renewing: Promise<Token | null> | undefined;

  constructor(provider: Provider) {
    this.#provider = provider;
  }

  /** Who is signed in (`sub`); empty for nobody. */
  get who(): string {
    return this.#grant?.who ?? '';
  }

  hold(grant: Grant): void {
    this.#grant = grant;
    this.#renewing = undefined;
  }

  /** Forgets everything. Returns the refresh token, which is to be made worthless. */
  forget(): string | undefined {
    const refreshToken = this.#grant?.refreshToken;
    this.#grant = this.#renewing = undefined;
    return refreshToken;
  }

  /** Null when nobody is signed in, or not any more. Throws when the provider cannot be asked (F16). */
  readonly token: TokenFunction = ({ reason }) => {
    const grant = this.#grant;
    if (!grant) return Promise.resolve(null);
    if (this.#renewing) return this.#renewing;
    const left = grant.life - (Date.now() - grant.givenAt) / 1000;
    const { refreshToken } = grant;
    const good = left > (refreshToken === undefined ? 0 : Math.min(worthwhile, grant.life / 2)) && left <= grant.life;
    if (good && (reason === 'start' || (reason === 'expiring' && refreshToken === undefined)))
      return Promise.resolve({ token: grant.accessToken, expiresIn: left });
    if (refreshToken === undefined) {
      this.#grant = undefined;
      return Promise.resolve(null);
    }
    // One at a time, since it is good once. Whoever asks may stop waiting, but the asking goes on: half of it would end the sign-in.
    const renewing = this.#renew(grant, refreshToken).finally(() => {
      if (this.#renewing === renewing) this.#renewing = undefined;
    });
    return (this.#renewing = renewing);
  };

  async #renew(grant: Grant, refreshToken: string): Promise<Token | null> {
    try {
      const next = await this.#provider.refresh(grant, refreshToken);
      if (next.who !== grant.who) throw new SignInError('refused'); // OpenID Connect Core, 12.2
      if (!this.#grant && next.refreshToken) this.#provider.revoke(next.refreshToken).catch(() => undefined); // signed out meanwhile
      if (this.#grant !== grant) return this.#grant ? await this.token({ reason: 'start', signal: new AbortController().signal }) : null;
      this.#grant = next;
      return { token: next.accessToken, expiresIn: next.life };
    } catch (error) {
      if (!isOver(error)) throw signInError(error);
      if (this.#grant === grant) this.#grant = undefined;
      return null;
    }
  }
}
