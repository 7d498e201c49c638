/** The connection is cut right after the backend has done what was asked: fifty times out of fifty it is done once (F06). */
import { expect } from 'chai';
import { cleanup, until } from '../helpers.ts';
import { doings, inBox, openLossy } from './doings.ts';
import { begin, closed, dealer, subscriptionOf } from './profiles.ts';
import { find } from './screen.ts';

const someone = dealer(45, 46);
const times = 50;

describe('the connection is cut right after it was done', function () {
  this.timeout(100_000);
  afterEach(cleanup);

  const undo = async (element: Element): Promise<void> => {
    await until(() => find(element, 'Fortryd'), 'the way to undo');
    await begin(element, 'Fortryd');
    inBox.press(element);
    await closed(element);
    await until(() => !find(element, 'Fortryd'), 'the change to be gone');
  };

  it(`and a change and its undoing are done once each, ${String(times)} times out of ${String(times)} (F06, R14.4, R14.6)`, async () => {
    const { prepare, press, effects } = doings.change;
    const scene = await someone();
    const { element, cuts } = await openLossy(scene);
    for (let time = 1; time <= times; time++) {
      await prepare(element);
      press(element);
      await closed(element);
      await undo(element);
      expect([await effects(scene), (await subscriptionOf(scene)).changes.length]).to.deep.equal([time, 0]);
    }
    expect(cuts()).to.equal(2 * times);
  });
});
