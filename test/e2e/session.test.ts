/** The end of a session, in a browser with a back/forward cache: in another tab, on the way back, and in the middle of a search. */
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { listPath, on, signIn, type Guest } from './guest.ts';
import { settles } from './settles.ts';
import { Stage } from './stage.ts';

/** What belongs to the company or the person. */
const business = /nordlys|abildgaard|67 10|maja|holm/i;

describe('the end of a session', () => {
  let stage: Stage;
  let guest: Guest;
  before(async () => {
    stage = await Stage.open({ launch: { ignoreDefaultArgs: ['--disable-back-forward-cache'] } });
  });
  after(() => stage.close());
  afterEach(() => guest.leave());

  it('in another tab empties this one within a second (F24, T23)', async () => {
    guest = await stage.guest();
    await guest.openList('maja');
    const { page } = guest;
    const { list, rows, switcher } = on(page);
    await rows.first().waitFor();
    const tab = await guest.context.newPage();
    await tab.goto(`${stage.operator}${listPath}`);
    await on(tab).rows.first().waitFor();
    await Promise.all([tab.waitForURL(`${stage.operator}/`), tab.getByRole('button', { name: 'Log ud' }).click()]);
    const out = Date.now();
    for (const element of [list, switcher]) await element.getByText('Du er ikke logget ind.').waitFor({ timeout: 1000 });
    assert.ok(Date.now() - out < 1000);
    const left = await page.evaluate(() => [...document.querySelectorAll('ss-session')].map((session) => window.allText(session)).join());
    assert.doesNotMatch(left, business);
  });

  it('leaves nothing that is painted when somebody goes back, in any frame (F23, T23)', async () => {
    guest = await stage.guest();
    await guest.context.addInitScript((pattern) => {
      const forbidden = new RegExp(pattern, 'i');
      window.painted = [];
      window.framesSeen = 0;
      const look = () => {
        const text = window.allText();
        window.framesSeen += 1;
        if (sessionStorage.getItem('signed-out') === 'yes' && forbidden.test(text)) window.painted.push(text);
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    }, business.source);
    await guest.openList('maja');
    const { page } = guest;
    await on(page).rows.first().waitFor();
    await Promise.all([page.waitForURL(`${stage.operator}/`), page.getByRole('button', { name: 'Log ud' }).click()]);
    await page.evaluate(() => {
      sessionStorage.setItem('signed-out', 'yes');
      history.back();
    });
    await page.waitForURL(`${stage.operator}${listPath}`);
    await on(page).list.getByText('Du er ikke logget ind.').waitFor();
    await page.waitForFunction(() => window.framesSeen > 5);
    assert.deepEqual(await page.evaluate(() => window.painted), []);
  });

  it('in the middle of a search keeps what was typed for the same person (F15)', async () => {
    guest = await stage.guest();
    await guest.openList('maja');
    const { page } = guest;
    const { list, search, rows } = on(page);
    await search.fill('krogh');
    await settles(() => rows.count(), 1);
    await guest.context.clearCookies({ name: 'eksempeltele-session' });
    await search.fill('krogh-s');
    await list.getByText('Du er ikke logget ind.').waitFor();
    assert.equal(await rows.count(), 0);
    assert.doesNotMatch(await page.evaluate(() => window.allText(document.querySelector('ss-subscriptions') ?? document)), /krogh/i);
    const tab = await guest.context.newPage();
    await tab.goto(`${stage.operator}/log-ind?tilbage=${listPath}`);
    await on(tab).rows.first().waitFor();
    await page.evaluate(() => {
      document.querySelector('ss-session')?.resume();
    });
    await rows.first().waitFor();
    assert.equal(await search.inputValue(), 'krogh-s');
    assert.equal(await rows.count(), 1);
  });

  it('in the middle of a search gives another person nothing of what was typed (F15, F24)', async () => {
    guest = await stage.guest();
    await guest.openList('maja');
    const { page } = guest;
    const { search, rows } = on(page);
    await search.fill('krogh');
    await settles(() => rows.count(), 1);
    await guest.context.clearCookies();
    const tab = await guest.context.newPage();
    await tab.goto(`${stage.operator}/log-ind?tilbage=${listPath}`);
    await signIn(tab, 'lars');
    await on(tab).rows.first().waitFor();
    await page.evaluate(() => {
      document.querySelector('ss-session')?.resume();
    });
    await settles(() => rows.count(), 26);
    assert.equal(await search.inputValue(), '');
  });
});

declare global {
  interface Window {
    /** What of the session was on screen after its end. */
    painted: string[];
    framesSeen: number;
  }
}
