/** The partner's intranet: another site, tokens, a strict content security policy and a style sheet that spares nobody. */
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { sql } from 'drizzle-orm';
import { idOf } from '../../sandbox/database/example-keys.ts';
import { billsOn } from './bills.ts';
import { listPath, on, type Guest } from './guest.ts';
import { settles } from './settles.ts';
import { Stage } from './stage.ts';

/** Types into the search, and waits for as many hits. */
const searchFor = async ({ page }: Guest, typed: string, hits: string): Promise<void> => {
  await on(page).search.fill(typed);
  await on(page).list.locator('.search').getByRole('status').filter({ hasText: hits }).waitFor();
};

describe('the partner’s intranet', () => {
  let stage: Stage;
  let guest: Guest;
  before(async () => {
    stage = await Stage.open({ partner: true });
  });
  after(() => stage.close());
  afterEach(async () => {
    await guest.leave();
    assert.deepEqual(guest.errors, []);
  });

  it('is walked through without one violation of its policy and one error (R10.2, R11.3, R12.2, R13.2, T12, F30)', async () => {
    guest = await stage.guest();
    const { page } = guest;
    const answer = await page.goto(`${stage.partner}/`);
    const policy = answer?.headers()['content-security-policy'] ?? '';
    assert.match(policy, /script-src 'self';.*require-trusted-types-for 'script'/);
    assert.doesNotMatch(policy, /unsafe/);
    await on(page).list.getByText('Du er ikke logget ind.').waitFor();
    await guest.openIntranet('maja');
    const { list, rows, choice, sort, name, heading, back } = on(page);
    await rows.first().waitFor();
    assert.equal(await rows.count(), 26);
    await searchFor(guest, 'aase', '2 resultater');
    await on(page).search.fill('');
    await settles(() => rows.count(), 26);
    await sort.click();
    await list.getByRole('menuitemradio', { name: 'Telefonnummer' }).click();
    await list.getByRole('columnheader', { name: 'Telefonnummer' }).and(page.locator('[aria-sort=ascending]')).waitFor();
    await list.locator('.list[aria-busy=false]').waitFor(); // the rows have come in their new order
    await name('Bo Ib').click();
    await list.locator('[part=subscription]').waitFor();
    assert.equal(await heading.innerText(), 'Bo Ib');
    await back.click();
    await name('Bo Ib').waitFor();
    await choice.selectOption({ label: 'Aagaard & Søn Demo ApS' });
    await list.getByText('3 brugere').waitFor();
    assert.doesNotMatch(await page.evaluate(() => window.allText(document.querySelector('ss-subscriptions') ?? document)), /nordlys/i);
    await page.getByRole('banner').getByRole('button', { name: 'Log ud' }).click();
    await page.getByRole('button', { name: 'Ja, log ud' }).click();
    await page.waitForURL(`${stage.partner}/`);
    await list.getByText('Du er ikke logget ind.').waitFor();
  });

  it('asks the API with a token and never with a cookie, and keeps the token out of addresses, storage and the page (T08)', async () => {
    guest = await stage.guest();
    const { page } = guest;
    const sent: Record<string, string>[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/v1/') && request.method() !== 'OPTIONS') sent.push(request.headers());
    });
    await guest.openIntranet('maja');
    await on(page).rows.first().waitFor();
    await page.locator('ss-product-order').getByRole('heading', { name: '5G-router' }).waitFor();
    await billsOn(page).rows.first().waitFor();
    await page.locator('ss-support-cases').locator('[part=row]').first().waitFor();
    assert.equal(sent.length, 5, 'the session, the list, the products, the invoices and the cases, each once');
    const tokens = sent.map((headers) => headers['authorization']?.replace('Bearer ', '') ?? '');
    assert.ok(tokens.every((token) => token.length > 40));
    assert.ok(sent.every((headers) => headers['cookie'] === undefined));
    const kept = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage, document.cookie]) + window.allText());
    for (const token of tokens) {
      assert.ok(!kept.includes(token));
      assert.ok(![...guest.traces].some((trace) => trace.includes(token)));
    }
  });

  it('loses with its next call what was withdrawn at the operator’s, and nothing else (R7.3, R8.2, T06)', async () => {
    guest = await stage.guest();
    await guest.openIntranet('maja');
    const { list, rows, choice } = on(guest.page);
    await rows.first().waitFor();
    const grant = async (access: string) => {
      const company = await idOf(stage.database, 'company', 'c1');
      const person = await idOf(stage.database, 'person', 'maja');
      await stage.database.db.execute(
        sql`update membership set subscriptions = ${access} where company_id = ${company} and person_id = ${person}`,
      );
    };
    await grant('none');
    try {
      await on(guest.page).search.fill('krogh');
      await list.locator('[part=no-access]').getByText('Du har ikke adgang til Abonnementer.').waitFor();
      assert.equal(await rows.count(), 0);
      await choice.selectOption({ label: 'Aagaard & Søn Demo ApS' });
      await settles(() => rows.count(), 3);
    } finally {
      await grant('full');
    }
  });

  it('signs nobody out when everything is started again, on either site', async () => {
    guest = await stage.guest();
    await guest.openIntranet('maja');
    const { page } = guest;
    await on(page).rows.first().waitFor();
    const tab = await guest.context.newPage();
    await tab.goto(`${stage.operator}/log-ind?tilbage=${listPath}`);
    await on(tab).rows.first().waitFor();
    await guest.quiet();
    await stage.restart();
    for (const site of [page, tab]) {
      await site.reload();
      await on(site).rows.first().waitFor();
      assert.equal(await on(site).rows.count(), 26);
    }
  });

  it('has the elements look as they should inside its hostile style sheet, at every width (F30)', async () => {
    guest = await stage.guest();
    await guest.openIntranet('maja');
    const { page } = guest;
    const { list, rows, name, sort } = on(page);
    await rows.first().waitFor();
    const look = (element: Element) => {
      const { fontSize, textTransform, letterSpacing, lineHeight } = getComputedStyle(element);
      return { fontSize, textTransform, letterSpacing, lineHeight };
    };
    const calm = { fontSize: '15px', textTransform: 'none', letterSpacing: 'normal', lineHeight: '21.75px' };
    assert.deepEqual(await list.locator('td.subscription').first().evaluate(look), calm);
    for (const { fontSize, textTransform, letterSpacing } of [await name('Bo Ib').evaluate(look), await sort.evaluate(look)])
      assert.deepEqual([fontSize, textTransform, letterSpacing], ['15px', 'none', 'normal']);
    for (const width of [320, 768, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      const [inside, own] = await list.evaluate((element) => {
        const table = element.shadowRoot?.querySelector('.list') ?? element;
        return [table.scrollWidth - table.clientWidth, element.scrollWidth - element.clientWidth];
      });
      assert.deepEqual([inside, own], [0, 0], `at ${String(width)}`);
    }
  });
});

describe('a token of the partner’s intranet', () => {
  it('that has expired is renewed without the person noticing, with one request of each kind (F14)', async () => {
    const stage = await Stage.open({ partner: true, tokenSeconds: 4 });
    after(() => stage.close());
    const guest = await stage.guest();
    const { page } = guest;
    let token = '';
    page.on('request', (request) => (token = request.headers()['authorization'] ?? token));
    await guest.openIntranet('maja');
    await on(page).rows.first().waitFor();
    const session = `${stage.operator}/v1/session`;
    await settles(async () => (await fetch(session, { headers: { authorization: token } })).status, 401);
    const answers: string[] = [];
    page.on('response', (response) => {
      if (response.request().method() !== 'OPTIONS')
        answers.push(`${new URL(response.url()).pathname.split('/').at(-1) ?? ''} ${String(response.status())}`);
    });
    await searchFor(guest, 'krogh', '1 resultat');
    await guest.leave();
    assert.deepEqual(answers, ['search 401', 'token 200', 'search 200']);
  });
});
