/** The connection is cut right after the backend has done what was asked: fifty times out of fifty it is done once (F06). */
import { expect } from 'chai';
import { cleanup } from '../helpers.ts';
import { doings, inBox, openLossy } from './doings.ts';
import { begin, closed, dealer, subscriptionOf } from './profiles.ts';

const someone = dealer(47, 48);
const times = 50;

describe('the connection is cut right after it was done', function () {
  this.timeout(100_000);
  afterEach(cleanup);

  it(`and a block and its removal are done once each, ${String(times)} times out of ${String(times)} (F06)`, async () => {
    const { prepare, press, effects } = doings.block;
    const scene = await someone();
    const { element, cuts } = await openLossy(scene);
    for (let time = 1; time <= times; time++) {
      await prepare(element);
      press(element);
      await closed(element);
      expect(await effects(scene)).to.equal(1);
      await begin(element, 'Ophæv spærring');
      inBox.press(element);
      await closed(element);
      expect((await subscriptionOf(scene)).status).to.equal('active');
    }
    expect(cuts()).to.equal(2 * times);
  });
});
