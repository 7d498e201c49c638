import assert from 'node:assert/strict';
import { test } from 'node:test';
import { run } from '../../scripts/run.mjs';

const script = (code: string): string[] => [process.execPath, '-e', code];

test('a program that succeeds gives what it printed', async () => {
  const { ok, output } = await run(script('console.log("out"); console.error("err")'), { minutes: 1 });
  assert.equal(ok, true);
  assert.match(output, /out/);
  assert.match(output, /err/);
});

test('a program that fails, or is not there, is not ok', async () => {
  assert.equal((await run(script('process.exit(3)'), { minutes: 1 })).ok, false);
  assert.equal((await run(['no-such-program'], { minutes: 1 })).ok, false);
});

test('a program that does not end is stopped and says so, and what it started goes with it', { timeout: 20_000 }, async () => {
  // The inner one holds the output open: only when it is gone too does the run end.
  const hangs = 'require("node:child_process").spawn("sleep", ["600"], { stdio: "inherit" }); setInterval(() => {}, 1000)';
  const { ok, output } = await run(script(hangs), { minutes: 0.02 });
  assert.equal(ok, false);
  assert.match(output, /Stopped: not done after/);
});
