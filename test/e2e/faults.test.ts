/** What can go wrong between the operator's page and its API, and what the person then sees. */
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { BrowserContext, Route } from 'playwright-core';
import { listPath, on, type Guest } from './guest.ts';
import { settles } from './settles.ts';
import { Stage } from './stage.ts';

const searches = '**/v1/companies/*/users/search';
const offline = 'Der er ingen forbindelse lige nu.';
const unreachable = 'Vi kan ikke få forbindelse til Selvbetjening lige nu.';
const broken = 'Noget gik galt hos os.';
const small = { label: 'Aagaard & Søn Demo ApS' };

describe('on the operator’s website', () => {
  let stage: Stage;
  let signedIn: Awaited<ReturnType<BrowserContext['storageState']>>;
  let guest: Guest;
  /** How many searches were sent. */
  let asked = 0;

  before(async () => {
    stage = await Stage.open();
    const maja = await stage.guest();
    await maja.openList('maja');
    signedIn = await maja.context.storageState();
    await maja.leave();
  });
  after(() => stage.close());
  beforeEach(async () => {
    guest = await stage.guest({ storageState: signedIn });
    asked = 0;
    guest.page.on('request', (request) => (asked += request.url().endsWith('/users/search') ? 1 : 0));
    await guest.page.goto(`${stage.operator}${listPath}`);
    await on(guest.page).rows.first().waitFor();
    assert.equal(asked, 1);
    asked = 0;
  });
  afterEach(() => guest.leave());

  const problem = () => on(guest.page).list.locator('[part=problem]');
  const retry = () => problem().getByRole('button', { name: 'Prøv igen' });
  /** Answers the next searches so, until told otherwise. */
  const answer = (act: (route: Route) => Promise<void>) => guest.page.route(searches, act);

  it('no network at the start is said, and the list loads by itself when the network is there (F01)', async () => {
    const { page, context } = guest;
    const { list, rows } = on(page);
    await context.setOffline(true);
    await page.evaluate(() => {
      const session = document.querySelector('ss-session');
      const place = session?.parentElement;
      session?.remove();
      // The second task is a new beginning: one that is only moved keeps its session.
      setTimeout(() => session && place?.append(session));
    });
    await list.getByText(offline).waitFor();
    assert.equal(await rows.count(), 0);
    assert.doesNotMatch(await page.evaluate(() => window.allText()), /ingen abonnementer/i, 'a failure never looks like an empty list');
    await context.setOffline(false);
    await settles(() => rows.count(), 26);
  });

  it('a network that goes while somebody types leaves the text alone, and the search is made when it is back (F01, F02)', async () => {
    const { page, context } = guest;
    const { rows, search, list } = on(page);
    await context.setOffline(true);
    await search.fill('lærke');
    await list.getByText(offline).waitFor();
    assert.equal(await search.inputValue(), 'lærke');
    await context.setOffline(false);
    await settles(() => rows.count(), 2);
    assert.equal(await search.inputValue(), 'lærke');
  });

  it('an API that is down says so in both elements, and all is well again on request (F01, F10)', async () => {
    const { page } = guest;
    const { list, switcher, rows } = on(page);
    await page.route('**/v1/**', (route) => route.abort('connectionrefused'));
    await page.reload();
    await list.getByText(unreachable).waitFor();
    await switcher.locator('[part=problem]').first().waitFor();
    await page.unroute('**/v1/**');
    await retry().click();
    await settles(() => rows.count(), 26);
  });

  it('a fault of the API shows its id in the panel it meets, leaves the other alone, and can be tried again (F10)', async () => {
    const { list, choice, rows } = on(guest.page);
    const body = { type: 'urn:selvbetjening:problem:unexpected', title: 'Stack trace', status: 500, requestId: 'req-1234' };
    await answer((route) => route.fulfill({ status: 500, contentType: 'application/problem+json', json: body }));
    await choice.selectOption(small);
    await problem().getByText(broken).waitFor();
    assert.equal(await problem().locator('code').innerText(), 'req-1234');
    assert.equal(await list.getByText('Stack trace').count(), 0);
    assert.equal(asked, 3, 'a read is tried three times');
    assert.equal(await choice.locator('option:checked').innerText(), small.label);
    await guest.page.unroute(searches);
    await retry().click();
    await settles(() => rows.count(), 3);
  });

  it('a page of HTML where JSON should be is asked for once more, and never shown (F08)', async () => {
    const { list, choice } = on(guest.page);
    await answer((route) => route.fulfill({ status: 200, contentType: 'text/html', body: '<h1>Velkommen til hotellets wi-fi</h1>' }));
    await choice.selectOption(small);
    await problem().getByText(broken).waitFor();
    assert.equal(asked, 2);
    assert.equal(await list.getByText('Velkommen').count(), 0);
  });

  it('a slow network shows bones from the first frame and asks once (F03)', async () => {
    const { page, context } = guest;
    const { list, choice, rows } = on(page);
    const devtools = await context.newCDPSession(page);
    const slow = { latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000, offline: false };
    await devtools.send('Network.emulateNetworkConditions', slow);
    const height = () => list.evaluate((element) => element.getBoundingClientRect().height);
    const begin = Date.now();
    await choice.selectOption({ label: 'Østerå Prøvekommune' });
    await list.locator('.bones').waitFor();
    assert.equal(await rows.count(), 0);
    assert.ok((await height()) > 400, 'the room of the list is kept');
    await rows.first().waitFor();
    assert.ok(Date.now() - begin >= 400);
    assert.equal(asked, 1);
  });

  it('a search whose reply is lost is made once more, and no row is doubled (F05, F06)', async () => {
    const { rows, search } = on(guest.page);
    let lost = 0;
    await answer(async (route) => {
      if (lost++ > 0) return route.continue();
      await route.fetch();
      return route.abort('connectionreset');
    });
    await search.fill('søren');
    await settles(() => rows.count(), 3);
    assert.equal(asked, 2);
    assert.equal(await problem().count(), 0);
  });

  it('a busy API counts down with the button off, and is asked once more when the time has come (F11)', async () => {
    const { search, rows } = on(guest.page);
    await answer((route) =>
      asked > 1
        ? route.continue()
        : route.fulfill({ status: 429, headers: { 'retry-after': '5' }, contentType: 'application/problem+json', body: '{}' }),
    );
    await search.fill('søren');
    const button = problem().getByRole('button', { name: /om \d s$/ });
    await button.waitFor();
    assert.equal(await button.getAttribute('aria-disabled'), 'true');
    await button.click({ force: true });
    assert.equal(asked, 1, 'the button is off');
    await settles(() => rows.count(), 3);
    assert.equal(asked, 2);
    assert.equal(await search.inputValue(), 'søren');
  });

  it('a silent API says after five seconds that it takes long, and after ten that it took too long (F03, F04)', async () => {
    const { choice, list } = on(guest.page);
    const silent: Route[] = [];
    await answer((route) => Promise.resolve(void silent.push(route)));
    const begin = Date.now();
    await choice.selectOption(small);
    await list.getByText('Det tager længere tid end normalt.').waitFor();
    assert.ok(Date.now() - begin > 4500);
    await problem().getByText('Det tog for lang tid at få svar.').waitFor();
    assert.ok(Date.now() - begin > 9500);
    assert.equal(asked, 1);
    assert.equal(silent.length, 1);
  });
});
