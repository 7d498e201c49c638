/** The sites and pages that may ask the provider to sign somebody in, and the API they may speak to. */
import type { ClientMetadata } from 'oidc-provider';
import type { SignInSecrets } from './secrets.ts';

/** Where the sites stand, without a slash at the end. */
export interface Origins {
  readonly operator: string;
  readonly partner: string;
}

/** What a token must allow for the API to listen to it. */
export const apiScope = 'selvbetjening';

/** How the provider names itself in tokens (`iss`). */
export function issuerOf(origins: Origins): string {
  return `${origins.operator}/oidc`;
}

/** For whom access tokens are made (`aud`): the API's base address. */
export function apiAddressOf(origins: Origins): string {
  return `${origins.operator}/v1`;
}

/** One site's server as its own sign-in code knows it. */
export interface Registration extends PublicRegistration {
  readonly clientSecret: string;
}

/** One that has no secret: a page, whose code anybody can read. */
export interface PublicRegistration {
  readonly issuer: string;
  readonly clientId: string;
  /** Where the provider sends the person back to; compared letter by letter. */
  readonly redirectAddress: string;
  readonly scope: string;
  /** The API that an access token is wanted for; without it there is none. */
  readonly resource?: string;
}

/** The operator's own site: wants to know who it is, nothing more. */
export function operatorRegistration(origins: Origins, secrets: SignInSecrets): Registration {
  return {
    issuer: issuerOf(origins),
    clientId: 'eksempeltele-site',
    clientSecret: secrets.operatorSecret,
    redirectAddress: `${origins.operator}/log-ind/svar`,
    scope: 'openid',
  };
}

/** The partner's intranet: wants to know who it is, and access tokens for the API, again and again. */
export function partnerRegistration(origins: Origins, secrets: SignInSecrets): Registration {
  return {
    issuer: issuerOf(origins),
    clientId: 'nordlys-intranet',
    clientSecret: secrets.partnerSecret,
    redirectAddress: `${origins.partner}/log-ind/svar`,
    scope: `openid profile ${apiScope}`,
    resource: apiAddressOf(origins),
  };
}

/** The partner's page that signs in by itself, in the browser: wants the same as the intranet. */
export function directRegistration(origins: Origins): PublicRegistration {
  return {
    issuer: issuerOf(origins),
    clientId: 'nordlys-direkte',
    redirectAddress: `${origins.partner}/direkte/svar`,
    scope: `openid profile ${apiScope}`,
    resource: apiAddressOf(origins),
  };
}

/** Whether a page at `origin` may speak to the provider itself as that client: the one that has no server to do it (T11). */
export function mayAskFrom(origins: Origins, origin: string, clientId: string): boolean {
  return origin === origins.partner && clientId === directRegistration(origins).clientId;
}

/** All as the provider knows them. */
export function clientsOf(origins: Origins, secrets: SignInSecrets): ClientMetadata[] {
  const common = {
    id_token_signed_response_alg: 'ES256',
    token_endpoint_auth_method: 'client_secret_basic',
    response_types: ['code'],
  } as const;
  const operator = operatorRegistration(origins, secrets);
  const partner = partnerRegistration(origins, secrets);
  const direct = directRegistration(origins);
  return [
    {
      ...common,
      client_id: operator.clientId,
      client_secret: operator.clientSecret,
      client_name: 'Eksempeltele Erhverv',
      redirect_uris: [operator.redirectAddress],
      grant_types: ['authorization_code'],
    },
    {
      ...common,
      client_id: partner.clientId,
      client_secret: partner.clientSecret,
      client_name: 'Nordlys Eksempel A/S’ intranet',
      redirect_uris: [partner.redirectAddress],
      post_logout_redirect_uris: [`${origins.partner}/`],
      grant_types: ['authorization_code', 'refresh_token'],
    },
    {
      ...common,
      token_endpoint_auth_method: 'none',
      client_id: direct.clientId,
      client_name: 'Nordlys Eksempel A/S’ selvbetjening',
      redirect_uris: [direct.redirectAddress],
      post_logout_redirect_uris: [`${origins.partner}/direkte/`],
      grant_types: ['authorization_code', 'refresh_token'],
    },
  ];
}
