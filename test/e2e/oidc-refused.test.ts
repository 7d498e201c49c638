/** Answers to a sign-in in the browser that are not what they must be: nobody is signed in by them, and the next try is as good as the first. */
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { decodeJwt, importJWK, SignJWT, type CryptoKey, type JWK } from 'jose';
import type { Route } from 'playwright-core';
import { signInSecrets } from '../../sandbox/sign-in/secrets.ts';
import { alterAnswer, directOn } from './direct.ts';
import type { Guest } from './guest.ts';
import { Stage } from './stage.ts';

/** Where the provider is asked by a window. */
const asked = '**/oidc/auth?*';
const redeemed = '**/oidc/token';

describe('an answer to a sign-in in the browser', () => {
  let stage: Stage;
  let guest: Guest;
  before(async () => {
    stage = await Stage.open({ partner: true });
  });
  after(() => stage.close());
  beforeEach(async () => {
    guest = await stage.guest();
  });
  afterEach(() => guest.leave());

  /** Signs in once, so that the provider knows the person, and begins anew. Returns the code that was used. */
  const known = async (): Promise<string> => {
    const { open, signIn, users } = directOn(guest);
    await open();
    await signIn('maja');
    await users.waitFor();
    const answer = [...guest.traces].find((trace) => trace.includes('/direkte/svar?'));
    assert.ok(answer, 'there was an answer');
    await open();
    return new URL(answer).searchParams.get('code') ?? '';
  };

  /** Signs in while something is altered: it is said that it did not work, nobody is signed in, and without the alteration somebody is. */
  const isRefused = async (where: string, alter: (route: Route) => Promise<void>, what: string): Promise<void> => {
    const { signInAgain, notice, signedOut, users } = directOn(guest);
    const calls: number[] = [];
    guest.page.on('request', (request) => {
      if (request.url().includes('/v1/')) calls.push(1);
    });
    await guest.context.route(where, alter);
    await signInAgain();
    await notice.getByText(what).waitFor();
    await signedOut.waitFor();
    assert.deepEqual(calls, [], 'the API is not asked');
    await guest.context.unroute(where);
    await signInAgain();
    await users.waitFor();
    assert.equal(await notice.isVisible(), false);
  };
  const refusal = 'Du blev ikke logget ind';

  const answers: Readonly<Record<string, (answer: URL, usedCode: string) => void>> = {
    'another state': ({ searchParams }) => {
      searchParams.set('state', 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA');
    },
    'no state': ({ searchParams }) => {
      searchParams.delete('state');
    },
    'another issuer': ({ searchParams }) => {
      searchParams.set('iss', 'https://provider.example/oidc');
    },
    'no issuer, though the provider says that it names itself': ({ searchParams }) => {
      searchParams.delete('iss');
    },
    'a code that has been used': ({ searchParams }, usedCode) => {
      searchParams.set('code', usedCode);
    },
    'a code of nobody’s': ({ searchParams }) => {
      searchParams.set('code', 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA');
    },
    'an error in place of a code': ({ searchParams }) => {
      searchParams.delete('code');
      searchParams.set('error', 'temporarily_unavailable');
    },
  };
  for (const [what, alter] of Object.entries(answers))
    it(`is refused with ${what} (T18)`, async () => {
      const usedCode = await known();
      await isRefused(
        asked,
        alterAnswer((answer) => {
          alter(answer, usedCode);
        }),
        refusal,
      );
    });

  it('is refused with the nonce of another sign-in (T18)', async () => {
    await known();
    const otherNonce = async (route: Route) => {
      const question = new URL(route.request().url());
      question.searchParams.set('nonce', 'somebody-elses');
      const response = await route.fetch({ url: question.href, maxRedirects: 0 });
      await route.fulfill({ response });
    };
    await isRefused(asked, otherNonce, refusal);
  });

  /** Puts another ID token into the provider's answer to the code. */
  const withIdToken =
    (make: (token: string) => Promise<string>) =>
    async (route: Route): Promise<void> => {
      const response = await route.fetch();
      const body = (await response.json()) as { id_token: string };
      await route.fulfill({ response, json: { ...body, id_token: await make(body.id_token) } });
    };
  const signedAnew = (changes: object) =>
    withIdToken(async (token) => {
      const { signingKey } = await signInSecrets(stage.database);
      const key = (await importJWK(signingKey as JWK, 'ES256')) as CryptoKey;
      return new SignJWT({ ...decodeJwt(token), ...changes }).setProtectedHeader({ alg: 'ES256', kid: signingKey.kid }).sign(key);
    });

  for (const [what, changes] of [
    ['another client', { aud: 'eksempeltele-site' }],
    ['another client beside this one', { aud: ['nordlys-direkte', 'eksempeltele-site'] }],
    ['another issuer', { iss: 'https://provider.example/oidc' }],
    ['nobody', { sub: undefined }],
    ['a week ago', { iat: Math.floor(Date.now() / 1000) - 7 * 86_400, exp: Math.floor(Date.now() / 1000) - 6 * 86_400 }],
  ] as const)
    it(`is refused with an ID token for ${what} (T18)`, async () => {
      await known();
      await isRefused(redeemed, signedAnew(changes), refusal);
    });

  it('is refused with an ID token that the provider has not signed (T18)', async () => {
    await known();
    const otherPerson = withIdToken((token) => {
      const [head = '', , signature = ''] = token.split('.');
      const other = Buffer.from(JSON.stringify({ ...decodeJwt(token), sub: 'somebody-else' })).toString('base64url');
      return Promise.resolve([head, other, signature].join('.'));
    });
    await isRefused(redeemed, otherPerson, refusal);
  });

  it('that says the person declined is taken quietly', async () => {
    await known();
    await guest.context.route(
      asked,
      alterAnswer(({ searchParams }) => {
        searchParams.delete('code');
        searchParams.set('error', 'access_denied');
      }),
    );
    const { signInAgain, signedOut, notice } = directOn(guest);
    await signInAgain();
    await signedOut.waitFor();
    assert.equal(await notice.isVisible(), false);
  });

  for (const [what, where] of [
    ['cannot be asked for', '**/oidc/.well-known/openid-configuration'],
    ['cannot be redeemed', redeemed],
  ] as const)
    it(`that ${what} because the operator does not answer is said to be that, and the next try works (F16)`, async () => {
      await known();
      if (where !== redeemed) await directOn(guest).open();
      await isRefused(
        where,
        (route) => route.fulfill({ status: 503, contentType: 'text/html', body: '<h1>503</h1>' }),
        'Eksempeltele svarer ikke',
      );
    });

  it('counts only when the window that was opened brings it (T17)', async () => {
    const { open, openWindow, users, notice } = directOn(guest);
    await open();
    const opened = await openWindow();
    await opened.getByRole('heading', { name: 'Log ind', exact: true }).waitFor();
    const forged = `${stage.partner}/direkte/svar?code=forged&state=forged&iss=${encodeURIComponent(`${stage.operator}/oidc`)}`;
    await guest.page.evaluate(async (address) => {
      const message = { 'selvbetjening-sign-in': address };
      const heard = new Promise((resolve) => {
        addEventListener('message', resolve, { once: true });
      });
      window.postMessage(message, window.origin);
      await heard;
    }, forged);
    // From another site, by the very window that is open.
    await opened.evaluate((address) => {
      (window.opener as Window).postMessage({ 'selvbetjening-sign-in': address }, '*');
    }, forged);
    assert.equal(await notice.isVisible(), false);
    await opened.getByRole('button', { name: 'Maja Holm' }).click();
    const closed = opened.waitForEvent('close');
    await opened.locator('form.sign-in').getByRole('button', { name: 'Log ind' }).click();
    await closed;
    await users.waitFor();
  });

  it('that nobody here has asked for is refused by the page it leads to, and leaves its address (T18)', async () => {
    const { notice, signedOut } = directOn(guest);
    await guest.page.goto(`${stage.partner}/direkte/svar?code=x&state=y&iss=${encodeURIComponent(`${stage.operator}/oidc`)}`);
    await notice.getByText(refusal).waitFor();
    await signedOut.waitFor();
    assert.equal(guest.page.url(), `${stage.partner}/direkte/svar`);
  });

  for (const place of ['https://evil.example/', '//evil.example/', '/\\evil.example', '/\t/evil.example', 'javascript:alert(1)'])
    it(`leads to no other site, whatever was remembered: ${JSON.stringify(place)} (T18)`, async () => {
      await guest.context.addInitScript((wanted) => {
        window.open = () => null;
        const setItem = Object.getOwnPropertyDescriptor(Storage.prototype, 'setItem')?.value as Storage['setItem'];
        Storage.prototype.setItem = function (name, value) {
          const ours = name.startsWith('selvbetjening.sign-in');
          setItem.call(this, name, ours ? JSON.stringify(Object.assign(JSON.parse(value) as object, { place: wanted })) : value);
        };
      }, place);
      const { open, signInButton, portal } = directOn(guest);
      await open('#/cases');
      await signInButton.click();
      await guest.page.getByRole('button', { name: 'Maja Holm' }).click();
      await guest.page.locator('form.sign-in').getByRole('button', { name: 'Log ind' }).click();
      await portal.getByRole('button', { name: 'Maja Holm' }).waitFor();
      assert.equal(guest.page.url(), `${stage.partner}/direkte/svar`);
    });
});
