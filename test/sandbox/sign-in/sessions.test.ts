import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { sql } from 'drizzle-orm';
import { idOf } from '../../../sandbox/database/example-keys.ts';
import { siteSession } from '../../../sandbox/sign-in/tables.ts';
import { maja, onBothEngines } from './running.ts';
import type { Running } from './running.ts';
import { askToken, signIn, tokenOf } from './signed-in.ts';
import { Visitor } from './visitor.ts';

const cookieMode = { headers: { 'selvbetjening-request': '1' } };

/** The value of the hidden field in the page's form for signing out. */
async function proofOn(visitor: Visitor, page: string): Promise<string> {
  const text = await (await visitor.send(page)).text();
  return /name="bevis" value="([^"]+)"/.exec(text)?.[1] ?? '';
}

/** Signed in on both sites, with one sign-in at the provider. */
async function visitorOf({ operator, partner }: Pick<Running, 'operator' | 'partner'>): Promise<Visitor> {
  const visitor = new Visitor();
  await signIn(visitor, `${operator}/log-ind`, maja);
  const { at } = await visitor.follow(`${partner}/log-ind`);
  assert.equal(at.href, `${partner}/`);
  return visitor;
}

describe('a session', () => {
  onBothEngines((sandbox) => {
    let running: Running;
    before(() => {
      running = sandbox();
    });
    const withToken = (token: string) => fetch(`${running.operator}/v1/session`, { headers: { authorization: `Bearer ${token}` } });
    const own = (visitor: Visitor) => visitor.send(`${running.operator}/v1/session`, cookieMode);

    it('is known to the browser by a cookie that scripts cannot read and other sites cannot send along (T10)', async () => {
      const visitor = new Visitor();
      for (const site of [running.operator, running.partner]) {
        const { next } = await (site === running.operator
          ? signIn(visitor, `${site}/log-ind`, maja, ({ pathname }) => pathname === '/log-ind/svar')
          : visitor.follow(`${site}/log-ind`, ({ pathname }) => pathname === '/log-ind/svar'));
        const [cookie = ''] = (await visitor.send(next ?? '')).headers.getSetCookie();
        assert.match(cookie, /^(eksempeltele-session|intranet)=[\w-]{43};.*HttpOnly.*SameSite=Lax/);
      }
    });

    it('stands in the database as a hash only (T08)', async () => {
      const visitor = await visitorOf(running);
      const secret = visitor.cookie(running.operator, 'eksempeltele-session') ?? '';
      assert.equal((await own(visitor)).status, 200);
      assert.ok(!JSON.stringify(await running.database.db.select().from(siteSession)).includes(secret));
    });

    it('is another one after each sign-in, and the one before is over (T18)', async () => {
      const visitor = await visitorOf(running);
      const before = visitor.cookie(running.operator, 'eksempeltele-session') ?? '';
      await visitor.follow(`${running.operator}/log-ind`);
      assert.notEqual(visitor.cookie(running.operator, 'eksempeltele-session'), before);
      const old = await fetch(`${running.operator}/v1/session`, {
        headers: { ...cookieMode.headers, cookie: `eksempeltele-session=${before}` },
      });
      assert.equal(old.status, 401);
    });

    it('goes on when somebody signs in at the partner’s once more', async () => {
      const visitor = await visitorOf(running);
      await visitor.follow(`${running.partner}/log-ind`);
      const token = await tokenOf(visitor, running.partner, 'refused');
      assert.equal((await withToken(token)).status, 200);
    });

    it('ends on both sites when somebody signs out at the operator’s (T23)', async () => {
      const visitor = await visitorOf(running);
      const token = await tokenOf(visitor, running.partner);
      const response = await visitor.submit(`${running.operator}/log-ud`, { bevis: await proofOn(visitor, `${running.operator}/`) });
      assert.equal(response.status, 303);
      assert.match(response.headers.get('clear-site-data') ?? '', /"cache".*"storage"/);
      assert.equal((await own(visitor)).status, 401);
      assert.equal((await withToken(token)).status, 401, 'a token that has minutes to live is over too');
      assert.equal((await askToken(visitor, running.partner, 'refused')).status, 401);
      const { at } = await visitor.follow(`${running.operator}/log-ind`);
      assert.match(at.pathname, /^\/log-ind\/./, 'the provider asks for the password again');
    });

    it('ends on both sites when somebody signs out at the partner’s and says so at the operator’s (T23)', async () => {
      const visitor = await visitorOf(running);
      const token = await tokenOf(visitor, running.partner);
      const response = await visitor.submit(`${running.partner}/log-ud`, { bevis: await proofOn(visitor, `${running.partner}/`) });
      assert.equal((await askToken(visitor, running.partner)).status, 401);
      assert.equal((await withToken(token)).status, 401);
      const question = new URL(response.headers.get('location') ?? '');
      const page = await (await visitor.send(question)).text();
      assert.match(page, /Vil du også logge ud hos Eksempeltele\?/);
      const xsrf = /name="xsrf" value="([^"]+)"/.exec(page)?.[1] ?? '';
      assert.equal((await own(visitor)).status, 200);
      const answer = await visitor.submit(`${running.operator}/oidc/session/end/confirm`, { xsrf, logout: 'yes' });
      assert.equal(answer.headers.get('location'), `${running.partner}/`);
      assert.equal((await own(visitor)).status, 401);
    });

    for (const [what, fields, headers] of [
      ['from another origin', {}, { origin: 'https://evil.example' }],
      ['from a page without an origin', {}, { origin: 'null' }],
      ['without proof', { bevis: '' }, {}],
      ['with another person’s proof', { bevis: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }, {}],
    ] as const) {
      it(`is not ended by a form ${what} (T10)`, async () => {
        const visitor = await visitorOf(running);
        for (const site of [running.operator, running.partner]) {
          const bevis = await proofOn(visitor, `${site}/`);
          assert.notEqual(bevis, '');
          const response = await visitor.submit(`${site}/log-ud`, { bevis, ...fields }, headers);
          assert.equal(response.status, 403);
        }
        assert.equal((await own(visitor)).status, 200);
        assert.equal((await askToken(visitor, running.partner)).status, 200);
      });
    }

    it('is asked for its rights at every call: what is withdrawn at the operator’s is gone on the partner’s page with the next one (T06)', async () => {
      const visitor = await visitorOf(running);
      const authorization = `Bearer ${await tokenOf(visitor, running.partner)}`;
      const company = await idOf(running.database, 'company', 'c1');
      const search = async () => {
        const response = await fetch(`${running.operator}/v1/companies/${company}/users/search`, {
          method: 'POST',
          headers: { authorization, origin: running.partner, 'content-type': 'application/json' },
          body: JSON.stringify({ search: '', sort: 'name', direction: 'ascending', offset: 0, limit: 5 }),
        });
        return response.status;
      };
      const person = await idOf(running.database, 'person', 'maja');
      const withdraw = (what: 'none' | 'full') =>
        running.database.db.execute(
          sql`update membership set subscriptions = ${what} where person_id = ${person} and company_id = ${company}`,
        );
      assert.equal(await search(), 200);
      await withdraw('none');
      assert.equal(await search(), 403);
      await withdraw('full');
      assert.equal(await search(), 200);
    });

    it('outlives a restart of everything, on both sites (F29)', async () => {
      const visitor = await visitorOf(running);
      await running.restart();
      assert.equal((await own(visitor)).status, 200);
      assert.match(await (await visitor.send(`${running.partner}/`)).text(), /Maja Holm/);
      assert.equal((await withToken(await tokenOf(visitor, running.partner))).status, 200);
      const { at } = await visitor.follow(`${running.partner}/log-ind`);
      assert.equal(at.href, `${running.partner}/`, 'the provider remembers too');
    });
  });
});
