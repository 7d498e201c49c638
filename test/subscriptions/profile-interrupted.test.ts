/** Sessions that end, rights that go, companies that change and elements that leave while something is sent: it is done once, and shown to nobody else. */
import { expect } from 'chai';
import { html } from 'lit';
import { answers, first, requestOf, type Fetch } from '../faults.ts';
import { cleanup, fixture, once, until } from '../helpers.ts';
import { gate } from '../recorder.ts';
import '../session/probe.ts';
import type { ProbeElement } from '../session/probe.ts';
import { doings, expectOnce, problem, stage, type Doing } from './doings.ts';
import { box, dealer, person, shown } from './profiles.ts';
import { all, control, find, listed, reads, textOf } from './screen.ts';

const someone = dealer(34, 45);

for (const [name, doing] of Object.entries<Doing>(doings))
  describe(`to ${name}, when something comes between`, () => {
    afterEach(cleanup);

    it('shows nothing of a token that was refused: it is renewed, and the same is sent once more (F14)', async () => {
      const tokens: string[] = [];
      const token = ({ reason }: { reason: string }) => {
        tokens.push(reason);
        return Promise.resolve({ token: reason === 'refused' ? person : 'old', expiresIn: 3600 });
      };
      // The old token is good for reading, until something is to be changed with it.
      const inner: Fetch = (...call) => {
        const request = requestOf(...call);
        if (request.headers.get('authorization') !== 'Bearer old') return fetch(request);
        if (request.headers.has('idempotency-key')) return Promise.resolve(new Response(null, { status: 401 }));
        request.headers.set('authorization', `Bearer ${person}`);
        return fetch(request);
      };
      const now = await stage(doing, await someone(), { token }, inner);
      doing.press(now.element);
      await expectOnce(now);
      expect(tokens).to.deep.equal(['start', 'refused']);
    });

    it('goes on by itself when the session ends while it is sent and the same person is back (F15)', async () => {
      const who = { token: person as string | null };
      const now = await stage(doing, await someone(), {
        token: () => Promise.resolve(who.token === null ? null : { token: who.token, expiresIn: 3600 }),
      });
      who.token = null;
      now.meet(answers(401));
      doing.press(now.element);
      await reads(now.element, 'Du er ikke logget ind.');
      expect(now.element.shadowRoot?.textContent).not.to.contain(now.scene.name);
      expect(box(now.element)).to.equal(undefined);
      who.token = person;
      now.meet();
      now.connection.resume();
      await doing.done(now.element);
      await shown(now.element);
      await expectOnce(now);
    });

    it('leaves nothing of it to another person who signs in (F15, T05)', async () => {
      const who = { token: person as string | null };
      const now = await stage(doing, await someone(), {
        token: () => Promise.resolve(who.token === null ? null : { token: who.token, expiresIn: 3600 }),
      });
      who.token = null;
      now.meet(answers(401));
      doing.press(now.element);
      await reads(now.element, 'Du er ikke logget ind.');
      who.token = 'maja';
      now.meet();
      const sent = now.keys().length;
      now.connection.resume();
      await listed(now.element);
      expect(box(now.element)).to.equal(undefined);
      expect(all(now.element, '.edit')).to.have.lengthOf(0);
      expect(now.keys()).to.have.lengthOf(sent);
      expect(await doing.effects(now.scene)).to.equal(0);
    });

    it('shows nothing of it under another company, where its answer comes late (F20, T05)', async () => {
      const now = await stage(doing, await someone());
      const held = gate();
      let answered = false;
      now.meet(() => async (...call) => {
        const response = await held.fetch(...call);
        answered = true;
        return response;
      });
      doing.press(now.element);
      await until(() => held.waiting.length, 'it to be on its way');
      const probe = await fixture<ProbeElement>(html`<x-probe></x-probe>`);
      const other = probe.session?.companies.find(({ id }) => id !== now.scene.company);
      const chosen = other && probe.connection?.choose(other);
      // What is on its way is not left without a question.
      await until(() => find(now.element, 'Forlad siden'), 'the question');
      control(now.element, 'Forlad siden').click();
      expect(await chosen).to.equal(true);
      await listed(now.element);
      held.open();
      await until(() => answered, 'its answer');
      expect(await doing.effects(now.scene)).to.equal(1);
      expect(box(now.element)).to.equal(undefined);
      expect(textOf(now.element)).not.to.contain(now.scene.name);
    });

    it('says that the right to it has gone, and does nothing (F17, R7.3)', async () => {
      const now = await stage(doing, await someone());
      now.meet(answers(403, {}, problem('forbidden')));
      doing.press(now.element);
      await now.says('Du har ikke længere lov til at ændre her. Der er ikke sendt noget.');
      expect(await doing.effects(now.scene)).to.equal(0);
    });

    it('says what it has no words for in general, and keeps what was filled in (F19)', async () => {
      const now = await stage(doing, await someone());
      now.meet(first(1, answers(422, {}, problem('invalid', { errors: [{ pointer: '/moon', type: 'full' }] }))));
      doing.press(now.element);
      await now.says('Der er 1 fejl i formularen Det kunne ikke lade sig gøre. Tjek oplysningerne, og prøv igen.');
      expect(doing.kept(now.element)).to.equal(true);
      doing.press(now.element);
      await doing.done(now.element);
      expect(await doing.effects(now.scene)).to.equal(1);
    });

    it('sends once, however often it is pressed (F21, R14.6)', async () => {
      const now = await stage(doing, await someone());
      const held = gate();
      now.meet(() => held.fetch);
      for (let presses = 0; presses < 5; presses++) doing.press(now.element);
      await until(() => held.waiting.length, 'it to be on its way');
      for (let presses = 0; presses < 5; presses++) doing.press(now.element);
      held.open();
      await expectOnce(now);
      expect(now.keys()).to.have.lengthOf(1);
    });

    it('is done and reported when the element leaves the page meanwhile, and shown when it is back (F22)', async () => {
      const now = await stage(doing, await someone());
      const held = gate();
      now.meet(() => held.fetch);
      doing.press(now.element);
      await until(() => held.waiting.length, 'it to be on its way');
      const home = now.element.parentElement;
      const told = once(now.element, doing.event);
      now.element.remove();
      held.open();
      await told;
      home?.append(now.element);
      await shown(now.element);
      expect(box(now.element)).to.equal(undefined);
      expect(await doing.effects(now.scene)).to.equal(1);
    });
  });
