/** A seeded sandbox on each engine, and ways to ask it. */
import { after, before, describe } from 'node:test';
import { sql } from 'drizzle-orm';
import { createApp, type AppOptions } from '../../sandbox/app.ts';
import { createClock } from '../../sandbox/clock.ts';
import { openDatabase, rowsOf, type SandboxDatabase } from '../../sandbox/database/database.ts';
import { idOf } from '../../sandbox/database/example-keys.ts';
import { seed } from '../../sandbox/database/seed.ts';
import { startPostgres, type Postgres } from '../../scripts/postgres.ts';
import { checkedFetch } from './checked.ts';

/** The day every sandbox of the tests stands on. */
export const today = '2026-11-22';

export const own = 'http://localhost:4100';
export const partner = 'http://127.0.0.1:4200';

/** What a test asks with; `as` is the key of a sample sign-in, `maja` if nothing is said, null for nobody. */
export interface Question {
  readonly as?: string | null;
  readonly method?: string;
  readonly headers?: Record<string, string>;
  /** Sent as JSON. */
  readonly json?: unknown;
  /** Sent as it is. */
  readonly body?: BodyInit;
}

export interface Answer<Body> {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: Body;
}

/** One sandbox. Every answer it gives is held against the contract. */
export class Sandbox {
  readonly database: SandboxDatabase;
  readonly fetch: (request: Request) => Promise<Response>;

  constructor(database: SandboxDatabase, options: Partial<AppOptions> = {}) {
    this.database = database;
    const identify: AppOptions['identify'] = async ({ headers }) => {
      const via = headers.has('cookie') ? 'cookie' : 'token';
      const key = (headers.get('authorization') ?? headers.get('cookie'))?.replace(/^(Bearer |session=)/, '');
      const [person] = await rowsOf<{ id: string }>(database.db, sql`select id from person where key = ${key ?? null}`);
      return person === undefined ? null : { personId: person.id, via };
    };
    const limits = { burst: 100_000, perSecond: 100_000 };
    const fault = (_id: string, error: unknown) => {
      console.error(error);
    };
    const defaults = { database, clock: createClock(today), identify, limits, fault, allowedOrigins: [partner], ownOrigins: [own] };
    this.fetch = checkedFetch((request) => app.fetch(request));
    const app = createApp({ ...defaults, ...options });
  }

  /** Asks an address below the base, as somebody with a token unless the question brings a cookie. */
  async ask<Body = unknown>(path: string, question: Question = {}): Promise<Answer<Body>> {
    const { as = 'maja', json, body = json === undefined ? undefined : JSON.stringify(json) } = question;
    const method = question.method ?? (body === undefined ? 'GET' : 'POST');
    const headers = new Headers(question.headers);
    if (as !== null && !headers.has('cookie')) headers.set('authorization', `Bearer ${as}`);
    if (json !== undefined && !headers.has('content-type')) headers.set('content-type', 'application/json');
    const init = { method, headers, ...(body !== undefined && { body, duplex: 'half' }) };
    const response = await this.fetch(new Request(`${own}/v1${path}`, init));
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, body: (text === '' ? null : JSON.parse(text)) as Body };
  }

  /** The id of an example by its key. */
  id(kind: Parameters<typeof idOf>[1], key: string): Promise<string> {
    return idOf(this.database, kind, key);
  }
}

/**
 * Runs a suite on PGlite and on PostgreSQL, each with the example data; c7 has forty users. The suite is called before the
 * sandbox is there, so it takes a function that gives it.
 */
export function onBothEngines(suite: (sandbox: () => Sandbox, kind: SandboxDatabase['kind']) => void): void {
  for (const kind of ['pglite', 'postgres'] as const) {
    onEngine(kind, (sandbox) => {
      suite(sandbox, kind);
    });
  }
}

/** The same on one of them, where the engine makes no difference. */
export function onEngine(kind: SandboxDatabase['kind'], suite: (sandbox: () => Sandbox) => void): void {
  describe(`on ${kind}`, () => {
    let sandbox: Sandbox | undefined;
    let server: Postgres | undefined;
    before(async () => {
      server = kind === 'postgres' ? await startPostgres() : undefined;
      const database = await openDatabase(server === undefined ? {} : { url: server.url });
      await seed(database, { today, users: 40, months: 3 });
      sandbox = new Sandbox(database);
    });
    after(async () => {
      await sandbox?.database.close();
      await server?.stop();
    });
    suite(() => {
      if (sandbox === undefined) throw new Error('The sandbox is not there before the tests run.');
      return sandbox;
    });
  });
}
