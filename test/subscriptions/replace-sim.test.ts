/** »Skift simkort«: a card, sent to a Danish address, or an eSIM (D11, SIM-8, R23). */
import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { formatAddress } from '../../src/api/address.ts';
import type { CompanyDetails } from '../../src/session/company.ts';
import { formatMoney, formatSim } from '../../src/ui/format.ts';
import { answers, at, first } from '../faults.ts';
import { cleanup, until } from '../helpers.ts';
import { bent } from './open.ts';
import {
  ask,
  begin,
  box,
  boxButton,
  boxReads,
  boxText,
  closed,
  dealer,
  openProfile,
  ordersOf,
  pick,
  subscriptionOf,
  type Scene,
} from './profiles.ts';
import { all, control, find, focusIn, heard, one, plain, reads, textOf, type } from './screen.ts';

const someone = dealer(62, 66);
const price = (scene: Scene): string => plain(formatMoney('da', scene.subscription.simPrice.amount));

const mainAddressOf = async ({ company }: Scene) => {
  const { mainAddress } = await ask<CompanyDetails>(`companies/${company}`);
  if (!mainAddress) throw new Error('This company has no address.');
  return mainAddress;
};

const beginReplacing = async (element: Element): Promise<void> => {
  await begin(element, 'Skift simkort');
  await until(() => all(element, 'dialog address').length, 'the main address');
};

describe('replacing a SIM card', () => {
  afterEach(cleanup);

  it('says what it costs, what becomes of the present card, and sends to the main address (R23.1, T16)', async () => {
    const scene = await someone();
    const element = await openProfile(scene);
    await beginReplacing(element);
    expect(boxText(element))
      .to.contain(`Skift simkort for ${scene.name}`)
      .and.to.contain(`${price(scene)} én gang, ekskl. moms. Prisen kommer med på jeres næste faktura.`)
      .and.to.contain('Det nuværende simkort holder op med at virke, når det nye er klar.')
      .and.to.contain(`Jeres hovedadresse ${formatAddress(await mainAddressOf(scene)).join(' ')}`);
  });

  it('orders a card to the address shown, follows it until it is there, and tells so once (R17.4, R25.3)', async () => {
    const scene = await someone();
    const element = await openProfile(scene);
    const announced: string[] = [];
    new MutationObserver(() => announced.push(heard(element))).observe(one(element, '.root'), {
      subtree: true,
      childList: true,
      characterData: true,
    });
    await beginReplacing(element);
    boxButton(element, 'Skift simkort').click();
    await closed(element);
    const address = await mainAddressOf(scene);
    await until(() => announced.some((words) => words.includes('Vi sender et nyt simkort til')), 'it to be announced');
    await reads(element, 'Kommende ændringer Et nyt simkort er på vej.');
    expect(find(element, 'Skift simkort')).to.equal(undefined);
    const [placed] = await ordersOf(scene);
    expect([placed?.delivery, placed?.oneOff.amount]).to.deep.equal([address, scene.subscription.simPrice.amount]);
    await until(() => find(element, 'Skift simkort'), 'the new card', 8_000);
    const { sim } = await subscriptionOf(scene);
    expect(sim?.number).not.to.equal(scene.subscription.sim?.number);
    expect(textOf(element))
      .to.contain(plain(formatSim(sim?.number ?? '')))
      .and.not.to.contain('Kommende ændringer');
    await until(() => heard(element).includes('Simkortet er skiftet.'), 'its coming about to be announced');
    expect(
      announced.filter((words, at) => words.includes('Simkortet er skiftet.') && !announced[at - 1]?.includes('Simkortet er skiftet.')),
    ).to.have.lengthOf(1);
  });

  it('needs no address for an eSIM, whose code can be shown when it has come (SIM-2)', async () => {
    const scene = await someone();
    const element = await openProfile(scene);
    await begin(element, 'Skift simkort');
    pick(element, 'eSIM');
    await until(() => !boxText(element).includes('Leveringsadresse'), 'the address to go');
    boxButton(element, 'Skift simkort').click();
    await closed(element);
    await until(() => find(element, 'Vis eSIM-kode'), 'the eSIM', 8_000);
    expect((await ordersOf(scene))[0]?.delivery).to.equal(null);
    expect((await subscriptionOf(scene)).sim?.kind).to.equal('esim');
  });

  it('sends to another Danish address, and leaves the main address as it is (R23.2, R23.7)', async () => {
    const scene = await someone();
    const main = await mainAddressOf(scene);
    const element = await openProfile(scene);
    await beginReplacing(element);
    boxButton(element, 'Ret').click();
    const field = await until(() => all(element, '#replace-address-street')[0], 'the fields');
    type(field, 'Opdigtet Plads');
    type(one(element, '#replace-address-houseNumber'), '7 b');
    type(one(element, '#replace-address-floor'), '2.');
    type(one(element, '#replace-address-door'), 'TH');
    type(one(element, '#replace-address-postcode'), '8000');
    boxButton(element, 'Skift simkort').click();
    await closed(element);
    const sent = { street: 'Opdigtet Plads', houseNumber: '7B', floor: '2', door: 'th', place: null, postcode: '8000', town: 'Aarhus C' };
    expect((await ordersOf(scene))[0]?.delivery).to.include(sent);
    expect(await mainAddressOf(scene)).to.deep.equal(main);
  });

  it('is not sent to an address that is none: what is wrong is listed and led to (R23.5, F19)', async () => {
    const scene = await someone();
    const element = await openProfile(scene);
    await beginReplacing(element);
    boxButton(element, 'Ret').click();
    await until(() => all(element, '#replace-address-street').length, 'the fields');
    type(one(element, '#replace-address-street'), '');
    type(one(element, '#replace-address-postcode'), '3900');
    boxButton(element, 'Skift simkort').click();
    await boxReads(
      element,
      'Der er 2 fejl i formularen Udfyld vejnavn. Vi leverer kun til adresser i Danmark, ikke i Grønland eller på Færøerne.',
    );
    await until(() => one(element, '#replace-address-street').matches(':focus'), 'the focus in the first field');
    expect(await ordersOf(scene)).to.have.lengthOf(0);
  });

  it('puts what the backend does not accept of the address at its field (F19)', async () => {
    const scene = await someone();
    const refused = { type: 'urn:selvbetjening:problem:invalid', errors: [{ pointer: '/delivery/postcode', type: 'box' }] };
    const element = await openProfile(scene, { fetch: at('/orders', first(1, answers(422, {}, refused)))(fetch) });
    await beginReplacing(element);
    const { postcode } = await mainAddressOf(scene);
    boxButton(element, 'Skift simkort').click();
    await boxReads(element, `Vi kan ikke sende pakker til postnummeret ${postcode}. Brug en adresse med vejnavn.`);
    await until(() => one(element, '#replace-address-postcode').matches(':focus'), 'the focus in the field');
  });

  it('shows the new price and asks again when it is no longer what was shown (T19)', async () => {
    const scene = await someone();
    const element = await openProfile(scene, { fetch: at('/users/', first(1, bent({ 'subscriptions.0.simPrice.amount': 100 })))(fetch) });
    await begin(element, 'Skift simkort');
    pick(element, 'eSIM');
    boxButton(element, 'Skift simkort').click();
    await boxReads(element, `Prisen er ændret fra 1,00 kr. til ${price(scene)}. Se den nye pris, før du godkender igen.`);
    expect(await ordersOf(scene)).to.have.lengthOf(0);
  });

  it('is refused when somebody else has ordered one meanwhile, and says so (T21)', async () => {
    const scene = await someone();
    const refused = { type: 'urn:selvbetjening:problem:invalid', errors: [{ pointer: '/items/0/sim', type: 'pending' }] };
    // In the sandbox it comes about before a person could do the same again.
    const element = await openProfile(scene, { fetch: at('/orders', first(1, answers(422, {}, refused)))(fetch) });
    await begin(element, 'Skift simkort');
    pick(element, 'eSIM');
    boxButton(element, 'Skift simkort').click();
    await boxReads(element, 'Der er allerede bestilt et nyt simkort.');
  });

  it('asks for the whole address where the company has none (R23.8)', async () => {
    const scene = await someone();
    const none = at(`/companies/${scene.company}`, (inner) => async (...call) => {
      const response = await inner(...call);
      const answer = (await response.clone().json()) as object;
      return 'mainAddress' in answer ? Response.json({ ...answer, mainAddress: null }) : response;
    });
    const element = await openProfile(scene, { fetch: none(fetch) });
    await begin(element, 'Skift simkort');
    await until(() => all(element, '#replace-address-street').length, 'the fields');
    boxButton(element, 'Skift simkort').click();
    await boxReads(element, 'Der er 3 fejl i formularen Udfyld vejnavn. Udfyld husnummer. Udfyld postnummer.');
    expect(await ordersOf(scene)).to.have.lengthOf(0);
  });

  it('can be done by keyboard alone (D11)', async () => {
    const scene = await someone();
    const element = await openProfile(scene);
    control(element, 'Skift simkort').focus();
    await sendKeys({ press: 'Enter' });
    await until(() => box(element)?.querySelector('input:focus'), 'the focus on what to have');
    await sendKeys({ press: 'ArrowDown' });
    await until(() => !boxText(element).includes('Leveringsadresse'), 'the eSIM to be chosen');
    await sendKeys({ press: 'Tab' });
    expect(focusIn()).to.equal('Annuller');
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await closed(element);
    expect(await ordersOf(scene)).to.have.lengthOf(1);
  });
});
