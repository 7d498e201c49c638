import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { decodeJwt, generateKeyPair, importJWK, SignJWT, UnsecuredJWT } from 'jose';
import type { CryptoKey, JWK, JWTHeaderParameters } from 'jose';
import { idOf } from '../../../sandbox/database/example-keys.ts';
import { signInSecrets } from '../../../sandbox/sign-in/secrets.ts';
import { maja, onEngine } from './running.ts';
import type { Running } from './running.ts';
import { signIn, tokenOf } from './signed-in.ts';
import { Visitor } from './visitor.ts';

describe('a bearer token at the API', () => {
  onEngine('pglite', (sandbox) => {
    let running: Running;
    let key: CryptoKey;
    let strangersKey: CryptoKey;
    let kid: string;
    let personId: string;
    let grant: unknown;
    before(async () => {
      running = sandbox();
      const { signingKey } = await signInSecrets(running.database);
      key = (await importJWK(signingKey as JWK, 'ES256')) as CryptoKey;
      ({ privateKey: strangersKey } = await generateKeyPair('ES256'));
      ({ kid } = signingKey);
      personId = await idOf(running.database, 'person', 'maja');
      const visitor = new Visitor();
      await signIn(visitor, `${running.partner}/log-ind`, maja);
      ({ grant } = decodeJwt(await tokenOf(visitor, running.partner)));
    });

    const seconds = () => Math.floor(Date.now() / 1000);
    const claims = () => ({
      iss: `${running.operator}/oidc`,
      aud: `${running.operator}/v1`,
      sub: personId,
      client_id: 'nordlys-intranet',
      scope: 'selvbetjening',
      grant,
      jti: 'one',
      iat: seconds(),
      exp: seconds() + 300,
    });
    const header = (): JWTHeaderParameters => ({ alg: 'ES256', typ: 'at+jwt', kid });
    const signed = (changedClaims: object = {}, changedHeader: object = {}, by = key) =>
      new SignJWT({ ...claims(), ...changedClaims }).setProtectedHeader({ ...header(), ...changedHeader }).sign(by);
    const session = (token: string) => fetch(`${running.operator}/v1/session`, { headers: { authorization: `Bearer ${token}` } });

    it('opens the door when it is as the provider makes it', async () => {
      assert.equal((await session(await signed())).status, 200);
      const visitor = new Visitor();
      await signIn(visitor, `${running.partner}/log-ind`, maja);
      assert.equal((await session(await tokenOf(visitor, running.partner))).status, 200);
    });

    const refused: Readonly<Record<string, () => Promise<string>>> = {
      'has expired': () => signed({ iat: seconds() - 600, exp: seconds() - 1 }),
      'is not valid yet': () => signed({ nbf: seconds() + 60 }),
      'never expires': () => signed({ exp: undefined }),
      'is for another audience': () => signed({ aud: `${running.partner}/v1` }),
      'is for nobody in particular': () => signed({ aud: undefined }),
      'comes from another issuer': () => signed({ iss: 'https://provider.example/oidc' }),
      'is an ID token': () => signed({ aud: 'nordlys-intranet' }, { typ: 'JWT' }),
      'has the right claims and another type': () => signed({}, { typ: 'JWT' }),
      'has no type': () => signed({}, { typ: undefined }),
      'is not signed': () => Promise.resolve(new UnsecuredJWT(claims()).encode()),
      'has an unknown key': () => signed({}, { kid: 'unknown' }, strangersKey),
      'names no key': () => signed({}, { kid: undefined }),
      'is signed by somebody else in our key’s name': () => signed({}, {}, strangersKey),
      'says where to fetch its key': () => signed({}, { kid: 'theirs', jku: 'https://evil.example/jwks' }, strangersKey),
      'brings a certificate address': () => signed({}, { x5u: 'https://evil.example/cert' }, strangersKey),
      'is signed with the public key as a secret': async () => {
        const { signingKey } = await signInSecrets(running.database);
        const secret = new TextEncoder().encode(JSON.stringify({ x: signingKey.x, y: signingKey.y }));
        return new SignJWT(claims()).setProtectedHeader({ ...header(), alg: 'HS256' }).sign(secret);
      },
      'has a changed claim': async () => {
        const [head = '', , signature = ''] = (await signed()).split('.');
        const other = Buffer.from(JSON.stringify({ ...claims(), sub: 'somebody-else' })).toString('base64url');
        return [head, other, signature].join('.');
      },
      'lacks the scope': () => signed({ scope: 'openid' }),
      'speaks for nobody': () => signed({ sub: undefined }),
      'speaks for somebody who does not exist': () => signed({ sub: 'nobody' }),
      'comes from a sign-in that has ended': () => signed({ grant: 'gone' }),
      'names no sign-in': () => signed({ grant: undefined }),
      'is not a token at all': () => Promise.resolve('hest'),
    };
    for (const [what, make] of Object.entries(refused)) {
      it(`is refused when it ${what} (T07)`, async () => {
        const response = await session(await make());
        assert.equal(response.status, 401);
        assert.match(response.headers.get('www-authenticate') ?? '', /^Bearer/);
      });
    }

    it('is refused when it stands in the address (T07)', async () => {
      const token = await signed();
      assert.equal((await fetch(`${running.operator}/v1/session?access_token=${token}`)).status, 401);
    });

    it('is not made good by a session cookie that came along (T07)', async () => {
      const visitor = new Visitor();
      await signIn(visitor, `${running.operator}/log-ind`, maja);
      const headers = { 'selvbetjening-request': '1' };
      assert.equal((await visitor.send(`${running.operator}/v1/session`, { headers })).status, 200);
      const response = await visitor.send(`${running.operator}/v1/session`, { headers: { ...headers, authorization: 'Bearer a.b.c' } });
      assert.equal(response.status, 401);
    });
  });
});
