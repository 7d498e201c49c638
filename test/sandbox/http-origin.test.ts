import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { ProblemDetails } from '../../sandbox/http/problem.ts';
import { onEngine, own, partner, type Question } from './engines.ts';

const question = { search: '', sort: 'name', direction: 'ascending', offset: 0, limit: 10 };
const strangers = [
  'null',
  'http://127.0.0.1:4201',
  'https://127.0.0.1:4200',
  'http://127.0.0.1.evil.example',
  'http://127.0.0.1:4200.evil.example',
  'HTTP://127.0.0.1:4200',
  'http://127.0.0.1:4200/',
  'http://xn--1-ggb.example',
];

describe('who may call the API', () => {
  onEngine('pglite', (sandbox) => {
    const search = async (asked: Question) => {
      const path = `/companies/${await sandbox().id('company', 'c1')}/users/search`;
      return sandbox().ask<ProblemDetails>(path, { method: 'POST', ...asked });
    };
    const cookie = { cookie: 'session=maja', 'selvbetjening-request': '1' };

    test('lets pages of listed origins read, and no others (T11)', async () => {
      const listed = await sandbox().ask('/session', { headers: { origin: partner } });
      assert.equal(listed.headers.get('access-control-allow-origin'), partner);
      assert.equal(listed.headers.get('access-control-allow-credentials'), null);
      assert.match(listed.headers.get('access-control-expose-headers') ?? '', /Request-Id.*ETag.*Retry-After/);
      for (const origin of strangers) {
        const { headers } = await sandbox().ask('/session', { headers: { origin } });
        assert.deepEqual(
          [...headers.keys()].filter((name) => name.startsWith('access-control')),
          [],
          origin,
        );
        assert.equal(headers.get('vary'), 'Origin');
      }
    });

    test('answers the browser’s question beforehand for listed origins alone, and for a good while (T11)', async () => {
      const ask = (origin: string) =>
        sandbox().ask('/companies/x/users/search', {
          ...{ as: null, method: 'OPTIONS' },
          headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization,content-type' },
        });
      const { status, headers } = await ask(partner);
      assert.equal(status, 204);
      assert.equal(headers.get('access-control-allow-origin'), partner);
      assert.match(headers.get('access-control-allow-headers') ?? '', /Authorization.*Content-Type/);
      assert.ok(Number(headers.get('access-control-max-age')) >= 600);
      for (const origin of strangers) {
        assert.deepEqual(
          [...(await ask(origin)).headers.keys()].filter((name) => name.startsWith('access-control')),
          [],
          origin,
        );
      }
    });

    test('lets problems be read by pages of listed origins too (T11)', async () => {
      const { headers } = await sandbox().ask('/session', { as: null, headers: { origin: partner } });
      assert.equal(headers.get('access-control-allow-origin'), partner);
    });

    describe('with the cookie', () => {
      test('takes requests of its own pages (T10)', async () => {
        assert.equal((await sandbox().ask('/session', { headers: { ...cookie, 'sec-fetch-site': 'same-origin' } })).status, 200);
        assert.equal((await sandbox().ask('/session', { headers: cookie })).status, 200);
        assert.equal((await search({ json: question, headers: { ...cookie, origin: own } })).status, 200);
        assert.equal((await search({ json: question, headers: { ...cookie, 'sec-fetch-site': 'same-origin' } })).status, 200);
      });

      test('refuses what another site, a sibling, a form, a picture or an upload can send (T10)', async () => {
        const plain = { cookie: cookie.cookie };
        const forged: Question[] = [
          { json: question, headers: { ...plain, origin: own } },
          { json: question, headers: { ...cookie, origin: partner } },
          { json: question, headers: { ...cookie, origin: 'null' } },
          { json: question, headers: { ...cookie, 'sec-fetch-site': 'same-site' } },
          { json: question, headers: { ...cookie, 'sec-fetch-site': 'cross-site' } },
          { json: question, headers: cookie },
          { body: 'search=', headers: { ...cookie, origin: own, 'content-type': 'application/x-www-form-urlencoded' } },
          { body: JSON.stringify(question), headers: { ...cookie, origin: own, 'content-type': 'text/plain' } },
          { body: new FormData(), headers: { ...cookie, origin: own } },
          { json: question, headers: { ...cookie, 'selvbetjening-request': 'true', origin: own } },
        ];
        for (const [index, asked] of forged.entries()) {
          const { status, body } = await search(asked);
          assert.deepEqual([status, body.type], [403, 'urn:selvbetjening:problem:csrf'], String(index));
        }
        for (const headers of [plain, { ...cookie, 'sec-fetch-site': 'cross-site' }, { ...cookie, 'sec-fetch-site': 'none' }]) {
          assert.equal((await sandbox().ask('/session', { headers })).status, 403);
        }
      });
    });
  });
});
