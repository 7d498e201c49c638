/** The sandbox in a browser: the API over a copy of a snapshot in memory, and nothing made for a server. */
import { sql } from 'drizzle-orm';
import { createApp } from './app.ts';
import { createClock } from './clock.ts';
import { rowsOf } from './database/database.ts';
import { idOf } from './database/example-keys.ts';
import { openMemory } from './database/memory.ts';
import { insertRows } from './database/seed/rows.ts';
import { startWorks } from './works.ts';

/** The business day a snapshot is made for and a browser's sandbox begins on: the one the example data were written for. */
export const snapshotDay = '2026-11-22';

/** How long each step of an order takes, milliseconds: so long that it is seen, so short that nobody waits. */
const pace = 400;

export interface BrowserSandbox {
  /** Answers in process. `Authorization: Bearer maja` is the sample person of that key; rejects when the request is aborted. */
  readonly fetch: typeof fetch;
  /** The id of an example by its key, `company` and `c1`. Rejects when there is none. */
  id(kind: Parameters<typeof idOf>[1], key: string): Promise<string>;
  /** Takes a company from a person, both by key; what it resolves to gives the company back. */
  withdraw(person: string, company: string): Promise<() => Promise<void>>;
}

/** Opens a sandbox over a copy of a snapshot. What goes wrong inside is printed. */
export async function openBrowserSandbox(snapshot: Blob): Promise<BrowserSandbox> {
  const database = await openMemory(snapshot);
  const clock = createClock(snapshotDay);
  // Whoever only reads is not disturbed by works that have nothing to do.
  let working = false;
  const work = (request: Request) => {
    if (working || request.method !== 'POST' || !new URL(request.url).pathname.endsWith('/orders')) return;
    working = true;
    const fault = (error: unknown) => {
      console.error(error);
    };
    startWorks({ database, clock, pace, fault });
  };
  const app = createApp({
    database,
    clock,
    async identify(request) {
      const key = /^Bearer (\w+)$/.exec(request.headers.get('authorization') ?? '')?.[1];
      const [person] = await rowsOf<{ id: string }>(database.db, sql`select id from person where key = ${key ?? null}`);
      return person === undefined ? null : { personId: person.id, via: 'token' };
    },
    allowedOrigins: [],
    ownOrigins: [],
    fault: (requestId, error) => {
      console.error(requestId, error);
    },
  });
  return {
    // The app itself does not look at the signal.
    fetch: (...call) => {
      const request = new Request(...call);
      work(request);
      return new Promise((resolve, reject) => {
        const stop = () => {
          reject(request.signal.reason as Error);
        };
        if (request.signal.aborted) {
          stop();
          return;
        }
        request.signal.addEventListener('abort', stop, { once: true });
        app.fetch(request).then(resolve, reject);
      });
    },
    id: (kind, key) => idOf(database, kind, key),
    async withdraw(person, company) {
      const [personId, companyId] = [await idOf(database, 'person', person), await idOf(database, 'company', company)];
      const taken = await rowsOf<object>(
        database.db,
        sql`delete from membership where person_id = ${personId} and company_id = ${companyId} returning *`,
      );
      return () => insertRows(database.db, 'membership', taken);
    },
  };
}
