/** »Opret nyt abonnement« as a guide: its steps, its places, the way on and the way back. */
import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { html } from 'lit';
import type { SubscriptionsElement } from '../../src/subscriptions/subscriptions-element.ts';
import type { SsNavigateEvent } from '../../src/ui/events.ts';
import { cleanup, fixture, signIn, until } from '../helpers.ts';
import {
  at,
  begin,
  companiesFrom,
  fieldErrors,
  fill,
  fillNumber,
  fillPlan,
  fillSim,
  fillUser,
  listedErrors,
  next,
  openAt,
  pick,
  title,
  walkToReview,
} from './guide.ts';
import { all, control, find, focusIn, heard, listed, one, plain, reads, textOf } from './screen.ts';

const company = companiesFrom(80, 93);

/** Where the element asks to go. */
const routes = (element: SubscriptionsElement): string[] => {
  const asked: string[] = [];
  element.addEventListener('ss-navigate', ({ route, replace }) => asked.push(replace ? `${route} instead` : route));
  return asked;
};

describe('the guide to a new subscription', () => {
  afterEach(cleanup);

  it('opens from the upper right corner of the list and by its route, at the same first step (R15.2, R15.3, R16.1)', async () => {
    const own = await company();
    const { element } = await openAt(own, '');
    await listed(element);
    const asked = routes(element);
    control(element, 'Opret nyt abonnement').click();
    await at(element, 'Bruger');
    expect(asked).to.deep.equal(['new']);
    expect(title(element)).to.equal('Trin 1 af 6 Bruger');
    expect(one(element, 'h2').innerText).to.equal('Opret nyt abonnement');
    expect(one(element, '.under').innerText).to.equal(own.name);
    const first = textOf(element);
    element.route = 'new/user';
    await element.updateComplete;
    expect(textOf(element)).to.equal(first);
  });

  it('names each step and counts them, one place for each, and leaves out what a choice makes needless (R16.1, R16.5, R16.7)', async () => {
    const element = await begin(await company());
    const asked = routes(element);
    const titles = [title(element)];
    await fillUser(element);
    titles.push(title(element));
    await fillPlan(element);
    titles.push(title(element));
    await fillNumber(element);
    titles.push(title(element));
    await fillSim(element, 'Simkort');
    titles.push(title(element));
    next(element);
    await at(element, 'Gennemse og godkend');
    titles.push(title(element));
    expect(titles).to.deep.equal([
      'Trin 1 af 6 Bruger',
      'Trin 2 af 6 Abonnement',
      'Trin 3 af 6 Nummer',
      'Trin 4 af 6 Simkort',
      'Trin 5 af 6 Levering',
      'Trin 6 af 6 Gennemse og godkend',
    ]);
    expect(asked).to.deep.equal(['new/plan', 'new/number', 'new/sim', 'new/delivery', 'new/review']);
  });

  it('has no step for a number that is not called, and none for a delivery of nothing (R16.5)', async () => {
    const element = await begin(await company());
    await fillUser(element);
    await fillPlan(element, 'Datasim 10 GB', 'Simkort');
    expect(title(element)).to.equal('Trin 3 af 5 Simkort');
    await fillSim(element, 'eSIM');
    expect(title(element)).to.equal('Trin 4 af 4 Gennemse og godkend');
  });

  it('puts the focus on the heading of each step, forwards and back, and where the host leads (R16.7)', async () => {
    const element = await begin(await company());
    await fillUser(element);
    expect(focusIn()).to.equal('Trin 2 af 6 Abonnement');
    await fillPlan(element);
    expect(focusIn()).to.equal('Trin 3 af 6 Nummer');
    control(element, 'Tilbage').focus();
    all(element, 'form a, form button')
      .find(({ innerText }) => innerText === 'Tilbage')
      ?.click();
    await at(element, 'Abonnement');
    expect(focusIn()).to.equal('Trin 2 af 6 Abonnement');
    element.route = 'new/user'; // as Back in a host with addresses does
    await at(element, 'Bruger');
    expect(focusIn()).to.equal('Trin 1 af 6 Bruger');
  });

  it('goes back without losing anything, by »Tilbage« and by the steps taken (R16.3)', async () => {
    const element = await begin(await company());
    pick(element, 'En ny bruger');
    await fill(element, 'name', 'Ærlig Åkjær');
    await fill(element, 'email', 'aerlig@example.com');
    await fill(element, 'costCentre', 'Lager 7');
    next(element);
    await at(element, 'Abonnement');
    await fillPlan(element);
    const steps = () => all(element, '.steps [data-route]').map(({ dataset }) => dataset['route']);
    expect(steps()).to.deep.equal(['new/user', 'new/plan']);
    expect(heard(element)).not.to.contain('fejl');
    one(element, '.steps [data-route="new/user"]').click();
    await at(element, 'Bruger');
    expect(['name', 'email', 'costCentre'].map((id) => one<HTMLInputElement>(element, `#${id}`).value)).to.deep.equal([
      'Ærlig Åkjær',
      'aerlig@example.com',
      'Lager 7',
    ]);
    expect(steps()).to.deep.equal(['new/plan', 'new/number']);
    next(element);
    await at(element, 'Abonnement');
    expect(one<HTMLInputElement>(element, ':checked').closest('label')?.innerText).to.contain('Mobil 5 GB');
  });

  it('leads whoever comes to a step too early to the first that is not done, in its place in the history (R16.2, R16.7)', async () => {
    const own = await company();
    for (const route of ['new/review', 'new/plan', 'new/receipt', 'new/nonsense', 'new/%E0%A4%A']) {
      const asked: string[] = [];
      const { element } = await openAt(
        own,
        route,
        {},
        (place) =>
          html`<ss-subscriptions
            route=${place}
            @ss-navigate=${({ route: to, replace }: SsNavigateEvent) => asked.push(replace ? `${to} instead` : to)}
          ></ss-subscriptions>`,
      );
      await at(element, 'Bruger');
      expect(asked, route).to.deep.equal(['new/user instead']);
      expect(focusIn(), route).to.equal('');
      cleanup();
    }
    const element = await begin(own);
    await fillUser(element);
    element.route = 'new/review';
    await at(element, 'Abonnement');
  });

  it('asks the page before each step, and stays when told no (R16.7)', async () => {
    const element = await begin(await company());
    pick(element, 'En ny bruger');
    await fill(element, 'name', 'Nej Tak');
    const asked = routes(element);
    element.addEventListener('ss-navigate', (event) => event.preventDefault(), { once: true });
    next(element);
    await until(() => asked.length, 'the question');
    await element.updateComplete;
    expect(title(element)).to.equal('Trin 1 af 6 Bruger');
    next(element);
    await at(element, 'Abonnement');
  });

  it('cannot be gone on in with errors: they are listed and linked, and the first wrong field has the focus (R16.2, R24.2)', async () => {
    const element = await begin(await company());
    next(element);
    await until(() => listedErrors(element).length, 'the list of errors');
    expect(textOf(element)).to.contain('Der er 1 fejl i formularen');
    expect(listedErrors(element)).to.deep.equal(['Vælg, om abonnementet er til en ny eller en eksisterende bruger.']);
    expect(fieldErrors(element)).to.deep.equal(listedErrors(element));
    expect(one<HTMLInputElement>(element, '#userKind').matches(':focus')).to.equal(true);
    pick(element, 'En ny bruger');
    await element.updateComplete;
    expect(listedErrors(element)).to.deep.equal([]);
    await fill(element, 'email', 'ikke en adresse');
    next(element);
    await until(() => listedErrors(element).length === 2, 'both errors');
    expect(listedErrors(element)).to.deep.equal(['Udfyld navn.', 'Skriv en gyldig e-mailadresse, fx navn@example.com.']);
    expect(one(element, '#name').matches(':focus')).to.equal(true);
    all(element, '.summary li button')[1]?.click();
    expect(one(element, '#email').matches(':focus')).to.equal(true);
    await fill(element, 'email', 'rigtig@example.com');
    expect(listedErrors(element)).to.deep.equal(['Udfyld navn.']);
    expect(title(element)).to.equal('Trin 1 af 6 Bruger');
  });

  it('tells on leaving a field what is wrong with what stands in it, and of an empty one nothing (R16.2)', async () => {
    const element = await begin(await company());
    pick(element, 'En ny bruger');
    await until(() => all(element, '#name').length, 'the fields');
    const [name, email] = [one(element, '#name'), one(element, '#email')];
    name.focus();
    email.focus();
    expect(fieldErrors(element)).to.deep.equal([]);
    await fill(element, 'email', 'forkert@');
    expect(fieldErrors(element)).to.deep.equal([]);
    name.focus();
    await until(() => fieldErrors(element).length, 'the error');
    expect(fieldErrors(element)).to.deep.equal(['Skriv en gyldig e-mailadresse, fx navn@example.com.']);
    expect(listedErrors(element)).to.deep.equal([]);
    await fill(element, 'email', 'rigtig@example.com');
    expect(fieldErrors(element)).to.deep.equal([]);
  });

  it('goes on by Enter in a field, and a key that is held down goes one step only (R16.2, F21)', async () => {
    const element = await begin(await company());
    pick(element, 'En ny bruger');
    await fill(element, 'name', 'Enter Entersen');
    const asked = routes(element);
    one(element, '#name').focus();
    await sendKeys({ press: 'Enter' });
    await at(element, 'Abonnement');
    pick(element, 'Mobil 5 GB');
    await element.updateComplete;
    const held = new KeyboardEvent('keydown', { key: 'Enter', repeat: true, bubbles: true, cancelable: true, composed: true });
    expect(one(element, ':checked').dispatchEvent(held)).to.equal(false);
    expect(asked).to.deep.equal(['new/plan']);
  });

  it('takes the second half of a double click for no step of its own (F21)', async () => {
    const element = await begin(await company());
    pick(element, 'En ny bruger');
    await fill(element, 'name', 'Dobbelt Klik');
    next(element);
    await at(element, 'Abonnement');
    const second = new MouseEvent('click', { detail: 2, bubbles: true, cancelable: true, composed: true });
    expect(control(element, 'Fortsæt').dispatchEvent(second)).to.equal(false);
    await element.updateComplete;
    expect(listedErrors(element)).to.deep.equal([]);
  });

  it('says nothing of payment anywhere: no card, no field for one (R17.1)', async () => {
    const element = await begin(await company());
    const seen: string[] = [];
    const look = () => seen.push(textOf(element), ...all(element, 'input').map(({ id }) => id));
    look();
    await fillUser(element);
    look();
    await fillPlan(element);
    look();
    await fillNumber(element);
    look();
    await fillSim(element);
    look();
    expect(seen.join(' ')).not.to.match(/betalingskort|kortnummer|kreditkort|mobilepay|cardnumber/i);
    expect(all(element, '[autocomplete^=cc]')).to.have.lengthOf(0);
  });

  it('is not for those who may only read, and says so (R7.1, R9.4)', async () => {
    signIn('lars');
    const element = await fixture<SubscriptionsElement>(html`<ss-subscriptions route="new/plan"></ss-subscriptions>`);
    await reads(element, 'Du har ikke adgang til');
    expect(find(element, 'Fortsæt')).to.equal(undefined);
  });

  it('keeps in sight what has been chosen and what it costs (R24.3)', async () => {
    const element = await begin(await company());
    await fillUser(element, 'Karla Kvist');
    await fillPlan(element, 'Mobil 100 GB');
    const phone = await fillNumber(element);
    expect(plain(one(element, 'aside').innerText)).to.equal(
      `Jeres valg Bruger Karla Kvist Abonnement Mobil 100 GB Nummer ${phone} Én gang 79,20 kr. Pr. måned 179,00 kr. Alle priser er ekskl. moms.`,
    );
  });

  it('goes from the first step to the last, and back from any part of the last step to it (R16.4)', async () => {
    const element = await begin(await company());
    await walkToReview(element);
    one(element, '.part-line [data-route="new/plan"]').click();
    await at(element, 'Abonnement');
    pick(element, 'Mobil Fri');
    await element.updateComplete;
    next(element);
    await at(element, 'Gennemse og godkend');
    expect(textOf(element)).to.contain('249,00 kr.');
  });
});
