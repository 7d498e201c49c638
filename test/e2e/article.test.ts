/** The help article, walked from its first sentence to its last: on the operator's portal with each hand and zoomed in, and on the partner's intranet. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { arrive, companies, noAccess, overview } from './article-begin.ts';
import { fileCase, followCase } from './article-cases.ts';
import { vote } from './article-end.ts';
import { keyboard, pointer, type Hand } from './article-hand.ts';
import { invoices, signUp } from './article-invoices.ts';
import { accessible, narrow, reachable } from './article-place.ts';
import { products } from './article-products.ts';
import { list, order, profile } from './article-subscriptions.ts';
import { frameOn, type Walker } from './article-walker.ts';
import { billsOn } from './bills.ts';
import { casesOn } from './cases.ts';
import { guideOn } from './guide.ts';
import { Stage } from './stage.ts';

/** A window of 1280 by 1024 zoomed to 400 %. */
const zoomed: BrowserContextOptions = { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 };

type Look = (page: Page) => Promise<string[]>;

interface Way {
  readonly take: (page: Page) => Hand;
  /** What is looked at everywhere, and what only where nothing closes by it. */
  readonly glances: readonly Look[];
  readonly looks?: readonly Look[];
  readonly options?: BrowserContextOptions;
}

describe('the article', () => {
  let stage: Stage;
  before(async () => {
    stage = await Stage.open({ partner: true, pace: 3_600_000 });
  });
  after(() => stage.close());

  /** Somebody who walks. Gives all that was wrong on the way, so that one place hides no other. */
  const walking = async (
    { take, glances, looks = glances, options }: Way,
    walk: (walker: Walker) => Promise<readonly string[] | undefined>,
  ): Promise<readonly string[]> => {
    const guest = await stage.guest({ reducedMotion: 'reduce', ...options });
    const { page } = guest;
    const wrong: string[] = [];
    const looking = (ways: readonly Look[]) => async (place: string) => {
      await guest.quiet();
      for (const one of ways) wrong.push(...(await one(page)).map((words) => `${place}: ${words}`));
    };
    const others = await walk({ guest, page, hand: take(page), look: looking(looks), glance: looking(glances) });
    const elsewhere = [...guest.traces].filter(
      (trace) => /^\w+:\/\//.test(trace) && ![stage.operator, stage.partner].includes(new URL(trace).origin),
    );
    await guest.leave();
    return [...wrong, ...(others ?? []), ...guest.errors, ...elsewhere.map((trace) => `asked for elsewhere: ${trace}`)];
  };

  /** All of it on the operator's portal, in the article's order. */
  const fromFirstToLast = async (how: Way, name: string): Promise<void> => {
    const wrong = await walking(how, async (walker) => {
      const { page, hand } = walker;
      const frame = frameOn(walker);
      await arrive(walker, 'maja');
      const subject = `${name} går artiklen igennem`;
      await overview(walker, subject);
      await companies(walker);
      const ofFrida = await walking(how, async (frida) => {
        await noAccess(frida, stage);
        return undefined;
      });
      await frame.choices();
      await frame.choice('Opret nyt abonnement').waitFor();
      await walker.glance('the two choices');
      await hand.press(frame.choice('Alle abonnementer'));
      await list(walker);
      await profile(walker, 'Bo Ib');
      const guide = guideOn(page);
      await hand.press(guide.corner);
      await guide.at('Bruger');
      await frame.area('Oversigt');
      await frame.heading('Oversigt').waitFor();
      await frame.newSubscription();
      await order(walker, name);
      await frame.area('Produkter');
      await products(walker, 'bi', 'Birthe Bæk');
      await frame.area('Faktura');
      await invoices(walker);
      await hand.pick(frame.company, 'Aagaard');
      await billsOn(page).rows.first().waitFor();
      await signUp(walker, 'Aagaard & Søn Demo ApS');
      await hand.pick(frame.company, 'Nordlys');
      await billsOn(page).rows.first().waitFor();
      await frame.cases();
      await followCase(walker, subject);
      await vote(walker);
      return ofFrida;
    });
    assert.deepEqual(wrong, []);
  };

  it('is walked on the operator’s portal from its first sentence to its last, and each place is accessible (R1.1, R2.1, R2.2, R3.1, R3.2, R4.1, R4.3, R4.4, R5.4, R5.5, R5.8, R8.1, R8.2, R9.1, R10.1, R11.3, R12.2, R13.2, R14.2, R14.4, R15.1, R15.2, R16.5, R16.7, R17.2, R18.2, R20.1, R21.1, R23.1, R23.2, R23.4, R25.1, R26.1, R27.1, R28.1, R29.1, R30.2, R31.1, R31.2, R32.2, R32.3, R33.1, R33.2, R34.1, R36.1, R36.2, D4, D6)', () =>
    fromFirstToLast({ take: pointer, glances: [accessible] }, 'Pia Pegepind'));

  it('is walked by keyboard alone, with the focus in sight at every stop (R9.2, R12.3, R21.4, R38.1)', () =>
    fromFirstToLast({ take: keyboard, glances: [] }, 'Tage Tastatur'));

  it('is walked at 400 % zoom, where nothing has to be scrolled sideways, everything can be reached and nothing is covered (R38.1)', () =>
    fromFirstToLast({ take: pointer, glances: [narrow, accessible], looks: [narrow, accessible, reachable], options: zoomed }, 'Lis Lup'));

  it('is walked with the elements that stand on the partner’s intranet, and each place is accessible (R38.1)', async () => {
    const wrong = await walking({ take: pointer, glances: [accessible] }, async (walker) => {
      const { guest, page, hand } = walker;
      await guest.openIntranet('maja');
      await list(walker);
      await profile(walker, 'Lærke Schütt');
      await hand.press(guideOn(page).corner);
      await order(walker, 'Ina Intranet');
      await guideOn(page).toList();
      await products(walker, 'do', 'Dorte Ørum');
      await invoices(walker);
      const { way, cases } = casesOn(page);
      await hand.press(way('Opret supportsag').first());
      const subject = 'Artiklen gået igennem på intranettet';
      await fileCase(walker, subject);
      await hand.press(way('Se alle supportsager'));
      await cases.getByText(subject).first().waitFor();
      await followCase(walker, subject);
      return undefined;
    });
    assert.deepEqual(wrong, []);
  });
});
