/** The operator's OpenID provider: the library does the protocol, these are our decisions. */
import { errors, Provider } from 'oidc-provider';
import type { Configuration, KoaContextWithOIDC } from 'oidc-provider';
import type { SandboxDatabase } from '../database/database.ts';
import { grantClaim } from './access-token.ts';
import { databaseAdapter } from './adapter.ts';
import { apiAddressOf, apiScope, clientsOf, issuerOf, mayAskFrom } from './clients.ts';
import type { Origins } from './clients.ts';
import { problemPage, signOutPage } from './pages.ts';
import { findPerson } from './people.ts';
import { lockDown } from './policy.ts';
import type { SignInSecrets } from './secrets.ts';

/** How long a sign-in lasts, in seconds: a working day. Refresh tokens end with the session they came from. */
export const signInSeconds = 12 * 60 * 60;

export interface ProviderOptions {
  readonly database: SandboxDatabase;
  readonly origins: Origins;
  readonly secrets: SignInSecrets;
  /** The life of an access token in seconds. */
  readonly tokenSeconds: number;
  /** Somebody has signed out at the provider; the operator's own session in that browser, which sent this `cookie` header, ends too. */
  readonly signedOut: (cookie: string) => Promise<void>;
}

/** Makes the provider. Mount its `callback()` under the path of the issuer. */
export function createProvider(options: ProviderOptions): Provider {
  const { database, origins, secrets } = options;
  const provider = new Provider(issuerOf(origins), {
    adapter: databaseAdapter(database),
    clients: clientsOf(origins, secrets),
    jwks: { keys: [secrets.signingKey] },
    cookies: { keys: [secrets.cookieKey], long: { httpOnly: true, sameSite: 'lax' }, short: { httpOnly: true, sameSite: 'lax' } },
    scopes: ['openid'],
    claims: { openid: ['sub'], profile: ['name'] },
    conformIdTokenClaims: false,
    enabledJWA: { idTokenSigningAlgValues: ['ES256'] },
    responseTypes: ['code'],
    pkce: { required: () => true },
    clientBasedCORS: (_context, origin, client) => mayAskFrom(origins, origin, client.clientId),
    async findAccount(_context, id) {
      const person = await findPerson(database, id);
      return person && { accountId: person.id, claims: () => ({ sub: person.id, name: person.name }) };
    },
    interactions: { url: (_context, interaction) => `/log-ind/${interaction.uid}` },
    loadExistingGrant: (context) => existingGrant(context, origins),
    // No offline_access: a refresh token lives as long as the sign-in at the operator does. Whoever signs out there is out everywhere.
    // Lets the API see whether the sign-in that a token came from has ended since.
    extraTokenClaims: (_context, token) => ('grantId' in token ? { [grantClaim]: token.grantId } : undefined),
    issueRefreshToken: (_context, client) => Promise.resolve(client.grantTypeAllowed('refresh_token')),
    rotateRefreshToken: true,
    ttl: {
      AccessToken: options.tokenSeconds,
      AuthorizationCode: 60,
      Grant: signInSeconds,
      IdToken: 3600,
      Interaction: 3600,
      RefreshToken: signInSeconds,
      Session: signInSeconds,
    },
    features: features(options),
    renderError: async (context, out) => {
      context.type = 'html';
      lockDown(context.res);
      context.body = String(await problemPage(out.error));
    },
  });
  provider.use(async (context, next) => {
    await next();
    const { oidc } = context as Partial<KoaContextWithOIDC>;
    if (oidc?.route === 'end_session_confirm' && oidc.params?.['logout']) await options.signedOut(context.get('cookie'));
  });
  return provider;
}

function features({ origins, tokenSeconds }: ProviderOptions): NonNullable<Configuration['features']> {
  return {
    devInteractions: { enabled: false },
    pushedAuthorizationRequests: { enabled: false },
    dPoP: { enabled: false },
    revocation: { enabled: true, allowedPolicy: (_context, client, token) => Promise.resolve(token.clientId === client.clientId) },
    resourceIndicators: {
      enabled: true,
      getResourceServerInfo: (_context, resource) => {
        if (resource !== apiAddressOf(origins)) return Promise.reject(new errors.InvalidTarget('no such API'));
        return Promise.resolve({
          scope: apiScope,
          audience: resource,
          accessTokenFormat: 'jwt',
          accessTokenTTL: tokenSeconds,
          jwt: { sign: { alg: 'ES256' } },
        });
      },
    },
    rpInitiatedLogout: {
      enabled: true,
      logoutSource: async (context, form) => {
        context.type = 'html';
        lockDown(context.res, [origins.partner]);
        context.body = String(await signOutPage(form, context.oidc.client?.clientName));
      },
      postLogoutSuccessSource: (context) => {
        context.redirect('/');
      },
    },
  };
}

/** The sites have an agreement with the operator, so nobody is asked whether they may know what that agreement says. */
async function existingGrant(context: KoaContextWithOIDC, origins: Origins) {
  const { client, session, provider } = context.oidc;
  if (!client || !session?.accountId) return undefined;
  const known = session.grantIdFor(client.clientId);
  const grant = known === undefined ? undefined : await provider.Grant.find(known);
  if (grant) return grant;
  const fresh = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  fresh.addOIDCScope('openid profile');
  fresh.addResourceScope(apiAddressOf(origins), apiScope);
  await fresh.save();
  return fresh;
}
