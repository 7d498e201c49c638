/**
 * Makes the snapshot that the stories' sandbox begins with: the example data with a smaller c7, and what only stories
 * need. One that is newer than everything it is made of stays.
 */
import { mkdirSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import { snapshotDay } from '../sandbox/browser.ts';
import { openDatabase, type SandboxDatabase } from '../sandbox/database/database.ts';
import { seed } from '../sandbox/database/seed.ts';
import { addStoryData } from './snapshot-extras.ts';

const root = path.join(import.meta.dirname, '..');
const file = path.join(root, 'node_modules/.cache/selvbetjening-elements/stories.tar.gz');

const sources = readdirSync(path.join(root, 'sandbox'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(ts|json)$/.test(name))
  .map((name) => path.join(root, 'sandbox', name));
const changedAt = (name: string): number => statSync(name, { throwIfNoEntry: false })?.mtimeMs ?? 0;
const own = ['snapshot.ts', 'snapshot-extras.ts', 'snapshot-house.ts'].map((name) => path.join(import.meta.dirname, name));
const newest = Math.max(...[...sources, ...own].map(changedAt));

if (changedAt(file) < newest) {
  const database = await openDatabase({});
  await seed(database, { today: snapshotDay, users: 120, months: 3 });
  await addStoryData(database);
  await leaveLogBehind(database);
  const snapshot = await database.snapshot();
  await database.close();
  mkdirSync(path.dirname(file), { recursive: true });
  // Whoever reads it meanwhile reads the old one.
  writeFileSync(`${file}.new`, new Uint8Array(await snapshot.arrayBuffer()));
  renameSync(`${file}.new`, file);
}

/** The write-ahead log of the seeding is a third of the snapshot, and nobody will replay it: goes on to a log file that is empty. */
async function leaveLogBehind({ db }: SandboxDatabase): Promise<void> {
  await db.execute(sql`set wal_recycle = off`);
  for (let segment = 0; segment < 3; segment++) {
    await db.execute(sql`create table step_of_log ()`); // a log file that holds nothing is not left
    await db.execute(sql`drop table step_of_log`);
    await db.execute(sql`select pg_switch_wal()`);
    await db.execute(sql`checkpoint`);
  }
  await db.execute(sql`reset wal_recycle`);
}
