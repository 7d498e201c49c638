/** Votes for help articles, and what people say of them. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from 'drizzle-orm';
import { listFeedback } from '../../sandbox/article-feedback/votes.ts';
import { createClock } from '../../sandbox/clock.ts';
import { rowsOf } from '../../sandbox/database/database.ts';
import type { ProblemDetails } from '../../sandbox/http/problem.ts';
import type { ArticleVotes } from '../../src/article-feedback/vote.ts';
import { change } from './changing.ts';
import { onBothEngines, own, partner, Sandbox, today, type Question } from './engines.ts';

/** What a page makes up for somebody who is not signed in. */
const madeUp = () => crypto.randomUUID();

const problem = (kind: string) => `urn:selvbetjening:problem:${kind}`;

describe('a help article', () => {
  onBothEngines((sandbox) => {
    let articles = 0;
    /** One that nobody has voted for. */
    const fresh = () => `/articles/portalen-${String((articles += 1))}`;
    const votes = (article: string, voter: string | null, question: Question = { as: null }) =>
      sandbox().ask<ArticleVotes & ProblemDetails>(`${article}/vote${voter === null ? '' : `?voter=${voter}`}`, question);
    const vote = (article: string, helped: boolean, voter: string | null, question: Question = { as: null }) =>
      sandbox().ask<ArticleVotes & ProblemDetails>(`${article}/vote`, { method: 'PUT', json: { helped, voter }, ...question });
    const say = (article: string, json: unknown, question: Question & { readonly key?: string | null } = { as: null }) =>
      change<ProblemDetails>(sandbox(), `${article}/feedback`, { json, ...question });

    test('counts one vote of each, signed in or not, and each can be changed (R33.2, R34.1)', async () => {
      const article = fresh();
      assert.deepEqual((await votes(article, null)).body, { helpful: 0, total: 0, helped: null });
      const voter = madeUp();
      assert.deepEqual((await vote(article, true, voter)).body, { helpful: 1, total: 1, helped: true });
      assert.deepEqual((await vote(article, true, voter)).body, { helpful: 1, total: 1, helped: true });
      assert.deepEqual((await vote(article, false, null, { as: 'maja' })).body, { helpful: 1, total: 2, helped: false });
      assert.deepEqual((await vote(article, false, voter)).body, { helpful: 0, total: 2, helped: false });
      assert.deepEqual((await vote(article, true, null, { as: 'maja' })).body, { helpful: 1, total: 2, helped: true });
      assert.deepEqual((await votes(article, voter)).body, { helpful: 1, total: 2, helped: false });
      assert.deepEqual((await votes(article, null, { as: 'maja' })).body, { helpful: 1, total: 2, helped: true });
      assert.deepEqual((await votes(article, null)).body, { helpful: 1, total: 2, helped: null });
    });

    test('knows a person who is signed in by themselves, whatever the page has made up (R33.2)', async () => {
      const article = fresh();
      const voter = madeUp();
      await vote(article, true, voter, { as: 'maja' });
      assert.deepEqual((await vote(article, false, madeUp(), { as: 'maja' })).body, { helpful: 0, total: 1, helped: false });
      assert.deepEqual((await votes(article, voter)).body, { helpful: 0, total: 1, helped: null });
      assert.deepEqual((await votes(article, await sandbox().id('person', 'maja'))).body.helped, null);
    });

    test('has one vote of whoever votes twice at once (R33.2, T20)', async () => {
      const article = fresh();
      const voter = madeUp();
      const answers = await Promise.all([true, false, true, false, true].map((helped) => vote(article, helped, voter)));
      assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([200]));
      const { body } = await votes(article, voter);
      assert.deepEqual([body.total, body.helpful], [1, body.helped === true ? 1 : 0]);
      await Promise.all([vote(article, true, null, { as: 'lars' }), vote(article, false, null, { as: 'lars' })]);
      assert.equal((await votes(article, null)).body.total, 2);
    });

    test('takes whoever’s sign-in has expired for nobody, and never asks them to sign in (R33.2)', async () => {
      const article = fresh();
      const voter = madeUp();
      for (const question of [
        { as: 'nobody-of-that-name' },
        { headers: { cookie: 'session=expired' } },
        { headers: { cookie: 'session=expired', authorization: 'Bearer ' } },
      ]) {
        assert.equal((await votes(article, voter, question)).status, 200);
        assert.deepEqual((await vote(article, true, voter, question)).body, { helpful: 1, total: 1, helped: true });
        assert.equal((await say(article, { email: 'a@b.example', text: 'Tak' }, question)).status, 200);
      }
    });

    test('takes a vote with the cookie from our own pages alone (T10)', async () => {
      const article = fresh();
      const cookie = { cookie: 'session=maja' };
      for (const headers of [cookie, { ...cookie, origin: partner, 'selvbetjening-request': '1' }]) {
        const { status, body } = await vote(article, true, null, { headers });
        assert.deepEqual([status, body.type], [403, problem('csrf')]);
        assert.equal((await say(article, { email: 'a@b.example', text: 'Tak' }, { headers })).status, 403);
      }
      const ours = { ...cookie, origin: own, 'selvbetjening-request': '1' };
      assert.deepEqual((await vote(article, true, null, { headers: ours })).body, { helpful: 1, total: 1, helped: true });
    });

    test('may be voted for from a listed site’s pages (T11)', async () => {
      const asked = { origin: partner, 'access-control-request-method': 'PUT', 'access-control-request-headers': 'content-type' };
      const { status, headers } = await sandbox().ask(`${fresh()}/vote`, { as: null, method: 'OPTIONS', headers: asked });
      assert.deepEqual([status, headers.get('access-control-allow-origin')], [204, partner]);
      assert.match(headers.get('access-control-allow-methods') ?? '', /\bPUT\b/);
    });

    test('takes no vote that is nobody’s, or not as the contract says (R33.2, T04)', async () => {
      const article = fresh();
      const nobodys = await vote(article, true, null);
      assert.deepEqual([nobodys.status, nobodys.body.errors], [422, [{ pointer: '/voter', type: 'required' }]]);
      for (const json of [
        { helped: 'yes', voter: madeUp() },
        { helped: null, voter: madeUp() },
        { voter: madeUp() },
        { helped: true, voter: 'short' },
        { helped: true, voter: 'x'.repeat(65) },
        { helped: true, voter: madeUp(), person: 'x' },
      ]) {
        assert.equal((await vote(article, true, null, { as: null, json })).status, 422, JSON.stringify(json));
      }
      assert.equal((await votes(article, null)).body.total, 0);
    });

    test('is one that can be, and where the operator says which there are, one of those (T01, T22)', async () => {
      for (const id of ['Portalen', 'a_b', 'a'.repeat(101), '%00', '..%2Fx', "'or'1'='1", 'æ', '%F0%9F%98%80']) {
        assert.equal((await votes(`/articles/${id}`, null)).status, 404, id);
        assert.equal((await vote(`/articles/${id}`, true, madeUp())).status, 404, id);
        assert.equal((await say(`/articles/${id}`, { email: 'a@b.example', text: 'x' })).status, 404, id);
      }
      assert.equal((await votes(`/articles/${'a'.repeat(100)}`, null)).status, 200);
      const strict = new Sandbox(sandbox().database, { articles: ['portalen'] });
      const ask = async (id: string) => (await strict.ask(`/articles/${id}/vote`, { as: null })).status;
      assert.deepEqual([await ask('portalen'), await ask('noget-andet')], [200, 404]);
    });

    test('keeps nothing that tells who voted without signing in, nor lets anybody vote as them (PRV-6)', async () => {
      const article = fresh();
      const voter = madeUp();
      await vote(article, true, voter);
      const kept = await rowsOf<{ voter: string }>(
        sandbox().database.db,
        sql`select voter from article_vote where article = ${article.slice('/articles/'.length)}`,
      );
      assert.equal(kept.length, 1);
      assert.match(kept[0]?.voter ?? '', /^[0-9a-f]{64}$/);
      assert.equal((await votes(article, kept[0]?.voter ?? '')).body.helped, null);
    });

    test('holds back the flood of those who are not signed in, all together, and serves who is (T22)', async () => {
      const held = new Sandbox(sandbox().database, { limits: { burst: 4, perSecond: 0.001 } });
      const [one, other] = [fresh(), fresh()];
      const ask = async (path: string, as: string | null = null) => (await held.ask(path, { as })).status;
      const asked: number[] = [];
      for (let time = 0; time < 5; time++) asked.push(await ask(`${one}/vote?voter=${madeUp()}`));
      assert.deepEqual(asked, [200, 200, 200, 200, 429]);
      assert.deepEqual([await ask(`${other}/vote`), await ask(`${one}/vote`, 'maja')], [200, 200]);
      const unknown: number[] = [];
      for (let time = 0; time < 5; time++) unknown.push(await ask(`/articles/NO${String(time)}/vote`));
      assert.deepEqual(unknown, [404, 404, 404, 404, 429]);
    });

    test('is told what is wrong with it, once for each time that somebody says so (R36.1, T20)', async () => {
      const article = fresh();
      const key = madeUp();
      const feedback = { email: 'maja@nordlys.example', text: ' Et <b>billede</b> mangler \u202e. ' };
      const answers = await Promise.all([say(article, feedback, { as: null, key }), say(article, feedback, { as: 'maja', key })]);
      assert.deepEqual(
        answers.map(({ status, body }) => [status, body]),
        [
          [200, {}],
          [200, {}],
        ],
      );
      const again = await say(article, feedback, { as: null, key });
      assert.deepEqual([again.status, again.headers.get('idempotency-replayed')], [200, 'true']);
      const other = await say(article, { ...feedback, text: 'Noget andet' }, { as: null, key });
      assert.deepEqual([other.status, other.body.type], [422, problem('key-reused')]);
      assert.equal((await say(fresh(), feedback, { as: null, key })).status, 422);
      const heard = (await listFeedback(sandbox().database.db)).filter((one) => `/articles/${one.article}` === article);
      assert.deepEqual(
        heard.map(({ email, text }) => ({ email, text })),
        [{ email: feedback.email, text: feedback.text.trim() }],
      );
      assert.equal(heard[0]?.at instanceof Date && Math.abs(heard[0].at.getTime() - createClock(today).now().getTime()) < 60_000, true);
    });

    test('takes no word without an address that can be one, or without words (R36.1, T04)', async () => {
      const article = fresh();
      const said = { email: 'maja@nordlys.example', text: 'Et billede mangler' };
      for (const [json, pointer] of [
        [{ ...said, email: 'maja.nordlys.example' }, '/email'],
        [{ ...said, email: '' }, '/email'],
        [{ ...said, email: `${'a'.repeat(250)}@b.example` }, '/email'],
        [{ ...said, text: '' }, '/text'],
        [{ ...said, text: ' \n\t ' }, '/text'],
        [{ ...said, text: 'x'.repeat(100_000) }, '/text'],
        [{ ...said, article: 'x' }, '/article'],
      ] as const) {
        const { status, body } = await say(article, json);
        assert.deepEqual([status, body.errors?.[0]?.pointer], [422, pointer]);
      }
      assert.equal((await say(article, said, { as: null, key: null })).status, 400);
      assert.equal((await say(article, { ...said, text: 'x'.repeat(10_000) })).status, 200);
    });

    test('shows the newest fifty of what was said, the newest first (R36.1)', async () => {
      const { db } = sandbox().database;
      for (let no = 0; no < 55; no++) {
        await db.execute(sql`insert into article_feedback (key, content, article, email, text, at)
          values (${madeUp()}, '', 'gammel', 'a@b.example', ${String(no)}, now() + make_interval(hours => ${no}))`);
      }
      const heard = await listFeedback(db);
      assert.deepEqual(
        heard.map(({ text }) => text),
        Array.from({ length: 50 }, (_, no) => String(54 - no)),
      );
    });
  });
});
