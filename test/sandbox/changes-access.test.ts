import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from 'drizzle-orm';
import { rowsOf, type Db } from '../../sandbox/database/database.ts';
import { newId } from '../../sandbox/database/ids.ts';
import { enterCompany } from '../../sandbox/database/reading.ts';
import { writeAs } from '../../sandbox/database/writing.ts';
import type { ProblemDetails } from '../../sandbox/http/problem.ts';
import { simPrice } from '../../sandbox/subscriptions/details.ts';
import type { Order } from '../../src/api/order.ts';
import { change, everything, profileOf } from './changing.ts';
import { onBothEngines, own, partner, type Answer, type Question, type Sandbox } from './engines.ts';

const newCase = {
  ...{ subject: 'Ingen dækning', description: 'Siden i morges.', category: null, priority: null, about: null, follows: null, files: [] },
};

/** A body that each change takes, by its address; those not named take none. */
const bodies: Record<string, (subscription: string) => Record<string, unknown> | Uint8Array<ArrayBuffer>> = {
  'PATCH /companies/{company}/users/{user}': () => ({ name: 'Et Andet Navn' }),
  'POST /companies/{company}/subscriptions/{subscription}/block': () => ({ reason: 'lost' }),
  'POST /companies/{company}/subscriptions/{subscription}/secrets': () => ({ show: 'codes' }),
  'POST /companies/{company}/orders': (subscription) => ({
    items: [{ kind: 'replaceSim', subscription, sim: 'esim', price: simPrice }],
    delivery: null,
  }),
  'POST /companies/{company}/cases': () => newCase,
  'POST /companies/{company}/cases/{case}/messages': () => ({ text: 'Det hjalp ikke.', files: [] }),
  'POST /companies/{company}/cases/{case}/read': () => ({ message: newId() }),
  'POST /companies/{company}/cases/{case}/resolve': () => ({}),
  'POST /companies/{company}/cases/{case}/reopen': () => ({}),
  'POST /companies/{company}/cases/files': () => ({ name: 'foto.png', size: 5 }),
  'PUT /companies/{company}/cases/files/{file}/parts/{part}': () => Uint8Array.of(1, 2, 3, 4, 5),
  'PUT /companies/{company}/e-invoice': () => ({ addresses: ['regning@nordlys.example'] }),
};

/** Frida's right to invoices reaches so far; everything else is beyond her. */
const isOfInvoices = ({ template }: Pick<Change, 'template'>): boolean => template.endsWith('/e-invoice');
/** Whoever may look may also say what they have seen. */
const isOfReading = ({ template }: Pick<Change, 'template'>): boolean => template.endsWith('/read');

interface Change {
  readonly name: string;
  readonly method: string;
  readonly template: string;
  readonly hasBody: boolean;
}

interface Document {
  readonly paths: Record<string, Record<string, { readonly requestBody?: object; readonly security?: readonly object[] }>>;
}

/**
 * Every change the contract has that is not open to anybody, as it says itself; a search and a look-up are questions, although they are sent
 * with POST.
 */
async function changesOf(sandbox: Sandbox): Promise<Change[]> {
  const { body } = await sandbox.ask<Document>('/openapi.json', { as: null });
  return Object.entries(body.paths).flatMap(([template, operations]) =>
    Object.entries(operations)
      .filter(([method, { security }]) => method !== 'get' && security === undefined && !/\/(?:search|look-up)$/.test(template))
      .map(([method, { requestBody }]) => {
        const name = `${method.toUpperCase()} ${template}`;
        const hasBody = requestBody !== undefined;
        assert.equal(name in bodies, hasBody, `${name} needs an example here if it takes a body`);
        return { name, template, hasBody, method: method.toUpperCase() };
      }),
  );
}

/** Ids to put into an address, by their names in the contract. */
type Ids = Readonly<Record<'company' | 'user' | 'subscription' | 'order' | 'number' | 'case' | 'file' | 'part', string>>;

const unknownIds = (company: string): Ids => ({
  ...{ company, user: newId(), subscription: newId(), order: newId(), number: '+4500000000', case: newId(), file: newId(), part: '0' },
});

/** An example as it is sent. */
const asSent = (example: ReturnType<(typeof bodies)[string]> | undefined): Question =>
  example instanceof Uint8Array ? { body: example, headers: { 'content-type': 'application/octet-stream' } } : { json: example };

/** What anybody could tell two answers apart by, but for the request's own id. */
const seen = ({ status, headers, text }: Answer<unknown>) => {
  const id = headers.get('request-id') ?? '';
  return { status, text: text.replaceAll(id, ''), headers: [...headers].map(([name, value]) => [name, value.replaceAll(id, '')]) };
};

describe('whoever changes something', () => {
  onBothEngines((sandbox) => {
    let known: Promise<Ids> | undefined;
    /** Things of c1, all of which exist and could be changed. */
    const ids = () => (known ??= find());
    const find = async (): Promise<Ids> => {
      const [company, user, subscription] = [
        await sandbox().id('company', 'c1'),
        await sandbox().id('user', 'u1'),
        await sandbox().id('subscription', 's-u1'),
      ];
      const json = bodies['POST /companies/{company}/orders']?.(await sandbox().id('subscription', 's-u2'));
      const placed = await change<Order>(sandbox(), `/companies/${company}/orders`, { json });
      assert.equal(placed.status, 201);
      const [free] = (await sandbox().ask<{ items: { phone: string }[] }>(`/companies/${company}/numbers`)).body.items;
      const announced = await change<{ id: string }>(sandbox(), `/companies/${company}/cases/files`, {
        json: { name: 'foto.png', size: 5 },
      });
      const reported = await change<{ id: string }>(sandbox(), `/companies/${company}/cases`, { json: newCase });
      const support = { case: reported.body.id, file: announced.body.id, part: '0' };
      return { company, user, subscription, order: placed.body.id, number: free?.phone ?? '', ...support };
    };
    const make = ({ name, method, template, hasBody }: Change, given: Ids, question: Question = {}) => {
      const path = template.replaceAll(/\{(\w+)\}/g, (_, parameter: keyof Ids) => encodeURIComponent(given[parameter]));
      const example = hasBody ? asSent(bodies[name]?.(given.subscription)) : {};
      const headers = { ...example.headers, ...question.headers };
      return change<ProblemDetails>(sandbox(), path, { method, match: '"1"', ...example, ...question, headers });
    };

    test('needs the full right: to look is not enough, for any change there is (R7.1, R8.2, T03)', async () => {
      const given = await ids();
      const changes = await changesOf(sandbox());
      assert.equal(changes.length >= 7, true);
      const before = await everything(sandbox());
      for (const one of changes) {
        for (const [as, status, type] of [
          ['lars', 403, 'forbidden'],
          ['frida', 403, 'forbidden'],
          ['ida', 404, 'not-found'],
          ['uffe', 404, 'not-found'],
          [null, 401, 'unauthorized'],
        ] as const) {
          if ((as === 'frida' && isOfInvoices(one)) || (as === 'lars' && isOfReading(one))) continue;
          const answer = await make(one, given, { as });
          assert.deepEqual(
            [answer.status, answer.body.type],
            [status, `urn:selvbetjening:problem:${type}`],
            `${one.name} as ${String(as)}`,
          );
        }
      }
      assert.deepEqual(await everything(sandbox()), before);
    });

    test('without the right is not told which things exist (T01, T03)', async () => {
      const given = await ids();
      for (const one of await changesOf(sandbox())) {
        const unknown = await make(one, unknownIds(given.company), { as: 'lars' });
        assert.deepEqual(seen(await make(one, given, { as: 'lars' })), seen(unknown), one.name);
      }
    });

    test('reaches nothing of another company, under its address or their own; it is as if it were not there (T02, T22)', async () => {
      const given = await ids();
      const c6 = await sandbox().id('company', 'c6');
      const before = await everything(sandbox());
      for (const one of await changesOf(sandbox())) {
        const there = await make(one, given, { as: 'ida' });
        assert.equal(there.status, 404);
        assert.deepEqual(seen(there), seen(await make(one, unknownIds(newId()), { as: 'ida' })), one.name);
        if (!/user\}|subscription\}|order\}|case\}|part\}/.test(one.template)) continue;
        const here = await make(one, { ...given, company: c6 }, { as: 'ida' });
        assert.equal(here.status, 404);
        assert.deepEqual(seen(here), seen(await make(one, unknownIds(c6), { as: 'ida' })), one.name);
      }
      // A thing of another company in the body is one that is not there either.
      const order = { name: 'POST /companies/{company}/orders', template: '/companies/{company}/orders', method: 'POST', hasBody: true };
      const foreign = await make(order, { ...given, company: c6 }, { as: 'ida' });
      assert.deepEqual([foreign.status, foreign.body.errors?.[0]], [422, { pointer: '/items/0/subscription', type: 'unknown' }]);
      assert.deepEqual(seen(foreign), seen(await make(order, unknownIds(c6), { as: 'ida' })));
      assert.deepEqual(await everything(sandbox()), before);
    });

    test('brings the fields of the contract, and no others (T04)', async () => {
      const given = await ids();
      const before = await everything(sandbox());
      for (const one of (await changesOf(sandbox())).filter(({ hasBody }) => hasBody)) {
        const example = bodies[one.name]?.(given.subscription);
        assert.equal((await make({ ...one, hasBody: false }, given)).status, 415, one.name);
        if (example instanceof Uint8Array) {
          assert.equal((await make({ ...one, hasBody: false }, given, { json: { content: 'x' } })).status, 415);
          continue;
        }
        for (const extra of ['companyId', 'id', 'status', 'version', 'price', 'pin', 'since', 'constructor']) {
          const { status, body } = await make(one, given, { json: { ...example, [extra]: 1 } });
          assert.deepEqual([status, body.errors], [422, [{ pointer: `/${extra}`, type: 'unknown' }]], `${one.name} ${extra}`);
        }
        const polluted = JSON.stringify(example).replace('{', '{"__proto__":{"rights":"full"},');
        const { status } = await make({ ...one, hasBody: false }, given, {
          body: polluted,
          headers: { 'content-type': 'application/json' },
        });
        assert.equal(status, 422, one.name);
      }
      assert.deepEqual(await everything(sandbox()), before);
    });

    test('with the cookie is one of our own pages, for any change there is (T10)', async () => {
      const given = await ids();
      const [cookie, header] = [{ cookie: 'session=maja' }, { 'selvbetjening-request': '1' }];
      const before = await everything(sandbox());
      for (const one of await changesOf(sandbox())) {
        for (const headers of [
          { ...cookie, origin: own },
          { ...cookie, ...header },
          { ...cookie, ...header, origin: partner },
          { ...cookie, ...header, origin: 'null' },
          { ...cookie, ...header, 'sec-fetch-site': 'same-site' },
          { ...cookie, ...header, 'sec-fetch-site': 'cross-site' },
          { ...cookie, 'selvbetjening-request': 'true', origin: own },
        ]) {
          const { status, body } = await make(one, given, { headers });
          assert.deepEqual([status, body.type], [403, 'urn:selvbetjening:problem:csrf'], `${one.name} ${JSON.stringify(headers)}`);
        }
      }
      assert.deepEqual(await everything(sandbox()), before);
      const { path, etag, user } = await profileOf(sandbox(), 'u3');
      const headers = { ...cookie, ...header, origin: own };
      const edited = await change(sandbox(), path, { method: 'PATCH', match: etag, headers, json: { name: user.name } });
      const opened = await change(sandbox(), `/companies/${given.company}/subscriptions/${given.subscription}/block`, {
        method: 'DELETE',
        headers,
      });
      assert.deepEqual([edited.status, opened.status], [200, 200]);
    });

    test('may do so from a listed site’s pages, and a browser is told what may be sent (T11)', async () => {
      const { path } = await profileOf(sandbox(), 'u1');
      for (const method of ['PATCH', 'DELETE']) {
        const asked = {
          origin: partner,
          'access-control-request-method': method,
          'access-control-request-headers': 'if-match,idempotency-key',
        };
        const { status, headers } = await sandbox().ask(path, { as: null, method: 'OPTIONS', headers: asked });
        assert.equal(status, 204);
        assert.match(headers.get('access-control-allow-methods') ?? '', new RegExp(`\\b${method}\\b`));
        assert.match(headers.get('access-control-allow-headers') ?? '', /Idempotency-Key, If-Match/);
      }
      const { headers } = await sandbox().ask(path, { headers: { origin: partner } });
      assert.match(headers.get('access-control-expose-headers') ?? '', /ETag.*Idempotency-Replayed/);
    });

    test('is held by the database too: a change that forgets the company touches no other (T02, R6.2)', async () => {
      const [maja, c6] = [await sandbox().id('person', 'maja'), await sandbox().id('company', 'c6')];
      const { database } = sandbox();
      await ids();
      /** What others have when a statement has been run by Maja in c6, or in no company; then it is undone. */
      const othersAfter = async (statement: ReturnType<typeof sql>, company: string | null): Promise<unknown> => {
        let others: unknown;
        const undone = writeAs(database, maja, async (writer) => {
          if (company !== null) await enterCompany(writer, maja, company);
          await writer.execute(statement);
          await writer.execute(sql`select set_config('role', 'none', true)`);
          others = await everythingBut(writer, c6);
          throw new Error('only a try');
        });
        await assert.rejects(undone, /only a try/);
        return others;
      };
      const before = await everythingBut(database.db, c6);
      for (const statement of [
        sql`update telephone_user set name = 'X', version = version + 1`,
        sql`update subscription set status = 'suspended' where status = 'active'`,
        sql`delete from search_word`,
        sql`delete from directory`,
        sql`delete from directory_count`,
        sql`update customer_order set state = 'cancelled'`,
        sql`update order_item set state = 'cancelled'`,
        sql`update e_invoice set addresses = '[]'`,
        sql`update support_case set state = 'closed'`,
        sql`update case_seen set message_no = 0`,
        sql`update case_file set type = 'text/html'`,
        sql`delete from case_file`,
      ]) {
        assert.deepEqual(await othersAfter(statement, c6), before);
        assert.deepEqual(await othersAfter(statement, null), before);
      }
      await assert.rejects(
        writeAs(database, maja, async (writer) => {
          await enterCompany(writer, maja, c6);
          await writer.execute(sql`update telephone_user set company_id = (select id from company where id <> ${c6} limit 1)`);
        }),
      );
    });

    test('cannot rewrite, read or forge what is written down, nor see or use the keys of others (PRV-7, T20, T22)', async () => {
      const [maja, ida, c6] = [
        await sandbox().id('person', 'maja'),
        await sandbox().id('person', 'ida'),
        await sandbox().id('company', 'c6'),
      ];
      const { database } = sandbox();
      const [shared] = await rowsOf<{ id: string }>(
        database.db,
        sql`select id from subscription where company_id = ${c6} and status = 'active' limit 1`,
      );
      await change(sandbox(), `/companies/${c6}/subscriptions/${shared?.id ?? ''}/block`, { json: { reason: 'lost' } });
      const as = (statement: ReturnType<typeof sql>) =>
        writeAs(database, ida, async (writer) => {
          await enterCompany(writer, ida, c6);
          return rowsOf<{ rows: number }>(writer, statement);
        });
      for (const statement of [
        sql`select * from audit`,
        sql`update audit set deed = 'user.edit'`,
        sql`delete from audit`,
        sql`insert into audit (id, person_id, company_id, deed, subject) values ('x', ${ida}, 'other', 'user.edit', 'x')`,
        sql`delete from intention`,
        sql`insert into intention (person_id, company_id, operation, key, content) values (${maja}, ${c6}, 'POST x', '12345678', 'x')`,
        sql`update membership set subscriptions = 'full'`,
        sql`update company set name = 'X'`,
        sql`update plan set monthly_price = 0`,
        sql`update invoice set paid = total`,
        sql`delete from e_invoice`,
        sql`update support_case set subject = 'X'`,
        sql`delete from support_case`,
        sql`update case_message set text = 'X'`,
        sql`delete from case_message`,
        sql`delete from case_step`,
        sql`update case_file set name = 'a.exe'`,
        sql`update case_file_part set content = 'x'`,
        sql`select email from article_feedback`,
        sql`delete from article_vote`,
        sql`insert into e_invoice_delivery values ('x', ${c6}, 'x', 1, 'x')`,
        sql`insert into number_pool values ('+4568123456')`,
      ]) {
        await assert.rejects(as(statement));
      }
      const [all] = await rowsOf<{ rows: number }>(database.db, sql`select count(*)::int as rows from intention where person_id = ${maja}`);
      const [visible] = await as(sql`select count(*)::int as rows from intention`);
      assert.equal((all?.rows ?? 0) > 0, true);
      assert.equal(visible?.rows, 0);
    });
  });
});

/** What belongs to companies but one, boiled down. */
async function everythingBut(db: Db, company: string): Promise<unknown[]> {
  const found: unknown[] = [];
  for (const table of [
    'telephone_user',
    'subscription',
    'customer_order',
    'order_item',
    'e_invoice',
    'support_case',
    'case_seen',
    'case_file',
  ]) {
    const rows = sql`select md5(string_agg(whole::text, '|' order by whole::text)) as content from ${sql.identifier(table)} whole where company_id <> ${company}`;
    found.push(await rowsOf(db, rows));
  }
  for (const table of ['directory', 'search_word', 'directory_count']) {
    const rows = sql`select md5(string_agg(whole::text, '|' order by whole::text)) as content from ${sql.identifier(table)} whole
      where company_no <> (select no from company where id = ${company})`;
    found.push(await rowsOf(db, rows));
  }
  return found;
}
