import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { sql } from 'drizzle-orm';
import { rowsOf } from '../../sandbox/database/database.ts';
import { maja, onBothEngines, type Running } from './sign-in/running.ts';
import { signIn } from './sign-in/signed-in.ts';
import { Visitor } from './sign-in/visitor.ts';

const dorte = 'dorte.desk@eksempeltele.example';

describe('support cases at the desk', () => {
  onBothEngines((given) => {
    let running: Running;
    let clerk: Visitor;
    const desk = () => `${running.operator}/desk/sager`;
    const someone = async (email: string) => {
      const visitor = new Visitor();
      await signIn(visitor, `${running.operator}/log-ind`, email);
      return visitor;
    };
    const caseOf = async (number: number) => {
      const [found] = await rowsOf<{ id: string; state: string }>(
        running.database.db,
        sql`select id, state from support_case where no = ${number}`,
      );
      return found ?? assert.fail('The example data have it.');
    };
    const messages = (id: string) =>
      rowsOf<{ text: string; author: string }>(
        running.database.db,
        sql`select text, author from case_message where case_id = ${id} order by no`,
      );
    const field = (page: string, name: string) =>
      new RegExp(`name="${name}" value="([^"]*)"`).exec(page.slice(page.indexOf('class="answer"')))?.[1] ?? '';
    /** Opens a case and sends the form of its page, changed. */
    const answer = async (id: string, change: Record<string, string>, headers: Record<string, string> = {}) => {
      const page = await (await clerk.send(`${desk()}/${id}`)).text();
      const fields = { bevis: field(page, 'bevis'), noegle: field(page, 'noegle'), svar: '', status: 'pending', ...change };
      return { fields, response: await clerk.submit(`${desk()}/${id}`, fields, headers) };
    };
    before(async () => {
      running = given();
      clerk = await someone(dorte);
    });

    test('are for the operator’s employees alone (T03)', async () => {
      const other = await someone(maja);
      assert.equal((await other.send(desk())).status, 403);
      assert.equal((await other.send(`${desk()}/${(await caseOf(100_222)).id}`)).status, 403);
      assert.equal((await new Visitor().send(desk())).status, 303);
    });

    test('stand above what readers say of the help articles, as it was written (R36.1, T12)', async () => {
      const before = await (await clerk.send(desk())).text();
      assert.equal(before.includes('Ingen har skrevet om en artikel endnu.'), true);
      await running.database.db.execute(sql`insert into article_feedback (key, content, article, email, text, at)
        values ('desk', '', 'selvbetjening', 'laura@laeser.example', 'Et <b>billede</b> mangler', '2026-11-22T10:15:00Z')`);
      const page = await (await clerk.send(desk())).text();
      const table = page.slice(page.indexOf('id="feedback"'));
      for (const words of ['selvbetjening', 'laura@laeser.example', 'Et &lt;b&gt;billede&lt;/b&gt; mangler', '22.11.2026 kl. 11.15'])
        assert.equal(table.includes(words), true, words);
    });

    test('are answered, once however often the form is sent, and are in the state that was chosen (SUP-1, F21)', async () => {
      const { id } = await caseOf(100_222);
      const { fields, response } = await answer(id, { svar: 'Det har vi sørget for.\r\nVelkommen, Fie.', status: 'resolved' });
      assert.deepEqual([response.status, response.headers.get('location')], [303, `/desk/sager/${id}`]);
      await clerk.submit(`${desk()}/${id}`, fields);
      const said = await messages(id);
      assert.deepEqual(said.at(-1), { text: 'Det har vi sørget for.\nVelkommen, Fie.', author: 'Dorte Desk' });
      assert.equal(said.length, 2);
      assert.equal((await caseOf(100_222)).state, 'resolved');
    });

    test('keep what was typed when it cannot be sent: nothing to say, too much, or closed meanwhile (F18)', async () => {
      const { id } = await caseOf(100_201);
      const nothing = await answer(id, { svar: '  ', status: 'pending' });
      assert.equal(nothing.response.status, 422);
      const long = 'ø'.repeat(10_001);
      const { response } = await answer(id, { svar: long });
      assert.equal(response.status, 422);
      assert.match(await response.text(), new RegExp(long));
      const closed = await caseOf(100_243);
      const page = await (await clerk.send(`${desk()}/${id}`)).text();
      const late = await clerk.submit(`${desk()}/${closed.id}`, {
        bevis: field(page, 'bevis'),
        noegle: 'k'.repeat(22),
        svar: 'For sent',
        status: 'pending',
      });
      assert.equal(late.status, 422);
      assert.equal((await messages(closed.id)).length, 2);
    });

    test('are not answered by a form that came from somewhere else (T10)', async () => {
      const { id } = await caseOf(100_215);
      const before = await messages(id);
      for (const [change, headers] of [
        [{ bevis: 'x' }, {}],
        [{}, { origin: 'https://evil.example' }],
      ] as const) {
        const { response } = await answer(id, { svar: 'Falsk', ...change }, headers);
        assert.equal(response.status, 403);
      }
      assert.deepEqual(await messages(id), before);
    });

    test('show texts as texts (T12)', async () => {
      const { id } = await caseOf(100_208);
      await answer(id, { svar: '<script>alert(1)</script>' });
      const page = await (await clerk.send(`${desk()}/${id}`)).text();
      assert.match(page, /&lt;script&gt;alert\(1\)/);
      assert.doesNotMatch(page, /<script>alert/);
    });
  });
});
