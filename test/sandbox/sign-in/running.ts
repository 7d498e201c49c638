/** Both sites, running for a test file, on a database of their own. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe } from 'node:test';
import { openDatabase } from '../../../sandbox/database/database.ts';
import type { SandboxDatabase } from '../../../sandbox/database/database.ts';
import { seed } from '../../../sandbox/database/seed.ts';
import { MovableClock } from '../../../sandbox/movable-clock.ts';
import { startSandbox } from '../../../sandbox/servers.ts';
import type { Sandbox, SandboxOptions } from '../../../sandbox/servers.ts';
import { startPostgres } from '../../../scripts/postgres.ts';
import type { Postgres } from '../../../scripts/postgres.ts';
import { checkedFetch } from '../checked.ts';

const today = '2026-11-22';

/** The e-mail address of the ordinary administrator. */
export const maja = 'maja.holm@nordlys.example';

export interface Running extends Sandbox {
  readonly database: SandboxDatabase;
  /** The partner's folder. */
  readonly folder: string;
  /** Ends everything and starts it again at the same addresses, on what was kept. */
  restart(): Promise<void>;
}

/** Runs a suite against both sites on one engine; PGlite lives in a folder. The suite is called before they are there. */
export function onEngine(kind: SandboxDatabase['kind'], suite: (running: () => Running) => void): void {
  describe(`on ${kind}`, () => {
    let running: Running | undefined;
    let server: Postgres | undefined;
    let folder = '';
    before(async () => {
      folder = await mkdtemp(path.join(tmpdir(), 'sign-in-'));
      server = kind === 'postgres' ? await startPostgres() : undefined;
      running = await run(server ? { url: server.url } : { folder: path.join(folder, 'pg') }, path.join(folder, 'partner'));
    });
    after(async () => {
      await running?.stop();
      await server?.stop();
      await rm(folder, { recursive: true, force: true });
    });
    suite(() => {
      if (running === undefined) throw new Error('The sites are not there before the tests run.');
      return running;
    });
  });
}

/** The same on both. */
export function onBothEngines(suite: (running: () => Running) => void): void {
  for (const kind of ['pglite', 'postgres'] as const) onEngine(kind, suite);
}

async function run(place: { url: string } | { folder: string }, folder: string): Promise<Running> {
  const start = async (ports: Pick<SandboxOptions, 'operatorPort' | 'partnerPort'>) => {
    const database = await openDatabase(place);
    await seed(database, { today, users: 10, months: 3 });
    // Every answer of the API is held against the contract.
    const clock = await MovableClock.open(database, today);
    const fault: SandboxOptions['fault'] = (_id, error) => {
      console.error(error);
    };
    const options = { database, clock, partnerFolder: folder, wrapFetch: checkedFetch, fault, ...ports };
    return { database, sandbox: await startSandbox(options) };
  };
  let now = await start({});
  const { operator, partner } = now.sandbox;
  const stop = async () => {
    await now.sandbox.stop();
    await now.database.close();
  };
  return {
    operator,
    partner,
    folder,
    get database() {
      return now.database;
    },
    stop,
    async restart() {
      await stop();
      now = await start({ operatorPort: Number(new URL(operator).port), partnerPort: Number(new URL(partner).port) });
    },
  };
}
