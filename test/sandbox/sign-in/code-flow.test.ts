import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { maja, onEngine } from './running.ts';
import type { Running } from './running.ts';
import { askToken, signIn, signInPage } from './signed-in.ts';
import { Visitor } from './visitor.ts';

describe('signing in by code flow', () => {
  onEngine('pglite', (sandbox) => {
    let running: Running;
    before(() => {
      running = sandbox();
    });

    /** The address at which each site begins, and whether a visitor ended up signed in on it. */
    const sites = [
      {
        name: 'operator',
        begin: () => `${running.operator}/log-ind`,
        signedIn: (visitor: Visitor) => visitor.cookie(running.operator, 'eksempeltele-session'),
      },
      {
        name: 'partner',
        begin: () => `${running.partner}/log-ind`,
        signedIn: (visitor: Visitor) => visitor.cookie(running.partner, 'intranet'),
      },
    ] as const;
    const isAnswer = (next: URL) => next.pathname === '/log-ind/svar';

    for (const { name, begin, signedIn } of sites) {
      describe(`on the ${name}'s site`, () => {
        /** Signs in up to the answer, which is not opened. */
        async function answerFor(visitor: Visitor): Promise<URL> {
          const { next } = await signIn(visitor, begin(), maja, isAnswer);
          assert.ok(next);
          return next;
        }

        it('ends with a session of its own', async () => {
          const visitor = new Visitor();
          const { response } = await visitor.follow(await answerFor(visitor));
          assert.equal(response.status, 200);
          assert.match(await response.text(), /Maja Holm/);
          assert.ok(signedIn(visitor));
        });

        it('refuses a tampered state (T18)', async () => {
          const visitor = new Visitor();
          const answer = await answerFor(visitor);
          answer.searchParams.set('state', `${answer.searchParams.get('state') ?? ''}x`);
          await refused(visitor, answer);
        });

        it('refuses a tampered nonce (T18)', async () => {
          const visitor = new Visitor();
          const { next: question } = await visitor.follow(begin(), (next) => next.pathname === '/oidc/auth');
          assert.ok(question);
          assert.ok(question.searchParams.get('nonce'));
          question.searchParams.set('nonce', 'somebody-elses');
          const { next: answer } = await signIn(visitor, question.href, maja, isAnswer);
          assert.ok(answer);
          assert.ok(answer.searchParams.get('code'));
          await refused(visitor, answer);
        });

        it('refuses an answer in the name of another provider (T18)', async () => {
          const visitor = new Visitor();
          const answer = await answerFor(visitor);
          answer.searchParams.set('iss', 'https://provider.example/oidc');
          await refused(visitor, answer);
        });

        it('refuses an answer to a sign-in that another browser has begun (T18)', async () => {
          const answer = await answerFor(new Visitor());
          const victim = new Visitor();
          await signInPage(victim, begin());
          await refused(victim, answer);
        });

        it('takes an answer once (T18)', async () => {
          const visitor = new Visitor();
          const answer = await answerFor(visitor);
          await visitor.follow(answer);
          const again = await visitor.send(answer);
          assert.equal(again.status, 400);
        });

        async function refused(visitor: Visitor, answer: URL): Promise<void> {
          const response = await visitor.send(answer);
          assert.equal(response.status, 400);
          assert.match(response.headers.get('content-security-policy') ?? '', /script-src 'self'/);
          assert.match(await response.text(), /<h1>(Vi kunne ikke logge dig ind|Du blev ikke logget ind)<\/h1>/);
          assert.equal(signedIn(visitor), undefined);
        }
      });
    }

    for (const wanted of [
      '//evil.example/x',
      '/\\evil.example',
      'https://evil.example/',
      '/\t/evil.example',
      'javascript:alert(1)',
      '/..//evil.example',
    ]) {
      it(`stays on the site, on its first page, when asked to go on to ${JSON.stringify(wanted)} (R2.1, T18)`, async () => {
        const visitor = new Visitor();
        const begin = `${running.operator}/log-ind?tilbage=${encodeURIComponent(wanted)}`;
        const { next: answer } = await signIn(visitor, begin, maja, isAnswer);
        const location = (await visitor.send(answer ?? '')).headers.get('location');
        assert.equal(location, '/oversigt');
      });
    }

    it('goes on to the page that asked', async () => {
      const begin = `${running.operator}/log-ind?tilbage=${encodeURIComponent('/erhverv/abonnementer/brugere/x?lang=en')}`;
      const { at } = await signIn(new Visitor(), begin, maja);
      assert.equal(at.href, `${running.operator}/erhverv/abonnementer/brugere/x?lang=en`);
    });

    describe('at the provider', () => {
      async function question(): Promise<URL> {
        const { next } = await new Visitor().follow(`${running.partner}/log-ind`, ({ pathname }) => pathname === '/oidc/auth');
        assert.ok(next);
        return next;
      }

      for (const [what, change] of [
        ['another path', (address: string) => `${address}/..`],
        ['another host', (address: string) => address.replace('127.0.0.1', '127.0.0.2')],
        ['a longer path', (address: string) => `${address}x`],
      ] as const) {
        it(`sends nobody to an address that is not registered: ${what} (T18)`, async () => {
          const address = await question();
          address.searchParams.set('redirect_uri', change(address.searchParams.get('redirect_uri') ?? ''));
          const response = await new Visitor().send(address);
          assert.equal(response.status, 400);
          assert.equal(response.headers.get('location'), null);
          assert.match(await response.text(), /invalid_redirect_uri/);
        });
      }

      it('insists on PKCE with S256 (T18)', async () => {
        for (const method of ['plain', undefined]) {
          const address = await question();
          if (method === undefined) for (const name of ['code_challenge', 'code_challenge_method']) address.searchParams.delete(name);
          else address.searchParams.set('code_challenge_method', method);
          const { next } = await new Visitor().follow(address, ({ origin }) => origin === running.partner);
          assert.equal(next?.searchParams.get('error'), 'invalid_request');
        }
      });

      it('knows one API only', async () => {
        const address = await question();
        address.searchParams.set('resource', 'https://elsewhere.example/v1');
        const { next } = await new Visitor().follow(address, ({ origin }) => origin === running.partner);
        assert.equal(next?.searchParams.get('error'), 'invalid_target');
      });
    });

    it('gives the partner’s page no token before somebody has signed in', async () => {
      assert.equal((await askToken(new Visitor(), running.partner)).status, 401);
    });
  });
});
