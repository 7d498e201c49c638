/** Files that are sent for support cases, and fetched again. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from 'drizzle-orm';
import { rowsOf } from '../../sandbox/database/database.ts';
import { tidyFiles } from '../../sandbox/support-cases/files.ts';
import { mostFileBytes, partBytes } from '../../src/support-cases/case-file.ts';
import { onBothEngines } from './engines.ts';
import { bytesOf, fetchFile, pdfOf, pngOf, sayWith, Sender } from './sent-files.ts';

describe('a file for a support case', () => {
  onBothEngines((sandbox) => {
    const company = (key = 'c1') => sandbox().id('company', key);
    const sender = async (as = 'maja', key = 'c1') => new Sender(sandbox(), await company(key), as);
    const kept = async (file: string) => {
      const [found] = await rowsOf<{ name: string; type: string | null; parts: number }>(
        sandbox().database.db,
        sql`select name, type, (select count(*)::int from case_file_part where file_id = case_file.id) as parts from case_file where id = ${file}`,
      );
      return found ?? null;
    };

    /** Frees the place that a test has used. */
    const clear = () => sandbox().database.db.execute(sql`delete from case_file where message_id is null`);

    test('arrives in parts, and leaves byte for byte as it came, to be saved and never shown or run (SUP-3, SUP-4, T13)', async () => {
      const by = await sender();
      const content = pdfOf(mostFileBytes);
      const sent = await by.send('Målerapport 2026.pdf', content);
      assert.deepEqual([sent.status, sent.body], [200, { id: sent.body.id, received: mostFileBytes, complete: true }]);
      const said = await sayWith(sandbox(), await company(), [sent.body.id]);
      const fetched = await fetchFile(sandbox(), `${said}/files/${sent.body.id}`);
      assert.equal(fetched.status, 200);
      assert.deepEqual(Buffer.from(await fetched.arrayBuffer()).equals(content), true);
      const told = (name: string) => fetched.headers.get(name);
      assert.equal(told('content-type'), 'application/pdf');
      assert.equal(told('content-length'), String(mostFileBytes));
      assert.equal(
        told('content-disposition'),
        `attachment; filename="Malerapport 2026.pdf"; filename*=UTF-8''M%C3%A5lerapport%202026.pdf`,
      );
      assert.equal(told('x-content-type-options'), 'nosniff');
      assert.match(told('content-security-policy') ?? '', /^sandbox; default-src 'none'/);
    });

    test('stops half way and goes on, in any order and twice, and a part that is there stays as it is (F25)', async () => {
      const by = await sender();
      const content = pdfOf(2 * partBytes + 10);
      const { body: announced, status } = await by.announce('rapport.pdf', content.length);
      assert.deepEqual([status, announced.received, announced.complete], [201, 0, false]);
      const parts = [content.slice(0, partBytes), content.slice(partBytes, 2 * partBytes), content.slice(2 * partBytes)] as const;
      assert.equal((await by.part(announced.id, 2, parts[2])).body.received, 10);
      assert.equal((await by.part(announced.id, 0, parts[0])).body.received, partBytes + 10);
      assert.deepEqual((await by.part(announced.id, 0, new Uint8Array(partBytes))).body, {
        id: announced.id,
        received: partBytes + 10,
        complete: false,
      });
      const whole = { id: announced.id, received: content.length, complete: true };
      assert.deepEqual((await by.part(announced.id, 1, parts[1])).body, whole);
      assert.deepEqual((await by.part(announced.id, 1, parts[1])).body, whole);
      const said = await sayWith(sandbox(), await company(), [announced.id]);
      assert.equal(Buffer.from(await (await fetchFile(sandbox(), `${said}/files/${announced.id}`)).arrayBuffer()).equals(content), true);
      assert.equal((await by.part(announced.id, 1, parts[1])).status, 404);
    });

    test('whose parts come twice at once is whole once (F25)', async () => {
      const by = await sender();
      const content = pdfOf(partBytes + 1);
      const { body } = await by.announce('rapport.pdf', content.length);
      const answers = await Promise.all(
        [0, 1, 0, 1].map((no) => by.part(body.id, no, content.slice(no * partBytes, (no + 1) * partBytes))),
      );
      assert.deepEqual(
        answers.map(({ status }) => status),
        [200, 200, 200, 200],
      );
      assert.equal(
        answers.some(({ body: { complete } }) => complete),
        true,
      );
      assert.deepEqual(await kept(body.id), { name: 'rapport.pdf', type: 'application/pdf', parts: 2 });
    });

    test('announced twice with one key is one (F25)', async () => {
      const by = await sender();
      const key = crypto.randomUUID();
      const [first, again] = [await by.announce('a.pdf', 10, key), await by.announce('a.pdf', 10, key)];
      assert.equal(first.body.id, again.body.id);
      assert.equal(again.headers.get('idempotency-replayed'), 'true');
    });

    test('is taken away by whoever sent it, as often as they say so, until it is part of something (F25)', async () => {
      const by = await sender();
      const { id } = (await by.send('a.png', pngOf(10, 10))).body;
      assert.deepEqual([(await by.remove(id)).status, (await by.remove(id)).status, await kept(id)], [200, 200, null]);
      const other = (await by.send('b.png', pngOf(10, 10))).body.id;
      await sayWith(sandbox(), await company(), [other]);
      assert.equal((await by.remove(other)).status, 404);
      assert.notEqual(await kept(other), null);
    });

    test('is nobody else’s, in no company and by no address, as if it were not there (T01, T02, T13)', async () => {
      const mine = await sender();
      const content = pngOf(3, 3);
      const { id } = (await mine.announce('a.png', content.length)).body;
      const elsewhere = await sender('ida', 'c6');
      const here = await sender('maja', 'c2');
      assert.deepEqual([(await elsewhere.part(id, 0, content)).status, (await here.part(id, 0, content)).status], [404, 404]);
      assert.deepEqual([(await elsewhere.remove(id)).status, (await here.remove(id)).status], [200, 200]);
      assert.notEqual(await kept(id), null);
      await mine.part(id, 0, content);
      const said = await sayWith(sandbox(), await company(), [id]);
      const foreign = await sayWith(sandbox(), await company('c6'), []);
      assert.equal((await fetchFile(sandbox(), `${said}/files/${id}`, 'ida')).status, 404);
      assert.equal((await fetchFile(sandbox(), `${foreign}/files/${id}`, 'ida')).status, 404);
      const otherCase = await sayWith(sandbox(), await company(), []);
      assert.equal((await fetchFile(sandbox(), `${otherCase}/files/${id}`)).status, 404);
      assert.equal((await fetchFile(sandbox(), `${said}/files/${id}`)).status, 200);
    });

    test('that is part of nothing for a day is tidied away, and no other (T13)', async () => {
      const by = await sender();
      const [old, fresh, used] = [
        (await by.send('a.png', pngOf(1, 1))).body.id,
        (await by.send('b.png', pngOf(1, 1))).body.id,
        (await by.send('c.png', pngOf(1, 1))).body.id,
      ];
      await sayWith(sandbox(), await company(), [used]);
      const { db } = sandbox().database;
      await db.execute(sql`update case_file set at = now() - interval '25 hours' where id in (${old}, ${used})`);
      await tidyFiles(db);
      assert.deepEqual([await kept(old), (await kept(fresh))?.name, (await kept(used))?.name], [null, 'b.png', 'c.png']);
    });

    test('is at most forty files and 100 MB of one person in one company that are part of nothing, also all at once (T13, T22)', async () => {
      const by = await sender('maja', 'c2');
      const quota = [422, [{ pointer: '/size', type: 'quota' }]];
      const answers = await Promise.all(Array.from({ length: 42 }, (_, no) => by.announce(`${String(no)}.txt`, 1)));
      const refused = answers.filter(({ status }) => status !== 201);
      assert.deepEqual(
        refused.map(({ status, body }) => [status, body.errors]),
        [quota, quota],
      );
      const free = answers.filter(({ status }) => status === 201).map(({ body }) => body.id);
      assert.equal((await (await sender('maja', 'c1')).announce('a.pdf', 1)).status, 201);
      // What has become part of something, or was taken away, counts no more.
      assert.equal((await by.part(free[0] ?? '', 0, bytesOf('x'))).status, 200);
      await sayWith(sandbox(), await company('c2'), free.slice(0, 1));
      assert.equal((await by.announce('a.pdf', 1)).status, 201);
      assert.equal((await by.announce('a.pdf', 1)).status, 422);
      await by.remove(free[1] ?? '');
      assert.equal((await by.announce('a.pdf', 1)).status, 201);
      await clear();
      for (let no = 0; no < 10; no++) assert.equal((await by.announce('a.pdf', mostFileBytes)).status, 201);
      const full = await by.announce('a.pdf', 1);
      assert.deepEqual([full.status, full.body.errors], quota);
      await clear();
    });

    test('polyglot is only ever saved, as what it was found to be (T13)', async () => {
      const by = await sender();
      const { id } = (await by.send('a.pdf', bytesOf('%PDF-1.7\n<html><script>alert(1)</script></html>'))).body;
      const said = await sayWith(sandbox(), await company(), [id]);
      const { headers } = await fetchFile(sandbox(), `${said}/files/${id}`);
      assert.deepEqual(
        ['content-type', 'x-content-type-options', 'content-security-policy'].map((name) => headers.get(name)),
        ['application/pdf', 'nosniff', "sandbox; default-src 'none'; frame-ancestors 'none'"],
      );
      assert.match(headers.get('content-disposition') ?? '', /^attachment;/);
    });
  });
});
