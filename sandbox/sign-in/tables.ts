/** The tables of `migration.ts`, for queries. */
import { integer, json, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

const moment = (column: string) => timestamp(column, { withTimezone: true });

/** Keys and client secrets, made once and shared by every instance on the same database. */
export const signInSecret = pgTable('sign_in_secret', {
  name: text().primaryKey(),
  value: jsonb().$type<unknown>().notNull(),
});

/** Whatever the provider library wants kept: grants, sessions, codes, refresh tokens. */
export const oidcItem = pgTable(
  'oidc_item',
  {
    model: text().notNull(),
    id: text().notNull(),
    payload: json().$type<Record<string, unknown>>().notNull(),
    grantId: text('grant_id'),
    uid: text(),
    consumedAt: moment('consumed_at'),
    expiresAt: moment('expires_at'),
  },
  (table) => [primaryKey({ columns: [table.model, table.id] })],
);

/** A sign-in that the operator's site has begun and that has not come back yet. */
export const siteSignIn = pgTable('site_sign_in', {
  stateHash: text('state_hash').primaryKey(),
  browserHash: text('browser_hash').notNull(),
  nonce: text().notNull(),
  verifier: text().notNull(),
  returnTo: text('return_to').notNull(),
  expiresAt: moment('expires_at').notNull(),
});

/** Who is signed in on the operator's site; the cookie holds what `id_hash` is the hash of. */
export const siteSession = pgTable('site_session', {
  idHash: text('id_hash').primaryKey(),
  personId: text('person_id').notNull(),
  expiresAt: moment('expires_at').notNull(),
});

/** Wrong passwords for one name since a moment. */
export const wrongPassword = pgTable('wrong_password', {
  nameHash: text('name_hash').primaryKey(),
  attempts: integer().notNull(),
  since: moment('since').notNull(),
});
