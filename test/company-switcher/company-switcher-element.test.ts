/** The sentences that every element with remote data has to keep. */
import { expect } from 'chai';
import { html } from 'lit';
import type { CompanyChangeEvent } from '../../src/company-switcher/events.ts';
import type { ProblemEvent, SignInEvent } from '../../src/ui/events.ts';
import { answers, line, network, offline, silent } from '../faults.ts';
import { cleanup, fixture, once, signIn, until } from '../helpers.ts';
import { counting } from '../recorder.ts';
import { bent, companyOf, cvr } from '../subscriptions/open.ts';
import { all, control, controls, heard, one, reads, textOf } from '../subscriptions/screen.ts';
import { choices, choose, open, place, shown, switcher } from './open.ts';

describe('ss-company-switcher', () => {
  afterEach(() => {
    network(true);
    cleanup();
  });

  it('waits while the session is not known, with room for a name (R2.2)', async () => {
    const element = await fixture(switcher);
    expect(textOf(element)).to.equal('Henter …');
    expect(element.getBoundingClientRect().height).to.be.at.least(40);
    const other = await place('maja', { fetch: silent()(fetch) });
    expect(heard(other)).to.equal('Henter …');
  });

  it('says that the person is signed out, and asks the page to sign in when told to (R2.2)', async () => {
    const told: boolean[] = [];
    const element = await place('maja', { token: () => Promise.resolve(null) });
    element.addEventListener('ss-sign-in', (event: SignInEvent) => told.push(event.asked));
    await reads(element, 'Du er ikke logget ind.');
    control(element, 'Log ind').click();
    expect(told).to.deep.equal([false, true]);
  });

  it('lets the host say in its own words that nobody is signed in', async () => {
    signIn('maja', { token: () => Promise.resolve(null) });
    const element = await fixture(html`<ss-company-switcher><b slot="signed-out">Velkommen</b></ss-company-switcher>`);
    await until(() => all(element, 'slot[name=signed-out]').length, 'the slot');
    expect(element.querySelector('b')?.checkVisibility()).to.equal(true);
    expect(one(element, '[part=signed-out]').checkVisibility()).to.equal(false);
  });

  it('shows exactly the companies the person may administer, in Danish order, with the CVR number of namesakes (R5.1)', async () => {
    const element = await open('maja');
    expect(choices(element)).to.deep.equal([
      'Nordlys Eksempel A/S (CVR 99 00 00 15)',
      'Nordlys Eksempel A/S (CVR 99 00 00 74)',
      'Storkøbing Demo A/S',
      'Ærø Testfærge I/S',
      'Øresund Fiktiv Holding A/S',
      'Østerå Prøvekommune',
      'Aagaard & Søn Demo ApS',
    ]);
    expect(one(element, 'select').getAttribute('aria-label')).to.equal('Skift virksomhed');
  });

  it('always shows the active company, the one the host names too (R5.2)', async () => {
    expect(shown(await open('maja'))).to.equal('Nordlys Eksempel A/S (CVR 99 00 00 15)');
    cleanup();
    expect(shown(await open('maja', { company: await companyOf('maja', cvr.oeresund) }))).to.equal('Øresund Fiktiv Holding A/S');
    cleanup();
    expect(shown(await open('maja', { company: 'nobody-has-this' }))).to.equal('Nordlys Eksempel A/S (CVR 99 00 00 15)');
  });

  it('shows the name of a single company with nothing to operate (R5.3)', async () => {
    const element = await open('ida');
    expect(textOf(element)).to.contain('Nordlys Eksempel A/S');
    expect(controls(element)).to.deep.equal([]);
  });

  it('says that there is no company', async () => {
    const element = await place('uffe');
    await reads(element, 'Du er ikke administrator for nogen virksomhed endnu.');
    expect(controls(element)).to.deep.equal([]);
  });

  it('says that it is offline, tells the page, and loads again on request or by itself (F01)', async () => {
    for (const again of ['request', 'itself']) {
      const wire = line();
      wire.use(offline());
      network(false);
      const told = once<ProblemEvent>(document, 'ss-problem');
      const element = await place('maja', { fetch: wire.fetch });
      await reads(element, 'Der er ingen forbindelse lige nu.');
      expect((await told).kind).to.equal('offline');
      wire.use();
      if (again === 'request') control(element, 'Prøv igen').click();
      else network(true);
      await until(() => all(element, 'select').length, 'the choice');
      network(true);
      cleanup();
    }
  });

  it('survives an answer it does not understand, and one that has drifted: a company without a name is known by its number (F08, F09)', async () => {
    const element = await place('maja', { fetch: answers(200, {}, ['what?'])(fetch) });
    await reads(element, 'Noget gik galt hos os.');
    cleanup();
    const drifted = bent({
      'companies.2.name': null,
      'companies.3.rights': 'all',
      'companies.4.colour': 'red',
      total: undefined,
      'person.name': 7,
    });
    const other = await open('maja', { fetch: drifted(fetch) });
    expect(choices(other)).to.have.lengthOf(7).and.to.include('99000090');
    expect(textOf(other)).not.to.match(/undefined|null|NaN|Invalid|object/);
  });

  it('stops when removed and starts again when put back (F22)', async () => {
    const seen = counting();
    const element = await open('maja', { fetch: seen.fetch });
    const home = element.parentElement;
    element.remove();
    await element.updateComplete;
    home?.append(element);
    await until(() => all(element, 'select').length, 'the choice');
    expect(shown(element)).to.equal('Nordlys Eksempel A/S (CVR 99 00 00 15)');
    expect(seen.requests).to.have.lengthOf(1);
  });

  it('asks the page before acting, and goes back to what is shown when told no (R5.7)', async () => {
    const seen = counting();
    const element = await open('maja', { fetch: seen.fetch });
    const asked = once<CompanyChangeEvent>(document, 'ss-company-change');
    element.addEventListener('ss-company-change', (event) => event.preventDefault());
    choose(element, 'Ærø');
    const { company, previous } = await asked;
    expect([company.name, previous.cvr]).to.deep.equal(['Ærø Testfærge I/S', cvr.nordlys]);
    await element.updateComplete;
    expect(shown(element)).to.equal('Nordlys Eksempel A/S (CVR 99 00 00 15)');
    expect(seen.requests).to.have.lengthOf(1);
  });

  it('goes over to the chosen company, says so, and asks again what the person may do (R5.2, R7.2)', async () => {
    const seen = counting();
    const element = await open('maja', { fetch: seen.fetch });
    choose(element, 'Ærø');
    await until(() => shown(element) === 'Ærø Testfærge I/S', 'the name');
    await until(() => heard(element) === 'Valgt virksomhed: Ærø Testfærge I/S', `the announcement; heard: ${heard(element)}`);
    await until(() => seen.requests.length === 2, 'the session to be asked for again');
    expect(seen.paths()[1]).to.match(/^\/v1\/session/);
  });

  it('keeps no name of a company once nobody is signed in any more (T05, T23)', async () => {
    const wire = line();
    const element = await open('maja', { fetch: wire.fetch });
    choose(element, 'Ærø');
    await until(() => heard(element).includes('Ærø'), 'the announcement');
    wire.use(answers(401));
    const gone = once(document, 'ss-sign-in');
    choose(element, 'Aagaard');
    await gone;
    await element.updateComplete;
    expect(textOf(element)).to.equal('Du er ikke logget ind. Log ind');
  });
});
