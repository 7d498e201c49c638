/** The connection is cut right after the backend has done what was asked: fifty times out of fifty it is done once (F06). */
import { expect } from 'chai';
import { cleanup, until } from '../helpers.ts';
import { doings, openLossy } from './doings.ts';
import { dealer } from './profiles.ts';
import { all, control, one, type } from './screen.ts';

const someone = dealer(48, 49);
const times = 50;

describe('the connection is cut right after it was done', function () {
  this.timeout(100_000);
  afterEach(cleanup);

  it(`and an edit is done once, ${String(times)} times out of ${String(times)} (F06)`, async () => {
    const { press, effects, done } = doings.edit;
    const scene = await someone();
    const { element, cuts } = await openLossy(scene);
    for (let time = 1; time <= times; time++) {
      control(element, 'Rediger oplysninger').click();
      await until(() => all(element, '#edit-costCentre').length, 'the form');
      type(one(element, '#edit-costCentre'), `Sted ${String(time)}`);
      press(element);
      await done(element);
      expect(await effects(scene)).to.equal(time);
    }
    expect(cuts()).to.equal(times);
  });
});
