import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { ProblemDetails } from '../../sandbox/http/problem.ts';
import { onEngine, type Question } from './engines.ts';

const question = { search: '', sort: 'name', direction: 'ascending', offset: 0, limit: 10 };

describe('what the API reads', () => {
  onEngine('pglite', (sandbox) => {
    const search = async (asked: Question) => {
      const path = `/companies/${await sandbox().id('company', 'c1')}/users/search`;
      return sandbox().ask<ProblemDetails>(path, { method: 'POST', ...asked });
    };

    describe('reading a body', () => {
      test('refuses fields that the contract does not have, and says where (T04)', async () => {
        const { status, body } = await search({ json: { ...question, companyId: 'x', price: 1 } });
        assert.equal(status, 422);
        assert.deepEqual(body.errors, [
          { pointer: '/companyId', type: 'unknown' },
          { pointer: '/price', type: 'unknown' },
        ]);
      });

      test('refuses each value that is not as the contract says (T04, T22)', async () => {
        const wrong: Record<string, unknown[]> = {
          search: [null, 1, ['a'], 'a'.repeat(201)],
          sort: ['Name', 'password', null],
          direction: ['up', 1],
          offset: [-1, 1.5, '0', 1e9, null],
          limit: [0, 101, '50', Number.MAX_VALUE, -1],
        };
        for (const [field, values] of Object.entries(wrong)) {
          for (const value of values) {
            const { status, body } = await search({ json: { ...question, [field]: value } });
            assert.equal(status, 422, `${field} ${String(value)}`);
            assert.ok(body.errors?.some(({ pointer }) => pointer === `/${field}`));
          }
        }
      });

      test('is not harmed by names that mean something to JavaScript (T04, T24)', async () => {
        for (const key of ['__proto__', 'constructor', 'prototype', 'toString']) {
          const text = JSON.stringify(question).replace('{', `{"${key}":{"polluted":true},`);
          const { status } = await search({ body: text, headers: { 'content-type': 'application/json' } });
          assert.equal(status, 422, key);
        }
        assert.equal(Object.hasOwn(Object.prototype, 'polluted'), false);
      });

      test('refuses what is not JSON, by its header or in truth (T22)', async () => {
        const json = { 'content-type': 'application/json' };
        for (const body of ['', '{', '[]', 'null', '"x"', '{"a":1}}', '\ufeff{', 'NaN'])
          assert.equal((await search({ body, headers: json })).status, 422, body);
        assert.equal((await search({ body: new Uint8Array([0x7b, 0xff, 0x7d]), headers: json })).status, 422);
        assert.equal((await search({ body: '['.repeat(100_000), headers: json })).status, 422);
        for (const type of [
          'text/plain',
          'application/x-www-form-urlencoded',
          'multipart/form-data',
          'application/json; charset=latin1',
          'application/jsonp',
        ]) {
          assert.equal((await search({ body: JSON.stringify(question), headers: { 'content-type': type } })).status, 415, type);
        }
        assert.equal((await search({ json: question, headers: { 'content-encoding': 'gzip' } })).status, 415);
        assert.equal((await search({ json: question, headers: { 'content-type': 'application/json; charset=utf-8' } })).status, 200);
      });

      test('stops at 256 kB, whether the length is told, hidden or a lie (T22)', async () => {
        const json = { 'content-type': 'application/json' };
        const big = ' '.repeat(256 * 1024) + JSON.stringify(question);
        assert.equal((await search({ body: big, headers: json })).status, 413);
        let sent = 0;
        const endless = () =>
          new ReadableStream<Uint8Array>({
            pull: (controller) => {
              sent += 65_536;
              controller.enqueue(new Uint8Array(65_536).fill(32));
            },
          });
        assert.equal((await search({ body: endless(), headers: json })).status, 413);
        assert.ok(sent < 1_000_000, 'the rest of an endless body must not be read');
        assert.equal((await search({ body: endless(), headers: { ...json, 'content-length': '10' } })).status, 413);
      });
    });

    test('reads queries as strictly (T04, T22)', async () => {
      for (const query of [
        'limit=101',
        'limit=0',
        'limit=abc',
        'limit=1.5',
        'offset=-1',
        'limit=1&limit=2',
        'limt=5',
        '__proto__=1',
        'access_token=x',
        `search=${'a'.repeat(201)}`,
      ]) {
        assert.equal((await sandbox().ask(`/companies?${query}`)).status, 422, query);
      }
      assert.equal((await sandbox().ask('/session?token=maja', { as: null })).status, 401);
      assert.equal((await sandbox().ask('/session?x=1')).status, 422);
    });
  });
});
