/** The keys and passwords of the provider. They live in the database: after a restart every cookie and token is still good. */
import { eq } from 'drizzle-orm';
import { calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose';
import type { JWK } from 'jose';
import type { SandboxDatabase } from '../database/database.ts';
import { secretId } from './random.ts';
import { signInSecret } from './tables.ts';

/** What the provider and its clients need to trust each other. */
export interface SignInSecrets {
  /** ES256, private; `kid` is the thumbprint. */
  readonly signingKey: JWK & { kid: string };
  readonly cookieKey: string;
  readonly operatorSecret: string;
  readonly partnerSecret: string;
}

/** Reads the secrets, making those that are missing. Instances that start at the same moment end up with the same ones. */
export async function signInSecrets(database: SandboxDatabase): Promise<SignInSecrets> {
  return {
    signingKey: await keep(database, 'signing-key', newSigningKey),
    cookieKey: await keep(database, 'cookie-key', secretId),
    operatorSecret: await keep(database, 'client-secret-operator', secretId),
    partnerSecret: await keep(database, 'client-secret-partner', secretId),
  };
}

async function newSigningKey(): Promise<JWK & { kid: string }> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = await exportJWK(privateKey);
  return { ...jwk, kid: await calculateJwkThumbprint(jwk), alg: 'ES256', use: 'sig' };
}

/** The value of that name; `make` is used only where there is none, and the first to write it wins. */
async function keep<T>(database: SandboxDatabase, name: string, make: () => T | Promise<T>): Promise<T> {
  const read = () => database.db.select({ value: signInSecret.value }).from(signInSecret).where(eq(signInSecret.name, name));
  const [known] = await read();
  if (known) return known.value as T;
  await database.db
    .insert(signInSecret)
    .values({ name, value: await make() })
    .onConflictDoNothing();
  const [kept] = await read();
  if (!kept) throw new Error(`the secret ${name} could not be kept`);
  return kept.value as T;
}
