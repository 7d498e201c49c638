import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { sql } from 'drizzle-orm';
import { maja, onEngine } from './running.ts';
import type { Running } from './running.ts';
import { signInPage } from './signed-in.ts';
import { Visitor } from './visitor.ts';

describe('the sign-in page', () => {
  onEngine('pglite', (sandbox) => {
    let running: Running;
    before(() => {
      running = sandbox();
    });
    const begin = () => `${running.operator}/log-ind`;

    it('is in Danish, loads nothing from elsewhere and cannot be framed (T16)', async () => {
      const visitor = new Visitor();
      const response = await visitor.send(await signInPage(visitor, begin()));
      const page = await response.text();
      assert.match(page, /<html lang="da">/);
      assert.match(response.headers.get('content-security-policy') ?? '', /default-src 'none'.*frame-ancestors 'none'/);
      for (const [, address = ''] of page.matchAll(/(?:src|href)="([^"]*)"/g)) assert.match(address, /^\/(?!\/)/);
    });

    it('fills the form in for a sample sign-in, without scripts too', async () => {
      const visitor = new Visitor();
      const form = await signInPage(visitor, begin());
      const page = await (await visitor.send(`${form.href}?person=maja`)).text();
      assert.match(page, new RegExp(`name="email"[^>]*value="${maja}"`));
      assert.match(page, /name="password"[^>]*value="demo"/);
      assert.equal([...page.matchAll(/<button name="person"/g)].length, 7);
    });

    it('says what was wrong and keeps the name when the password is not right', async () => {
      const visitor = new Visitor();
      const response = await visitor.submit(await signInPage(visitor, begin()), { email: maja, password: 'DEMO' });
      assert.equal(response.status, 422);
      const page = await response.text();
      assert.match(page, /role="alert">E-mailadressen og adgangskoden passer ikke sammen\./);
      assert.match(page, new RegExp(`name="email"[^>]*value="${maja}"`));
      assert.doesNotMatch(page, /DEMO/);
    });

    it('shows what was typed as text (T12)', async () => {
      const visitor = new Visitor();
      const response = await visitor.submit(await signInPage(visitor, begin()), { email: '"><script>alert(1)</script>', password: 'x' });
      const page = await response.text();
      assert.doesNotMatch(page, /<script>alert/);
      assert.match(page, /&quot;&gt;&lt;script&gt;/);
    });

    it('says the same of a name that does not exist (T22)', async () => {
      const answers = await Promise.all(
        [maja, 'nobody@nordlys.example'].map(async (email) => {
          const visitor = new Visitor();
          const response = await visitor.submit(await signInPage(visitor, begin()), { email, password: 'wrong' });
          const [form = ''] = /<h1>.*<\/form>/s.exec((await response.text()).split('<section')[0] ?? '') ?? [];
          return `${String(response.status)} ${form.replace(email, '')}`;
        }),
      );
      assert.match(answers[0] ?? '', /^422 .*role="alert"/s);
      assert.equal(answers[0], answers[1]);
    });

    it('makes whoever guesses wait, also with the right password and when many guesses come at once (T22)', async () => {
      const guesser = new Visitor();
      const form = await signInPage(guesser, begin());
      const email = 'lars@guessed.example';
      const statuses = await Promise.all(
        Array.from({ length: 12 }, async (_, index) => (await guesser.submit(form, { email, password: String(index) })).status),
      );
      assert.equal(statuses.filter((status) => status === 422).length, 8);
      assert.equal(statuses.filter((status) => status === 429).length, 4);
      const late = await guesser.submit(form, { email: email.toUpperCase(), password: 'demo' });
      assert.equal(late.status, 429);
      assert.ok(Number(late.headers.get('retry-after')) > 0);
      assert.match(await late.text(), /Vent 5 minutter/);
      // Five minutes later, as far as the database can tell.
      await running.database.db.execute(sql`update wrong_password set since = since - interval '301 seconds'`);
      assert.equal((await guesser.submit(form, { email, password: 'again' })).status, 422);
    });

    it('takes a NUL, which the database does not know, for a mistake like any other (T22)', async () => {
      const visitor = new Visitor();
      const form = await signInPage(visitor, begin());
      assert.equal((await visitor.submit(form, { email: 'maja\0', password: 'demo' })).status, 422);
      const { next } = await visitor.follow(begin(), ({ pathname }) => pathname === '/oidc/auth');
      assert.ok(next);
      const asked = async (name: string) => {
        const address = new URL(next);
        address.searchParams.set(name, 'x\0');
        return (await visitor.send(address)).status;
      };
      assert.deepEqual([await asked('client_id'), await asked('state'), await asked('nonce')], [400, 303, 303]);
    });

    it('refuses a form that is larger than any of ours, on both sites (T22)', async () => {
      const visitor = new Visitor();
      const fields = { email: maja, password: 'x'.repeat(20_000) };
      const forms = [await signInPage(visitor, begin()), `${running.operator}/log-ud`, `${running.partner}/log-ud`];
      for (const form of forms) assert.equal((await visitor.submit(form, fields)).status, 413, String(form));
      const token = await visitor.send(`${running.partner}/token`, { method: 'POST', body: JSON.stringify(fields) });
      assert.equal(token.status, 413);
    });

    it('takes a form of its own origin only (T10)', async () => {
      const visitor = new Visitor();
      const form = await signInPage(visitor, begin());
      for (const origin of ['https://evil.example', 'null', running.partner]) {
        const response = await visitor.submit(form, { email: maja, password: 'demo' }, { origin });
        assert.equal(response.status, 403);
      }
    });

    it('is worth nothing in a browser that has not begun it (T18)', async () => {
      const form = await signInPage(new Visitor(), begin());
      const other = new Visitor();
      assert.equal((await other.send(form)).status, 400);
      assert.equal((await other.submit(form, { email: maja, password: 'demo' })).status, 400);
    });
  });
});
