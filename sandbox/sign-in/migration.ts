/**
 * The tables behind signing in: what the OpenID provider remembers, the secrets it signs with, and the sessions of the
 * operator's own site. `tables.ts` names the same columns for queries.
 *
 * Requests of the API run as the role `app`; they have no business here and are given no right to these tables.
 */
export const signInMigration: { name: string; sql: string } = {
  name: 'sign-in',
  sql: `
    create table sign_in_secret (
      name text primary key,
      value jsonb not null
    );

    create table oidc_item (
      model text not null,
      id text not null,
      -- Not jsonb, which takes no NUL: it holds parameters as somebody sent them.
      payload json not null,
      grant_id text,
      uid text,
      consumed_at timestamptz,
      expires_at timestamptz,
      primary key (model, id)
    );
    create index oidc_item_grant on oidc_item (grant_id) where grant_id is not null;
    create index oidc_item_uid on oidc_item (model, uid) where uid is not null;
    create index oidc_item_expiry on oidc_item (expires_at);

    create table site_sign_in (
      state_hash text primary key,
      browser_hash text not null,
      nonce text not null,
      verifier text not null,
      return_to text not null,
      expires_at timestamptz not null
    );

    create table site_session (
      id_hash text primary key,
      person_id text not null,
      expires_at timestamptz not null
    );

    create table wrong_password (
      name_hash text primary key,
      attempts integer not null,
      since timestamptz not null
    );
  `,
};
