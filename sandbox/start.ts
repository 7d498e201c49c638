/** What `npm start` runs: the database, both sites, and a few lines that say where they are. */
import { constants } from 'node:fs';
import { access, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { announce } from './announce.ts';
import { openDatabase } from './database/database.ts';
import type { SandboxDatabase } from './database/database.ts';
import { takeLock } from './database/lock.ts';
import { seed } from './database/seed.ts';
import { removeKept } from './fresh.ts';
import { buildPartnerPage } from './hosts/partner/build.ts';
import { openLogFiles } from './log-files.ts';
import { MovableClock } from './movable-clock.ts';
import { letGo, takePorts } from './ports.ts';
import type { Ports } from './ports.ts';
import { startSandbox } from './servers.ts';
import { readSettings } from './settings.ts';
import type { Settings } from './settings.ts';
import { sentenceFor } from './start-problem.ts';

/** How long requests that are under way may take to finish, in milliseconds. */
const patience = 3000;

/** One Ctrl-C comes twice, from the terminal and from the process above; only one this much later is another. Milliseconds. */
const again = 1000;

const stopped = new AbortController();
let stoppedAt = Infinity;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect']) {
  process.on(signal, () => {
    if (signal === 'SIGINT' && performance.now() - stoppedAt > again) process.exit(130);
    stoppedAt = Math.min(stoppedAt, performance.now());
    stopped.abort();
  });
}

try {
  await run(readSettings(process.env, process.argv.slice(2)), stopped.signal);
  process.exit(0);
} catch (error) {
  console.error(sentenceFor(error));
  process.exit(1);
}

/** Runs until told to stop. Everything that was opened is closed again, in the reverse order, also when something fails. */
async function run(settings: Settings, stop: AbortSignal): Promise<void> {
  const { folder, databaseUrl } = settings;
  const release = await takeFolder(folder);
  try {
    // A port that is taken is told before anything is removed.
    const ports = await takePorts(settings);
    try {
      if (settings.fresh) await removeKept(settings);
      const database = await openDatabase(databaseUrl === undefined ? { folder: path.join(folder, 'pg') } : { url: databaseUrl });
      try {
        await serve(settings, { database, ports, stop });
      } finally {
        await database.close();
      }
    } finally {
      letGo(ports);
    }
  } catch (error) {
    if (error !== stop.reason) throw error;
  } finally {
    await release();
  }
}

interface Opened {
  readonly database: SandboxDatabase;
  readonly ports: Ports;
  readonly stop: AbortSignal;
}

/** Fills the database if it is empty, and lets both sites answer until told to stop. */
async function serve(settings: Settings, { database, ports, stop }: Opened): Promise<void> {
  const { folder, users, today, tokenSeconds, smtp, addressService } = settings;
  console.log('Preparing the data …');
  const clock = await MovableClock.open(database, today);
  if (today !== undefined && today < clock.today()) console.log(`The business day is never moved back: ${today} is over.`);
  await seed(database, { today: clock.today(), users, stop });
  const partnerPage = path.join(folder, 'partner-page');
  await buildPartnerPage(partnerPage);
  stop.throwIfAborted();
  const { log, fault, written } = await openLogFiles(folder);
  const partnerFolder = path.join(folder, 'partner');
  const sandbox = await startSandbox({
    ...{ database, clock, partnerFolder, partnerPage, ports, tokenSeconds, addressService, log, fault },
    ...(smtp !== undefined && { smtp }),
  });
  await announce({ sandbox, database, today: clock.today(), mailPort: ports.mail.port });
  await aborted(stop);
  console.log('\nStopping …');
  await Promise.race([sandbox.stop(), delay(patience, undefined, { ref: false })]);
  await written();
}

/** Makes the data folder, and takes it: two sandboxes in one folder would sign each other's people out. */
async function takeFolder(folder: string): Promise<() => Promise<void>> {
  try {
    await makeFolder(folder);
    await access(folder, constants.W_OK);
  } catch {
    throw new Error(`The data folder ${folder} cannot be written. Make it writable, or choose another with SANDBOX_DATA.`);
  }
  return takeLock(
    path.join(folder, 'start.lock'),
    (pid) =>
      new Error(
        `A sandbox is already running on ${folder}, in process ${String(pid)}. Stop that one, or choose another folder with SANDBOX_DATA.`,
      ),
  );
}

/** Like a recursive `mkdir`, which never ends below `/proc` and its like on Node 20. */
async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return;
    if (code !== 'ENOENT') throw error;
    await makeFolder(path.dirname(folder));
    await mkdir(folder);
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => {
      resolve();
    });
  });
}
