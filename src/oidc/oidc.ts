/**
 * Signing in with OpenID Connect in the browser: authorization code flow with PKCE (S256), for a page without a backend of its own. It makes the
 * `token` function of token mode, and is a file of its own: who signs in in another way fetches none of it.
 */
import type { TokenFunction } from '../session/tokens.ts';
import { Memory, type Attempt } from './attempt.ts';
import { Held } from './held.ts';
import { leaveFor, pageAddress, pagePlace, replacePlace } from './page.ts';
import { handOver, Popup } from './popup.ts';
import { isDeclined, Provider, type Grant } from './provider.ts';
import { placeWithin } from './safe-addresses.ts';
import { SignInError, signInError, type SignInProblem } from './sign-in-error.ts';
import { betweenTabs } from './tabs.ts';

export { SignInError, type SignInProblem };

export interface OpenIdOptions {
  /** The provider's name for itself, an address with `https:` (or plain http on this machine); below it stands `/.well-known/openid-configuration`. */
  readonly issuer: string;
  /** A public client: it has no secret. */
  readonly clientId: string;
  /** A page of this site, registered at the provider letter by letter, which calls {@link OpenId.finish}. */
  readonly redirectAddress: string;
  /** `openid` when not given. The provider must give refresh tokens for it, or people sign in anew whenever a token ends. */
  readonly scope?: string | undefined;
  /** The API that access tokens are wanted for (RFC 8707), where the provider asks for that. */
  readonly resource?: string | undefined;
  /** Where the provider sends people after signing out, registered there too. Without it they stay at the provider. */
  readonly signedOutAddress?: string | undefined;
  /**
   * Where a sign-in that leaves the page is remembered until it comes back, for instance `() => sessionStorage`: state, nonce, verifier and
   * the place, never a token. Without it, or where it is blocked, only popups work (F30).
   */
  readonly storage?: (() => Storage) | undefined;
}

export interface SignInOptions {
  /** Leaves the page, in place of opening a window above it. */
  readonly redirect?: boolean | undefined;
  /** The place of this site that {@link OpenId.finish} comes back to; the present one when not given. */
  readonly place?: string | undefined;
}

/** Somebody who is to find out anew who is here: what `connect()` returns, an `<ss-session>`, an `<ss-portal>`. */
export interface Resumable {
  resume(): void;
}

export interface OpenId {
  /** The `token` function for `connect({ mode: 'token', token })`, `<ss-session>` and `<ss-portal>`. */
  readonly token: TokenFunction;
  /** Tells this one to resume whenever somebody has signed in or out, here or in another tab. */
  tell(session: Resumable): void;
  /**
   * Signs in, to be called when the person has pressed something: in a window above the page, so that what is half written stays (F15); by
   * leaving the page where the browser opens none. Resolves to whether somebody has signed in: `false` when the person closes the window or
   * declines. Rejects with a {@link SignInError}. While a window is open, calling again brings it to the front.
   */
  signIn(options?: SignInOptions): Promise<boolean>;
  /**
   * On the redirect address, before anything else. In a window that {@link OpenId.signIn} has opened: hands the answer over and is closed, so
   * it never resolves. After leaving the page: signs in, puts the place that was left back into the address and resolves to it. Elsewhere: resolves to
   * `undefined`. Rejects with a {@link SignInError}, with nobody signed in.
   */
  finish(): Promise<string | undefined>;
  /**
   * Signs out: here and in other tabs at once, then at the provider, which the page is left for. Rejects with a {@link SignInError} when the provider
   * cannot be asked: the person may still be signed in there, and should be told.
   */
  signOut(): Promise<void>;
}

/**
 * Throws a `TypeError` when the issuer is no safe address, or the redirect address is not of this site.
 *
 * @example
 * const oidc = openId({ issuer, clientId, redirectAddress: '/answer', scope: 'openid portal', storage: () => sessionStorage });
 * await oidc.finish();
 * oidc.tell(connect({ api, mode: 'token', token: oidc.token }));
 * document.addEventListener('ss-sign-in', ({ asked }) => { if (asked) void oidc.signIn(); });
 */
export const openId = (options: OpenIdOptions): OpenId => new BrowserSignIn(options);

class BrowserSignIn implements OpenId {
  readonly token: TokenFunction;
  readonly #provider: Provider;
  readonly #held: Held;
  readonly #memory: Memory;
  readonly #redirect: URL;
  readonly #signedOutAddress: string | undefined;
  readonly #tellOtherTabs: (who: string) => void;
  readonly #told = new Set<Resumable>();
  #window: { readonly popup: Popup; readonly outcome: Promise<boolean> } | undefined;

  constructor({ issuer, clientId, redirectAddress, scope = 'openid', resource, signedOutAddress, storage }: OpenIdOptions) {
    const redirect = URL.parse(redirectAddress, document.baseURI);
    if (redirect?.origin !== window.origin)
      throw new TypeError(`Selvbetjening Elements: "${redirectAddress}" is no page of this site to come back to.`);
    this.#redirect = redirect;
    this.#provider = new Provider({ issuer, clientId, redirectAddress: redirect.href, scope, resource });
    this.#held = new Held(this.#provider);
    this.token = this.#held.token;
    const name = `${issuer} ${clientId}`;
    this.#memory = new Memory(storage, name);
    this.#signedOutAddress = signedOutAddress === undefined ? undefined : new URL(signedOutAddress, document.baseURI).href;
    this.#tellOtherTabs = betweenTabs(name, (who) => {
      // The same person in another tab is no news (F24).
      if (this.#held.who !== '' && this.#held.who !== who) void this.#forget().catch(() => undefined);
    });
  }

  tell(session: Resumable): void {
    this.#told.add(session);
  }

  async signIn({ redirect = false, place = pagePlace() }: SignInOptions = {}): Promise<boolean> {
    // One that has just been closed is noticed a moment later only.
    if (this.#window && !this.#window.popup.isClosed) {
      this.#window.popup.show();
      return this.#window.outcome;
    }
    // Before anything is waited for: later the browser would not open one any more.
    const popup = redirect ? undefined : Popup.open();
    if (!popup) return this.#leave(place);
    const outcome = this.#signInWith(popup).finally(() => {
      if (this.#window?.popup === popup) this.#window = undefined;
      popup.close();
    });
    this.#window = { popup, outcome };
    return outcome;
  }

  async finish(): Promise<string | undefined> {
    const answer = pageAddress();
    const { searchParams } = answer;
    if (!this.#isAnswer(answer) || !['code', 'error', 'state'].some((name) => searchParams.has(name))) return undefined;
    const begun = this.#memory.take(searchParams.get('state'));
    if (!begun) await handOver(answer);
    const place = this.#within(begun?.place ?? '');
    replacePlace(place);
    if (!begun) throw new SignInError('refused');
    await this.#accept(begun, answer);
    return place;
  }

  async signOut(): Promise<void> {
    this.#window?.popup.close();
    this.#tellOtherTabs('');
    const [address] = await Promise.allSettled([this.#provider.signOutAddress(this.#signedOutAddress), this.#forget()]);
    if (address.status === 'rejected') throw signInError(address.reason);
    if (address.value) leaveFor(address.value);
  }

  async #leave(place: string): Promise<false> {
    const { address, attempt } = await this.#begin();
    if (!this.#memory.keep({ ...attempt, place: this.#within(place) })) throw new SignInError('blocked');
    leaveFor(address);
    return false;
  }

  async #signInWith(popup: Popup): Promise<boolean> {
    const { address, attempt } = await this.#begin();
    popup.leadTo(address);
    const answer = await popup.answer();
    return answer !== undefined && this.#accept(attempt, answer);
  }

  async #begin(): Promise<{ address: URL; attempt: Attempt }> {
    try {
      return await this.#provider.begin();
    } catch (error) {
      throw signInError(error);
    }
  }

  /** Takes an answer that fits the attempt, and tells everybody. Tells whether somebody has signed in. */
  async #accept(attempt: Attempt, answer: URL): Promise<boolean> {
    let grant: Grant;
    try {
      if (!this.#isAnswer(answer)) throw new SignInError('refused');
      grant = await this.#provider.finish(attempt, answer);
    } catch (error) {
      if (isDeclined(error)) return false;
      throw signInError(error);
    }
    this.#held.hold(grant);
    this.#tellOtherTabs(grant.who);
    this.#resume();
    return true;
  }

  /** Whether an address is the one that the provider sends people back to. */
  #isAnswer({ origin, pathname }: URL): boolean {
    return origin === this.#redirect.origin && pathname === this.#redirect.pathname;
  }

  /** A place of this site that somebody wants to be at; the page that the answer came to, when it is none. */
  #within(place: string): string {
    return placeWithin(window.origin, place, this.#redirect.pathname);
  }

  /** Forgets who is signed in, at once; resolves when the provider has been told. */
  async #forget(): Promise<void> {
    const refreshToken = this.#held.forget();
    this.#resume();
    if (refreshToken !== undefined) await this.#provider.revoke(refreshToken);
  }

  #resume(): void {
    for (const session of this.#told) session.resume();
  }
}
