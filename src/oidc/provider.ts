/** The provider, as a public client without a secret speaks to it: authorization code with PKCE, by the library. */
import * as oauth from 'oauth4webapi';
import type { Attempt } from './attempt.ts';
import { isLoopback, safeAddress } from './safe-addresses.ts';

export interface Registration {
  readonly issuer: string;
  readonly clientId: string;
  readonly redirectAddress: string;
  readonly scope: string;
  readonly resource: string | undefined;
}

/** What came of a sign-in, in memory only. */
export interface Grant {
  /** The person's id at the provider (`sub`). */
  readonly who: string;
  readonly accessToken: string;
  /** Seconds, as the provider counted them when it was given. */
  readonly life: number;
  /** By this device's clock, in milliseconds. */
  readonly givenAt: number;
  readonly refreshToken: string | undefined;
}

/**
 * How far this device's clock may be from the provider's. Seconds: a day, and the width of the time zones that a clock may be set wrong by (F27).
 * The ID token comes straight from the provider, for a code that is good for moments, with a nonce that was made for this sign-in: its times
 * say nothing that these do not, and would keep out whoever's clock is wrong.
 */
const clockTolerance = 38 * 60 * 60;

/** A provider that says nothing is taken to mean this. Seconds; one that meant less refuses the token, and it is renewed then. */
const usualLife = 300;

/** Milliseconds. */
const giveUp = 30_000;
const giveUpLeaving = 3_000;

export class Provider {
  readonly #registration: Registration;
  readonly #issuer: URL;
  readonly #client: oauth.Client;
  #server: Promise<oauth.AuthorizationServer> | undefined;

  /** Throws a `TypeError` when the issuer is no address that a person may be sent to. */
  constructor(registration: Registration) {
    this.#registration = registration;
    this.#issuer = safeAddress(registration.issuer, 'the issuer');
    this.#client = { client_id: registration.clientId, [oauth.clockTolerance]: clockTolerance };
  }

  /** Begins a sign-in. */
  async begin(): Promise<{ address: URL; attempt: Attempt }> {
    const server = await this.#discover();
    const { clientId, redirectAddress, scope } = this.#registration;
    const attempt = {
      state: oauth.generateRandomState(),
      nonce: oauth.generateRandomNonce(),
      verifier: oauth.generateRandomCodeVerifier(),
    };
    const address = safeAddress(server.authorization_endpoint, 'signing in');
    const parameters = {
      response_type: 'code',
      client_id: clientId,
      redirect_uri: redirectAddress,
      scope,
      state: attempt.state,
      nonce: attempt.nonce,
      code_challenge: await oauth.calculatePKCECodeChallenge(attempt.verifier),
      code_challenge_method: 'S256',
      ...this.#resource(),
    };
    for (const [name, value] of Object.entries(parameters)) address.searchParams.set(name, value);
    return { address, attempt };
  }

  /** Ends a sign-in with the address that was come back to. Throws when state, issuer, nonce, code, audience or signature is not what it must be (T18). */
  async finish(attempt: Attempt, answer: URL): Promise<Grant> {
    const server = await this.#discover();
    const response = await oauth.authorizationCodeGrantRequest(
      server,
      this.#client,
      oauth.None(),
      oauth.validateAuthResponse(server, this.#client, answer, attempt.state),
      this.#registration.redirectAddress,
      attempt.verifier,
      { ...this.#options(), additionalParameters: this.#resource() },
    );
    const token = await oauth.processAuthorizationCodeResponse(server, this.#client, response, {
      expectedNonce: attempt.nonce,
      requireIdToken: true,
    });
    await oauth.validateApplicationLevelSignature(server, response, this.#options());
    return grantOf(token, oauth.getValidatedIdTokenClaims(token)?.sub ?? '', undefined);
  }

  /** New tokens for a refresh token, which may be used up by it. */
  async refresh(grant: Grant, refreshToken: string): Promise<Grant> {
    const server = await this.#discover();
    const options = { ...this.#options(), additionalParameters: this.#resource() };
    const response = await oauth.refreshTokenGrantRequest(server, this.#client, oauth.None(), refreshToken, options);
    const token = await oauth.processRefreshTokenResponse(server, this.#client, response);
    return grantOf(token, oauth.getValidatedIdTokenClaims(token)?.sub ?? grant.who, refreshToken);
  }

  /** Makes a refresh token worthless, where the provider offers that. */
  async revoke(refreshToken: string): Promise<void> {
    const server = await this.#discover();
    if (!server.revocation_endpoint) return;
    const response = await oauth.revocationRequest(server, this.#client, oauth.None(), refreshToken, this.#options(giveUpLeaving));
    await oauth.processRevocationResponse(response);
  }

  /** Where to go to sign out at the provider as well, if it has such a place. Its `id_token_hint` would be a token in an address (T08). */
  async signOutAddress(returnTo: string | undefined): Promise<URL | undefined> {
    const { end_session_endpoint: place } = await this.#discover();
    if (!place) return undefined;
    const address = safeAddress(place, 'signing out');
    address.searchParams.set('client_id', this.#registration.clientId);
    if (returnTo !== undefined) address.searchParams.set('post_logout_redirect_uri', returnTo);
    return address;
  }

  #resource(): Record<string, string> {
    const { resource } = this.#registration;
    return resource === undefined ? {} : { resource };
  }

  #options(patience = giveUp) {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the library marks it so that it stands out; on this machine there is no TLS
    return { signal: AbortSignal.timeout(patience), [oauth.allowInsecureRequests]: isLoopback(this.#issuer) };
  }

  /** The provider's own description, asked for once; a failure is not remembered. */
  #discover(): Promise<oauth.AuthorizationServer> {
    const issuer = this.#issuer;
    this.#server ??= oauth.discoveryRequest(issuer, this.#options()).then((response) => oauth.processDiscoveryResponse(issuer, response));
    this.#server.catch(() => {
      this.#server = undefined;
    });
    return this.#server;
  }
}

/** Whether an error says that the sign-in is over, rather than that the provider could not be asked. */
export const isOver = (error: unknown): boolean => error instanceof oauth.ResponseBodyError && error.error === 'invalid_grant';

/** Whether an error says that the person did not want to, at the provider. */
export const isDeclined = (error: unknown): boolean => error instanceof oauth.AuthorizationResponseError && error.error === 'access_denied';

const grantOf = (token: oauth.TokenEndpointResponse, who: string, former: string | undefined): Grant => ({
  who,
  accessToken: token.access_token,
  life: token.expires_in ?? usualLife,
  givenAt: Date.now(),
  refreshToken: token.refresh_token ?? former,
});
