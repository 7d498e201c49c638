import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, test } from 'node:test';
import { openLogFiles } from '../../sandbox/log-files.ts';
import { close, listen, portOf } from '../../sandbox/loopback.ts';
import { answerWith, giveBack, takePorts } from '../../sandbox/ports.ts';

describe('the ports', () => {
  test('are taken both or none', async () => {
    const taken = await listen();
    const free = await listen();
    const operatorPort = portOf(free);
    await close(free);
    const wanted = { operatorPort, partnerPort: portOf(taken) };
    await assert.rejects(takePorts(wanted), { code: 'EADDRINUSE', port: portOf(taken) });
    await close(await listen(operatorPort));
    await close(taken);
  });

  test('say that nothing is ready until something is', async () => {
    const ports = await takePorts();
    const address = `http://127.0.0.1:${String(portOf(ports.partner))}/`;
    const early = await fetch(address);
    assert.deepEqual([early.status, early.headers.get('retry-after')], [503, '1']);
    answerWith(ports.partner, (_request, response) => void response.end('ready'));
    assert.equal(await (await fetch(address)).text(), 'ready');
    await giveBack(ports);
    await assert.rejects(fetch(address));
  });
});

describe('the log files', () => {
  test('hold a line for each answer and each fault, without the words of errors, and are begun anew when they are large (T08)', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'log-files-'));
    const [access, faults] = [path.join(folder, 'access.log'), path.join(folder, 'faults.log')];
    await writeFile(access, 'x'.repeat(6 * 1024 * 1024));
    await writeFile(faults, 'kept\n');
    const { log, fault, written } = await openLogFiles(folder);
    const entry = { requestId: 'r', personId: null, method: 'GET', route: '/v1/session', status: 401, milliseconds: 3 };
    log(entry);
    log({ ...entry, requestId: 's' });
    fault('r', new Error('Failed query: Søren', { cause: Object.assign(new TypeError('67102030'), { code: '57P01' }) }));
    fault(null, 'Søren');
    await written();
    const lines = (await readFile(access, 'utf8')).trimEnd().split('\n');
    const parsed = lines.map((line) => JSON.parse(line) as object & { at: string });
    assert.deepEqual(parsed, [
      { at: parsed[0]?.at, ...entry },
      { at: parsed[1]?.at, ...entry, requestId: 's' },
    ]);
    for (const { at } of parsed) assert.ok(!Number.isNaN(Date.parse(at)));
    const [kept, ...told] = (await readFile(faults, 'utf8')).trimEnd().split('\n');
    assert.equal(kept, 'kept');
    const withoutTime = told.map((line) => ({ ...(JSON.parse(line) as object), at: '' }));
    assert.deepEqual(withoutTime, [
      { at: '', requestId: 'r', error: 'Error < TypeError', code: '57P01' },
      { at: '', requestId: null, error: 'string', code: null },
    ]);
    await rm(folder, { recursive: true });
  });
});
