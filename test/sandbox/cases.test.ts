import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from 'drizzle-orm';
import { createClock } from '../../sandbox/clock.ts';
import { rowsOf } from '../../sandbox/database/database.ts';
import { idOf } from '../../sandbox/database/example-keys.ts';
import { newId } from '../../sandbox/database/ids.ts';
import { answerCase, readDeskCase, readDeskCases, type OperatorAnswer } from '../../sandbox/support-cases/operator.ts';
import type { CasePage } from '../../src/api/case.ts';
import type { CaseReply, CaseRequest } from '../../src/support-cases/case-request.ts';
import type { SupportCase } from '../../src/support-cases/case.ts';
import { onBothEngines, today, type Question } from './engines.ts';
import { scratchCompany } from './scratch.ts';

const plain: CaseRequest = {
  ...{ subject: 'Ingen dækning på kontoret', description: 'Siden i morges.', category: 'fault', priority: 'high' },
  ...{ about: null, follows: null, files: [] },
};
const everything = { search: '', state: null, mine: false, offset: 0, limit: 50 };

describe('support cases', () => {
  onBothEngines((sandbox) => {
    const clock = createClock(today);
    const company = () => scratchCompany(sandbox(), [{ name: 'Bo Ib' }]);
    const post = <Body>(path: string, json: unknown, { key = newId(), ...question }: Question & { key?: string } = {}) =>
      sandbox().ask<Body>(path, { method: 'POST', json, headers: { 'idempotency-key': key }, ...question });
    const list = async (of: string, wanted: Partial<typeof everything> | { state: string } = {}, as = 'maja') => {
      const { status, body, text } = await post<CasePage>(`/companies/${of}/cases/search`, { ...everything, ...wanted }, { as });
      assert.equal(status, 200, text);
      return body;
    };
    const create = async (of: string, more: Partial<CaseRequest> = {}) => {
      const { status, body, text } = await post<SupportCase>(`/companies/${of}/cases`, { ...plain, ...more });
      assert.equal(status, 201, text);
      return body;
    };
    const read = async (of: string, id: string, as = 'maja') =>
      (await sandbox().ask<SupportCase>(`/companies/${of}/cases/${id}`, { as })).body;
    const say = (of: string, id: string, more: Partial<CaseReply> = {}, question = {}) =>
      post<SupportCase>(`/companies/${of}/cases/${id}/messages`, { text: 'Det hjalp ikke.', files: [], ...more }, question);
    const dorte = async () => {
      const [found] = await rowsOf<{ id: string; name: string }>(
        sandbox().database.db,
        sql`select id, name from person where key = 'dorte'`,
      );
      return found ?? assert.fail('Dorte works there.');
    };
    const answer = async (caseId: string, more: Partial<OperatorAnswer> = {}) =>
      answerCase(sandbox().database, clock, {
        ...{ caseId, employee: await dorte(), text: 'Vi ser på det.', state: 'pending', key: newId(), address: 'http://localhost/sag' },
        ...more,
      });

    test('are listed with the newest change first, and those of the example data are in every state (R3.3, SUP-1)', async () => {
      const { items, total, unread, changedAt } = await list(await idOf(sandbox().database, 'company', 'c1'));
      assert.equal(total, 7);
      assert.deepEqual(
        items.map(({ changedAt }) => changedAt),
        items
          .map(({ changedAt }) => changedAt)
          .sort()
          .reverse(),
      );
      assert.equal(changedAt, items[0]?.changedAt);
      assert.deepEqual(
        new Set(items.map(({ state }) => state)),
        new Set(['acknowledged', 'inProgress', 'held', 'pending', 'resolved', 'closed']),
      );
      assert.equal(unread, items.filter((item) => item.unread).length);
      assert.equal(unread, 2);
      assert.deepEqual(new Set(items.map(({ mine }) => mine)), new Set([true, false]));
    });

    test('begin as new, with their description as the first thing said, and first in the list (R4.3, R4.4)', async () => {
      const own = await company();
      await create(own);
      const made = await create(own, { subject: 'Nyt simkort', description: 'Kortet\r\nvirker ikke.', category: null, priority: null });
      const { state, priority, category, messages, history, reporter, mine, may, filesLeft } = made;
      assert.deepEqual([state, priority, category, reporter, mine, filesLeft], ['acknowledged', 'normal', null, 'Maja Holm', true, 20]);
      assert.deepEqual(
        messages.map(({ text, from, author, mine }) => [text, from, author, mine]),
        [['Kortet\nvirker ikke.', 'company', 'Maja Holm', true]],
      );
      assert.deepEqual(
        history.map(({ state }) => state),
        ['acknowledged'],
      );
      assert.deepEqual(may, { reply: true, resolve: true, reopen: false });
      const { items } = await list(own);
      assert.deepEqual(
        items.map(({ subject }) => subject),
        ['Nyt simkort', plain.subject],
      );
      assert.deepEqual(await read(own, made.id), made);
      assert.match(made.number, /^\d{6}$/);
    });

    test('are found by the beginning of any word of the subject and by number, and narrowed by state and to one’s own (D2)', async () => {
      const own = await company();
      const [one, other] = [await create(own, { subject: 'Ærø mangler dækning' }), await create(own, { subject: 'Faktura for oktober' })];
      const subjects = async (wanted: Parameters<typeof list>[1]) => (await list(own, wanted)).items.map(({ subject }) => subject);
      assert.deepEqual(await subjects({ search: 'dæk' }), ['Ærø mangler dækning']);
      assert.deepEqual(await subjects({ search: 'aeroe' }), ['Ærø mangler dækning']);
      assert.deepEqual(await subjects({ search: 'okt fak' }), ['Faktura for oktober']);
      assert.deepEqual(await subjects({ search: one.number }), ['Ærø mangler dækning']);
      assert.deepEqual(await subjects({ search: '€' }), []);
      await answer(other.id);
      assert.deepEqual(await subjects({ state: 'pending' }), ['Faktura for oktober']);
      assert.equal((await subjects({ state: 'open' })).length, 2);
      assert.deepEqual(await subjects({ state: 'closed' }), []);
      await sandbox().database.db.execute(sql`update support_case set person_id = null where id = ${one.id}`);
      assert.deepEqual(await subjects({ mine: true }), ['Faktura for oktober']);
    });

    test('come a page at a time (R3.3)', async () => {
      const c2 = await idOf(sandbox().database, 'company', 'c2');
      const [first, second] = [await list(c2, { limit: 50 }), await list(c2, { limit: 50, offset: 50 })];
      assert.deepEqual([first.total, first.items.length, second.items.length], [60, 50, 10]);
      assert.equal(new Set([...first.items, ...second.items].map(({ id }) => id)).size, 60);
    });

    test('are opened again by a reply while they wait or are resolved, and never when closed (SUP-2)', async () => {
      const own = await company();
      const { id } = await create(own);
      assert.equal((await say(own, id)).body.state, 'acknowledged');
      await answer(id, { state: 'pending' });
      const { status, body } = await say(own, id, { text: 'Her er cifrene: 1234' });
      assert.deepEqual([status, body.state, body.messages.at(-1)?.text], [201, 'inProgress', 'Her er cifrene: 1234']);
      await answer(id, { state: 'resolved', text: '' });
      assert.equal((await say(own, id)).body.state, 'inProgress');
      assert.deepEqual(
        (await read(own, id)).history.map(({ state }) => state),
        [...['acknowledged', 'pending', 'inProgress', 'resolved', 'inProgress']],
      );
      await sandbox().database.db.execute(sql`update support_case set state = 'closed' where id = ${id}`);
      const refused = await say(own, id);
      assert.deepEqual([refused.status, (refused.body as unknown as { type: string }).type], [409, 'urn:selvbetjening:problem:too-late']);
      assert.equal(await answer(id), 'closed');
      const closed = await read(own, id);
      assert.deepEqual(closed.may, { reply: false, resolve: false, reopen: false });
      const follows = await create(own, { follows: id });
      assert.deepEqual(follows.follows, { id, number: closed.number });
    });

    test('are called resolved and opened again by the company, each only when it can be (SUP-2)', async () => {
      const own = await company();
      const { id } = await create(own);
      const act = async (deed: 'resolve' | 'reopen') => (await post<SupportCase>(`/companies/${own}/cases/${id}/${deed}`, {})).status;
      assert.equal(await act('reopen'), 409);
      assert.equal(await act('resolve'), 200);
      assert.equal(await act('resolve'), 409);
      assert.equal(await act('reopen'), 200);
      const { state, history } = await read(own, id);
      assert.deepEqual([state, history.map((step) => step.state)], ['inProgress', ['acknowledged', 'resolved', 'inProgress']]);
    });

    test('are created and answered once for each key, also when the answer was lost (F06, F21)', async () => {
      const own = await company();
      const key = newId();
      const twice = await Promise.all([1, 2].map(() => post<SupportCase>(`/companies/${own}/cases`, plain, { key })));
      assert.deepEqual(new Set(twice.map(({ body }) => body.id)).size, 1);
      const [{ body: { id } } = assert.fail()] = twice;
      const reply = newId();
      for (let time = 0; time < 2; time++) assert.equal((await say(own, id, {}, { key: reply })).status, 201);
      const { messages } = await read(own, id);
      assert.deepEqual([(await list(own)).total, messages.length], [1, 2]);
    });

    test('keep every one of several replies at once, the operator’s among them, in the order they came (F18)', async () => {
      const own = await company();
      const { id } = await create(own);
      const texts = Array.from({ length: 8 }, (_, index) => `Svar ${String(index)}`);
      await Promise.all([
        ...texts.map((text) => say(own, id, { text })),
        answer(id, { text: 'Fra os' }),
        answer(id, { text: 'Også fra os' }),
      ]);
      const { messages } = await read(own, id);
      assert.deepEqual(messages.map(({ text }) => text).sort(), [plain.description, ...texts, 'Fra os', 'Også fra os'].sort());
      const moments = messages.map(({ at }) => at);
      assert.deepEqual(moments, [...moments].sort());
    });

    test('say what has not been seen, per person, until it is (R3.3)', async () => {
      const own = await company();
      const {
        id,
        messages: [first],
      } = await create(own);
      assert.equal((await list(own)).unread, 0);
      await answer(id, { text: 'Et svar' });
      const unseen = await read(own, id);
      assert.deepEqual([unseen.unread, unseen.seen, (await list(own)).unread], [true, 1, 1]);
      const see = (message: string, as = 'maja') => post<{ unread: number }>(`/companies/${own}/cases/${id}/read`, { message }, { as });
      assert.deepEqual((await see(unseen.messages.at(-1)?.id ?? '')).body, { unread: 0 });
      // Older news takes nothing back.
      assert.equal((await see(first?.id ?? '')).status, 200);
      const seen = await read(own, id);
      assert.deepEqual([seen.unread, seen.seen], [false, 2]);
      assert.equal((await see('nothing')).status, 404);
    });

    test('may be read and marked as seen with the right to look, and changed only with all of it (R6.1, R7.1, R7.3)', async () => {
      const c1 = await idOf(sandbox().database, 'company', 'c1');
      const { items } = await list(c1, {}, 'lars');
      const [{ id } = assert.fail()] = items;
      const shown = await read(c1, id, 'lars');
      assert.deepEqual(shown.may, { reply: false, resolve: false, reopen: false });
      const as = 'lars';
      assert.equal((await post(`/companies/${c1}/cases/${id}/read`, { message: shown.messages.at(-1)?.id }, { as })).status, 200);
      assert.equal((await say(c1, id, {}, { as })).status, 403);
      assert.equal((await post(`/companies/${c1}/cases`, plain, { as })).status, 403);
      assert.equal((await post(`/companies/${c1}/cases/search`, everything, { as: 'frida' })).status, 403);
      assert.equal((await sandbox().ask(`/companies/${c1}/cases/${id}`, { as: 'frida' })).status, 403);
    });

    test('of another company are like those that do not exist (R6.2, T01)', async () => {
      const [own, other] = [await company(), await company()];
      const { id, number, messages } = await create(other);
      for (const wrong of [id, number, newId(), '..%2f..']) {
        assert.equal((await sandbox().ask(`/companies/${own}/cases/${wrong}`)).status, 404);
        assert.equal((await say(own, wrong)).status, 404);
        assert.equal((await post(`/companies/${own}/cases/${wrong}/resolve`, {})).status, 404);
        assert.equal((await post(`/companies/${own}/cases/${wrong}/read`, { message: messages[0]?.id })).status, 404);
      }
      assert.equal((await post(`/companies/${own}/cases`, { ...plain, follows: id })).status, 422);
    });

    test('take text for text, and give it back as it came (T12, SUP-5)', async () => {
      const own = await company();
      const subject = '<img src=x onerror=alert(1)> \u202Egpj.exe';
      const description = '<script>alert(1)</script>\n\n  Øst & vest "æ" \u2067שלום\u2069 😀';
      const made = await create(own, { subject, description });
      assert.deepEqual([made.subject, made.messages[0]?.text], [subject, description]);
    });

    test('refuse what is empty, too long or not to be had, at its place, and nothing of it is kept (R4.5, F19)', async () => {
      const own = await company();
      const { id } = await create(own);
      const refusal = async (path: string, json: unknown) => {
        const { status, body } = await post<{ errors?: { pointer: string }[] }>(path, json);
        assert.equal(status, 422);
        return body.errors?.map(({ pointer }) => pointer);
      };
      const cases = `/companies/${own}/cases`;
      assert.deepEqual(await refusal(cases, { ...plain, subject: '  ', description: '\n' }), ['/subject', '/description']);
      assert.deepEqual(await refusal(cases, { ...plain, description: 'x'.repeat(100_000) }), ['/description']);
      assert.deepEqual(await refusal(cases, { ...plain, description: 'a\0b' }), ['/description']);
      assert.deepEqual(await refusal(cases, { ...plain, files: [newId()] }), ['/files/0']);
      assert.deepEqual(await refusal(cases, { ...plain, about: { kind: 'user', id: newId() } }), ['/about/id']);
      assert.deepEqual(await refusal(`${cases}/${id}/messages`, { text: '', files: [] }), ['/text']);
      assert.deepEqual(await refusal(`${cases}/${id}/messages`, { text: 'x', files: Array.from({ length: 21 }, newId) }), ['/files']);
      assert.equal((await list(own)).total, 1);
      assert.equal((await read(own, id)).messages.length, 1);
    });

    test('are about a user, an order or an invoice, by the name it has now, for those who may see such (D5)', async () => {
      const c1 = await idOf(sandbox().database, 'company', 'c1');
      const about = async (kind: 'user' | 'invoice', query: ReturnType<typeof sql>) => {
        const [found] = await rowsOf<{ id: string; name: string }>(sandbox().database.db, query);
        const made = await create(c1, { about: { kind, id: found?.id ?? '' } });
        assert.deepEqual(made.about, { kind, id: found?.id, name: found?.name });
        return made;
      };
      await about('user', sql`select id, name from telephone_user where company_id = ${c1} limit 1`);
      await about('invoice', sql`select id, number::text as name from invoice where company_id = ${c1} limit 1`);
    });

    test('are answered by the operator, once for each key, and whoever reported it is told by mail without a word of it (F21)', async () => {
      const own = await company();
      const { id, number } = await create(own);
      const key = newId();
      for (let time = 0; time < 2; time++)
        assert.equal(await answer(id, { key, text: 'Fortroligt: koden er 1234', address: 'http://localhost/sag/1' }), 'done');
      const { messages, state } = await read(own, id);
      assert.deepEqual(
        messages.map(({ from, author }) => [from, author]),
        [
          ['company', 'Maja Holm'],
          ['operator', 'Dorte Desk'],
        ],
      );
      assert.equal(state, 'pending');
      const mails = await rowsOf<{ recipient: string; text: string }>(
        sandbox().database.db,
        sql`select recipient, text from outbox where subject = ${`Svar på supportsag ${number}`}`,
      );
      assert.deepEqual(
        mails.map(({ recipient }) => recipient),
        ['maja.holm@nordlys.example'],
      );
      assert.match(mails[0]?.text ?? '', /http:\/\/localhost\/sag\/1/);
      assert.doesNotMatch(mails[0]?.text ?? '', /1234|Fortroligt/);
      assert.equal(await answer(newId()), 'missing');
      const desk = await readDeskCase(sandbox().database.db, id);
      assert.deepEqual([desk?.number, desk?.answered, desk?.messages.length], [number, true, 2]);
      const waiting = await create(own);
      assert.deepEqual(
        (await readDeskCases(sandbox().database.db))
          .filter((one) => one.number === waiting.number)
          .map(({ answered, state }) => [answered, state]),
        [[false, 'acknowledged']],
      );
    });
  });
});
