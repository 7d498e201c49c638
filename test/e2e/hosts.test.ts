/** What a host page may do to the elements by mistake, or because that is how it is built. */
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { listPath, on, signIn, type Guest } from './guest.ts';
import { settles } from './settles.ts';
import { Stage } from './stage.ts';

describe('a host page', () => {
  let stage: Stage;
  let guest: Guest;
  before(async () => {
    stage = await Stage.open();
  });
  after(() => stage.close());
  /** Somebody who is signed in, on a page without elements. */
  beforeEach(async () => {
    guest = await stage.guest();
    await guest.page.goto(`${stage.operator}/log-ind?tilbage=/`);
    await signIn(guest.page, 'maja');
  });
  afterEach(() => guest.leave());

  const load = (...tags: string[]) => guest.page.evaluate(tags.map((tag) => `import('/elements/${tag}.js')`).join(', ') + ', undefined');
  const insert = (tag: string, attributes: Readonly<Record<string, string>> = {}, within = 'body') =>
    guest.page.evaluate(
      ({ tag, attributes, within }) => {
        const element = document.createElement(tag);
        for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
        document.querySelector(within)?.append(element);
      },
      { tag, attributes, within },
    );
  const listStands = () => settles(() => on(guest.page).rows.count(), 26);

  it('may load the scripts after the markup (F30)', async () => {
    await insert('ss-session', { api: '/v1' });
    await insert('ss-subscriptions', {}, 'ss-session');
    await load('ss-subscriptions');
    await load('ss-session');
    await listStands();
    assert.deepEqual(guest.errors, []);
  });

  it('may load the scripts before the markup, and the session last (F30)', async () => {
    await load('ss-session', 'ss-subscriptions');
    await insert('ss-session', {});
    await insert('ss-subscriptions', {}, 'ss-session');
    await guest.page.evaluate(() => document.querySelector('ss-session')?.setAttribute('api', '/v1'));
    await listStands();
  });

  /** Loads all tags again from another address, as a second version would be; says what came of it. */
  const loadCopy = async () => {
    await guest.page.route('**/copy/**', (route) =>
      route.fulfill({ path: `dist/cdn/${route.request().url().split('/copy/')[1] ?? ''}`, contentType: 'text/javascript' }),
    );
    const tags = ['ss-session', 'ss-company-switcher', 'ss-subscriptions'];
    return guest.page.evaluate(`Promise.all([${tags.map((tag) => `import('/copy/${tag}.js')`).join()}]).then(() => 'loaded', String)`);
  };
  /** The first copy goes on, and a list that comes later finds the session. */
  const bothStand = async () => {
    const { rows, search } = on(guest.page);
    await search.fill('aase');
    await settles(() => rows.count(), 2);
    await insert('ss-subscriptions', {}, 'ss-session');
    await settles(() => guest.page.locator('ss-subscriptions').nth(1).locator('[part=row]').count(), 26);
  };

  it('may load two copies of the library: the first one wins, without a word (F30)', async () => {
    const { page } = guest;
    await page.route(`**${listPath}`, async (route) => {
      const response = await route.fetch();
      const { 'content-security-policy': _, ...headers } = response.headers();
      await route.fulfill({ response, headers });
    });
    await page.goto(`${stage.operator}${listPath}`);
    await listStands();
    assert.equal(await loadCopy(), 'loaded');
    await bothStand();
    assert.deepEqual(guest.errors, []);
  });

  it('whose policy allows the library’s name once only refuses a second copy, and the first goes on (F30)', async () => {
    await guest.page.goto(`${stage.operator}${listPath}`);
    await listStands();
    assert.match(String(await loadCopy()), /createPolicy/);
    await bothStand();
  });

  it('that names an address where there is no API gets a problem and a way to try again (F08)', async () => {
    await load('ss-session', 'ss-subscriptions');
    await insert('ss-session', { api: '/v2' });
    await insert('ss-subscriptions', {}, 'ss-session');
    const { list, rows } = on(guest.page);
    await list.locator('[part=problem]').getByRole('button', { name: 'Prøv igen' }).waitFor();
    assert.equal(await rows.count(), 0);
    await guest.page.evaluate(() => document.querySelector('ss-session')?.setAttribute('api', '/v1'));
    await listStands();
  });

  for (const api of ['http://api.example/v1', '//api.example/v1', 'javascript:alert(1)', ''])
    it(`that names »${api}« is told on the console, the person by a text, and nothing is sent (T09, F30)`, async () => {
      await load('ss-session', 'ss-subscriptions');
      await insert('ss-session', { api });
      await insert('ss-subscriptions', {}, 'ss-session');
      await on(guest.page).list.getByText('Selvbetjening kan ikke vises her.').waitFor();
      assert.equal(guest.errors.length, 1);
      assert.match(guest.errors[0] ?? '', /is no address for the API/);
      assert.deepEqual(
        [...guest.traces].filter((trace) => /\/v1|api\.example|alert/.test(trace)),
        [],
      );
    });

  it('may write values that nobody knows: they mean what no value means (F30)', async () => {
    await load('ss-session', 'ss-subscriptions');
    await insert('ss-session', { api: '/v1', mode: 'magi', company: 'findes-ikke' });
    const strange = { lang: 'xx-klingon', 'page-size': 'mange', 'order-by': 'stjernetegn', 'heading-level': 'øverst' };
    await insert('ss-subscriptions', strange, 'ss-session');
    await listStands();
    const { list, heading } = on(guest.page);
    await list.getByText('24 brugere · 26 abonnementer').waitFor();
    await guest.page.evaluate(() => document.querySelector('ss-subscriptions')?.setAttribute('route', 'noget/helt/andet'));
    await list.getByText('Vi kan ikke finde det, du leder efter.').waitFor();
    assert.equal(await heading.innerText(), 'Abonnementer');
    assert.deepEqual(guest.errors, []);
  });
});
