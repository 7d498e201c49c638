/** »Spær simkort« and »Ophæv spærring« (D11, SIM-4, SIM-5). */
import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { formatPhone } from '../../src/ui/format.ts';
import { cleanup, until } from '../helpers.ts';
import { begin, box, boxButton, boxReads, boxText, closed, dealer, openProfile, order, pick, subscriptionOf } from './profiles.ts';
import { all, control, find, focusIn, heard, one, plain, reads, textOf } from './screen.ts';

const someone = dealer(55, 59);

describe('blocking a SIM card', () => {
  afterEach(cleanup);

  it('names the person and the number, and says that it is still paid for and who answers for its use (SIM-5, T16)', async () => {
    const scene = await someone();
    const element = await openProfile(scene);
    await begin(element, 'Spær simkort');
    expect(boxText(element))
      .to.contain(`Spær simkort for ${scene.name}`)
      .and.to.contain(plain(formatPhone(scene.subscription.phone ?? '')))
      .and.to.contain('Der bliver spærret for opkald, sms og data. I betaler stadig for abonnementet.')
      .and.to.contain('I hæfter for det forbrug, der er, indtil simkortet er spærret.');
  });

  it('asks why, and does nothing before it knows (SIM-4, F19)', async () => {
    const scene = await someone();
    const element = await openProfile(scene);
    await begin(element, 'Spær simkort');
    expect(all(element, 'dialog input:checked')).to.have.lengthOf(0);
    boxButton(element, 'Spær simkort').click();
    await boxReads(element, 'Der er 1 fejl i formularen Vælg en grund.');
    await until(() => one(element, 'dialog .choice input').matches(':focus'), 'the focus on the first reason');
    expect((await subscriptionOf(scene)).status).to.equal('active');
  });

  for (const [reason, words, told] of [
    ['lost', 'Det er tabt', 'Simkortet er spærret, fordi det er tabt (22. november 2026).'],
    ['stolen', 'Det er stjålet', 'Simkortet er spærret, fordi det er stjålet (22. november 2026).'],
    ['other', 'Af en anden grund', 'Simkortet er spærret (22. november 2026).'],
  ] as const)
    it(`is done for the reason »${words}«, shown at once, and taken back (SIM-4, D11)`, async () => {
      const scene = await someone();
      const element = await openProfile(scene);
      await begin(element, 'Spær simkort');
      pick(element, words);
      boxButton(element, 'Spær simkort').click();
      await closed(element);
      await reads(element, told);
      expect(textOf(element)).to.contain(`${scene.subscription.plan} Spærret`);
      expect((await subscriptionOf(scene)).block?.reason).to.equal(reason);
      await until(() => heard(element).includes('Simkortet er spærret.'), 'it to be announced');
      expect(focusIn()).to.equal(scene.subscription.plan);
      expect(find(element, 'Spær simkort')).to.equal(undefined);
      await begin(element, 'Ophæv spærring');
      expect(boxText(element))
        .to.contain(`Ophæv spærring for ${scene.name}`)
        .and.to.contain('Der bliver åbnet for opkald, sms og data igen.');
      boxButton(element, 'Ophæv spærring').click();
      await closed(element);
      await until(() => find(element, 'Spær simkort'), 'the way to block it again');
      expect(textOf(element)).not.to.contain('Simkortet er spærret');
      expect(await subscriptionOf(scene)).to.include({ status: 'active', block: null });
    });

  it('is refused when the subscription is being closed meanwhile, and says so (T19, T21)', async () => {
    const scene = await someone((subscription) => subscription.status === 'active' && subscription.boundUntil === null);
    const { id, firstLastDay } = scene.subscription;
    const element = await openProfile(scene);
    await begin(element, 'Spær simkort');
    pick(element, 'Det er tabt');
    await order(scene, { kind: 'closeSubscription', subscription: id, lastDay: firstLastDay, remaining: 0 });
    boxButton(element, 'Spær simkort').click();
    await boxReads(element, 'Det kan ikke lade sig gøre, som abonnementet står nu.');
    expect((await subscriptionOf(scene)).block).to.equal(null);
  });

  it('can be done by keyboard alone (D11)', async () => {
    const scene = await someone();
    const element = await openProfile(scene);
    control(element, 'Spær simkort').focus();
    await sendKeys({ press: 'Enter' });
    await until(() => box(element)?.querySelector('input:focus'), 'the focus on the first reason');
    await sendKeys({ press: 'Space' });
    await sendKeys({ press: 'Tab' });
    expect(focusIn()).to.equal('Annuller');
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await closed(element);
    expect((await subscriptionOf(scene)).block?.reason).to.equal('lost');
  });
});
