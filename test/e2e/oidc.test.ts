/** Signing in by OpenID Connect in the browser, on the partner's page with the whole portal: in a window, by leaving the page, and out again. */
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { sql } from 'drizzle-orm';
import { directOn, fillIn } from './direct.ts';
import { on, signIn, type Guest } from './guest.ts';
import { settles } from './settles.ts';
import { Stage } from './stage.ts';

const day = 24 * 60 * 60 * 1000;
/** What a browser that opens no windows does. */
const opensNoWindow = () => {
  window.open = () => null;
};
/** What a browser with storage blocked does. */
const blocksStorage = () => {
  for (const name of ['localStorage', 'sessionStorage'])
    Object.defineProperty(window, name, {
      get: () => {
        throw new DOMException('The document is sandboxed', 'SecurityError');
      },
    });
};

describe('signing in in the browser', () => {
  let stage: Stage;
  let guest: Guest;
  before(async () => {
    stage = await Stage.open({ partner: true, launch: { args: ['--test-third-party-cookie-phaseout'] } });
  });
  after(() => stage.close());
  beforeEach(async () => {
    guest = await stage.guest();
  });
  afterEach(async () => {
    await guest.leave();
    assert.deepEqual(guest.errors, []);
  });

  /** No sign-in of anybody at the operator's lives any more. */
  const endSignIns = () => stage.database.db.execute(sql`delete from oidc_item`);

  it('works in a window, under the strictest policy and with third-party cookies blocked, and keeps tokens in memory alone (T08, T12, F30)', async () => {
    const { open, signIn, users, portal, someCase } = directOn(guest);
    const tokens: string[] = [];
    guest.context.on('response', (response) => {
      if (!response.url().endsWith('/oidc/token')) return;
      void response.json().then((body: Record<string, string>) => {
        for (const name of ['access_token', 'refresh_token', 'id_token']) tokens.push(body[name] ?? '');
      });
    });
    await open('#/cases');
    await signIn('maja');
    await someCase.waitFor();
    const { page } = guest;
    assert.equal(page.url(), `${stage.partner}/direkte/#/cases`);
    await portal.getByRole('link', { name: 'Oversigt' }).click();
    await users.waitFor();
    assert.equal(guest.context.pages().length, 1);
    const kept = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage, document.cookie]) + window.allText());
    assert.equal(tokens.length, 3);
    for (const token of tokens) {
      assert.ok(token.length > 20, 'a token came');
      assert.ok(!kept.includes(token), 'it is not kept');
      assert.ok(![...guest.traces].some((trace) => trace.includes(token)), 'it stands in no address');
    }
  });

  it('works by leaving the page where no window opens, and comes back to the same place without a trace of the answer (T08, T18)', async () => {
    await guest.context.addInitScript(opensNoWindow);
    const { open, signInButton, someCase } = directOn(guest);
    const { page } = guest;
    await open('#/cases');
    await signInButton.click();
    await signIn(page, 'maja');
    await someCase.waitFor();
    assert.equal(page.url(), `${stage.partner}/direkte/#/cases`);
    assert.doesNotMatch(await page.evaluate(() => JSON.stringify(sessionStorage)), /verifier|nonce|state/);
    await page.reload();
    await signInButton.waitFor();
    assert.equal(page.url(), `${stage.partner}/direkte/#/cases`);
  });

  it('works in a window where storage is blocked, and says so where no window opens either (F30)', async () => {
    await guest.context.addInitScript(blocksStorage);
    const { open, signIn, users, signInButton, notice } = directOn(guest);
    await open();
    await signIn('maja');
    await users.waitFor();
    await guest.context.addInitScript(opensNoWindow);
    await open();
    await signInButton.click();
    await notice.getByText('Din browser åbner ikke login-vinduet.').waitFor();
    assert.equal(guest.page.url(), `${stage.partner}/direkte/`);
  });

  for (const [what, off] of [
    ['before', -day],
    ['after', day],
  ] as const)
    it(`works with a clock that is a day ${what} the operator’s, without a token more than is needed (F27)`, async () => {
      await guest.context.clock.install({ time: Date.now() + off });
      const asked: string[] = [];
      guest.context.on('request', (request) => {
        if (request.url().endsWith('/oidc/token')) asked.push(request.postData() ?? '');
      });
      const { open, signIn, users, portal, someCase } = directOn(guest);
      await open();
      await signIn('maja');
      await users.waitFor();
      await portal.getByRole('link', { name: 'Mine supportsager' }).first().click();
      await someCase.waitFor();
      assert.equal(asked.length, 1, 'for the code, and for nothing else');
    });

  it('is needed anew after a reload, without the password', async () => {
    const { open, signIn, signInAgain, users } = directOn(guest);
    await open();
    await signIn('maja');
    await users.waitFor();
    await open();
    await signInAgain();
    await users.waitFor();
  });

  it('ends quietly when the person closes the window, and begins again on request', async () => {
    const { open, openWindow, users, notice, signedOut } = directOn(guest);
    await open();
    const first = await openWindow();
    await first.getByRole('heading', { name: 'Log ind', exact: true }).waitFor();
    await first.close();
    const second = await openWindow();
    await signedOut.waitFor();
    assert.equal(await notice.isVisible(), false);
    await fillIn(second, 'maja');
    await users.waitFor();
  });

  it('gives a form back that was half filled in when the session ended, to the same person (F15)', async () => {
    const { open, signIn, signInAgain, subject, description, signedOut } = directOn(guest);
    await open('#/cases/new');
    await signIn('maja');
    await subject.fill('Ingen dækning i kælderen');
    await description.fill('Hverken 4G');
    const other = directOn(guest, await guest.context.newPage());
    await other.open();
    await other.signInAgain();
    await other.signOut();
    await signedOut.waitFor();
    assert.doesNotMatch(await guest.page.evaluate(() => window.allText()), /kælderen|4G/);
    await signInAgain();
    await subject.waitFor();
    assert.deepEqual([await subject.inputValue(), await description.inputValue()], ['Ingen dækning i kælderen', 'Hverken 4G']);
  });

  it('sends afterwards, once, what was being sent when the session ended (F15)', async () => {
    const sent: string[] = [];
    guest.page.on('response', (response) => {
      if (response.request().method() === 'POST' && response.url().endsWith('/cases'))
        sent.push(`${String(response.status())} ${response.request().headers()['idempotency-key'] ?? ''}`);
    });
    const { open, signIn, subject, description, send, portal, signedOut } = directOn(guest);
    await open('#/cases/new');
    await signIn('maja');
    await subject.fill('Ingen dækning på taget');
    await description.fill('Hverken 4G eller 5G.');
    await endSignIns();
    await send.click();
    await signedOut.waitFor();
    await signIn('maja');
    await portal
      .getByText(/Supportsagen er oprettet. Sagsnummeret er \d+\./)
      .first()
      .waitFor();
    assert.match(sent.join(), /^401 (\S+),201 \1$/);
  });

  it('gives another person nothing of it, and sends nothing (F15, F24)', async () => {
    const { open, signIn, subject, description, send, portal, signedOut } = directOn(guest);
    await open('#/cases/new');
    await signIn('maja');
    await subject.fill('Ingen dækning i garagen');
    await description.fill('Hverken 4G eller 5G.');
    await endSignIns();
    await send.click();
    await signedOut.waitFor();
    const sent: string[] = [];
    guest.page.on('request', (request) => {
      if (request.method() === 'POST' && request.url().endsWith('/cases')) sent.push(request.url());
    });
    await signIn('lars');
    await portal.getByRole('button', { name: 'Lars Læser' }).waitFor();
    await portal.getByRole('link', { name: 'Oversigt' }).click();
    await portal
      .locator('ss-overview')
      .getByText(/\d+ brugere?/)
      .waitFor();
    assert.doesNotMatch(await guest.page.evaluate(() => window.allText()), /garagen|Maja/);
    assert.deepEqual(sent, []);
  });

  it('ends with »Log ud« here, in another tab within a second, and at the operator’s (F24, T23)', async () => {
    const { open, signIn, signOut, users, signedOut } = directOn(guest);
    await open();
    await signIn('maja');
    await users.waitFor();
    const tab = await guest.context.newPage();
    const other = directOn(guest, tab);
    await other.open();
    await other.signInAgain();
    await other.users.waitFor();
    await signOut();
    const out = Date.now();
    await other.signedOut.waitFor({ timeout: 1000 });
    assert.ok(Date.now() - out < 1000, 'within a second');
    assert.doesNotMatch(await tab.evaluate(() => window.allText()), /nordlys eksempel a\/s \(|24 brugere|maja/i);
    await guest.page.getByRole('button', { name: 'Ja, log ud' }).click();
    await guest.page.waitForURL(`${stage.partner}/direkte/`);
    await signedOut.waitFor();
    await directOn(guest)
      .openWindow()
      .then((opened) => opened.getByRole('heading', { name: 'Log ind', exact: true }).waitFor());
  });

  it('of somebody else in another tab takes this one’s person off the screen (F24)', async () => {
    const { open, signIn, users, signedOut } = directOn(guest);
    await open();
    await signIn('maja');
    await users.waitFor();
    await guest.context.clearCookies();
    const tab = await guest.context.newPage();
    const other = directOn(guest, tab);
    await other.open();
    await other.signIn('lars');
    await signedOut.waitFor({ timeout: 2000 });
    await other.portal.getByRole('button', { name: 'Lars Læser' }).waitFor();
  });

  it('is reached from the intranet’s menu', async () => {
    await guest.page.goto(`${stage.partner}/`);
    await guest.page.getByRole('navigation', { name: 'Intranet' }).getByRole('link', { name: 'Selvbetjening' }).click();
    await directOn(guest).signInButton.waitFor();
    assert.equal(await on(guest.page).list.count(), 0);
  });
});

describe('a token that a page has signed in for', () => {
  let stage: Stage;
  let guest: Guest;
  before(async () => {
    stage = await Stage.open({ partner: true, tokenSeconds: 4 });
  });
  after(() => stage.close());
  beforeEach(async () => {
    guest = await stage.guest();
  });
  afterEach(() => guest.leave());

  /** Signs in, and waits until the first token is worth nothing. Returns what has been asked of the token endpoint since. */
  const withOldToken = async (): Promise<string[]> => {
    const { open, signIn, users } = directOn(guest);
    let token = '';
    guest.page.on('request', (request) => (token = request.headers()['authorization'] ?? token));
    await open();
    await signIn('maja');
    await users.waitFor();
    await settles(async () => (await fetch(`${stage.operator}/v1/session`, { headers: { authorization: token } })).status, 401);
    const asked: string[] = [];
    guest.page.on('request', (request) => {
      if (request.url().endsWith('/oidc/token')) asked.push(new URLSearchParams(request.postData() ?? '').get('grant_type') ?? '');
    });
    return asked;
  };

  it('and has ended is renewed without the person noticing, once for all who ask (F14)', async () => {
    const asked = await withOldToken();
    const { portal, signedOut } = directOn(guest);
    await portal.getByRole('link', { name: 'Faktura', exact: true }).first().click();
    await portal.locator('ss-invoices [part=row]').first().waitFor();
    assert.equal(await signedOut.count(), 0);
    assert.deepEqual(asked, ['refresh_token']);
    assert.deepEqual(guest.errors, []);
  });

  it('and cannot be renewed because the operator does not answer keeps the person, who is told, and all is well later (F16)', async () => {
    await withOldToken();
    const { portal, signedOut, someCase } = directOn(guest);
    await guest.context.route('**/oidc/token', (route) => route.abort());
    await portal.getByRole('link', { name: 'Mine supportsager' }).first().click();
    const cases = portal.locator('ss-support-cases');
    const again = cases.getByRole('button', { name: 'Prøv igen' });
    await again.waitFor();
    assert.equal(await signedOut.count(), 0);
    await guest.context.unroute('**/oidc/token');
    await again.click();
    await someCase.waitFor();
  });
});
