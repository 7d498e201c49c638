import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { LogEntry } from '../../sandbox/http/log.ts';
import type { ProblemDetails } from '../../sandbox/http/problem.ts';
import { onEngine, Sandbox, type Question } from './engines.ts';

const question = { search: '', sort: 'name', direction: 'ascending', offset: 0, limit: 10 };

describe('the API over HTTP', () => {
  onEngine('pglite', (sandbox) => {
    test('answers unknown addresses with 404 and known ones with 405 and what they allow (T22)', async () => {
      for (const path of ['', '/', '/nothing', '/session/', '/companies//', '/Session', '/../v1/nothing']) {
        assert.equal((await sandbox().ask(path)).status, 404, path);
      }
      for (const [path, method, allow] of [
        ['/session', 'POST', 'GET, HEAD, OPTIONS'],
        ['/session', 'DELETE', 'GET, HEAD, OPTIONS'],
        ['/companies/x/users/search', 'GET', 'POST, OPTIONS'],
        ['/companies/x', 'PATCH', 'GET, HEAD, OPTIONS'],
      ] as const) {
        const answer = await sandbox().ask(path, { method });
        assert.deepEqual([answer.status, answer.headers.get('allow')], [405, allow], `${method} ${path}`);
      }
      const options = await sandbox().ask('/session', { method: 'OPTIONS' });
      assert.deepEqual([options.status, options.headers.get('allow')], [204, 'GET, HEAD, OPTIONS']);
      const head = await sandbox().ask('/session', { method: 'HEAD' });
      assert.deepEqual([head.status, head.text], [200, '']);
    });

    test('guards every answer by its headers (T08, T14, T23)', async () => {
      for (const [path, asked] of [
        ['/session', {}],
        ['/nothing', {}],
        ['/session', { as: null }],
        ['/openapi.json', {}],
      ] as [string, Question][]) {
        const { headers } = await sandbox().ask(path, asked);
        assert.equal(headers.get('x-content-type-options'), 'nosniff');
        assert.equal(headers.get('cache-control'), 'no-store');
        assert.equal(headers.get('referrer-policy'), 'no-referrer');
        assert.equal(headers.get('cross-origin-resource-policy'), 'same-origin');
        assert.match(headers.get('content-security-policy') ?? '', /^sandbox; default-src 'none'/);
        assert.match(headers.get('vary') ?? '', /Origin/);
      }
    });

    test('gives each request an id of its own and takes none from outside (T08)', async () => {
      const ids = new Set<string | null>();
      for (let index = 0; index < 3; index++) {
        const { headers, body } = await sandbox().ask<ProblemDetails>('/nothing', {
          headers: { 'request-id': 'mine\u00e6', 'x-request-id': 'mine' },
        });
        assert.equal(headers.get('request-id'), body.requestId);
        ids.add(headers.get('request-id'));
      }
      assert.equal(ids.size, 3);
      assert.ok(!ids.has('mine'));
    });

    test('holds one person’s flood back without troubling others (T22)', async () => {
      const limited = new Sandbox(sandbox().database, { limits: { burst: 3, perSecond: 0.1 } });
      const statuses: number[] = [];
      for (let index = 0; index < 4; index++) statuses.push((await limited.ask('/session')).status);
      assert.deepEqual(statuses, [200, 200, 200, 429]);
      const { headers } = await limited.ask('/session');
      assert.ok(Number(headers.get('retry-after')) >= 1 && Number(headers.get('retry-after')) <= 10);
      assert.equal((await limited.ask('/session', { as: 'ida' })).status, 200);
    });

    test('logs one entry a request, with patterns and ids and nothing personal (T01, T08)', async () => {
      const entries: LogEntry[] = [];
      const logged = new Sandbox(sandbox().database, { log: (entry) => entries.push(entry) });
      const company = await sandbox().id('company', 'c1');
      await logged.ask(`/companies/${company}/users/search`, { json: { ...question, search: 'Søren 67102030' } });
      await logged.ask('/companies?search=Nordlys%0AEksempel');
      await logged.ask(`/companies/${company}/users/search`, { as: 'ida', json: question });
      await logged.ask('/Anders%20Abildgaard?x=67102030', { as: null });
      const told = entries.filter(({ route }) => route !== '/v1/openapi.json');
      assert.deepEqual(
        told.map(({ method, route, status }) => [method, route, status]),
        [
          ['POST', '/v1/companies/{company}/users/search', 200],
          ['GET', '/v1/companies', 200],
          ['POST', '/v1/companies/{company}/users/search', 404],
          ['GET', '(none)', 404],
        ],
      );
      assert.deepEqual(
        told.map(({ personId }) => personId),
        [await sandbox().id('person', 'maja'), await sandbox().id('person', 'maja'), await sandbox().id('person', 'ida'), null],
      );
      assert.doesNotMatch(JSON.stringify(entries), /Søren|67102030|Nordlys|Anders|\\n/);
      for (const { milliseconds } of told) assert.ok(Number.isInteger(milliseconds) && milliseconds >= 0);
    });

    test('says nothing of what went wrong inside, also while it finds out who asks (T08)', async () => {
      const faults: unknown[] = [];
      const broken = new Sandbox(
        { ...sandbox().database, db: new Proxy(sandbox().database.db, { get: () => () => Promise.reject(new Error('secret 67102030')) }) },
        { identify: () => Promise.resolve({ personId: 'x', via: 'token' }), fault: (_id, error) => faults.push(error) },
      );
      const { status, text } = await broken.ask('/session');
      assert.equal(status, 500);
      assert.doesNotMatch(text, /secret/);
      assert.equal(faults.length, 1);
      const unsure = new Sandbox(sandbox().database, { identify: () => Promise.reject(new Error('secret')), fault: () => {} });
      const answer = await unsure.ask('/session');
      assert.equal(answer.status, 500);
      assert.doesNotMatch(answer.text, /secret/);
    });

    test('publishes the contract it keeps: exact answers, strict questions, every problem (R6.2, T04)', async () => {
      const { body } = await sandbox().ask<Contract>('/openapi.json', { as: null });
      assert.equal(body.openapi, '3.1.0');
      const operation = body.paths['/companies/{company}/users/search']?.['post'];
      assert.ok(operation);
      assert.deepEqual(Object.keys(operation.responses), ['200', '401', '403', '404', '408', '413', '415', '422', '429', '500', '503']);
      assert.equal(operation.requestBody?.content['application/json'].schema.additionalProperties, false);
      assert.equal(operation.responses['200']?.content['application/json']?.schema.additionalProperties, false);
      const limit = body.paths['/companies']?.['get']?.parameters.find(({ name }) => name === 'limit');
      assert.deepEqual([limit?.schema.type, limit?.schema.maximum], ['integer', 100]);
    });
  });
});

interface Contract {
  readonly openapi: string;
  readonly paths: Record<string, Record<string, Described> | undefined>;
}
interface Described {
  readonly parameters: { name: string; schema: { type: string; maximum: number } }[];
  readonly requestBody?: { content: { 'application/json': { schema: { additionalProperties: boolean } } } };
  readonly responses: Record<string, { content: Record<string, { schema: { additionalProperties: boolean } } | undefined> } | undefined>;
}
