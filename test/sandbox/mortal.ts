/**
 * A process that does the works or answers one request, and dies at a commit, right before it or right after. What it is to do is told as
 * JSON in its one argument.
 */
import { writeSync } from 'node:fs';
import { closeMonth } from '../../sandbox/billing/close-month.ts';
import { settle } from '../../sandbox/billing/settle.ts';
import { createClock } from '../../sandbox/clock.ts';
import { openDatabase, type Place, type SandboxDatabase } from '../../sandbox/database/database.ts';
import { work } from '../../sandbox/orders/worker.ts';
import { change } from './changing.ts';
import { Sandbox } from './engines.ts';

/** When to die: at which commit, counted from 1, and on which side of it. */
export interface Death {
  readonly commit: number;
  readonly side: 'before' | 'after';
}

export interface Told {
  readonly place: Place;
  readonly death: Death;
  /** The business days to work on, until nothing is due. */
  readonly days?: readonly string[];
  /** Whether months are closed and invoices are paid on those days too. */
  readonly invoices?: boolean;
  /** A change to ask for. */
  readonly asked?: { readonly path: string; readonly method: string; readonly key: string; readonly json?: unknown };
}

/** The same database, with which the process dies at one of its commits. */
function deadly(database: SandboxDatabase, { commit, side }: Death): SandboxDatabase {
  let begun = 0;
  const die = async () => {
    writeSync(process.stdout.fd, doing);
    process.kill(process.pid, 'SIGKILL');
    await new Promise(() => {}); // nothing more is done, however long the signal takes
  };
  const db = new Proxy(database.db, {
    get(real, name) {
      if (name !== 'transaction') return Reflect.get(real, name) as unknown;
      return async (act: (transaction: typeof real) => Promise<unknown>, config: object) => {
        const last = ++begun === commit;
        const result = await real.transaction(async (transaction) => {
          const answer = await act(transaction);
          if (last && side === 'before') await die();
          return answer;
        }, config);
        if (last) await die();
        return result;
      };
    },
  });
  return { ...database, db };
}

/** What it was at when it died: told on its standard output. */
let doing: 'work' | 'close' | 'settle' | '' = '';

const { place, death, days = [], invoices = false, asked } = JSON.parse(process.argv[2] ?? '') as Told;
const opened = await openDatabase(place);
const database = deadly(opened, death);
if (asked !== undefined) {
  const { path, ...question } = asked;
  await change(new Sandbox(database), path, question);
}
for (const day of days) {
  doing = 'work';
  while (await work(database, createClock(day), { pace: 0 }));
  if (!invoices) continue;
  doing = 'close';
  while (await closeMonth(database, createClock(day)));
  doing = 'settle';
  await settle(database, createClock(day));
}
await opened.close();
