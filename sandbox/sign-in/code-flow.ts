/** OpenID Connect's code flow with PKCE, from the side of a site that wants to know who somebody is. */
import * as oauth from 'oauth4webapi';
import type { Registration } from './clients.ts';

/** A sign-in on its way. It is kept on the server, tied to the browser that began it. */
export interface Attempt {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** What comes of a sign-in. */
export interface Outcome {
  readonly personId: string;
  readonly name: string | undefined;
  readonly idToken: string;
  readonly tokens: Tokens | undefined;
}

/** Tokens for the API. */
export interface Tokens {
  readonly accessToken: string;
  /** Seconds. */
  readonly expiresIn: number;
  readonly refreshToken: string;
}

/** Both sites stand on this machine's loopback, where there is no TLS. */
// eslint-disable-next-line @typescript-eslint/no-deprecated -- the library marks it so that it stands out
const loopback = { [oauth.allowInsecureRequests]: true } as const;

/** One site's way to the provider. */
export class CodeFlow {
  readonly #registration: Registration;
  readonly #client: oauth.Client;
  readonly #authentication: oauth.ClientAuth;
  #server: Promise<oauth.AuthorizationServer> | undefined;

  constructor(registration: Registration) {
    this.#registration = registration;
    this.#client = { client_id: registration.clientId, id_token_signed_response_alg: 'ES256' };
    this.#authentication = oauth.ClientSecretBasic(registration.clientSecret);
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
    const address = new URL(server.authorization_endpoint ?? this.#registration.issuer);
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

  /**
   * Ends a sign-in with the address the person came back to.
   *
   * @throws when state, issuer, nonce, code or signature is not what it must be (T18).
   */
  async finish(attempt: Attempt, answer: URL): Promise<Outcome> {
    const server = await this.#discover();
    const checked = oauth.validateAuthResponse(server, this.#client, answer, attempt.state);
    const response = await oauth.authorizationCodeGrantRequest(
      server,
      this.#client,
      this.#authentication,
      checked,
      this.#registration.redirectAddress,
      attempt.verifier,
      { ...loopback, additionalParameters: this.#resource() },
    );
    const token = await oauth.processAuthorizationCodeResponse(server, this.#client, response, {
      expectedNonce: attempt.nonce,
      requireIdToken: true,
    });
    // The connection to the provider is not encrypted here, so the signature is looked at as well.
    await oauth.validateApplicationLevelSignature(server, response, loopback);
    const claims = oauth.getValidatedIdTokenClaims(token);
    if (!claims || token.id_token === undefined) throw new Error('the provider sent no ID token');
    const { name } = claims;
    return { personId: claims.sub, name: typeof name === 'string' ? name : undefined, idToken: token.id_token, tokens: tokensOf(token) };
  }

  /**
   * New tokens for an old refresh token, which is used up by it.
   *
   * @throws an `oauth.ResponseBodyError` with `error: 'invalid_grant'` when the sign-in is over.
   */
  async refresh(refreshToken: string): Promise<Tokens> {
    const server = await this.#discover();
    const options = { ...loopback, additionalParameters: this.#resource() };
    const response = await oauth.refreshTokenGrantRequest(server, this.#client, this.#authentication, refreshToken, options);
    const tokens = tokensOf(await oauth.processRefreshTokenResponse(server, this.#client, response));
    if (!tokens) throw new Error('the provider sent no refresh token');
    return tokens;
  }

  /** Makes a refresh token worthless. */
  async revoke(refreshToken: string): Promise<void> {
    const server = await this.#discover();
    await oauth.processRevocationResponse(
      await oauth.revocationRequest(server, this.#client, this.#authentication, refreshToken, loopback),
    );
  }

  /** Where to go to sign out at the provider as well. */
  async signOutAddress(idToken: string, returnTo: string): Promise<URL> {
    const server = await this.#discover();
    const address = new URL(server.end_session_endpoint ?? this.#registration.issuer);
    address.searchParams.set('id_token_hint', idToken);
    address.searchParams.set('post_logout_redirect_uri', returnTo);
    return address;
  }

  #resource(): Record<string, string> {
    return this.#registration.resource === undefined ? {} : { resource: this.#registration.resource };
  }

  /** The provider's own description, asked for once; a failure is not remembered. */
  #discover(): Promise<oauth.AuthorizationServer> {
    const issuer = new URL(this.#registration.issuer);
    this.#server ??= oauth.discoveryRequest(issuer, loopback).then((response) => oauth.processDiscoveryResponse(issuer, response));
    this.#server.catch(() => {
      this.#server = undefined;
    });
    return this.#server;
  }
}

/** Whether an error says that the sign-in is over, rather than that the provider could not be asked. */
export function isOver(error: unknown): boolean {
  return error instanceof oauth.ResponseBodyError && error.error === 'invalid_grant';
}

function tokensOf(token: oauth.TokenEndpointResponse): Tokens | undefined {
  const { access_token: accessToken, expires_in: expiresIn, refresh_token: refreshToken } = token;
  return refreshToken === undefined || expiresIn === undefined ? undefined : { accessToken, expiresIn, refreshToken };
}
