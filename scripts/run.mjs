// @ts-check
/** Runs other programs: with a time limit each, and leaving none of their processes behind. */
import { spawn } from 'node:child_process';

/** @type {Set<number>} */
const running = new Set();
let stopping = false;

/**
 * @typedef {object} Outcome
 * @property {boolean} ok
 * @property {string} output everything it printed; empty where it was shown at once
 * @property {number} seconds
 */

/**
 * Runs a program to its end. It gets a process group of its own, which is ended with it.
 *
 * @param {readonly string[]} command
 * @param {{ minutes: number, show?: boolean, env?: Record<string, string> }} options `show` passes the output on as it comes
 * @returns {Promise<Outcome>}
 */
export function run([program = '', ...args], { minutes, show = false, env = {} }) {
  const start = performance.now();
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      detached: true,
      stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
      env: { ...process.env, ...env },
    });
    let output = '';
    let late = false;
    const keep = (/** @type {Buffer} */ chunk) => (output += chunk.toString());
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    if (child.pid !== undefined) running.add(child.pid);
    const limit = setTimeout(() => {
      late = true;
      end(child.pid, 'SIGTERM');
      setTimeout(() => {
        end(child.pid, 'SIGKILL');
      }, 10_000).unref();
    }, minutes * 60_000);
    const finish = (/** @type {boolean} */ ok, /** @type {string} */ more) => {
      clearTimeout(limit);
      end(child.pid, 'SIGTERM'); // whatever it started and forgot
      if (child.pid !== undefined) running.delete(child.pid);
      if (stopping) {
        if (running.size === 0) process.exit(130);
        return;
      }
      if (show && more) console.error(more);
      resolve({ ok, output: output + more, seconds: (performance.now() - start) / 1000 });
    };
    child.on('error', (error) => {
      finish(false, error.message);
    });
    child.on('close', (code) => {
      finish(code === 0 && !late, late ? `\nStopped: not done after ${String(minutes)} minutes.\n` : '');
    });
  });
}

/**
 * @param {number | undefined} group
 * @param {NodeJS.Signals} signal
 */
function end(group, signal) {
  if (group === undefined) return;
  try {
    process.kill(-group, signal);
  } catch {
    // gone already
  }
}

function stop() {
  stopping = true;
  if (running.size === 0) process.exit(130);
  for (const group of running) end(group, 'SIGTERM');
  setTimeout(() => {
    for (const group of running) end(group, 'SIGKILL');
    process.exit(130);
  }, 10_000);
}

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.once(signal, stop);

// npm passes a signal to a shell, which may end without telling us: then we have another parent.
const parent = process.ppid;
const watch = setInterval(() => {
  if (process.ppid === parent) return;
  clearInterval(watch);
  stop();
}, 500).unref();
