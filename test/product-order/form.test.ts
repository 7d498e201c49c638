/** The order form: for whom, how many, where to, and what is said when something is missing. */
import { emulateMedia, sendKeys, setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import { html } from 'lit';
import type { UserPage } from '../../src/subscriptions/user-row.ts';
import type { OrderPlacedEvent } from '../../src/ui/order-events.ts';
import { at, slow } from '../faults.ts';
import { cleanup, expectAccessible, once, until } from '../helpers.ts';
import { bent } from '../subscriptions/open.ts';
import { ask } from '../subscriptions/profiles.ts';
import { all, control, controls, find, focusIn, heard, one, plain, reads, textOf } from '../subscriptions/screen.ts';
import {
  addressKnown,
  companyAt,
  type Company,
  field,
  fieldErrors,
  fill,
  foot,
  formOpen,
  listedErrors,
  lookUp,
  newUser,
  openForm,
  openShelf,
  ordersOf,
  pick,
  place,
  productCalled,
  receipt,
  send,
} from './shop.ts';

const company = () => companyAt(185);

/** Somebody the company has, by the backend. */
const somebody = async ({ id }: Company): Promise<string> => {
  const body = { search: '', sort: 'name', direction: 'ascending', offset: 0, limit: 9 };
  const { items } = await ask<UserPage>(`companies/${id}/users/search`, { method: 'POST', body });
  const name = items.find(({ user }) => user)?.user?.name;
  if (!name) throw new Error('The company has nobody.');
  return name;
};

const wide = () => setViewport({ width: 1024, height: 800 });

describe('the order form', () => {
  beforeEach(() => setViewport({ width: 700, height: 800 }));
  afterEach(async () => {
    cleanup();
    await emulateMedia({ colorScheme: 'light' });
    Object.assign(document.documentElement.style, { colorScheme: '', background: '' });
    await setViewport({ width: 800, height: 600 });
  });

  it('is titled with the product and asks first for whom, nothing chosen beforehand (R19.1, R20.1, D14)', async () => {
    const { element } = await openForm(await company(), '4G-dongle');
    expect(one(element, 'h2').innerText).to.equal('Bestil 4G-dongle');
    expect(one(element, '.order-form legend').innerText).to.equal('Hvem er produktet til?');
    expect(all<HTMLInputElement>(element, '[name=userKind]').map(({ checked }) => checked)).to.deep.equal([false, false]);
    expect(controls(element)).not.to.include('Navn');
  });

  it('asks a new user’s name, and looks an existing one up; the other part is hidden and not sent (R20.2, R20.3)', async () => {
    const own = await company();
    const { element } = await openForm(own, '4G-dongle');
    await newUser(element, 'Aldrig Sendt');
    pick(element, 'En eksisterende bruger');
    await until(() => all(element, '#user').length, 'the look-up');
    expect(all(element, '#name')).to.have.lengthOf(0);
    await addressKnown(element);
    pick(element, 'En ny bruger');
    await until(() => all(element, '#name').length, 'the name');
    expect(field(element, 'name').value).to.equal('Aldrig Sendt');
  });

  it('orders for an existing user found by two letters, to the main address, and says exactly what was ordered (R21.1, R23.1, R25.1, R25.3, R26.1)', async () => {
    const own = await company();
    const { element } = await openForm(own, '4G-dongle');
    await addressKnown(element);
    const main = plain(one(element, '.order-form address').innerText);
    const name = await somebody(own);
    await lookUp(element, name.slice(0, 2), name);
    expect(field(element, 'user').value).to.equal(name);
    await fill(element, 'quantity', '2');
    await fill(element, 'reference', 'Projekt 7');
    expect(foot(element))
      .to.contain('2 × 4G-dongle')
      .and.to.contain('798,00 kr. ekskl. moms')
      .and.to.contain(main.replace(/ (\d{4} )/, ', $1'));
    const placed = once<OrderPlacedEvent>(element, 'ss-order-placed');
    send(element);
    await receipt(element);
    const { orderId, number } = await placed;
    const text = textOf(element);
    expect(text).to.contain(`Ordrenummer ${number}`).and.to.contain('2 × 4G-dongle').and.to.contain(name).and.to.contain('Projekt 7');
    expect(text).to.contain(`Vi pakker nu produktet og sender det til ${main.replace(/ (\d{4} )/, ', $1')} så hurtigt som muligt.`);
    expect(text).to.contain('Prisen kommer automatisk med på jeres næste faktura.');
    expect(text).not.to.contain('Forventet levering');
    const order = (await ordersOf(own)).find(({ id }) => id === orderId);
    expect(order?.items[0]?.user?.name).to.equal(name);
    expect(order?.items[0]?.product?.quantity).to.equal(2);
    expect(order?.items[0]?.product?.reference).to.equal('Projekt 7');
    expect(order?.delivery?.street).to.equal(main.split(/ \d/)[0]);
  });

  it('says what is missing, lists it with links, and puts the focus on the first (R24.2)', async () => {
    const { element } = await openForm(await company(), '4G-dongle');
    await fill(element, 'quantity', '');
    control(element, 'Godkend og send').focus();
    send(element);
    await until(() => listedErrors(element).length === 2, `two errors; it reads: ${textOf(element)}`);
    expect(listedErrors(element)).to.deep.equal(['Vælg, om produktet er til en ny eller en eksisterende bruger.', 'Udfyld antal.']);
    expect(textOf(element)).to.contain('Der er 2 fejl i formularen');
    await until(() => focusIn() === 'En ny bruger', `the focus on the first; it is on: ${focusIn()}`);
    control(element, 'Udfyld antal.').click();
    expect(element.shadowRoot?.activeElement?.id).to.equal('quantity');
  });

  for (const [typed, words] of [
    ['0', 'I skal bestille mindst 1.'],
    ['-1', 'I skal bestille mindst 1.'],
    ['1000', 'I kan højst bestille 99 ad gangen.'],
    ['100', 'I kan højst bestille 99 ad gangen.'],
    ['1,5', 'Skriv antallet som et helt tal, fx 2.'],
    ['1.5', 'Skriv antallet som et helt tal, fx 2.'],
    ['to', 'Skriv antallet som et helt tal, fx 2.'],
    ['99999999', 'Skriv antallet som et helt tal, fx 2.'],
  ] as const)
    it(`does not send ${typed} pieces, and says why (T19)`, async () => {
      const own = await company();
      const { element } = await openForm(own, '4G-dongle');
      const before = (await ordersOf(own)).length;
      await newUser(element, 'Antal Forkert');
      await addressKnown(element);
      await fill(element, 'quantity', typed);
      send(element);
      await until(() => fieldErrors(element).includes(words), `"${words}"; it reads: ${textOf(element)}`);
      expect(await ordersOf(own)).to.have.lengthOf(before);
    });

  it('says how many are left of what there are few of, before and after (T19)', async () => {
    const few = at('/products', bent({ 'items.2.most': 3 }))(fetch);
    const { element } = await openForm(await company(), '4G-dongle', { fetch: few });
    expect(textOf(element)).to.contain('Der er 3 på lager.');
    await newUser(element, 'For Mange');
    await fill(element, 'quantity', '4');
    send(element);
    await until(() => fieldErrors(element).includes('Der er kun 3 tilbage på lageret.'), 'how many are left');
  });

  it('counts up and down with buttons and arrow keys, never below one or above what there is (T19)', async () => {
    const { element } = await openForm(await company(), '4G-dongle', { fetch: at('/products', bent({ 'items.2.most': 3 }))(fetch) });
    control(element, 'Én færre').click();
    await element.updateComplete;
    expect(field(element, 'quantity').value).to.equal('1');
    for (let press = 0; press < 4; press++) {
      control(element, 'Én mere').click();
      await element.updateComplete;
    }
    expect(field(element, 'quantity').value).to.equal('3');
    field(element, 'quantity').focus();
    await sendKeys({ press: 'ArrowDown' });
    expect(field(element, 'quantity').value).to.equal('2');
  });

  it('has no hit for a name nobody has, and carries it over to a new user (R22.1, R22.2)', async () => {
    const { element } = await openForm(await company(), '4G-dongle');
    pick(element, 'En eksisterende bruger');
    await fill(element, 'user', 'Xerxes Ukendt');
    await reads(element, 'Vi fandt ingen bruger med det navn.');
    control(element, 'Opret som ny bruger').click();
    await until(() => all(element, '#name').length, 'the name');
    expect(field(element, 'name').value).to.equal('Xerxes Ukendt');
  });

  it('hints that a new name is somebody’s already, and offers that user (R22.3)', async () => {
    const own = await company();
    const known = await somebody(own);
    const { element } = await openForm(own, '4G-dongle');
    await newUser(element, known);
    await reads(element, 'Der findes allerede en bruger med det navn.');
    control(element, `Brug ${known}`).click();
    await until(() => all(element, '#user').length && field(element, 'user').value === known, 'the known user');
  });

  it('counts nobody who was only typed (R21.6)', async () => {
    const { element } = await openForm(await company(), '4G-dongle');
    pick(element, 'En eksisterende bruger');
    await fill(element, 'user', 'Kun Skrevet');
    await addressKnown(element);
    send(element);
    await until(
      () => fieldErrors(element).includes('Vælg en bruger på listen, eller vælg ”En ny bruger”.'),
      `the error; ${textOf(element)}`,
    );
  });

  it('sends to another Danish address, exactly as it is shown, and the main address comes back in one step (R23.2, R23.4, R25.3, D17)', async () => {
    const own = await company();
    const { element } = await openForm(own, '4G-dongle');
    await addressKnown(element);
    const main = plain(one(element, '.order-form address').innerText);
    await newUser(element, 'Anden Adresse');
    const fields = { street: 'Testallé', houseNumber: '7b', floor: 'st.', door: 'TV', postcode: '2300' };
    control(element, 'Ret').click();
    for (const [part, words] of Object.entries(fields)) await fill(element, `delivery-${part}`, words);
    await until(() => field(element, 'delivery-town').value === 'København S', 'the town');
    expect(foot(element)).to.contain('Testallé 7B, st. tv., 2300 København S');
    control(element, 'Brug jeres hovedadresse').click();
    await until(() => plain(all(element, '.order-form address')[0]?.innerText ?? '') === main, 'the main address');
    control(element, 'Ret').click();
    for (const [part, words] of Object.entries(fields)) await fill(element, `delivery-${part}`, words);
    send(element);
    await receipt(element);
    expect(textOf(element)).to.contain('Testallé 7B, st. tv., 2300 København S');
    const order = (await ordersOf(own)).find(({ items }) => items[0]?.user?.name === 'Anden Adresse');
    expect(order?.delivery).to.deep.equal({
      ...{ street: 'Testallé', houseNumber: '7B', floor: 'st', door: 'tv', place: null, postcode: '2300', town: 'København S' },
    });
  });

  for (const [postcode, words] of [
    ['0999', 'Vi kan ikke sende pakker til postnummeret 0999. Brug en adresse med vejnavn.'],
    ['9999', 'Vi kender ikke postnummeret 9999. Tjek, at det er rigtigt.'],
    ['3900', 'Vi leverer kun til adresser i Danmark, ikke i Grønland eller på Færøerne.'],
    ['100', 'Vi leverer kun til adresser i Danmark, ikke i Grønland eller på Færøerne.'],
  ] as const)
    it(`refuses the postcode ${postcode} with the reason (R23.3, R23.5, D16)`, async () => {
      const { element } = await openForm(await company(), '4G-dongle');
      await addressKnown(element);
      await newUser(element, 'Forkert Sted');
      control(element, 'Ret').click();
      await fill(element, 'delivery-postcode', postcode);
      send(element);
      await until(() => fieldErrors(element).includes(words), `"${words}"; it reads: ${textOf(element)}`);
      expect(foot(element)).to.contain('Mangler');
    });

  it('refuses a street of 200 characters, emoji and markup at their field, and shows markup in a name as text (T12, ADR-2)', async () => {
    const { element } = await openForm(await company(), '4G-dongle');
    await addressKnown(element);
    await newUser(element, '<img src=x onerror=alert(1)>');
    control(element, 'Ret').click();
    for (const street of ['æ'.repeat(200), 'Prøvevej 😀', '<b>Prøvevej</b>']) {
      await fill(element, 'delivery-street', street);
      send(element);
      await until(() => fieldErrors(element).length === 1, `an error for ${street}; it reads: ${textOf(element)}`);
    }
    expect(all(element, 'img, b')).to.have.lengthOf(0);
  });

  it('asks for no address of what is not sent, and says how it comes (R23.1, R25.1)', async () => {
    const own = await company();
    const { element } = await openForm(own, 'eSIM');
    expect(textOf(element)).to.contain('Der bliver ikke sendt en pakke.');
    expect(all(element, '.order-form address')).to.have.lengthOf(0);
    await newUser(element, 'Elektra Sim');
    send(element);
    await receipt(element);
    expect(textOf(element)).to.contain('Vi gør nu produktet klar.');
    expect(textOf(element)).not.to.contain('faktura');
    expect((await ordersOf(own)).find(({ items }) => items[0]?.user?.name === 'Elektra Sim')?.delivery).to.equal(null);
  });

  it('leads on from the receipt to what was ordered, and to more; the same form then begins afresh (R19.2, R25.1)', async () => {
    const { element } = await openForm(await company(), 'eSIM');
    const { route } = element;
    await newUser(element, 'Mere Til');
    send(element);
    await receipt(element);
    control(element, 'Bestil mere').click();
    await until(() => element.route === '' && all(element, 'article.product').length, 'the shelf');
    element.route = route;
    await formOpen(element);
    expect(all<HTMLInputElement>(element, '[name=userKind]').some(({ checked }) => checked)).to.equal(false);
    expect(textOf(element)).not.to.contain('Ordrenummer');
  });

  it('stands in a dialog where there is room, and alone where there is not, with the same content (D18)', async () => {
    const own = await company();
    const content = (element: Element) => all(element, '.order-form :is(label, legend)').map(({ innerText }) => plain(innerText));
    const narrow = await openForm(own, '4G-dongle');
    await addressKnown(narrow.element);
    expect(all(narrow.element, 'dialog')).to.have.lengthOf(0);
    const alone = content(narrow.element);
    cleanup();
    await wide();
    const { element } = await openForm(own, '4G-dongle');
    await addressKnown(element);
    expect(all<HTMLDialogElement>(element, 'dialog').map(({ open }) => open)).to.deep.equal([true]);
    expect(content(element)).to.deep.equal(alone);
    expect(all(element, 'article.product')).to.have.lengthOf(6);
  });

  it('comes back to the product on the shelf when the dialog is closed, and keeps what was filled in; another product starts afresh (R19.2, D18)', async () => {
    await wide();
    const own = await company();
    const element = await openShelf('mange', { company: own.id });
    control(element, 'Bestil 4G-dongle').focus();
    control(element, 'Bestil 4G-dongle').click();
    await formOpen(element);
    await newUser(element, 'Husket Navn');
    control(element, 'Annuller').click();
    await until(() => element.route === '' && focusIn() === 'Bestil 4G-dongle', `the product; the focus is on: ${focusIn()}`);
    control(element, 'Bestil 4G-router').click();
    await formOpen(element);
    expect(all(element, '#name')).to.have.lengthOf(0);
    await sendKeys({ press: 'Escape' });
    await until(() => element.route === '', 'the shelf');
    control(element, 'Bestil 4G-dongle').click();
    await until(() => all(element, '#name').length, 'the name');
    expect(field(element, 'name').value).to.equal('Husket Navn');
  });

  it('keeps the price and the address in sight while approving (R24.3)', async () => {
    await wide();
    const { element } = await openForm(await company(), '4G-dongle');
    await addressKnown(element);
    await newUser(element, 'Ser Prisen');
    const inSight = (part: Element) => {
      const { top, bottom, left } = part.getBoundingClientRect();
      return one(element, '.foot').contains(element.shadowRoot?.elementFromPoint(left + 4, (top + bottom) / 2) ?? null);
    };
    for (const part of all(element, '.sum dd')) expect(inSight(part), part.innerText).to.equal(true);
    expect(inSight(control(element, 'Godkend og send'))).to.equal(true);
  });

  it('is filled in and sent with the keyboard alone (R20.1, R21.4, R24.1)', async () => {
    await wide();
    const own = await company();
    const element = await openShelf('mange', { company: own.id });
    control(element, 'Bestil eSIM').focus();
    await sendKeys({ press: 'Enter' });
    await formOpen(element);
    await until(() => focusIn() === 'En ny bruger', 'the first question');
    await sendKeys({ press: 'ArrowDown' });
    await until(() => all(element, '#user').length, 'the look-up');
    await sendKeys({ press: 'Tab' });
    await sendKeys({ type: (await somebody(own)).slice(0, 2) });
    await until(() => heard(element).includes('forslag'), `suggestions; it reads: ${heard(element)}`);
    await sendKeys({ press: 'ArrowDown' });
    await sendKeys({ press: 'Enter' });
    await until(() => heard(element).includes('er valgt.'), `somebody chosen; it reads: ${heard(element)}`);
    await sendKeys({ press: 'Enter' });
    await receipt(element);
    await until(() => element.shadowRoot?.activeElement?.className === 'receipt', 'the focus on the receipt');
  });

  it('takes the focus to its first question also when it comes after its dialog (R20.1, F03)', async () => {
    await wide();
    const element = await openShelf('mange', { company: (await company()).id });
    // Pressed without having been met before: its code is only now asked for.
    control(element, 'Bestil eSIM').click();
    await formOpen(element);
    await until(() => focusIn() === 'En ny bruger', 'the first question');
  });

  it('offers the user’s cost centre, and leaves alone what somebody has typed (R20.2)', async () => {
    const { element } = await place('maja', {}, html`<ss-product-order></ss-product-order>`);
    await until(() => find(element, 'Bestil 4G-dongle'), 'the shelf');
    control(element, 'Bestil 4G-dongle').click();
    await formOpen(element);
    await lookUp(element, 'bo i', 'Bo Ib');
    await until(() => field(element, 'costCentre').value === 'Drift', `the cost centre; it is: ${field(element, 'costCentre').value}`);
    await fill(element, 'costCentre', 'Mit eget');
    await lookUp(element, 'åse', 'Åse');
    expect(field(element, 'costCentre').value).to.equal('Mit eget');
  });

  it('cannot be opened for what is sold out, and says why (R18.3)', async () => {
    const own = await company();
    const { id } = await productCalled(own, 'Udendørsantenne til router');
    const { element } = await place('mange', { company: own.id }, html`<ss-product-order route=${id}></ss-product-order>`);
    await reads(element, 'Udsolgt. Kommer igen.');
    expect(all(element, '.order-form')).to.have.lengthOf(0);
  });

  it('says that there is no such product, with a way back (F17)', async () => {
    const { element } = await place('mange', {}, html`<ss-product-order route="findes-ikke"></ss-product-order>`);
    await reads(element, 'Vi kan ikke finde det, du leder efter.');
    expect(find(element, 'Tilbage til Produkter')).not.to.equal(undefined);
  });

  it('needs an address where the company has none on record (R23.8)', async () => {
    const own = await company();
    const none = at(`/companies/${own.id}`, bent({ mainAddress: null }));
    const only = (inner: typeof fetch): typeof fetch => {
      const faulty = none(inner);
      return (...call) => (new URL(new Request(...call).url).pathname.endsWith(own.id) ? faulty : inner)(...call);
    };
    const { element } = await openForm(own, '4G-dongle', { fetch: only(fetch) });
    await newUser(element, 'Ingen Adresse');
    await until(() => all(element, '#delivery-street').length, 'the fields');
    expect(field(element, 'delivery-street').value).to.equal('');
    send(element);
    await until(() => fieldErrors(element).includes('Udfyld vejnavn.'), `the error; it reads: ${textOf(element)}`);
  });

  it('waits for the address without blocking the rest (F03)', async () => {
    const own = await company();
    const { element } = await openForm(own, '4G-dongle', { fetch: at(`/companies/${own.id}`, slow(300))(fetch) });
    await newUser(element, 'Venter Lidt');
    await addressKnown(element);
    expect(field(element, 'name').value).to.equal('Venter Lidt');
  });

  for (const colorScheme of ['light', 'dark'] as const)
    for (const room of ['a dialog', 'a page'] as const)
      it(`is accessible as ${room} in ${colorScheme}, with errors and with its receipt (R36.1)`, async () => {
        await emulateMedia({ colorScheme });
        Object.assign(document.documentElement.style, { colorScheme: 'light dark', background: 'Canvas' });
        if (room === 'a dialog') await wide();
        const { element } = await openForm(await company(), 'eSIM');
        await expectAccessible(element);
        send(element);
        await until(() => listedErrors(element).length, 'errors');
        await expectAccessible(element);
        await newUser(element, 'Alle Kan');
        send(element);
        await receipt(element);
        await expectAccessible(element);
      });

  for (const width of [320, 768, 1280])
    it(`fits ${String(width)} px (F30)`, async () => {
      await setViewport({ width, height: 800 });
      const { element } = await openForm(await company(), '4G-dongle');
      await addressKnown(element);
      pick(element, 'En ny bruger');
      control(element, 'Ret').click();
      await until(() => all(element, '#delivery-street').length, 'the fields');
      send(element);
      await until(() => listedErrors(element).length, 'errors');
      expect(document.documentElement.scrollWidth).to.be.at.most(width);
      const around = all(element, 'dialog')[0] ?? one(element, '.order-form');
      expect(around.scrollWidth).to.be.at.most(around.clientWidth + 1);
    });
});
