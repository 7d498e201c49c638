/**
 * `npm start`: installs what is missing, builds the package when its sources are newer than what was built, and starts the
 * sandbox. Needs nothing but Node. `npm start -- --fresh` begins with new data.
 */
import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { isBuilt } from './build-age.mjs';
import { install } from './install.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

const problem = install() ?? build();
if (problem === undefined) {
  run();
} else {
  console.error(problem);
  process.exitCode = 1;
}

/** @returns {string | undefined} one sentence when the package cannot be built */
function build() {
  if (isBuilt()) return undefined;
  console.log('Building the package …');
  const npm = spawnSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  return npm.status === 0 ? undefined : 'The package could not be built: see above.';
}

/** Starts the sandbox, passes signals on to it, and never leaves it behind. */
function run() {
  const sandbox = spawn(process.execPath, ['--import', 'tsx', 'sandbox/start.ts', ...process.argv.slice(2)], {
    cwd: root,
    // Over the channel the sandbox learns that this process is gone, however it went.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => sandbox.kill(signal));
  // npm passes a signal to a shell, which ends without telling its children: they notice that they have another parent.
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) sandbox.kill('SIGTERM');
  }, 500).unref();
  sandbox.on('exit', (code) => {
    process.exitCode = code ?? 1;
  });
}
