/** Answers that are lost, late, broken or no answers: what is done from a profile is done once, and it is said what is known of it. */
import { expect } from 'chai';
import { startClock, stopClock } from '../clock.ts';
import { answers, cut, first, html as page, network, silent } from '../faults.ts';
import { cleanup, until } from '../helpers.ts';
import { gate } from '../recorder.ts';
import { afterwards, doings, expectOnce, problem, stage, type Doing } from './doings.ts';
import { dealer } from './profiles.ts';
import { control } from './screen.ts';

const someone = dealer(20, 34);

for (const [name, doing] of Object.entries<Doing>(doings))
  describe(`to ${name}, when the answer is not what it should be`, () => {
    afterEach(() => {
      startClock();
      network(true);
      cleanup();
    });

    it('says while the network is gone that nothing was sent, keeps what was filled in, and sends when it is back (F02)', async () => {
      const now = await stage(doing, await someone());
      network(false);
      await now.says('Der er ingen forbindelse lige nu. Tjek internetforbindelsen, og prøv igen.');
      expect(doing.kept(now.element)).to.equal(true);
      doing.press(now.element);
      await now.says('så der er ikke sendt noget. Jeres oplysninger er her stadig.');
      expect(now.keys()).to.have.lengthOf(0);
      expect(doing.kept(now.element)).to.equal(true);
      network(true);
      await until(() => !doing.says(now.element).includes('Tjek internetforbindelsen'), 'the notice to go');
      doing.press(now.element);
      await expectOnce(now);
    });

    it('says after five seconds that it is still sending, and sends nothing more out of impatience (F03)', async () => {
      const now = await stage(doing, await someone());
      const held = gate();
      const clock = stopClock();
      now.meet(() => held.fetch);
      doing.press(now.element);
      await until(() => held.waiting.length, 'it to be on its way');
      await clock.advance(5_000);
      await now.says('Det tager længere tid end normalt. Vi sender stadig …');
      doing.press(now.element);
      startClock();
      held.open();
      await expectOnce(now);
      expect(now.keys()).to.have.lengthOf(1);
    });

    it('asks again with the same key when the backend is silent for ten seconds (F04)', async () => {
      const now = await stage(doing, await someone());
      const clock = stopClock();
      now.meet(silent());
      doing.press(now.element);
      await until(() => now.keys().length === 1, 'it to be on its way');
      await clock.advance(10_000);
      await now.says('Vi fik ikke svar. Vi undersøger, om det gik igennem …');
      now.meet();
      await clock.advance(1_000);
      startClock();
      await expectOnce(now);
    });

    it('finds out by itself what became of it when the answer is lost after it was done (F06)', async () => {
      const now = await stage(doing, await someone());
      now.meet(first(1, cut()));
      doing.press(now.element);
      await expectOnce(now);
      expect(now.keys()).to.have.lengthOf(2);
    });

    it('says that it is not known when every answer is lost, and asks once when the network is back (F02, F06)', async () => {
      const now = await stage(doing, await someone());
      now.meet(cut());
      doing.press(now.element);
      await now.says('Vi er ikke sikre på, at det gik igennem.');
      expect(now.keys()).to.have.lengthOf(3);
      now.meet();
      window.dispatchEvent(new Event('online'));
      await expectOnce(now);
      expect(now.keys()).to.have.lengthOf(4);
    });

    for (const [what, fault] of [
      ['a page of somebody in between', page()],
      ['nothing but an empty answer', answers(200, {}, '')],
    ] as const)
      it(`does not take ${what} for done (F08)`, async () => {
        const now = await stage(doing, await someone());
        now.meet(first(1, fault));
        doing.press(now.element);
        await expectOnce(now);
        expect(now.keys()).to.have.lengthOf(2);
      });

    it('counts down while the backend is busy, and then sends once by itself (F11)', async () => {
      const now = await stage(doing, await someone());
      now.meet(first(1, answers(429, { 'retry-after': '1' })));
      doing.press(now.element);
      await now.says('Der er travlt lige nu.');
      await expectOnce(now);
      expect(now.keys()).to.have.lengthOf(2);
    });

    for (const [what, fault] of [
      ['a gateway gives up waiting', answers(504)],
      ['the same is being done already', answers(409, { 'retry-after': '1' }, problem('in-progress'))],
    ] as const)
      it(`waits and asks again when ${what} (F12)`, async () => {
        const now = await stage(doing, await someone());
        now.meet(first(1, afterwards(fault)));
        doing.press(now.element);
        await expectOnce(now);
        expect(now.keys()).to.have.lengthOf(2);
      });

    it('says that it is not sure after a fault at the backend, asks nothing by itself, and finds out with the same key (F13)', async () => {
      const now = await stage(doing, await someone());
      now.meet(first(1, afterwards(answers(500))));
      doing.press(now.element);
      await now.says('Vi er ikke sikre på, at det gik igennem. Undersøg det, før du prøver igen. Det bliver aldrig gjort to gange.');
      expect(now.keys()).to.have.lengthOf(1);
      expect(doing.kept(now.element)).to.equal(true);
      control(now.element, 'Undersøg igen').click();
      await expectOnce(now);
      expect(now.keys()).to.have.lengthOf(2);
    });
  });
