import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from 'drizzle-orm';
import { rowsOf } from '../../sandbox/database/database.ts';
import { newId } from '../../sandbox/database/ids.ts';
import { enterCompany, readAs } from '../../sandbox/database/reading.ts';
import { onBothEngines, Sandbox, type Answer, type Question } from './engines.ts';

const all: Question = { json: { search: '', sort: 'name', direction: 'ascending', offset: 0, limit: 10 } };

/** Every address below a company, with the ids given. */
const below = (company: string, user: string, subscription: string): [string, Question][] => [
  [`/companies/${company}`, {}],
  [`/companies/${company}/users/search`, all],
  [`/companies/${company}/users/${user}`, {}],
  [`/companies/${company}/subscriptions/${subscription}`, {}],
];

/** What anybody could tell two answers apart by, but for the request's own id. */
const seen = ({ status, headers, text }: Answer<unknown>) => {
  const id = headers.get('request-id') ?? '';
  return { status, text: text.replaceAll(id, ''), headers: [...headers].map(([name, value]) => [name, value.replaceAll(id, '')]) };
};

describe('access', () => {
  onBothEngines((sandbox) => {
    const ids = async (key: string) =>
      below(await sandbox().id('company', key), await sandbox().id('user', 'u1'), await sandbox().id('subscription', 's-u1'));

    test('is refused to nobody, in one way everywhere (R6.2, T03)', async () => {
      const answers: Answer<unknown>[] = [];
      for (const [path, question] of [...(await ids('c1')), ['/session', {}] as const, ['/companies', {}] as const]) {
        answers.push(await sandbox().ask(path, { ...question, as: null }));
      }
      for (const answer of answers) {
        assert.equal(answer.status, 401);
        assert.match(answer.headers.get('www-authenticate') ?? '', /^Bearer /);
        assert.deepEqual(seen(answer), seen(answers[0] ?? answer));
      }
    });

    test('is refused to somebody whose sign-in cannot be read, as to nobody (R6.2)', async () => {
      assert.equal((await sandbox().ask('/session', { as: 'unknown' })).status, 401);
    });

    test('to a company of others is the same as to one that is not there (R6.2, T01, T22)', async () => {
      const foreign = await ids('c1');
      const unknown = below(newId(), newId(), newId());
      for (const [index, [path, question]] of foreign.entries()) {
        const [unknownPath = '', unknownQuestion = {}] = unknown[index] ?? [];
        const theirs = await sandbox().ask(path, { ...question, as: 'ida' });
        assert.equal(theirs.status, 404);
        assert.deepEqual(seen(theirs), seen(await sandbox().ask(unknownPath, { ...unknownQuestion, as: 'ida' })));
      }
    });

    test('to things of another company under the address of one’s own is the same as to things that are not there (T01, T22)', async () => {
      const own = await sandbox().id('company', 'c6');
      const foreign = below(own, await sandbox().id('user', 'u1'), await sandbox().id('subscription', 's-u1')).slice(2);
      const unknown = below(own, newId(), newId()).slice(2);
      for (const [index, [path]] of foreign.entries()) {
        const theirs = await sandbox().ask(path, { as: 'ida' });
        assert.equal(theirs.status, 404);
        assert.deepEqual(seen(theirs), seen(await sandbox().ask(unknown[index]?.[0] ?? '', { as: 'ida' })));
      }
    });

    test('asks the database the same questions for a company of others as for none (T22)', async () => {
      const statements = (company: string) => countStatements(sandbox(), company);
      assert.equal(await statements(await sandbox().id('company', 'c1')), await statements(newId()));
    });

    test('refuses ids that cannot be ids like ids that are not there (T01, T22)', async () => {
      for (const id of ['c1', "1'or'1'='1", '%00', '..%2Fc1', 'a'.repeat(500), '%F0%9F%98%80']) {
        const { status } = await sandbox().ask(`/companies/${id}/users/${id}`);
        assert.equal(status, 404, id);
      }
    });

    test('to an area needs a right to it, to read or more (R6.1, R6.2, T03)', async () => {
      const [company, ...rest] = await ids('c1');
      assert.ok(company);
      for (const [path, question] of rest) {
        assert.equal((await sandbox().ask(path, { ...question, as: 'frida' })).status, 403, path);
        assert.equal((await sandbox().ask(path, { ...question, as: 'lars' })).status, 200, path);
      }
      assert.equal((await sandbox().ask(company[0], { as: 'frida' })).status, 200);
    });

    test('without the right does not tell which things exist (T01, T03)', async () => {
      const company = await sandbox().id('company', 'c1');
      const known = await sandbox().ask(`/companies/${company}/users/${await sandbox().id('user', 'u1')}`, { as: 'frida' });
      assert.deepEqual(seen(known), seen(await sandbox().ask(`/companies/${company}/users/${newId()}`, { as: 'frida' })));
    });

    test('ends with the next request once it is withdrawn, and only there (R7.3, T06)', async () => {
      const [c1, c2] = [await sandbox().id('company', 'c1'), await sandbox().id('company', 'c2')];
      const maja = await sandbox().id('person', 'maja');
      const ask = async (company: string) => (await sandbox().ask(`/companies/${company}/users/search`, all)).status;
      const { db } = sandbox().database;
      await db.execute(sql`update membership set subscriptions = 'none' where person_id = ${maja} and company_id = ${c1}`);
      assert.deepEqual([await ask(c1), await ask(c2)], [403, 200]);
      await db.execute(sql`delete from membership where person_id = ${maja} and company_id = ${c2}`);
      assert.equal(await ask(c2), 404);
      await db.execute(sql`update membership set subscriptions = 'full' where person_id = ${maja} and company_id = ${c1}`);
      await db.execute(sql`insert into membership values (${maja}, ${c2}, 'full', 'full', 'full', 'full')`);
      assert.deepEqual([await ask(c1), await ask(c2)], [200, 200]);
    });

    test('is held by the database too: a query that forgets the company sees no other (R6.2, T01)', async () => {
      const [maja, c6] = [await sandbox().id('person', 'maja'), await sandbox().id('company', 'c6')];
      for (const table of ['telephone_user', 'subscription', 'directory', 'search_word', 'directory_count']) {
        const seenRows = await readAs(sandbox().database, maja, async (reader) => {
          const count = () => rowsOf<{ rows: number }>(reader, sql`select count(*)::int as rows from ${sql.identifier(table)}`);
          const before = await count();
          await enterCompany(reader, maja, c6);
          return [before[0]?.rows, (await count())[0]?.rows];
        });
        const [own] = await rowsOf<{ rows: number }>(sandbox().database.db, ownRows(table, c6));
        assert.ok(own !== undefined && own.rows > 0, table);
        assert.deepEqual(seenRows, [0, own.rows], table);
      }
    });

    test('is held by the database too: nobody else’s memberships, companies or passwords can be read (R6.2, T04)', async () => {
      const ida = await sandbox().id('person', 'ida');
      await readAs(sandbox().database, ida, async (reader) => {
        const [found] = await rowsOf<Record<string, number>>(
          reader,
          sql`select (select count(*)::int from membership) as memberships, (select count(*)::int from company) as companies,
            (select count(*)::int from person) as people`,
        );
        assert.deepEqual(found, { memberships: 1, companies: 1, people: 1 });
      });
      await assert.rejects(readAs(sandbox().database, ida, (reader) => reader.execute(sql`select password from person`)));
      await assert.rejects(readAs(sandbox().database, ida, (reader) => reader.execute(sql`update membership set cases = 'full'`)));
    });

    test('leaves nothing open for the next request (T01)', async () => {
      const [maja, c1] = [await sandbox().id('person', 'maja'), await sandbox().id('company', 'c1')];
      await readAs(sandbox().database, maja, (reader) => enterCompany(reader, maja, c1));
      const [left] = await rowsOf<{ company: string | null; role: string }>(
        sandbox().database.db,
        sql`select nullif(current_setting('app.company', true), '') as company, current_setting('role') as role`,
      );
      assert.deepEqual(left, { company: null, role: 'none' });
    });

    test('of a person who is gone is that of nobody (T06)', async () => {
      const { db } = sandbox().database;
      const gone = new Sandbox(sandbox().database, {
        identify: () => Promise.resolve({ personId: newId(), via: 'token' }),
      });
      assert.equal((await gone.ask('/session')).status, 401);
      assert.ok(db);
    });
  });
});

function ownRows(table: string, company: string) {
  const counted = sql`select count(*)::int as rows from ${sql.identifier(table)}`;
  const byId = table === 'telephone_user' || table === 'subscription';
  return byId
    ? sql`${counted} where company_id = ${company}`
    : sql`${counted} where company_no = (select no from company where id = ${company})`;
}

/** How many statements a search takes, counted where they leave for the database. */
async function countStatements(sandbox: Sandbox, company: string): Promise<number> {
  const { database } = sandbox;
  let statements = 0;
  const counted = new Proxy(database.db, {
    get(db, name) {
      if (name !== 'transaction') return Reflect.get(db, name) as unknown;
      return (act: (transaction: typeof database.db) => unknown, config: object) =>
        db.transaction((transaction) => {
          const execute = transaction.execute.bind(transaction);
          transaction.execute = (query: Parameters<typeof execute>[0]) => {
            statements++;
            return execute(query);
          };
          return Promise.resolve(act(transaction));
        }, config);
    },
  });
  const watched = new Sandbox(
    { ...database, db: counted },
    { identify: async () => ({ personId: await sandbox.id('person', 'ida'), via: 'token' }) },
  );
  assert.equal((await watched.ask(`/companies/${company}/users/search`, all)).status, 404);
  return statements;
}
