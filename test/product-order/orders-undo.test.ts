/** »Fortryd bestillingen«: asks first, lands once whatever happens on the way, and says when it is too late (T16, T20). */
import { emulateMedia, sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { OrderCancelledEvent } from '../../src/ui/order-events.ts';
import { answers, cut, first, line, network, offline, silent, type Fault } from '../faults.ts';
import { cleanup, expectAccessible, once, until } from '../helpers.ts';
import { counting } from '../recorder.ts';
import { afterwards, problem, writes } from '../subscriptions/doings.ts';
import { box, boxButton, boxReads, boxText, closed } from '../subscriptions/profiles.ts';
import { all, control, find, focusIn, heard, one, plain, reads, textOf } from '../subscriptions/screen.ts';
import { companyAt, openAt, openOrder, order, orderOf, rowsOf, stands, type Wish } from './orders-scene.ts';

/** An order that can be taken back, open; `meet` says what happens to what is sent from now on. */
const stage = async (wish: Wish = {}) => {
  const company = await companyAt(198);
  const placed = await order(company, wish);
  const wire = line();
  const seen = counting(wire.fetch);
  const element = await openOrder(company, placed, { fetch: seen.fetch });
  const keys = () => seen.requests.filter(({ method }) => method === 'DELETE').map(({ headers }) => headers.get('idempotency-key'));
  return {
    ...{ company, placed, element, keys },
    meet: (fault?: Fault) => {
      wire.use(fault && writes(fault));
    },
    ask: async () => {
      control(element, 'Fortryd bestillingen').focus();
      control(element, 'Fortryd bestillingen').click();
      await until(() => box(element), 'the question');
    },
    send: () => {
      one(element, 'dialog .submit').click();
    },
    state: async () => (await orderOf(company, placed)).state,
  };
};

const isDone = async (element: Element): Promise<void> => {
  await closed(element);
  await reads(element, 'Bestillingen er fortrudt. I betaler ikke for den.');
};

describe('taking an order back', () => {
  afterEach(async () => {
    network(true);
    cleanup();
    await emulateMedia({ colorScheme: 'light' });
    Object.assign(document.documentElement.style, { colorScheme: '', background: '' });
  });

  it('asks first, and names what and whom it is about and what it leads to (T16)', async () => {
    const { placed, element, ask, state } = await stage({ quantity: 2 });
    await ask();
    expect(one(element, 'dialog h3').innerText).to.equal('Vil du fortryde bestillingen?');
    expect(boxText(element))
      .to.contain(`Produkt 2 × 4G-dongle Bruger ${placed.items[0]?.user?.name ?? ''} Ordrenummer ${placed.number}`)
      .and.to.contain('Fortryder du, bliver der ikke sendt noget, og I betaler ikke for bestillingen.');
    expect(all(element, 'dialog button').map(({ innerText }) => plain(innerText).split(' Sender')[0])).to.deep.equal([
      ...['Behold bestillingen', 'Fortryd bestillingen'],
    ]);
    expect(await state()).to.equal('acknowledged');
  });

  it('changes nothing when it is kept, by the button or by Escape, and gives the focus back (T16)', async () => {
    const { element, ask, keys } = await stage();
    await ask();
    boxButton(element, 'Behold bestillingen').click();
    await closed(element);
    expect(focusIn()).to.equal('Fortryd bestillingen');
    await ask();
    await sendKeys({ press: 'Escape' });
    await closed(element);
    expect([focusIn(), keys()]).to.deep.equal(['Fortryd bestillingen', []]);
  });

  it('is done by keyboard, told once, and to the page without personal data; the focus goes to the head (T16, R8.3)', async () => {
    const { placed, element, ask, state, keys } = await stage();
    const event = once<OrderCancelledEvent>(element, 'ss-order-cancelled');
    await ask();
    expect(focusIn()).to.equal('Behold bestillingen');
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    expect((await event).orderId).to.equal(placed.id);
    await isDone(element);
    await until(() => heard(element).includes('Bestillingen er fortrudt.'), 'it to be announced');
    expect([focusIn(), await state(), keys().length]).to.deep.equal([`Bestilling ${placed.number}`, 'cancelled', 1]);
    expect(find(element, 'Fortryd bestillingen')).to.equal(undefined);
    expect(textOf(element)).to.contain('Fortrudt');
  });

  it('is seen in the list it was opened from (R25)', async () => {
    const company = await companyAt(199);
    const placed = await order(company);
    const { element } = await openAt(company, 'orders');
    await rowsOf(element);
    one(element, `[data-route="orders/${placed.id}"]`).click();
    await stands(element);
    control(element, 'Fortryd bestillingen').click();
    await until(() => box(element), 'the question');
    one(element, 'dialog .submit').click();
    await isDone(element);
    control(element, 'Tilbage til Bestillinger').click();
    await until(() => plain(all(element, '.orders tbody tr')[0]?.innerText ?? '').includes('Fortrudt'), 'the list to say so');
  });

  it('of what is not sent says so in its own words (T16)', async () => {
    const company = await companyAt(198);
    const placed = await order(company, { kind: 'esim' });
    const made = await openAt(company, `orders/${placed.id}`, {
      fetch: (...call) =>
        fetch(...call).then((response) =>
          new Request(...call).url.includes(`/orders/${placed.id}`) ? Response.json({ ...placed, canCancel: true }) : response,
        ),
    });
    await stands(made.element);
    control(made.element, 'Fortryd bestillingen').click();
    await boxReads(made.element, 'Fortryder du, får brugeren ikke produktet, og I betaler ikke for det.');
  });

  for (const [what, fault] of [
    ['the connection breaks after it was done', afterwards(first(1, cut()))],
    ['the first sending is lost', first(1, offline())],
    ['the backend is busy for a moment', first(1, answers(429, { 'retry-after': '1' }))],
    ['it is being done already', first(1, answers(409, {}, problem('in-progress')))],
  ] as readonly (readonly [string, Fault])[])
    it(`lands once when ${what}, with one key (T20, F05, F11, F12)`, async () => {
      const { element, ask, send, meet, keys, state } = await stage();
      meet(fault);
      await ask();
      send();
      send();
      await isDone(element);
      expect([await state(), new Set(keys()).size]).to.deep.equal(['cancelled', 1]);
    });

  it('that may have been done says so, is found out from the order when it is put away, and done once (F13, T20)', async () => {
    const { element, ask, send, meet, keys, state } = await stage();
    meet(answers(500));
    await ask();
    send();
    await boxReads(element, 'Vi er ikke sikre på, at det gik igennem.');
    boxButton(element, 'Luk').click();
    await closed(element);
    await until(() => all(element, '.one-order .strip button').length, 'the strip');
    expect(find(element, 'Fortryd bestillingen')).to.equal(undefined);
    meet();
    control(element, 'Undersøg igen').click();
    await boxReads(element, 'Undersøg igen');
    boxButton(element, 'Undersøg igen').click();
    await isDone(element);
    expect([await state(), new Set(keys()).size]).to.deep.equal(['cancelled', 1]);
    expect(all(element, '.one-order .strip')).to.have.lengthOf(0);
  });

  it('too late says so, and reads the order again (T16)', async () => {
    const { placed, element, ask, send, meet } = await stage();
    meet(answers(409, {}, problem('too-late')));
    await ask();
    send();
    await boxReads(element, 'Det er for sent at fortryde. Bestillingen er allerede på vej.');
    expect(all(element, 'dialog .submit')).to.have.lengthOf(0);
    boxButton(element, 'Luk').click();
    await closed(element);
    expect(focusIn()).to.match(new RegExp(`^(?:Fortryd bestillingen|Bestilling ${placed.number})$`));
  });

  it('without a network sends nothing, says so, and can be tried again (F02)', async () => {
    const { element, ask, send, keys, state } = await stage();
    await ask();
    network(false);
    send();
    await boxReads(element, 'Der er ingen forbindelse lige nu');
    expect(keys()).to.deep.equal([]);
    network(true);
    boxButton(element, 'Fortryd bestillingen').click();
    await isDone(element);
    expect(await state()).to.equal('cancelled');
  });

  it('without the right any more says so, and sends nothing again (R7.3)', async () => {
    const { element, ask, send, meet, state } = await stage();
    meet(answers(403));
    await ask();
    send();
    await boxReads(element, 'Du har ikke længere lov til at ændre her.');
    expect([all(element, 'dialog .submit').length, await state()]).to.deep.equal([0, 'acknowledged']);
  });

  it('stands there until its answer has come, whatever is pressed (F21, F04)', async () => {
    const { element, ask, send, meet } = await stage();
    meet(silent());
    await ask();
    send();
    await boxReads(element, 'Sender …');
    await sendKeys({ press: 'Escape' });
    boxButton(element, 'Behold bestillingen').click();
    await element.updateComplete;
    expect(box(element)?.open).to.equal(true);
  });

  it('is told to the page also when the element has left it meanwhile (F22)', async () => {
    const { placed, element, ask, send, state } = await stage();
    const event = once<OrderCancelledEvent>(element, 'ss-order-cancelled');
    await ask();
    send();
    element.remove();
    expect((await event).orderId).to.equal(placed.id);
    expect(await state()).to.equal('cancelled');
  });

  for (const colorScheme of ['light', 'dark'] as const)
    it(`and the order itself have nothing wrong for axe, ${colorScheme}, in Danish and English (R8.3, R12.2)`, async () => {
      Object.assign(document.documentElement.style, { colorScheme: 'light dark', background: 'Canvas' });
      await emulateMedia({ colorScheme });
      const { element, ask, company } = await stage();
      await expectAccessible(element);
      await ask();
      await expectAccessible(element);
      cleanup();
      const { element: list } = await openAt(company, 'orders');
      await rowsOf(list);
      await expectAccessible(list);
      list.lang = 'en';
      await reads(list, 'Order number');
      expect(textOf(list)).not.to.match(/Bestil|Modtaget|Fortrudt|Viser/);
      await expectAccessible(list);
    });
});
