/** The sandbox of the element tests: in memory, on a fixed day, signed in by naming a sample person, orders carried out at a quick pace. */
import { createApp } from '../sandbox/app.ts';
import { createClock } from '../sandbox/clock.ts';
import { openDatabase } from '../sandbox/database/database.ts';
import { idOf } from '../sandbox/database/example-keys.ts';
import { seed } from '../sandbox/database/seed.ts';
import { startWorks } from '../sandbox/works.ts';

/** The day that the example data were written for. */
const today = '2026-11-22';

export interface TestSandbox {
  fetch(request: Request): Promise<Response>;
  close(): Promise<void>;
}

/**
 * Opens the sandbox. `Authorization: Bearer maja` is the sample person of that key, and so on for all of them;
 * anything else is nobody. What goes wrong inside is printed.
 */
export async function openTestSandbox(): Promise<TestSandbox> {
  const database = await openDatabase({});
  await seed(database, { today, months: 3 });
  const clock = createClock(today);
  const app = createApp({
    database,
    clock,
    async identify(request) {
      const key = /^Bearer (\w+)$/.exec(request.headers.get('authorization') ?? '')?.[1];
      // Whoever is not among the example people is nobody.
      const personId = key && (await idOf(database, 'person', key).catch(() => undefined));
      return personId ? { personId, via: 'token' } : null;
    },
    allowedOrigins: [],
    ownOrigins: [],
    limits: { burst: 100_000, perSecond: 10_000 }, // a few sample people do what thousands do
    fault: (requestId, error) => {
      console.error(requestId, error);
    },
  });
  const works = startWorks({
    database,
    clock,
    pace: 100, // what is ordered is seen to come about, and nobody waits for it
    fault: (error) => {
      console.error(error);
    },
  });
  return {
    fetch: (request) => app.fetch(request),
    async close() {
      await works.stop();
      await database.close();
    },
  };
}
