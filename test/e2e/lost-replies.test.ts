/** Orders whose answer is lost, late or unwanted: what the person then sees is true, and each is placed once. */
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { sql } from 'drizzle-orm';
import { rowsOf } from '../../sandbox/database/database.ts';
import { listPath, on, signIn, type Guest } from './guest.ts';
import { guideOn, openSite, ordersSent, sites, textOf } from './guide.ts';
import { settles } from './settles.ts';
import { Stage } from './stage.ts';

const unsure = 'Vi er ikke sikre på, at det gik igennem.';

/** How many connections are cut on each site. */
const cuts = 25;

describe('an order', () => {
  let stage: Stage;
  before(async () => {
    stage = await Stage.open({ partner: true });
  });
  after(() => stage.close());
  afterEach(() => {
    stage.loses = () => false;
  });

  /** How many orders there are for each of these people. */
  const ordersOf = (names: string) =>
    rowsOf<{ name: string; orders: number }>(
      stage.database.db,
      sql`select user_name as name, count(distinct order_id)::int as orders from order_item where user_name like ${names} group by 1 order by 1`,
    );

  it(
    `whose connection is cut after it was placed is told truly, and placed once, ${String(2 * cuts)} times of ${String(2 * cuts)} (F06, R14.6, R24.4)`,
    { timeout: 240_000 },
    async () => {
      /** How many answers are still to be lost, by the order's key; a key that is new loses `next` of them. */
      const toLose = new Map<string, number>();
      const next = new Map<string, number>();
      let cut = 0;
      stage.loses = ({ method, url, headers }) => {
        if (method !== 'POST' || url?.endsWith('/orders') !== true) return false;
        const key = String(headers['idempotency-key']);
        const left = toLose.get(key) ?? next.get(headers.origin ?? '') ?? 0;
        toLose.set(key, left - 1);
        if (left <= 0) return false;
        cut += 1;
        return true;
      };
      const seen = { receipt: 0, unsure: 0 };
      const walk = async (site: (typeof sites)[number], index: number) => {
        const guest = await stage.guest();
        await openSite(guest, site, 'maja');
        const { page } = guest;
        const guide = guideOn(page);
        const sent = ordersSent(page);
        for (let time = 0; time < cuts; time++) {
          const before = sent.length;
          // A browser asks again by itself over a connection it has used, and the guide twice: few losses are found out unasked, many are not.
          next.set(new URL(page.url()).origin, 1 + (time % 2) * 50);
          await (time === 0 ? guide.corner : on(page).name('Opret nyt abonnement').last()).click();
          await guide.toReview(`Tabt ${String(index)} ${String(time).padStart(2, '0')}`);
          await guide.send.click();
          const problem = guide.list.getByText(unsure);
          await guide.title.filter({ hasText: 'Tak for bestillingen' }).or(problem).first().waitFor();
          if (await problem.isVisible()) {
            seen.unsure += 1;
            assert.equal(await guide.send.count(), 0, 'it cannot be sent again, only found out');
            const key = sent.at(-1) ?? '';
            toLose.set(key, 0);
            await guide.list.getByRole('button', { name: 'Undersøg igen' }).click();
          } else seen.receipt += 1;
          await guide.receipt();
          assert.equal(new Set(sent.slice(before)).size, 1, 'one intention, one key');
        }
        await guest.leave();
        const lost = 'Failed to load resource: net::ERR_EMPTY_RESPONSE'; // the browser says so of each that it gives up
        assert.deepEqual(
          guest.errors.filter((error) => error !== lost),
          [],
        );
      };
      await Promise.all(sites.map(walk));
      assert.deepEqual(seen, { receipt: sites.length * Math.ceil(cuts / 2), unsure: sites.length * Math.floor(cuts / 2) });
      assert.ok(cut >= 2 * cuts, `${String(cut)} connections were cut`);
      const orders = await ordersOf('Tabt %');
      assert.equal(orders.length, 2 * cuts);
      assert.deepEqual(
        orders.filter((one) => one.orders !== 1),
        [],
      );
    },
  );

  describe('on the operator’s website', () => {
    let guest: Guest;
    let guide: ReturnType<typeof guideOn>;
    let sent: ReturnType<typeof ordersSent>;
    beforeEach(async () => {
      guest = await stage.guest();
      await openSite(guest, 'the operator’s website', 'maja');
      guide = guideOn(guest.page);
      sent = ordersSent(guest.page);
      await guide.corner.click();
    });
    afterEach(() => guest.leave());
    const placedOnce = async (name: string) => {
      assert.deepEqual(await ordersOf(name), [{ name, orders: 1 }]);
    };

    it('that takes long says so after five seconds, and is sent once however often it is pressed (F03, F21)', async () => {
      const { page } = guest;
      await guide.toReview('Langsom Lis');
      let goOn = () => {};
      const held = new Promise<void>((resolve) => (goOn = resolve));
      await page.route('**/orders', async (route) => {
        await held;
        await route.continue();
      });
      const begin = Date.now();
      await guide.send.dblclick();
      await guide.list.getByText('Det tager længere tid end normalt. Vi sender stadig …').waitFor();
      assert.ok(Date.now() - begin > 4_500);
      await page.keyboard.press('Enter');
      goOn();
      await guide.receipt();
      assert.equal(sent.length, 1);
      await placedOnce('Langsom Lis');
    });

    it('is sent once when Enter is held down, and one step is gone at a time (F21)', async () => {
      const { page } = guest;
      const hold = async () => {
        for (let times = 0; times < 12; times++) await page.keyboard.down('Enter');
        await page.keyboard.up('Enter');
      };
      await guide.at('Bruger');
      await guide.choice(/^En ny bruger/).check();
      await guide.field(/^Navn/).fill('Holger Holder');
      await hold();
      await guide.at('Abonnement');
      await guide.plan(/^Datasim 10 GB/);
      await guide.sim('eSIM');
      await guide.review();
      await guide.send.focus();
      await hold();
      await guide.receipt();
      assert.equal(sent.length, 1);
      await placedOnce('Holger Holder');
    });

    it('is not sent without a network, loses nothing, and goes on request when the network is there (F02)', async () => {
      const { page, context } = guest;
      await guide.toReview('Niels Nettet');
      await context.setOffline(true);
      await guide.send.click();
      await guide.list
        .getByText('Der er ingen forbindelse lige nu, så der er ikke sendt noget. Jeres oplysninger er her stadig.')
        .waitFor();
      assert.deepEqual(sent, []);
      assert.ok((await textOf(guide.list)).includes('Niels Nettet'));
      await context.setOffline(false);
      await guide.send.click();
      await guide.receipt();
      assert.equal(new URL(page.url()).pathname, `${listPath}/opret/kvittering`);
      await placedOnce('Niels Nettet');
    });

    it('that meets the end of the session is there again after signing in, and is placed once with the same key (F15)', async () => {
      const { page, context } = guest;
      await guide.toReview('Sara Session');
      await guest.quiet();
      await context.clearCookies({ name: 'eksempeltele-session' });
      await guide.send.click();
      await guide.list.getByText('Du er ikke logget ind.').waitFor();
      assert.ok(!(await page.evaluate(() => window.allText())).includes('Sara Session'), 'nothing of it is in sight');
      await guide.list.getByRole('button', { name: 'Log ind' }).click();
      await page.waitForURL(`${stage.operator}${listPath}/opret/godkend`);
      await guide.review();
      assert.ok((await textOf(guide.list)).includes('Sara Session'));
      await guide.send.click();
      await guide.receipt();
      assert.equal(sent.length, 2);
      assert.equal(sent[0], sent[1]);
      const [first, second] = stage.orders.filter(({ key }) => key === sent[0]);
      assert.deepEqual(first, second, 'the same is sent again');
      await placedOnce('Sara Session');
    });

    it('of which another person signs in afterwards shows nothing, and leaves nothing behind (F15, T23)', async () => {
      const { page, context } = guest;
      await guide.toReview('Hemmelige Hans');
      await guest.quiet();
      await context.clearCookies();
      await guide.send.click();
      await guide.list.getByRole('button', { name: 'Log ind' }).click();
      await signIn(page, 'ida');
      await guide.at('Bruger');
      const left = await page.evaluate(() => window.allText() + JSON.stringify(sessionStorage));
      assert.ok(!left.includes('Hemmelige Hans'));
      assert.deepEqual(await ordersOf('Hemmelige Hans'), []);
    });

    it('whose answer was lost with the page is found by its key when the page is loaded anew (F06, F21)', async () => {
      const { page } = guest;
      await guide.toReview('Genindlæs Gerda');
      stage.loses = ({ method, url }) => method === 'POST' && url?.endsWith('/orders') === true;
      await guide.send.click();
      await guide.list.getByText(unsure).waitFor();
      const before = sent.length;
      await page.reload();
      await guide.receipt();
      assert.equal(sent.length, before, 'nothing is sent again');
      await placedOnce('Genindlæs Gerda');
      assert.doesNotMatch(await page.evaluate(() => JSON.stringify(sessionStorage)), /Gerda/);
    });

    it('of which two tabs hold the same draft is placed once, and both say so (F21)', async () => {
      const { page, context } = guest;
      await guide.toReview('Tove Toenfane');
      const [other] = await Promise.all([context.waitForEvent('page'), page.evaluate(() => void window.open(location.href))]);
      const twin = guideOn(other);
      await twin.send.waitFor();
      assert.ok((await textOf(twin.list)).includes('Tove Toenfane'), 'the tab has taken the draft along');
      const sentThere = ordersSent(other);
      // As good as at once; who comes too late finds the button gone, and that is right.
      await Promise.all(
        [guide, twin].map(({ send }) => send.evaluateAll((buttons: HTMLElement[]) => buttons.map((button) => button.click()))),
      );
      const numbers = await Promise.all([guide.receipt(), twin.receipt()]);
      assert.equal(numbers[0], numbers[1]);
      assert.equal(new Set([...sent, ...sentThere]).size, 1);
      await placedOnce('Tove Toenfane');
    });

    it('that another tab has sent is no draft here any more (F21, T17)', async () => {
      const { page, context } = guest;
      await guide.toReview('Tage Toenfane');
      const [other] = await Promise.all([context.waitForEvent('page'), page.evaluate(() => void window.open(location.href))]);
      const twin = guideOn(other);
      await twin.send.click();
      const number = await twin.receipt();
      assert.equal(await guide.receipt(), number);
      await guide.list.getByText('Bestillingen er sendt fra et andet vindue.').waitFor();
      assert.deepEqual(sent, []);
      await placedOnce('Tage Toenfane');
      await settles(() => page.evaluate(() => JSON.stringify(sessionStorage).includes('Tage')), false);
    });
  });

  it('is not shown to be sent on the partner’s intranet while the network is away either (F02)', async () => {
    const guest = await stage.guest();
    await openSite(guest, 'the partner’s intranet', 'maja');
    const guide = guideOn(guest.page);
    await guide.corner.click();
    await guide.toReview('Pia Partner');
    await guest.context.setOffline(true);
    await guide.send.click();
    await guide.list.getByText('Der er ingen forbindelse lige nu, så der er ikke sendt noget.').waitFor();
    await guest.context.setOffline(false);
    await guide.send.click();
    await guide.receipt();
    assert.deepEqual(await ordersOf('Pia Partner'), [{ name: 'Pia Partner', orders: 1 }]);
    await guest.leave();
  });
});
