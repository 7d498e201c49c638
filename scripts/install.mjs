// @ts-check
/** What must be true before anything else runs: a Node that is new enough, and the packages that the lock names. Needs nothing but Node. */
import { spawnSync } from 'node:child_process';
import { lstatSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Installs the packages where they are missing or older than the lock.
 *
 * @returns {string | undefined} one sentence when that cannot be, else `undefined`
 */
export function install() {
  const { engines } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const needed = String(engines.node).replace('>=', '');
  if (older(process.versions.node, needed)) return `Node ${needed} or newer is needed; this is ${process.versions.node}.`;
  // npm ci through a link would empty somebody else's folder.
  if (lstatSync(path.join(root, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink()) return undefined;
  if (changed('node_modules/.package-lock.json') >= changed('package-lock.json')) return undefined;
  const npm = spawnSync('npm', ['ci'], { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  return npm.status === 0 ? undefined : 'npm ci did not succeed: see above.';
}

/** @param {string} file */
function changed(file) {
  return statSync(path.join(root, file), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/**
 * @param {string} version
 * @param {string} needed
 */
function older(version, needed) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [neededMajor = 0, neededMinor = 0] = needed.split('.').map(Number);
  return major < neededMajor || (major === neededMajor && minor < neededMinor);
}
