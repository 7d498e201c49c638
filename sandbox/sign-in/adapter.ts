/** Where the provider library keeps its things: one table, so that a restart signs nobody out. */
import { and, eq, isNull, lt } from 'drizzle-orm';
import { errors } from 'oidc-provider';
import type { Adapter, AdapterConstructor, AdapterPayload } from 'oidc-provider';
import type { SandboxDatabase } from '../database/database.ts';
import { hashOf } from './random.ts';
import { oidcItem } from './tables.ts';

/** Kept under a hash: whoever reads the table must not be able to use what stands there. */
const bearerModels = new Set(['AuthorizationCode', 'RefreshToken', 'AccessToken']);

/** An adapter class for `new Provider(…, { adapter })` over this database. */
export function databaseAdapter(database: SandboxDatabase): AdapterConstructor {
  const { db } = database;
  return class DatabaseAdapter implements Adapter {
    readonly #model: string;

    constructor(model: string) {
      this.#model = model;
    }

    async upsert(id: string, payload: AdapterPayload, expiresIn?: number): Promise<void> {
      // The id is left out of what is stored and put back by find(), otherwise hashing it would be in vain.
      const kept: Record<string, unknown> = { ...payload };
      if (bearerModels.has(this.#model)) delete kept['jti'];
      const values = {
        payload: kept,
        grantId: payload.grantId ?? null,
        uid: payload.uid ?? null,
        // The provider judges for itself what has expired; this moment is for tidying up.
        expiresAt: expiresIn ? new Date(Date.now() + expiresIn * 1000) : null,
      };
      await db
        .insert(oidcItem)
        .values({ model: this.#model, id: this.#key(id), ...values })
        .onConflictDoUpdate({ target: [oidcItem.model, oidcItem.id], set: values });
    }

    async find(id: string): Promise<AdapterPayload | undefined> {
      const payload = await this.#first(eq(oidcItem.id, this.#key(id)));
      return payload && bearerModels.has(this.#model) ? { ...payload, jti: id } : payload;
    }

    findByUid(uid: string): Promise<AdapterPayload | undefined> {
      return this.#first(eq(oidcItem.uid, uid));
    }

    /** There are no devices with user codes here. */
    findByUserCode(): Promise<undefined> {
      return Promise.resolve(undefined);
    }

    /** Exactly one caller consumes a thing: two that come at the same moment with one code or refresh token must not both win (T18). */
    async consume(id: string): Promise<void> {
      const consumed = await db
        .update(oidcItem)
        .set({ consumedAt: new Date() })
        .where(and(this.#is(id), isNull(oidcItem.consumedAt)))
        .returning({ id: oidcItem.id });
      if (consumed.length === 0) throw new errors.InvalidGrant('already used');
    }

    async destroy(id: string): Promise<void> {
      await db.delete(oidcItem).where(this.#is(id));
    }

    async revokeByGrantId(grantId: string): Promise<void> {
      await db.delete(oidcItem).where(and(eq(oidcItem.model, this.#model), eq(oidcItem.grantId, grantId)));
    }

    /** PostgreSQL takes no text with a NUL in it; such an id, which somebody made up, becomes one that nothing has. */
    #key(id: string): string {
      return bearerModels.has(this.#model) || id.includes('\0') ? hashOf(id) : id;
    }

    #is(id: string) {
      return and(eq(oidcItem.model, this.#model), eq(oidcItem.id, this.#key(id)));
    }

    async #first(condition: ReturnType<typeof eq>): Promise<AdapterPayload | undefined> {
      const [item] = await db
        .select({ payload: oidcItem.payload, consumedAt: oidcItem.consumedAt })
        .from(oidcItem)
        .where(and(eq(oidcItem.model, this.#model), condition));
      if (!item) return undefined;
      return item.consumedAt ? { ...item.payload, consumed: Math.floor(item.consumedAt.getTime() / 1000) } : item.payload;
    }
  };
}

/** Whether somebody's agreement with a site still holds; signing out ends it. */
export async function grantLives(database: SandboxDatabase, id: string): Promise<boolean> {
  const found = await database.db
    .select({ expiresAt: oidcItem.expiresAt })
    .from(oidcItem)
    .where(and(eq(oidcItem.model, 'Grant'), eq(oidcItem.id, id)));
  return found.some(({ expiresAt }) => expiresAt === null || expiresAt.getTime() > Date.now());
}

/** Removes what has expired. */
export async function tidyProvider(database: SandboxDatabase): Promise<void> {
  await database.db.delete(oidcItem).where(lt(oidcItem.expiresAt, new Date()));
}
