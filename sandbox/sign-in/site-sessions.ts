/** Who is signed in on the operator's own site: sessions in the database, known to the browser by a cookie. */
import { eq, lt } from 'drizzle-orm';
import { parse } from 'hono/utils/cookie';
import type { SandboxDatabase } from '../database/database.ts';
import { signInSeconds } from './provider.ts';
import { hashOf, secretId } from './random.ts';
import { sessionCookie } from './session-cookie.ts';
import { siteSession } from './tables.ts';

/** A session that was found. */
export interface SiteSession {
  readonly personId: string;
  /** What the cookie holds: nobody but the browser and this request knows it. */
  readonly secret: string;
}

/** Opens, finds and closes sessions. The database holds a hash; whoever reads it cannot sign in with it. */
export class SiteSessions {
  readonly #database: SandboxDatabase;

  constructor(database: SandboxDatabase) {
    this.#database = database;
  }

  /** @returns what the cookie is to hold: never a value the browser sent, so nobody can be given a session prepared by another (T18). */
  async open(personId: string): Promise<string> {
    const secret = secretId();
    const expiresAt = new Date(Date.now() + signInSeconds * 1000);
    await this.#database.db.insert(siteSession).values({ idHash: hashOf(secret), personId, expiresAt });
    return secret;
  }

  /** The session of a `cookie` header. */
  async find(cookies: string): Promise<SiteSession | null> {
    const secret = secretIn(cookies);
    if (secret === undefined) return null;
    const [found] = await this.#database.db
      .select()
      .from(siteSession)
      .where(eq(siteSession.idHash, hashOf(secret)));
    return found && found.expiresAt.getTime() > Date.now() ? { personId: found.personId, secret } : null;
  }

  /** Ends the session of a `cookie` header, if there is one. */
  async close(cookies: string): Promise<void> {
    const secret = secretIn(cookies);
    if (secret !== undefined) await this.#database.db.delete(siteSession).where(eq(siteSession.idHash, hashOf(secret)));
  }

  /** Removes what has expired. */
  async tidy(): Promise<void> {
    await this.#database.db.delete(siteSession).where(lt(siteSession.expiresAt, new Date()));
  }
}

const secretIn = (cookies: string): string | undefined => parse(cookies, sessionCookie)[sessionCookie];
