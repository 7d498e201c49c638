import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { decodeJwt } from 'jose';
import * as oauth from 'oauth4webapi';
import { directRegistration } from '../../../sandbox/sign-in/clients.ts';
import { signInSecrets } from '../../../sandbox/sign-in/secrets.ts';
import { maja, onEngine } from './running.ts';
import type { Running } from './running.ts';
import { signIn } from './signed-in.ts';
import { Visitor } from './visitor.ts';

/** What the token endpoint says. */
interface Answer {
  readonly status: number;
  readonly body: Partial<Record<'access_token' | 'refresh_token' | 'id_token' | 'error' | 'error_description', string>>;
  readonly allowed: string | null;
}

describe('the client without a secret', () => {
  onEngine('pglite', (sandbox) => {
    let running: Running;
    before(() => {
      running = sandbox();
    });
    const at = (place: string) => `${running.operator}/oidc/${place}`;

    /** The question that its page asks the provider, with changes; `null` leaves something out. */
    async function question(verifier: string, changes: Readonly<Record<string, string | null>> = {}): Promise<string> {
      const { clientId, redirectAddress, scope, resource = '' } = directRegistration(running);
      const address = new URL(at('auth'));
      const parameters: Record<string, string | null> = {
        response_type: 'code',
        ...{ client_id: clientId, redirect_uri: redirectAddress, scope, resource, state: 'state', nonce: 'nonce' },
        ...{ code_challenge: await oauth.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256', ...changes },
      };
      for (const [name, value] of Object.entries(parameters)) if (value !== null) address.searchParams.set(name, value);
      return address.href;
    }

    async function ask(fields: Record<string, string>, origin = running.partner, place = 'token'): Promise<Answer> {
      const { clientId, resource = '' } = directRegistration(running);
      const response = await fetch(at(place), {
        method: 'POST',
        headers: { origin },
        body: new URLSearchParams({ client_id: clientId, resource, ...fields }),
      });
      const text = await response.text();
      return {
        status: response.status,
        body: text === '' ? {} : (JSON.parse(text) as Answer['body']),
        allowed: response.headers.get('access-control-allow-origin'),
      };
    }

    /** Signs in up to the code, and returns what it takes to redeem it. */
    async function signedIn() {
      const verifier = oauth.generateRandomCodeVerifier();
      const { next } = await signIn(new Visitor(), await question(verifier), maja, ({ origin }) => origin === running.partner);
      const code = next?.searchParams.get('code') ?? '';
      assert.notEqual(code, '');
      return { grant_type: 'authorization_code', code, code_verifier: verifier, redirect_uri: directRegistration(running).redirectAddress };
    }

    const refreshed = (refreshToken = '') => ask({ grant_type: 'refresh_token', refresh_token: refreshToken });

    it('is given tokens for its code and its verifier alone, and the API listens to them', async () => {
      const { status, body, allowed } = await ask(await signedIn());
      assert.deepEqual([status, allowed], [200, running.partner]);
      assert.equal(decodeJwt(body.id_token ?? '').aud, 'nordlys-direkte');
      const session = await fetch(`${running.operator}/v1/session`, {
        headers: { authorization: `Bearer ${body.access_token ?? ''}`, origin: running.partner },
      });
      assert.equal(session.status, 200);
    });

    it('is given nothing for a code without its verifier, or with another (T18)', async () => {
      for (const change of [{ code_verifier: oauth.generateRandomCodeVerifier() }, { code_verifier: '' }]) {
        const { status, body } = await ask({ ...(await signedIn()), ...change });
        assert.equal(status, 400);
        assert.equal(body.access_token, undefined);
      }
    });

    it('must bring PKCE, and S256 (T18)', async () => {
      for (const changes of [
        { code_challenge_method: 'plain' },
        { code_challenge_method: null },
        { code_challenge: null, code_challenge_method: null },
      ]) {
        const address = await question(oauth.generateRandomCodeVerifier(), changes);
        const { next } = await new Visitor().follow(address, ({ origin }) => origin === running.partner);
        assert.equal(next?.searchParams.get('error'), 'invalid_request');
      }
    });

    it('comes back to one address, letter by letter (T18)', async () => {
      const { redirectAddress } = directRegistration(running);
      const others = [
        `${redirectAddress}/`,
        `${redirectAddress}?x=1`,
        redirectAddress.replace('127.0.0.1', 'localhost'),
        `${running.partner}/`,
      ];
      for (const redirect_uri of others) {
        const response = await new Visitor().send(await question(oauth.generateRandomCodeVerifier(), { redirect_uri }));
        assert.deepEqual([response.status, response.headers.get('location')], [400, null], redirect_uri);
      }
    });

    it('uses each refresh token once, and one that comes again ends the sign-in (T18)', async () => {
      const first = (await ask(await signedIn())).body.refresh_token;
      const { body } = await refreshed(first);
      assert.notEqual(body.refresh_token ?? first, first);
      assert.equal((await refreshed(first)).body.error, 'invalid_grant');
      assert.equal((await refreshed(body.refresh_token)).body.error, 'invalid_grant');
    });

    it('ends the sign-in with its refresh token, and the access token with it (T23)', async () => {
      const { body } = await ask(await signedIn());
      const revoked = await ask({ token: body.refresh_token ?? '' }, running.partner, 'token/revocation');
      assert.deepEqual([revoked.status, revoked.allowed], [200, running.partner]);
      assert.equal((await refreshed(body.refresh_token)).body.error, 'invalid_grant');
      const session = await fetch(`${running.operator}/v1/session`, { headers: { authorization: `Bearer ${body.access_token ?? ''}` } });
      assert.equal(session.status, 401);
    });

    it('is answered for pages of the partner’s origin only (T11)', async () => {
      for (const origin of ['https://evil.example', 'null', running.partner.replace('http:', 'https:'), `${running.partner}0`]) {
        const { status, body, allowed } = await ask(await signedIn(), origin);
        assert.deepEqual([status, body.error, allowed], [400, 'invalid_request', null], origin);
        const revoked = await ask({ token: 'x' }, origin, 'token/revocation');
        assert.deepEqual([revoked.status, revoked.allowed], [400, null], origin);
      }
    });

    it('is the only one that a page may ask for: not those that have servers, though it knew their secret (T11)', async () => {
      const { partnerSecret } = await signInSecrets(running.database);
      const response = await fetch(at('token'), {
        method: 'POST',
        headers: { origin: running.partner, authorization: `Basic ${btoa(`nordlys-intranet:${partnerSecret}`)}` },
        body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: 'x' }),
      });
      assert.deepEqual([response.status, response.headers.get('access-control-allow-origin')], [400, null]);
      assert.match(await response.text(), /origin .* not allowed/);
    });

    it('has a page with a strict policy, whose answers are referred to nobody (T08, T12)', async () => {
      const visitor = new Visitor();
      for (const [place, referrer] of [
        ['/direkte/', 'same-origin'],
        ['/direkte/svar?code=x&state=y', 'no-referrer'],
      ] as const) {
        const response = await visitor.send(`${running.partner}${place}`);
        assert.deepEqual([response.status, response.headers.get('referrer-policy')], [200, referrer]);
        assert.equal(response.headers.get('cache-control'), 'no-store');
        assert.match(response.headers.get('content-security-policy') ?? '', /script-src 'self';.*require-trusted-types-for 'script'/);
        assert.doesNotMatch(await response.text(), /secret/i);
      }
    });
  });
});
