/** The search for an address where things are ordered: the guide's delivery, another SIM card, and what a host says of it (R23.6, D17). */
import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { html } from 'lit';
import type { AddressService } from '../../src/api/found-address.ts';
import '../../src/session/ss-session.ts';
import type { UserPage } from '../../src/subscriptions/user-row.ts';
import type { User } from '../../src/subscriptions/user.ts';
import { cleanup, fixture, until } from '../helpers.ts';
import { counting } from '../recorder.ts';
import { ProbeElement } from '../session/probe.ts';
import { keep, openAt, storage, wholeDraft, type Company } from '../subscriptions/guide.ts';
import { ask, begin, box, boxButton, closed, isActive, openProfile, ordersOf, type Scene } from '../subscriptions/profiles.ts';
import { all, control, find, one, plain, textOf } from '../subscriptions/screen.ts';

/** The companies of the tests of shared parts are 160–184. */
const companyAt = async (index: number): Promise<Company> => {
  const { items } = await ask<{ items: Company[] }>(`companies?offset=${String(index)}&limit=1`);
  const [company] = items;
  if (!company) throw new Error('There is no such company.');
  return company;
};

const someoneOf = async ({ id }: Company): Promise<Scene> => {
  const question = { search: '', sort: 'name', direction: 'ascending', offset: 0, limit: 50 };
  const { items } = await ask<UserPage>(`companies/${id}/users/search`, { method: 'POST', body: question });
  for (const { user } of items) {
    const found = user && (await ask<User>(`companies/${id}/users/${user.id}`));
    const [subscription, ...more] = found?.subscriptions ?? [];
    if (found && subscription && !more.length && isActive(subscription))
      return { company: id, user: found.id, name: found.name, subscription };
  }
  throw new Error('There is nobody like that.');
};

const options = (element: Element): string[] =>
  all(element, '[role=option]')
    .filter((option) => option.checkVisibility())
    .map(({ innerText }) => plain(innerText));

const selected = (element: Element): number => all(element, '[role=option]').findIndex((option) => option.ariaSelected === 'true');

/** Opens the fields, and waits until one can search. */
const search = async (element: Element, words: string): Promise<void> => {
  control(element, 'Ret').click();
  await until(() => find(element, 'Søg efter adresse'), `the search in: ${textOf(element)}`);
  control(element, 'Søg efter adresse').focus();
  await sendKeys({ type: words });
  await until(() => all(element, '.look-up-popup[aria-busy=false]').length && options(element).length, 'suggestions');
};

const openCard = async (element: Element): Promise<void> => {
  await begin(element, 'Skift simkort');
  await until(() => all(element, 'dialog address').length, 'the main address');
};

/** The guide's step for the delivery, of a draft that has come so far. */
const openDelivery = async (company: Company, addresses?: AddressService | null) => {
  const kept = storage();
  await keep(kept, company, await wholeDraft(company, { sim: 'sim', passed: ['user', 'plan', 'sim'] }));
  const seen = counting();
  const { element } = await openAt(company, 'new/delivery', { drafts: kept, fetch: seen.fetch, addresses });
  await until(() => find(element, 'Ret'), 'the main address');
  return { element, asked: () => seen.paths().filter((path) => path.includes('/addresses')) };
};

describe('the search for an address', () => {
  afterEach(cleanup);

  it('leads another SIM card to exactly the address that was chosen, inside its dialog, by keyboard (R23.6, R25.3)', async () => {
    const scene = await someoneOf(await companyAt(160));
    const element = await openProfile(scene);
    await openCard(element);
    await search(element, 'prøvevej 12b 8000');
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Enter' });
    await until(() => options(element).some((option) => option.includes('2. th.')), 'the doors');
    await sendKeys({ type: '2 th' });
    await until(() => options(element).join() === 'Prøvevej 12B, 2. th., 8000 Aarhus C', 'the door');
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Enter' });
    await until(() => one<HTMLInputElement>(element, '#replace-address-door').value === 'th', 'the fields');
    expect(box(element)?.open).to.equal(true);
    one(element, 'dialog .submit').click();
    await closed(element);
    const [placed] = await ordersOf(scene);
    expect(placed?.delivery).to.deep.equal({
      ...{ street: 'Prøvevej', houseNumber: '12B', floor: '2', door: 'th', place: null },
      ...{ postcode: '8000', town: 'Aarhus C' },
    });
  });

  it('hears each key once, also when its dialog is opened again (R21.4)', async () => {
    const element = await openProfile(await someoneOf(await companyAt(161)));
    for (let time = 0; time < 2; time++) {
      await openCard(element);
      await search(element, 'p');
      await sendKeys({ press: 'ArrowDown' });
      const before = selected(element);
      await sendKeys({ press: 'ArrowDown' });
      expect(selected(element)).to.equal(before + 1);
      boxButton(element, 'Annuller').click();
      await closed(element);
    }
  });

  it('is there in the guide to a new subscription (R23.6)', async () => {
    const { element } = await openDelivery(await companyAt(162));
    await search(element, 'eksempel');
    expect(options(element).every((option) => option.includes('ksempel'))).to.equal(true);
  });

  it('asks a host’s own service, given to connect(), and not the backend (ADR-9)', async () => {
    const address = { street: 'Hjemvej', houseNumber: '8', floor: null, door: null, place: null, postcode: '8000', town: 'Aarhus C' };
    const service: AddressService = {
      search: () => Promise.resolve({ items: [{ id: '1', text: 'Hjemvej 8, 8000 Aarhus C', address }], total: 1 }),
    };
    const { element, asked } = await openDelivery(await companyAt(163), service);
    await search(element, 'h');
    expect([options(element), asked()]).to.deep.equal([['Hjemvej 8, 8000 Aarhus C'], []]);
  });

  it('is not there where connect() is told that there is none (R23.6)', async () => {
    const { element, asked } = await openDelivery(await companyAt(164), null);
    control(element, 'Ret').click();
    await until(() => all<HTMLInputElement>(element, '#delivery-town')[0]?.value, 'the fields, with the town');
    expect([find(element, 'Søg efter adresse'), asked()]).to.deep.equal([undefined, []]);
  });

  it('is chosen by a property of <ss-session> as well, also when that comes late (ADR-9)', async () => {
    const token = () => Promise.resolve({ token: 'maja', expiresIn: 3600 });
    const service: AddressService = { search: () => Promise.resolve({ items: [], total: 0 }) };
    const element = await fixture<HTMLElement & { addresses: unknown; updateComplete: Promise<unknown> }>(
      html`<ss-session api="/v1" mode="token" .token=${token} .addresses=${service}><x-probe></x-probe></ss-session>`,
    );
    const probe = element.querySelector('x-probe');
    if (!(probe instanceof ProbeElement)) throw new Error('There is no probe.');
    await probe.shows('Maja Holm');
    const { connection } = probe;
    expect(connection?.addresses === service).to.equal(true);
    element.addresses = null;
    await element.updateComplete;
    expect([probe.connection === connection, connection?.addresses]).to.deep.equal([true, null]);
  });
});
