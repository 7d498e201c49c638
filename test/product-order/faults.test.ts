/** Whatever goes wrong while a product is ordered: it is ordered once or not at all, nothing typed is lost, and what is not known is found out. */
import { setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import { html } from 'lit';
import '../../src/company-switcher/ss-company-switcher.ts';
import type { Order } from '../../src/api/order.ts';
import type { ProductOrderElement } from '../../src/product-order/product-order-element.ts';
import type { ConnectOptions } from '../../src/session/connection.ts';
import type { OrderPlacedEvent } from '../../src/ui/order-events.ts';
import { answers, at, broken, cut, first, line, network, offline, requestOf, type Fault } from '../faults.ts';
import { cleanup, fixture, once, signIn, until, type Person } from '../helpers.ts';
import { counting, gate } from '../recorder.ts';
import { ordering, storage } from '../subscriptions/guide.ts';
import { bent } from '../subscriptions/open.ts';
import { ask } from '../subscriptions/profiles.ts';
import { all, control, find, heard, one, plain, reads, textOf } from '../subscriptions/screen.ts';
import {
  companyAt,
  field,
  fieldErrors,
  fill,
  formOpen,
  keep,
  listedErrors,
  newUser,
  openForm,
  ordersOf,
  pick,
  place,
  productCalled,
  receipt,
  send,
  wholeDraft,
  type Company,
} from './shop.ts';

let next = 0;
const company = (): Promise<Company> => companyAt(186 + (next++ % 3));

const placed = async ({ id }: Company, key: string): Promise<readonly Order[]> =>
  (await ask<{ items: Order[] }>(`companies/${id}/orders?key=${key}`)).items;

/** The form of an eSIM with everything filled in, its draft kept by the host. */
const openWhole = async (options: Partial<ConnectOptions> = {}, product = 'eSIM') => {
  const own = await company();
  const kept = storage();
  const found = await productCalled(own, product);
  const key = await keep(kept, own, found, wholeDraft(found, { name: `Whole ${String(Math.random())}` }));
  const { element, connection } = await openForm(own, product, { drafts: kept, ...options });
  await until(() => find(element, 'Godkend og send') && all(element, '.submit').length, 'what sends');
  return { own, kept, key, element, connection, product: found };
};

/** The backend refuses an order for these reasons, once. */
const refusing = (...errors: { readonly pointer: string; readonly type: string }[]): Fault =>
  ordering((inner) =>
    first(1, () => async (...call) => {
      await requestOf(...call).text();
      return Response.json(
        { type: 'urn:selvbetjening:problem:invalid', title: 'Invalid', status: 422, requestId: 'r1', errors },
        { status: 422, headers: { 'content-type': 'application/problem+json' } },
      );
    })(inner),
  );

const sendings = (seen: ReturnType<typeof counting>): readonly (string | null)[] =>
  seen.requests
    .filter(({ method, url }) => method === 'POST' && url.endsWith('/orders'))
    .map(({ headers }) => headers.get('idempotency-key'));

describe('ordering a product', function () {
  this.timeout(20_000);
  beforeEach(() => setViewport({ width: 700, height: 800 }));
  afterEach(async () => {
    network(true);
    cleanup();
    await setViewport({ width: 800, height: 600 });
  });

  it('whose answer is lost finds out by itself, ten times out of ten: one order each, with its number (F06, R24.4)', async function () {
    this.timeout(90_000);
    for (let time = 0; time < 10; time++) {
      const lost = ordering((inner) => first((time % 2) + 1, cut())(inner));
      const { own, key, element, kept } = await openWhole({ fetch: lost(fetch) });
      send(element);
      await receipt(element, 8000);
      const orders = await placed(own, key);
      expect(orders, `time ${String(time)}`).to.have.lengthOf(1);
      expect(textOf(element)).to.contain(`Ordrenummer ${orders[0]?.number ?? ''}`);
      expect(Object.keys(kept)).to.deep.equal([]);
      cleanup();
    }
  });

  it('is busy at once, and takes no second click and no Enter meanwhile (F21, R24.4)', async () => {
    const held = gate();
    const seen = counting(ordering(() => held.fetch)(fetch));
    const { own, key, element } = await openWhole({ fetch: seen.fetch });
    const button = control(element, 'Godkend og send');
    for (let click = 0; click < 3; click++) button.click();
    one<HTMLFormElement>(element, 'form').requestSubmit();
    await until(() => heard(element).includes('Sender …'), 'that it is being sent');
    expect(button.getAttribute('aria-disabled')).to.equal('true');
    expect(one(element, '.fields').inert).to.equal(true);
    held.open();
    await receipt(element);
    expect(sendings(seen)).to.deep.equal([key]);
    expect(await placed(own, key)).to.have.lengthOf(1);
  });

  it('without a network sends nothing and says so; typing goes on, and later it is sent once (F02)', async () => {
    const wire = line();
    const seen = counting(wire.fetch);
    const { own, key, element } = await openWhole({ fetch: seen.fetch });
    wire.use(offline());
    network(false);
    send(element);
    await reads(element, 'Der er ingen forbindelse lige nu, så der er ikke sendt noget.');
    expect(sendings(seen)).to.have.lengthOf(0);
    await fill(element, 'name', 'Skrevet Uden Net');
    network(true);
    wire.use();
    send(element);
    await receipt(element);
    const [order] = await placed(own, key);
    expect(order?.items[0]?.user?.name).to.equal('Skrevet Uden Net');
  });

  it('that nobody knows the outcome of says so, offers only finding out, and is one order (F13)', async () => {
    const wire = line();
    const { own, key, element } = await openWhole({ fetch: wire.fetch });
    wire.use(ordering(answers(500)));
    send(element);
    await reads(element, 'Vi er ikke sikre på, at det gik igennem.', 8000);
    expect(find(element, 'Godkend og send')).to.equal(undefined);
    wire.use();
    control(element, 'Undersøg igen').click();
    await receipt(element);
    expect(await placed(own, key)).to.have.lengthOf(1);
  });

  it('keeps the form through the end of the session, and goes on when the same person is back (F15)', async () => {
    const wire = line();
    const { own, key, element, connection } = await openWhole({ fetch: wire.fetch });
    wire.use(answers(401));
    send(element);
    await reads(element, 'Du er ikke logget ind.', 8000);
    expect(all(element, '.order-form, dialog')).to.have.lengthOf(0);
    wire.use();
    connection.resume();
    await receipt(element, 8000);
    expect(await placed(own, key)).to.have.lengthOf(1);
  });

  it('shows what was filled in to nobody else who signs in (F15, T23)', async () => {
    let who: Person = 'mange';
    const { element, connection, kept } = await openWhole({ token: () => Promise.resolve({ token: who, expiresIn: 3600 }) });
    const { value } = field(element, 'name');
    who = 'maja';
    connection.resume();
    await until(() => element.route === '' && all(element, 'article.product').length, 'the shelf of the other person');
    expect(element.shadowRoot?.innerHTML).not.to.contain(value);
    element.route = (await productCalled(await company(), 'eSIM')).id;
    await formOpen(element);
    expect(all(element, '#name')).to.have.lengthOf(0);
    expect(Object.keys(kept)).to.deep.equal([]);
  });

  it('shows another price as it is now and was before, and is approved anew (T19)', async () => {
    const wire = line();
    const dearer = at('/products', bent({ 'items.1.price.amount': 4900 }));
    const { own, key, element } = await openWhole({ fetch: wire.fetch });
    wire.use((inner) => refusing({ pointer: '/items/0/price', type: 'changed' })(dearer(inner)));
    send(element);
    await until(
      () => plain(textOf(element)).includes('Prisen på eSIM er ændret: nu 49,00 kr., før 0,00 kr.'),
      `the news; ${textOf(element)}`,
    );
    expect(await placed(own, key)).to.have.lengthOf(0);
    wire.use();
    await fill(element, 'reference', 'Igen');
  });

  it('of what has just been sold out is told so, keeps everything, and can be sent when it is back (T19, F19)', async () => {
    await setViewport({ width: 1024, height: 800 });
    const wire = line();
    const seen = counting(wire.fetch);
    const gone = at('/products', bent({ 'items.1.state': 'soldOut', 'items.1.most': 0 }));
    const { own, key, element } = await openWhole({ fetch: seen.fetch });
    const { value } = field(element, 'name');
    const looks = () => seen.paths().filter((path) => path.endsWith('/products')).length;
    wire.use((inner) => refusing({ pointer: '/items/0/product', type: 'soldOut' })(gone(inner)));
    send(element);
    await reads(element, 'eSIM er udsolgt og kan ikke bestilles lige nu. Det, du har udfyldt, er her stadig.');
    expect(field(element, 'name').value).to.equal(value);
    await until(() => all(element, '.why').length === 2, 'the shelf to say so too');
    const looked = looks();
    send(element);
    await until(() => listedErrors(element).length === 1, 'the reason in the list');
    await until(() => looks() > looked, 'the shelf to be read once more');
    expect(await placed(own, key)).to.have.lengthOf(0);
    wire.use();
    send(element);
    await until(() => !textOf(element).includes('er udsolgt'), 'that it is back');
    find(element, 'Godkend og send')?.click();
    await receipt(element);
    expect(await placed(own, key)).to.have.lengthOf(1);
  });

  it('of fewer than are wanted says how many are left, at the field (T19, F19)', async () => {
    const wire = line();
    const few = at('/products', bent({ 'items.2.most': 2 }));
    const { element } = await openWhole({ fetch: wire.fetch }, '4G-dongle');
    await until(() => all(element, '.order-form address').length, 'the address');
    await fill(element, 'quantity', '5');
    wire.use((inner) => refusing({ pointer: '/items/0/quantity', type: 'stock' })(few(inner)));
    send(element);
    await until(() => fieldErrors(element).includes('Der er kun 2 tilbage på lageret.'), `how many are left; ${textOf(element)}`);
    expect(field(element, 'quantity').value).to.equal('5');
  });

  it('for a user who is gone meanwhile says so at the look-up (F17, F19)', async () => {
    const own = await company();
    const kept = storage();
    const found = await productCalled(own, 'eSIM');
    const user = { id: 'findes-ikke', name: 'Væk Nu', detail: '' };
    await keep(kept, own, found, wholeDraft(found, { userKind: 'existing', user }));
    const { element } = await openForm(own, 'eSIM', { drafts: kept });
    await until(() => all(element, '.submit').length, 'what sends');
    send(element);
    await until(() => fieldErrors(element).includes('Brugeren findes ikke længere. Vælg en anden.'), `the error; ${textOf(element)}`);
    expect(listedErrors(element)).to.have.lengthOf(1);
  });

  it('shows what was refused of an address at its field, and the rest below (F19)', async () => {
    const { element } = await openWhole(
      {
        fetch: refusing(
          { pointer: '/delivery/postcode', type: 'box' },
          { pointer: '/items/0/reference', type: 'form' },
          { pointer: '/odd', type: 'x' },
        )(fetch),
      },
      '4G-dongle',
    );
    await until(() => all(element, '.order-form address').length, 'the address');
    send(element);
    await until(() => fieldErrors(element).length === 2, `two errors; ${textOf(element)}`);
    expect(fieldErrors(element).join()).to.contain('Tjek jeres reference.').and.to.contain('Vi kan ikke sende pakker til postnummeret');
    expect(textOf(element)).to.contain('Det kunne ikke lade sig gøre.');
  });

  it('finds out after a reload that the kept draft has been ordered, and orders nothing again (F06)', async () => {
    const own = await company();
    const kept = storage();
    const found = await productCalled(own, 'eSIM');
    const draft = wholeDraft(found, { name: 'Genindlæst Kladde' });
    const key = await keep(kept, own, found, draft);
    const item = { kind: 'product', product: found.id, quantity: 1, price: 0, costCentre: null, reference: null };
    const sent = await fetch(`/v1/companies/${own.id}/orders`, {
      method: 'POST',
      headers: { authorization: 'Bearer mange', 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify({ items: [{ ...item, user: { name: draft.name, email: null, costCentre: null } }], delivery: null }),
    });
    expect(sent.status).to.equal(201);
    const { element } = await place(
      'mange',
      { company: own.id, drafts: kept },
      html`<ss-product-order route=${found.id}></ss-product-order>`,
    );
    await receipt(element);
    expect(textOf(element)).to.contain('Bestillingen er allerede sendt.');
    expect(Object.keys(kept)).to.deep.equal([]);
    expect(await placed(own, key)).to.have.lengthOf(1);
  });

  it('from the same draft in two tabs is one order, and the other tab learns of it (F21)', async () => {
    const { own, key, element, kept, product } = await openWhole();
    const other = await fixture<ProductOrderElement>(html`<ss-product-order route=${product.id}></ss-product-order>`);
    await formOpen(other);
    expect(field(other, 'name').value).to.equal(field(element, 'name').value);
    send(element);
    await receipt(element);
    await receipt(other);
    expect(await placed(own, key)).to.have.lengthOf(1);
    expect(Object.keys(kept)).to.deep.equal([]);
  });

  it('finishes when the element has left the page, and reports by event (F22)', async () => {
    const held = gate();
    const { own, key, element } = await openWhole({ fetch: ordering(() => held.fetch)(fetch) });
    const reported = once<OrderPlacedEvent>(element, 'ss-order-placed');
    send(element);
    await until(() => held.waiting.length, 'the request');
    element.remove();
    held.open();
    const { number } = await reported;
    expect((await placed(own, key)).map((order) => order.number)).to.deep.equal([number]);
  });

  it('whose dialog is closed while it is not known is found out from the shelf (F13, D18)', async () => {
    await setViewport({ width: 1024, height: 800 });
    const wire = line();
    const { own, key, element } = await openWhole({ fetch: wire.fetch });
    wire.use(ordering(answers(500)));
    send(element);
    await reads(element, 'Vi er ikke sikre på, at det gik igennem.', 8000);
    wire.use();
    control(element, 'Luk').click();
    await until(() => element.route === '', 'the shelf');
    control(element, 'Undersøg igen').click();
    await until(() => all(element, 'dialog .outcome').length, 'the form again');
    one(element, 'dialog .outcome button').click();
    await receipt(element);
    expect(await placed(own, key)).to.have.lengthOf(1);
  });

  it('asks before what was typed is lost to another company, where nothing keeps it (R5.7)', async () => {
    signIn('maja');
    const both = await fixture(html`<div><ss-company-switcher></ss-company-switcher><ss-product-order></ss-product-order></div>`);
    const [switcher, element] = both.children as unknown as [Element, ProductOrderElement];
    await until(() => find(element, 'Bestil eSIM') && all(switcher, 'select').length, 'the shelf');
    control(element, 'Bestil eSIM').click();
    await formOpen(element);
    await newUser(element, 'Ikke Tabt');
    const select = one<HTMLSelectElement>(switcher, 'select');
    const before = select.value;
    select.value = [...select.options].find(({ value }) => value !== before)?.value ?? '';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await reads(element, 'Vil du forlade siden uden at gemme?');
    control(element, 'Bliv på siden').click();
    await until(() => !textOf(element).includes('Vil du forlade'), 'the question to go');
    expect(field(element, 'name').value).to.equal('Ikke Tabt');
    expect(one<HTMLSelectElement>(switcher, 'select').value).to.equal(before);
  });

  it('never shows an older suggestion over a newer one (R21.5, F20)', async () => {
    const held = gate();
    const only: Fault = at('/users/look-up', () => held.fetch);
    const own = await company();
    const { element } = await openForm(own, 'eSIM', { fetch: only(fetch) });
    pick(element, 'En eksisterende bruger');
    await fill(element, 'user', 'a');
    await until(() => held.waiting.length === 1, 'the first question');
    await fill(element, 'user', 'zz');
    await until(() => held.waiting.some(({ request }) => !request.signal.aborted) && held.waiting.length === 1, 'the second question');
    held.open();
    await reads(element, 'Vi fandt ingen bruger med det navn.');
  });

  it('says that a look-up failed, and tries again on request (R21.5)', async () => {
    const wire = line();
    wire.use(at('/users/look-up', answers(500)));
    const { element } = await openForm(await company(), 'eSIM', { fetch: wire.fetch });
    pick(element, 'En eksisterende bruger');
    await fill(element, 'user', 'zz');
    await reads(element, 'Noget gik galt hos os.', 8000);
    wire.use();
    control(element, 'Prøv igen').click();
    await reads(element, 'Vi fandt ingen bruger med det navn.');
  });

  it('is not sent by one who has lost the right meanwhile, and says so (F17, R7.3)', async () => {
    const { element } = await openWhole({ fetch: ordering(answers(403))(fetch) });
    send(element);
    await reads(element, 'Du har ikke længere lov til at ændre her. Der er ikke sendt noget.');
  });

  it('survives an answer that breaks off, and is one order (F07)', async () => {
    const { own, key, element } = await openWhole({ fetch: ordering((inner) => first(1, broken())(inner))(fetch) });
    send(element);
    await receipt(element, 8000);
    expect(await placed(own, key)).to.have.lengthOf(1);
  });

  it('leaves the list of orders as the backend has it (R25.3)', async () => {
    const { own, key, element } = await openWhole();
    send(element);
    await receipt(element);
    const [order] = await placed(own, key);
    expect((await ordersOf(own)).some(({ id }) => id === order?.id)).to.equal(true);
  });
});
