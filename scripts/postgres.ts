/** A PostgreSQL server of one's own, out of npm, for tests and measurements: nothing to install, nothing left behind. */
import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chown, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { isOpenToAll, preparePrograms, run, serverUser } from './postgres-program.ts';

export interface Postgres {
  /** A connection string for an empty database, as a role that may do anything in it. */
  readonly url: string;
  /** Stops the server and removes its data. */
  stop(): Promise<void>;
}

/**
 * Starts a server with an empty cluster in a temporary folder. When `DATABASE_URL_TEST` names a server, an empty database is made on
 * that one instead, and `stop` drops it; the role in the address must be allowed to.
 *
 * @throws with the server's own words when it does not start.
 */
export async function startPostgres(): Promise<Postgres> {
  const given = process.env['DATABASE_URL_TEST'];
  if (given !== undefined && given !== '') return createDatabase(given);
  const user = await serverUser();
  // The temporary folder may be root's own; then the other user gets no way through it.
  const temporary = user === null || (await isOpenToAll(tmpdir())) ? tmpdir() : '/tmp';
  const folder = await mkdtemp(path.join(temporary, 'selvbetjening-postgres-'));
  if (user !== null) await chown(folder, user.uid, user.gid);
  const data = path.join(folder, 'data');
  const remove = () => rm(folder, { recursive: true, force: true });
  let server: ChildProcess | undefined;
  try {
    const place = { folder, user, native: await preparePrograms(folder, user) };
    await finish(run('initdb', ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'], place));
    const port = await freePort();
    const settings = [
      'fsync=off',
      'full_page_writes=off',
      'synchronous_commit=off',
      'listen_addresses=127.0.0.1',
      'unix_socket_directories=',
    ];
    const started = run('postgres', ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])], place);
    server = started;
    await ready(started);
    return { url: `postgres://postgres@127.0.0.1:${String(port)}/postgres`, stop: () => stop(started).then(remove) };
  } catch (error) {
    if (server !== undefined) await stop(server);
    await remove();
    throw error;
  }
}

/** An empty database of its own on a server that is there. */
async function createDatabase(server: string): Promise<Postgres> {
  const name = `selvbetjening_${randomBytes(8).toString('hex')}`;
  const tell = async (statement: string) => {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  await tell(`create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, stop: () => tell(`drop database if exists ${name} with (force)`) };
}

/** What a program says while it works, kept for the error. */
function listen(program: ChildProcess): { said: () => string } {
  let text = '';
  for (const stream of [program.stdout, program.stderr]) stream?.on('data', (piece: Buffer) => (text += piece.toString()));
  return { said: () => text };
}

async function finish(program: ChildProcess): Promise<void> {
  const { said } = listen(program);
  const [code] = (await once(program, 'close')) as [number | null];
  if (code !== 0) throw new Error(`The database cluster could not be made.\n${said()}`);
}

/** Waits for the server's own word that it takes connections. */
async function ready(server: ChildProcess): Promise<void> {
  const { said } = listen(server);
  await new Promise<void>((resolve, reject) => {
    const refuse = () => {
      reject(new Error(`PostgreSQL did not start.\n${said()}`));
    };
    server.once('exit', refuse);
    server.once('error', refuse);
    server.stderr?.on('data', () => {
      if (said().includes('ready to accept connections')) resolve();
    });
  });
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = once(server, 'exit');
  server.kill('SIGINT');
  await ended;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('There is no free port.');
  return address.port;
}
