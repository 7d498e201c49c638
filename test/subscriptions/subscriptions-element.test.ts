/** The sentences that every element with remote data has to keep. */
import { expect } from 'chai';
import { html } from 'lit';
import type { SubscriptionsElement } from '../../src/subscriptions/subscriptions-element.ts';
import type { CountEvent, ProblemEvent } from '../../src/ui/events.ts';
import { answers, at, line, network, offline, silent } from '../faults.ts';
import { cleanup, fixture, once, signIn, until } from '../helpers.ts';
import { counting } from '../recorder.ts';
import { companyOf, cvr, list, open, place } from './open.ts';
import { all, control, controls, heard, listed, one, reads, rows, textOf } from './screen.ts';

describe('ss-subscriptions', () => {
  afterEach(() => {
    network(true);
    cleanup();
  });

  it('waits while the session is not known, and claims nothing (R2.2)', async () => {
    const element = await fixture(list);
    expect(heard(element)).to.equal('Henter …');
    expect(textOf(element)).to.equal('Henter …');
  });

  it('says that the person is signed out, tells the page, and asks it to sign in when told to (R2.2)', async () => {
    const told: boolean[] = [];
    const element = await fixture<SubscriptionsElement>(list);
    element.addEventListener('ss-sign-in', ({ asked }) => told.push(asked));
    signIn('maja', { token: () => Promise.resolve(null) });
    await reads(element, 'Du er ikke logget ind.');
    expect(told).to.deep.equal([false]);
    control(element, 'Log ind').click();
    expect(told).to.deep.equal([false, true]);
  });

  it('lets the host say in its own words that nobody is signed in', async () => {
    signIn('maja', { token: () => Promise.resolve(null) });
    const element = await fixture(html`<ss-subscriptions><p slot="signed-out">Velkommen</p></ss-subscriptions>`);
    await until(() => all(element, 'slot[name=signed-out]').length, 'the slot');
    expect(element.querySelector('p')?.checkVisibility()).to.equal(true);
    expect(one(element, '[part=signed-out]').checkVisibility()).to.equal(false);
  });

  it('is busy while loading: says so once, and keeps the room', async () => {
    const element = await place('maja', { fetch: at('/search', silent())(fetch) });
    await until(() => controls(element).length, 'the toolbar');
    expect(heard(element)).to.equal('Henter …');
    expect(all(element, '.bone-row')).to.have.lengthOf(10);
    expect(textOf(element)).not.to.contain('I har endnu');
  });

  it('shows the users of the active company, and tells the page how many (R9.3)', async () => {
    const counted = once<CountEvent>(document, 'ss-count');
    const element = await open('maja');
    expect(rows(element)).to.have.lengthOf(26);
    expect((await counted).count).to.equal(24);
  });

  it('says that there is nothing, or shows the host’s own words (D7)', async () => {
    const company = await companyOf('maja', cvr.aeroe);
    const element = await place('maja', { company });
    await reads(element, 'I har endnu ingen abonnementer.');
    expect(new Set(controls(element))).to.deep.equal(new Set(['Opret nyt abonnement']));
    const own = await fixture(html`<ss-subscriptions><p slot="empty">Kom godt i gang</p></ss-subscriptions>`);
    await until(() => all(own, 'slot[name=empty]').length, 'the slot');
    expect(own.querySelector('p')?.checkVisibility()).to.equal(true);
    expect(textOf(own)).not.to.contain('I har endnu');
  });

  it('says that it is offline, and loads again on request (F01)', async () => {
    const wire = line();
    wire.use(at('/search', offline()));
    network(false);
    const element = await place('maja', { fetch: wire.fetch });
    await reads(element, 'Der er ingen forbindelse lige nu.');
    expect(textOf(element)).not.to.contain('I har endnu');
    wire.use();
    control(element, 'Prøv igen').click();
    await listed(element);
  });

  it('says what is forbidden, why, and whom to ask; to the page it says what kind of thing went wrong (R7.3, R8.1, R8.2)', async () => {
    const told = once<ProblemEvent>(document, 'ss-problem');
    const element = await place('maja', { fetch: at('/search', answers(403))(fetch) });
    await reads(element, 'Du har ikke adgang til Abonnementer.');
    expect(textOf(element)).to.contain('kontakt os endelig');
    expect((await told).kind).to.equal('forbidden');
  });

  it('offers one who may only read nothing that changes (R7.1)', async () => {
    const element = await open('lars');
    const names = new Set(rows(element).map(([name]) => name?.replace(' Uden bruger', '')));
    const rest = controls(element).filter((name) => !names.has(name));
    expect(rest).to.deep.equal(['Søg efter bruger Skriv navn, telefonnummer eller e-mailadresse', 'Sorter visning Navn']);
  });

  it('survives an answer it does not understand (F08)', async () => {
    const wire = line();
    wire.use(at('/search', answers(200, { 'request-id': 'a-1' }, ['what?'])));
    const element = await place('maja', { fetch: wire.fetch });
    await reads(element, 'Noget gik galt hos os. Prøv igen om lidt.');
    expect(textOf(element)).to.contain('Oplys koden a-1.');
    wire.use();
    control(element, 'Prøv igen').click();
    await listed(element);
  });

  it('stops when removed and starts again when put back (F22)', async () => {
    const seen = counting();
    const element = await open('maja', { fetch: seen.fetch });
    const home = element.parentElement;
    element.remove();
    expect(seen.requests).to.have.lengthOf(2);
    home?.append(element);
    expect(rows(element)).to.have.lengthOf(26);
    await until(() => seen.requests.length === 3, 'the list to be asked for again');
    await listed(element);
    expect(rows(element)).to.have.lengthOf(26);
  });
});
