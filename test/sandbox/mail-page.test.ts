import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { listMail, keepMail } from '../../sandbox/mail/mailbox.ts';
import { queueMail } from '../../sandbox/mail/outbox.ts';
import { maja, onEngine, type Running } from './sign-in/running.ts';
import { signIn } from './sign-in/signed-in.ts';
import { Visitor } from './sign-in/visitor.ts';

const dorte = 'dorte.desk@eksempeltele.example';

/** The text of a page, as it stands between its tags. */
const textOf = (page: string): string => page.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');

describe('the mailbox page', () => {
  // The database makes no difference to a page; test/sandbox/mail.test.ts sends on both.
  onEngine('pglite', (given) => {
    let running: Running;
    let clerk: Visitor;
    const at = (path: string) => `${running.operator}${path}`;
    const look = async (path: string, visitor = clerk) => {
      const response = await visitor.send(at(path));
      return { status: response.status, headers: response.headers, page: await response.text() };
    };
    before(async () => {
      running = given();
      clerk = new Visitor();
      await signIn(clerk, at('/log-ind'), dorte);
    });

    test('says that there is nothing yet, and leads to the desk and back', async () => {
      const { status, page } = await look('/mail');
      assert.equal(status, 200);
      assert.match(textOf(page), /Postkasse .* Der er ingen mails endnu/);
      assert.match(page, /href="\/desk"/);
      assert.match((await look('/desk')).page, /href="\/mail"/);
    });

    test('is for the operator’s employees: others are told so, and nobody is shown the way to sign in and back (T03)', async () => {
      const { headers, status } = await look('/mail', new Visitor());
      assert.deepEqual([status, headers.get('location')], [303, '/log-ind?tilbage=%2Fmail']);
      const other = new Visitor();
      await signIn(other, at('/log-ind'), maja);
      for (const path of ['/mail', '/mail/unknown']) {
        const refused = await look(path, other);
        assert.equal(refused.status, 403);
        assert.match(textOf(refused.page), /Ingen adgang Postkassen er for medarbejdere hos Eksempeltele/);
      }
    });

    test('shows a mail that was queued, within seconds, and its markup as text (T12)', async () => {
      const to = 'fie@nordlys.example';
      const [subject, text] = ['<img src=x onerror=alert(1)> & "citat"', 'Hej <b>Fie</b>\n  <script>alert(1)</script>\nÆrø'];
      await queueMail(running.database.db, { to, subject, text });
      const end = Date.now() + 20_000;
      let listed = (await look('/mail')).page;
      while (!listed.includes(to)) {
        assert.ok(Date.now() < end, 'the mail comes');
        listed = (await look('/mail')).page;
      }
      assert.doesNotMatch(listed, /<img src=x|<b>|<script>alert/);
      assert.match(listed, /&lt;img src=x onerror=alert\(1\)&gt; &amp; &quot;citat&quot;/);
      const [, address = ''] = /href="(\/mail\/[\w-]+)"/.exec(listed) ?? [];
      const { page, headers } = await look(address);
      assert.match(page, /<div class="mail-text">Hej &lt;b&gt;Fie&lt;\/b&gt;\n {2}&lt;script&gt;alert\(1\)&lt;\/script&gt;\nÆrø/);
      assert.doesNotMatch(page, /<img src=x|<b>|<script>alert/);
      assert.match(headers.get('content-security-policy') ?? '', /default-src 'none'; script-src 'self'.*frame-ancestors 'none'/);
      assert.equal(headers.get('cache-control'), 'no-store');
      // Titles and addresses end up in histories (PRV-6).
      assert.match(page, /<title>Mail – Eksempeltele<\/title>/);
    });

    test('lists fifty at a time, the newest first, and leads on to older ones and back', async () => {
      const { db } = running.database;
      for (let number = 1; number <= 60; number++) {
        const rest = { sender: 'a@example.com', recipient: 'b@example.com', text: '', files: [], writtenAt: null };
        await keepMail(db, { ...rest, messageId: `<${String(number)}@example.com>`, subject: `Nr. ${String(number)}` });
      }
      const all = await listMail(db, { limit: 100 });
      const first = await look('/mail');
      assert.deepEqual([...first.page.matchAll(/>(Nr\. \d+)</g)].map(([, subject]) => subject).slice(0, 2), ['Nr. 60', 'Nr. 59']);
      assert.doesNotMatch(first.page, /Nyeste mails/);
      const [, older = ''] = /href="(\/mail\?foer=\d+)"/.exec(first.page) ?? [];
      const second = await look(older);
      const hrefs = (page: string) => [...page.matchAll(/href="\/mail\/([\w-]+)"/g)].map(([, id]) => id);
      assert.deepEqual(
        [...hrefs(first.page), ...hrefs(second.page)],
        all.map(({ id }) => id),
      );
      assert.equal(hrefs(first.page).length, 50);
      assert.match(second.page, /Nyeste mails/);
      assert.doesNotMatch(second.page, /Ældre mails/);
      assert.match(textOf((await look('/mail?foer=1')).page), /Der er ikke flere mails/);
      assert.equal(hrefs((await look('/mail?foer=x')).page).length, 50);
    });

    test('says that there is no such mail', async () => {
      const { status, page } = await look('/mail/unknown');
      assert.equal(status, 404);
      assert.match(textOf(page), /Vi kan ikke finde siden/);
    });
  });
});
