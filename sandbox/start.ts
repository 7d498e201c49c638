/** What `npm start` runs: the database, both sites, and a few lines that say where they are. */
import { constants } from 'node:fs';
import { access, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { announce } from './announce.ts';
import { createClock } from './clock.ts';
import { openDatabase } from './database/database.ts';
import { takeLock } from './database/lock.ts';
import { seed } from './database/seed.ts';
import { removeKept } from './fresh.ts';
import { buildPartnerPage } from './hosts/partner/build.ts';
import { startSandbox } from './servers.ts';
import { readSettings } from './settings.ts';
import type { Settings } from './settings.ts';
import { sentenceFor } from './start-problem.ts';

/** How long requests that are under way may take to finish, in milliseconds. */
const patience = 3000;

const stopped = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect']) {
  process.on(signal, () => {
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
  // A mistyped day is told before anything is made.
  const clock = createClock(settings.today);
  const release = await takeFolder(folder);
  try {
    if (settings.fresh) await removeKept(settings);
    const database = await openDatabase(databaseUrl === undefined ? { folder: path.join(folder, 'pg') } : { url: databaseUrl });
    try {
      console.log('Preparing the data …');
      await seed(database, { today: clock.today(), users: settings.users });
      const partnerPage = path.join(folder, 'partner-page');
      await buildPartnerPage(partnerPage);
      if (stop.aborted) return;
      const { operatorPort, partnerPort, tokenSeconds } = settings;
      const partnerFolder = path.join(folder, 'partner');
      const sandbox = await startSandbox({ database, clock, partnerFolder, partnerPage, operatorPort, partnerPort, tokenSeconds });
      await announce(sandbox, database, clock.today());
      await aborted(stop);
      console.log('\nStopping …');
      await Promise.race([sandbox.stop(), new Promise((resolve) => setTimeout(resolve, patience).unref())]);
    } finally {
      await database.close();
    }
  } finally {
    await release();
  }
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
