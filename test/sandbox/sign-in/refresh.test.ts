import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { before, describe, it } from 'node:test';
import { SessionStore } from '../../../sandbox/hosts/partner/session-store.ts';
import { TokenService } from '../../../sandbox/hosts/partner/token-service.ts';
import { partnerRegistration } from '../../../sandbox/sign-in/clients.ts';
import { CodeFlow, type Tokens } from '../../../sandbox/sign-in/code-flow.ts';
import { signInSecrets } from '../../../sandbox/sign-in/secrets.ts';
import { oidcItem } from '../../../sandbox/sign-in/tables.ts';
import { maja, onBothEngines } from './running.ts';
import type { Running } from './running.ts';
import { askToken, signIn, tokenOf } from './signed-in.ts';
import { Visitor } from './visitor.ts';

describe('the partner’s tokens', () => {
  onBothEngines((sandbox) => {
    let running: Running;
    let flow: CodeFlow;
    before(async () => {
      running = sandbox();
      flow = new CodeFlow(partnerRegistration(running, await signInSecrets(running.database)));
    });

    /** Signs in as the partner's server does, and keeps the tokens to itself. */
    async function signedIn() {
      const visitor = new Visitor();
      const { address, attempt } = await flow.begin();
      const { next } = await signIn(visitor, address.href, maja, ({ origin }) => origin === running.partner);
      assert.ok(next);
      const { tokens } = await flow.finish(attempt, next);
      assert.ok(tokens);
      return { visitor, attempt, answer: next, tokens };
    }

    const sessionsFile = () => path.join(running.folder, 'sessions.json');
    const isOver = { name: 'ResponseBodyError', error: 'invalid_grant' };

    it('come with a refresh token that is good once, and revoke the family when it comes a second time (T18)', async () => {
      const { tokens } = await signedIn();
      const next = await flow.refresh(tokens.refreshToken);
      assert.notEqual(next.refreshToken, tokens.refreshToken);
      await assert.rejects(flow.refresh(tokens.refreshToken), isOver);
      await assert.rejects(flow.refresh(next.refreshToken), isOver);
    });

    it('are given to one of many who use a refresh token at the same moment (T18)', async () => {
      const { tokens } = await signedIn();
      const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => flow.refresh(tokens.refreshToken)));
      assert.equal(outcomes.filter(({ status }) => status === 'fulfilled').length, 1);
    });

    it('are not given for a code that is replayed, and the replay ends what came of it (T18)', async () => {
      const { attempt, answer, tokens } = await signedIn();
      await assert.rejects(flow.finish(attempt, answer), isOver);
      await assert.rejects(flow.refresh(tokens.refreshToken), isOver);
    });

    it('are not given to another client (T18)', async () => {
      const { tokens } = await signedIn();
      const secrets = await signInSecrets(running.database);
      const stranger = new CodeFlow({
        ...partnerRegistration(running, secrets),
        clientId: 'eksempeltele-site',
        clientSecret: secrets.operatorSecret,
      });
      await assert.rejects(stranger.refresh(tokens.refreshToken));
      const guesser = new CodeFlow({ ...partnerRegistration(running, secrets), clientSecret: 'a guess' });
      await assert.rejects(guesser.refresh(tokens.refreshToken), { code: 'OAUTH_WWW_AUTHENTICATE_CHALLENGE', status: 401 });
    });

    it('are shared by a person’s pages that ask while one is being fetched, and the sign-in survives (F14)', async () => {
      const visitor = new Visitor();
      await signIn(visitor, `${running.partner}/log-ind`, maja);
      const tokens = await Promise.all(Array.from({ length: 10 }, () => tokenOf(visitor, running.partner, 'refused')));
      // One that arrives when the fetching has just ended starts another; the next test holds the fetching back.
      assert.ok(new Set(tokens).size < tokens.length / 2, `${String(new Set(tokens).size)} tokens for ${String(tokens.length)} pages`);
      assert.ok(!tokens.includes(await tokenOf(visitor, running.partner, 'expiring')));
    });

    it('are fetched once for all who ask before the fetching has ended (F14)', async () => {
      const { refreshToken } = (await signedIn()).tokens;
      let refreshes = 0;
      let letGo = () => {};
      const held = new Promise<void>((resolve) => (letGo = resolve));
      class HeldFlow extends CodeFlow {
        override async refresh(token: string): Promise<Tokens> {
          refreshes += 1;
          await held;
          return super.refresh(token);
        }
      }
      const folder = await mkdtemp(path.join(tmpdir(), 'selvbetjening-tokens-'));
      try {
        const store = await SessionStore.open(path.join(folder, 'sessions.json'));
        const secret = await store.add({ personId: '', name: '', idToken: '', refreshToken, expiresAt: Date.now() + 60_000 });
        const service = new TokenService(new HeldFlow(partnerRegistration(running, await signInSecrets(running.database))), store);
        const asked = Array.from({ length: 10 }, () => service.give(secret, 'refused'));
        letGo();
        const given = await Promise.all(asked);
        assert.equal(refreshes, 1);
        assert.equal(new Set(given.map((one) => one?.token)).size, 1);
        assert.ok(given[0]);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    });

    it('are new when the page says that the old one was refused, and the same while a page starts (F14)', async () => {
      const visitor = new Visitor();
      await signIn(visitor, `${running.partner}/log-ind`, maja);
      const first = await tokenOf(visitor, running.partner);
      assert.equal(await tokenOf(visitor, running.partner), first);
      assert.notEqual(await tokenOf(visitor, running.partner, 'refused'), first);
    });

    it('never leave the partner’s server as refresh tokens (T08)', async () => {
      const visitor = new Visitor();
      await signIn(visitor, `${running.partner}/log-ind`, maja);
      const { refreshToken } =
        Object.values(JSON.parse(await readFile(sessionsFile(), 'utf8')) as Record<string, { refreshToken: string }>).at(-1) ?? {};
      assert.ok(refreshToken);
      const page = await (await visitor.send(`${running.partner}/`)).text();
      const answer = await askToken(visitor, running.partner);
      for (const text of [page, await answer.text(), JSON.stringify([...answer.headers])]) assert.ok(!text.includes(refreshToken));
    });

    it('are kept where only the owner of the files can read them (T08)', async () => {
      await signIn(new Visitor(), `${running.partner}/log-ind`, maja);
      assert.equal((await stat(sessionsFile())).mode & 0o777, 0o600);
    });

    it('do not stand in the operator’s database (T08)', async () => {
      const { tokens } = await signedIn();
      const everything = JSON.stringify(await running.database.db.select().from(oidcItem));
      assert.ok(!everything.includes(tokens.refreshToken));
    });

    for (const [what, headers] of [
      ['without the header', { 'intranet-request': '' }],
      ['from another origin', { origin: 'https://evil.example' }],
      ['from a page without an origin', { origin: 'null' }],
      ['from the operator’s origin', { origin: 'http://localhost:4100' }],
    ] as const) {
      it(`are not given to a request ${what} (T10)`, async () => {
        const visitor = new Visitor();
        await signIn(visitor, `${running.partner}/log-ind`, maja);
        const response = await askToken(visitor, running.partner, 'start', headers);
        assert.equal(response.status, 403);
        assert.equal(await response.text(), '{}');
      });
    }
  });
});
