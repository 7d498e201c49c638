/** The guide’s steps for the SIM card and where it is sent. */
import { expect } from 'chai';
import type { SubscriptionsElement } from '../../src/subscriptions/subscriptions-element.ts';
import { answers, at as faultAt, line } from '../faults.ts';
import { cleanup, until } from '../helpers.ts';
import {
  at,
  begin,
  companiesFrom,
  fieldErrors,
  fill,
  fillPlan,
  fillSim,
  fillUser,
  listedErrors,
  next,
  ordering,
  ordersOf,
  pick,
  receipt,
  send,
  title,
  type Company,
} from './guide.ts';
import { rewritten } from './open.ts';
import { ask } from './profiles.ts';
import { all, control, find, one, plain, reads, textOf } from './screen.ts';

const company = companiesFrom(120, 127);

interface Details {
  readonly mainAddress: { readonly street: string; readonly houseNumber: string; readonly postcode: string; readonly town: string };
}

const mainAddressOf = async ({ id }: Company) => (await ask<Details>(`companies/${id}`)).mainAddress;

const toSim = async (element: SubscriptionsElement): Promise<void> => {
  await fillUser(element);
  await fillPlan(element, 'Datasim 10 GB', 'Simkort');
};

const toDelivery = async (element: SubscriptionsElement): Promise<void> => {
  await toSim(element);
  await fillSim(element, 'Simkort');
};

const edit = async (element: SubscriptionsElement): Promise<void> => {
  control(element, 'Ret').click();
  await until(() => all(element, '#delivery-street').length, 'the fields');
};

describe('the guide’s steps for the SIM card and its delivery', () => {
  afterEach(cleanup);

  it('asks for a SIM card or an eSIM, neither chosen beforehand (R16.5)', async () => {
    const element = await begin(await company());
    await toSim(element);
    expect(all(element, ':checked')).to.have.lengthOf(0);
    next(element);
    await until(() => listedErrors(element).length, 'the error');
    expect(listedErrors(element)).to.deep.equal(['Vælg simkort eller eSIM.']);
    pick(element, 'eSIM');
    await element.updateComplete;
    expect(title(element)).to.equal('Trin 3 af 4 Simkort');
    pick(element, 'Simkort');
    await element.updateComplete;
    expect(title(element)).to.equal('Trin 3 af 5 Simkort');
  });

  it('has the main address there already, and sends to it; it is in sight when one approves (R23.1, R24.3, R25.3)', async () => {
    const own = await company();
    const main = await mainAddressOf(own);
    const element = await begin(own);
    await toDelivery(element);
    const shown = `${main.street} ${main.houseNumber}`;
    expect(plain(one(element, 'address').innerText))
      .to.contain(shown)
      .and.to.contain(`${main.postcode} ${main.town}`);
    next(element);
    await at(element, 'Gennemse og godkend');
    expect(plain(all(element, '.part-line').at(-1)?.innerText ?? '')).to.contain(shown);
    send(element);
    await receipt(element);
    expect(textOf(element)).to.contain('Vi pakker nu simkortet og sender det til').and.to.contain(shown);
    const [order] = await ordersOf(own);
    expect(order?.delivery).to.deep.equal(main);
  });

  it('sends to another Danish address, this time only, with the town of its postcode (R23.2, R23.3, R23.4, R23.7, D17)', async () => {
    const own = await company();
    const main = await mainAddressOf(own);
    const element = await begin(own);
    await toDelivery(element);
    await edit(element);
    for (const [part, words] of Object.entries({
      street: 'Prøvevej',
      houseNumber: '12 b',
      floor: '2.',
      door: 'TH',
      place: '',
      postcode: '8000',
    }))
      await fill(element, `delivery-${part}`, words);
    await until(() => one<HTMLInputElement>(element, '#delivery-town').value === 'Aarhus C', 'the town');
    next(element);
    await at(element, 'Gennemse og godkend');
    expect(plain(all(element, '.part-line').at(-1)?.innerText ?? '')).to.contain('Prøvevej 12B, 2. th. 8000 Aarhus C');
    send(element);
    await receipt(element);
    const [order] = await ordersOf(own);
    expect(order?.delivery).to.deep.equal({
      street: 'Prøvevej',
      houseNumber: '12B',
      floor: '2',
      door: 'th',
      place: null,
      postcode: '8000',
      town: 'Aarhus C',
    });
    expect(await mainAddressOf(own)).to.deep.equal(main);
  });

  it('keeps what was typed on the way back, and puts the main address back in one step (R16.3, R23.2)', async () => {
    const own = await company();
    const element = await begin(own);
    await toDelivery(element);
    await edit(element);
    await fill(element, 'delivery-street', 'Halvvejen');
    one(element, '.steps [data-route="new/sim"]').click();
    await at(element, 'Simkort');
    next(element);
    await at(element, 'Levering');
    await until(() => all(element, '#delivery-street').length, 'the fields');
    expect(one<HTMLInputElement>(element, '#delivery-street').value).to.equal('Halvvejen');
    control(element, 'Brug jeres hovedadresse').click();
    await until(() => all(element, 'address').length, 'the main address');
    next(element);
    await at(element, 'Gennemse og godkend');
    expect(textOf(element)).to.contain((await mainAddressOf(own)).street);
  });

  it('refuses what is no Danish address to send to, each for its own reason (R23.5, D16, R16.2)', async () => {
    const element = await begin(await company());
    await toDelivery(element);
    await edit(element);
    for (const [postcode, sentence] of [
      ['3900', 'Vi leverer kun til adresser i Danmark, ikke i Grønland eller på Færøerne.'],
      ['0900', 'Vi kan ikke sende pakker til postnummeret 0900. Brug en adresse med vejnavn.'],
      ['1999', 'Vi kender ikke postnummeret 1999. Tjek, at det er rigtigt.'],
      ['12', 'Skriv et postnummer på fire cifre.'],
    ] as const) {
      await fill(element, 'delivery-postcode', postcode);
      next(element);
      await until(() => listedErrors(element)[0] === sentence, sentence);
      expect(fieldErrors(element)).to.deep.equal([sentence]);
      expect(one(element, '#delivery-postcode').matches(':focus')).to.equal(true);
    }
    expect(title(element)).to.contain('Levering');
  });

  it('has empty fields at once for a company without a main address (R23.8)', async () => {
    const own = await company();
    const element = await begin(own, {
      fetch: faultAt(
        `/companies/${own.id}`,
        rewritten((answer: object) => ('mainAddress' in answer ? { ...answer, mainAddress: null } : answer)),
      )(fetch),
    });
    await toDelivery(element);
    await until(() => all(element, '#delivery-street').length, 'the fields');
    expect(find(element, 'Brug jeres hovedadresse')).to.equal(undefined);
    next(element);
    await until(() => listedErrors(element).length === 3, 'what is missing');
    expect(listedErrors(element)).to.deep.equal(['Udfyld vejnavn.', 'Udfyld husnummer.', 'Udfyld postnummer.']);
  });

  it('says that the main address could not be fetched, and fetches it on request (F10)', async () => {
    const own = await company();
    const wire = line();
    const element = await begin(own, { fetch: wire.fetch });
    await toSim(element);
    wire.use(
      (inner) =>
        (...call) =>
          /\/companies\/[\w-]+$/.test(new Request(...call).url) ? answers(422)(inner)(...call) : inner(...call),
    );
    pick(element, 'Simkort');
    await element.updateComplete;
    next(element);
    await reads(element, 'Noget gik galt hos os.');
    wire.use();
    control(element, 'Prøv igen').click();
    await until(() => all(element, 'address').length, 'the main address');
  });

  it('leads back to the fields of an address that the backend refuses, with it in them (F19)', async () => {
    const own = await company();
    const main = await mainAddressOf(own);
    const wire = line();
    const element = await begin(own, { fetch: wire.fetch });
    await toDelivery(element);
    next(element);
    await at(element, 'Gennemse og godkend');
    const body = { type: 'urn:selvbetjening:problem:invalid', status: 422, errors: [{ pointer: '/delivery/postcode', type: 'box' }] };
    wire.use(ordering(answers(422, { 'content-type': 'application/problem+json' }, body)));
    send(element);
    await at(element, 'Levering');
    await until(() => listedErrors(element).length, 'the error');
    expect(listedErrors(element)).to.deep.equal([
      `Vi kan ikke sende pakker til postnummeret ${main.postcode}. Brug en adresse med vejnavn.`,
    ]);
    expect(one<HTMLInputElement>(element, '#delivery-street').value).to.equal(main.street);
    await until(() => one(element, '#delivery-postcode').matches(':focus'), 'the focus on the postcode');
    wire.use();
    await fill(element, 'delivery-postcode', '8000');
    next(element);
    await at(element, 'Gennemse og godkend');
    send(element);
    await receipt(element);
    expect(await ordersOf(own)).to.have.lengthOf(1);
  });
});
