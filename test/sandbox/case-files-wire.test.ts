/** Files of support cases and votes for articles over real connections, on the operator's site. */
import assert from 'node:assert/strict';
import { request } from 'node:http';
import { before, describe, test } from 'node:test';
import { idOf } from '../../sandbox/database/example-keys.ts';
import { sessionCookie } from '../../sandbox/sign-in/session-cookie.ts';
import { partBytes, type SentFile } from '../../src/support-cases/case-file.ts';
import type { SupportCase } from '../../src/support-cases/case.ts';
import { pdfOf } from './sent-files.ts';
import { maja, onEngine, type Running } from './sign-in/running.ts';
import { signIn } from './sign-in/signed-in.ts';
import { Visitor } from './sign-in/visitor.ts';

describe('on the operator’s site', () => {
  onEngine('pglite', (given) => {
    let running: Running;
    let visitor: Visitor;
    let company = '';
    before(async () => {
      running = given();
      visitor = new Visitor();
      await signIn(visitor, `${running.operator}/log-ind`, maja);
      company = `/v1/companies/${await idOf(running.database, 'company', 'c1')}`;
    });
    const ours = () => ({ origin: running.operator, 'selvbetjening-request': '1' });
    const send = (path: string, method: string, body: BodyInit, type = 'application/json') =>
      visitor.send(running.operator + path, {
        method,
        body,
        headers: { ...ours(), 'content-type': type, 'idempotency-key': crypto.randomUUID() },
      });
    const announce = async (size: number) => {
      const response = await send(`${company}/cases/files`, 'POST', JSON.stringify({ name: 'rapport.pdf', size }));
      assert.equal(response.status, 201);
      return (await response.json()) as SentFile;
    };

    test('a file is sent with the cookie, and fetched part by part as it was (SUP-3, T10, T13)', async () => {
      const content = pdfOf(2 * partBytes + 99);
      const { id } = await announce(content.length);
      for (let part = 0; part < 3; part++) {
        const address = `${company}/cases/files/${id}/parts/${String(part)}`;
        const response = await send(address, 'PUT', content.slice(part * partBytes, (part + 1) * partBytes), 'application/octet-stream');
        assert.deepEqual([response.status, ((await response.json()) as SentFile).complete], [200, part === 2]);
      }
      const json = { subject: 'Rapport', description: 'Se filen', category: null, priority: null, about: null, follows: null, files: [id] };
      const created = (await (await send(`${company}/cases`, 'POST', JSON.stringify(json))).json()) as SupportCase;
      const fetched = await visitor.send(`${running.operator}${company}/cases/${created.id}/files/${id}`, { headers: ours() });
      assert.deepEqual([fetched.status, fetched.headers.get('content-length')], [200, String(content.length)]);
      assert.match(fetched.headers.get('content-security-policy') ?? '', /^sandbox; default-src 'none'/);
      assert.equal(Buffer.from(await fetched.arrayBuffer()).equals(content), true);
    });

    test('whoever sends a part slowly keeps nobody waiting, and goes on later (F25, T22)', async () => {
      const content = pdfOf(partBytes);
      const { id } = await announce(content.length);
      const address = `${company}/cases/files/${id}/parts/0`;
      const cookie = `${sessionCookie}=${visitor.cookie(running.operator, sessionCookie) ?? ''}`;
      const headers = { ...ours(), cookie, 'content-type': 'application/octet-stream', 'content-length': String(content.length) };
      const slow = request(running.operator + address, { method: 'PUT', headers });
      let ended = false;
      const gone = new Promise<void>((resolve) => {
        slow.once('close', () => {
          ended = true;
          resolve();
        });
      });
      slow.on('error', () => undefined);
      await new Promise((resolve) => slow.write(content.slice(0, 1000), resolve));
      for (let times = 0; times < 5; times++) {
        assert.equal((await visitor.send(`${running.operator}/v1/session`, { headers: ours() })).status, 200);
      }
      assert.equal(ended, false);
      slow.destroy();
      await gone;
      const again = await send(address, 'PUT', content, 'application/octet-stream');
      assert.deepEqual(await again.json(), { id, received: partBytes, complete: true });
    });

    test('a part that is too long is refused, whether or not it says so before (T13, T22)', async () => {
      const { id } = await announce(partBytes);
      const address = `${running.operator}${company}/cases/files/${id}/parts/0`;
      const cookie = `${sessionCookie}=${visitor.cookie(running.operator, sessionCookie) ?? ''}`;
      const long = Buffer.alloc(partBytes + 1);
      for (const length of [{ 'content-length': String(long.length) }, { 'transfer-encoding': 'chunked' }] as const) {
        const status = await new Promise<number | undefined>((resolve, reject) => {
          const headers = { ...ours(), cookie, 'content-type': 'application/octet-stream', ...length };
          request(address, { method: 'PUT', headers, agent: false }, (response) => {
            response.resume();
            resolve(response.statusCode);
          })
            .on('error', reject)
            .end(long);
        });
        assert.equal(status, 413, JSON.stringify(length));
      }
    });

    test('somebody whose session is over votes as nobody, and whoever is signed in as themselves (R33.2, T10)', async () => {
      const address = `${running.operator}/v1/articles/selvbetjening/vote`;
      const vote = (cookie: string, headers: Record<string, string>) =>
        fetch(address, {
          method: 'PUT',
          headers: { ...headers, cookie, 'content-type': 'application/json' },
          body: JSON.stringify({ helped: true, voter: 'made-up-by-a-page' }),
        });
      const nobody = await vote(`${sessionCookie}=${'x'.repeat(43)}`, {});
      assert.deepEqual([nobody.status, await nobody.json()], [200, { helpful: 1, total: 1, helped: true }]);
      const mine = `${sessionCookie}=${visitor.cookie(running.operator, sessionCookie) ?? ''}`;
      assert.equal((await vote(mine, {})).status, 403);
      const own = await vote(mine, ours());
      assert.deepEqual([own.status, await own.json()], [200, { helpful: 2, total: 2, helped: true }]);
    });
  });
});
