import { assert } from 'chai';
import { openId, type OpenIdOptions } from '../../src/oidc/oidc.ts';

const options: OpenIdOptions = { issuer: 'https://provider.example', clientId: 'page', redirectAddress: '/answer' };
const ask = { reason: 'start', signal: new AbortController().signal } as const;

describe('signing in in the browser', () => {
  for (const [what, changes] of [
    ['a provider without https', { issuer: 'http://provider.example' }],
    ['a provider that is code', { issuer: 'javascript:alert(1)' }],
    ['an answer on another site', { redirectAddress: 'https://evil.example/answer' }],
    ['an answer at no address', { redirectAddress: 'https://' }],
  ] as const)
    it(`does not begin with ${what} (T09, T18)`, () => {
      assert.throws(() => openId({ ...options, ...changes }), TypeError, 'Selvbetjening Elements');
    });

  it('gives no token before somebody has signed in', async () => {
    assert.equal(await openId(options).token(ask), null);
  });

  it('has nothing to finish on a page that is no answer', async () => {
    assert.equal(await openId({ ...options, storage: () => sessionStorage }).finish(), undefined);
    assert.equal(sessionStorage.length, 0);
  });
});
