/** `npm start` as a person runs it: what it says, what it keeps, what it leaves behind, and how it refuses. */
import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { openDatabase } from '../../sandbox/database/database.ts';
import { idOf } from '../../sandbox/database/example-keys.ts';
import { assertBuilt } from './built.ts';
import { settles } from './settles.ts';

/** The processes of a group that still run; one that has ended and was not yet fetched does not. */
const groupOf = async (group: number): Promise<string[]> => {
  const ids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const states = await Promise.all(ids.map((id) => readFile(`/proc/${id}/stat`, 'utf8').catch(() => '')));
  return states.filter((state) => {
    const [, status, , ofGroup] = /\) (\w) (\d+) (\d+)/.exec(state) ?? [];
    return Number(ofGroup) === group && status !== 'Z';
  });
};

describe('npm start', () => {
  let folder = '';
  const running = new Set<ChildProcess>();
  before(async () => {
    assertBuilt();
    folder = await mkdtemp(path.join(tmpdir(), 'selvbetjening-start-'));
  });
  after(async () => {
    for (const child of running) if (child.exitCode === null) process.kill(-(child.pid ?? 0), 'SIGKILL');
    await rm(folder, { recursive: true, force: true });
  });

  /** Starts it in a process group of its own, as a shell does. */
  const start = (words: readonly string[] = [], settings: Readonly<Record<string, string>> = {}) => {
    const free = { PORT: '0', PARTNER_PORT: '0', SANDBOX_DATA: path.join(folder, 'data'), SANDBOX_USERS: '20', DATABASE_URL: '' };
    const child = spawn(process.execPath, ['scripts/start.mjs', ...words], {
      detached: true,
      env: { ...process.env, ...free, ...settings },
    });
    running.add(child);
    const said = { out: '', error: '' };
    // On a Node that it does not call current the provider's library says so; that is neither ours nor an error.
    const theirs = /^oidc-provider WARNING: Unsupported runtime.*\n/gm;
    child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (said.error = (said.error + chunk.toString()).replaceAll(theirs, '')));
    return { child, said };
  };
  const startAndWait = async (...words: string[]) => {
    const started = start(words);
    await settles(() => Promise.resolve(started.said.out.includes('Ready.') || started.child.exitCode !== null), true, 60_000);
    assert.match(started.said.out, /Ready\. Ctrl-C stops\.\n$/, started.said.error);
    return started;
  };
  /** Ctrl-C at the terminal: every process of the group hears it. Resolves to the exit code. */
  const interrupt = async ({ child }: { child: ChildProcess }): Promise<unknown> => {
    const ended = once(child, 'exit');
    process.kill(-(child.pid ?? 0), 'SIGINT');
    return (await ended)[0];
  };
  const company = async (): Promise<string> => {
    const database = await openDatabase({ folder: path.join(folder, 'data/pg') });
    try {
      return await idOf(database, 'company', 'c1');
    } finally {
      await database.close();
    }
  };

  it(
    'prints the addresses and the sign-ins when all is ready, and Ctrl-C leaves no process and no lock',
    { timeout: 120_000 },
    async () => {
      const started = await startAndWait();
      const { out } = started.said;
      for (const person of ['maja', 'frida', 'lars', 'ida', 'uffe', 'mange', 'dorte'])
        assert.match(out, new RegExp(`^ +${person}\\.\\S+@`, 'm'));
      assert.match(out, /password demo/);
      const addresses = out.match(/http:\/\/\S+/g) ?? [];
      assert.equal(addresses.length, 7);
      for (const address of addresses) {
        assert.match(address, /^http:\/\/(localhost|127\.0\.0\.1):\d+\//);
        const { status, headers } = await fetch(address, { redirect: 'manual' });
        // What only the operator's own people see asks who is there first.
        assert.ok(status === 200 || headers.get('location')?.startsWith('/log-ind') === true, `${address}: ${String(status)}`);
      }
      assert.equal(await interrupt(started), 0);
      await settles(() => groupOf(started.child.pid ?? 0), []);
      assert.deepEqual(
        readdirSync(path.join(folder, 'data')).filter((name) => name.includes('lock')),
        [],
      );
      assert.equal(started.said.error, '');
    },
  );

  it('keeps the data the second time, and begins anew with --fresh', { timeout: 180_000 }, async () => {
    const before = await company();
    await interrupt(await startAndWait());
    assert.equal(await company(), before);
    await interrupt(await startAndWait('--fresh'));
    assert.notEqual(await company(), before);
  });

  it('refuses a second start on the same folder while the first one runs', { timeout: 120_000 }, async () => {
    const first = await startAndWait();
    const second = start();
    assert.deepEqual(await once(second.child, 'exit'), [1, null]);
    assert.match(second.said.error, /^A sandbox is already running on .+, in process \d+\. .+\n$/);
    assert.equal(await interrupt(first), 0);
  });

  for (const setting of ['PORT', 'PARTNER_PORT', 'MAIL_PORT'])
    it(`says in one sentence that ${setting} is taken`, { timeout: 60_000 }, async () => {
      const taken = createServer().listen(0, '127.0.0.1');
      await once(taken, 'listening');
      try {
        const { port } = taken.address() as AddressInfo;
        const { child, said } = start([], { [setting]: String(port) });
        assert.deepEqual(await once(child, 'exit'), [1, null]);
        assert.match(said.error, new RegExp(`^Port ${String(port)} is taken\\. [^\\n]+\\n$`));
        assert.equal(existsSync(path.join(folder, 'data/start.lock')), false);
      } finally {
        taken.close();
      }
    });

  it('says in one sentence that the folder cannot be written, or that a setting is wrong', { timeout: 60_000 }, async () => {
    const file = path.join(folder, 'file');
    await writeFile(file, '');
    const cases: [readonly string[], Record<string, string>, RegExp][] = [
      [[], { SANDBOX_DATA: path.join(file, 'data') }, /^The data folder .+ cannot be written\. [^\n]+\n$/],
      [[], { PORT: 'otte' }, /^PORT must be a whole number [^\n]+\n$/],
      [['--frisk'], {}, /^--frisk is not understood\. [^\n]+\n$/],
    ];
    for (const [words, settings, sentence] of cases) {
      const { child, said } = start(words, settings);
      assert.deepEqual(await once(child, 'exit'), [1, null]);
      assert.match(said.error, sentence);
    }
  });
});
