/** Looking through, approving, and what becomes of the order: on the receipt and in the list. */
import { expect } from 'chai';
import type { Order } from '../../src/api/order.ts';
import type { SubscriptionsElement } from '../../src/subscriptions/subscriptions-element.ts';
import type { UserPage } from '../../src/subscriptions/user-row.ts';
import type { OrderPlacedEvent } from '../../src/ui/order-events.ts';
import { answers, at as faultAt, first, line } from '../faults.ts';
import { cleanup, once, until } from '../helpers.ts';
import { counting } from '../recorder.ts';
import {
  at,
  begin,
  companiesFrom,
  fieldErrors,
  fillMove,
  fillNumber,
  fillPlan,
  fillSim,
  fillUser,
  foreignNumber,
  listedErrors,
  next,
  openReview,
  ordering,
  ordersOf,
  pick,
  receipt,
  send,
  walkToReview,
  type Company,
  type Move,
} from './guide.ts';
import { rewritten } from './open.ts';
import { all, control, find, focusIn, heard, listed, one, plain, reads, rows, textOf } from './screen.ts';

const company = companiesFrom(128, 145);

const parts = (element: Element): string[] => all(element, '.part-line').map(({ innerText }) => plain(innerText));

/** Orders a number that moves, and follows it as far as the receipt. */
const orderMove = async (own: Company, move: Move, name = 'Mona Flyt'): Promise<{ element: SubscriptionsElement; phone: string }> => {
  const element = await begin(own);
  await fillUser(element, name);
  await fillPlan(element);
  const phone = await fillMove(element, own, move);
  next(element);
  await at(element, 'Simkort');
  await fillSim(element);
  send(element);
  await receipt(element);
  return { element, phone };
};

/** The row of somebody in the list. */
const rowOf = (element: Element, name: string): string =>
  rows(element)
    .find(([cell]) => cell === name)
    ?.join(' | ') ?? '';

const toList = async (element: SubscriptionsElement): Promise<void> => {
  control(element, 'Tilbage til Abonnementer').click();
  await listed(element);
};

describe('the guide’s last step', () => {
  afterEach(cleanup);

  it('shows every part with a way to change it, what it costs once and per month without VAT, and what the first invoice holds (R16.4, SUB-9, FMT-6)', async () => {
    const own = await company();
    const element = await begin(own);
    pick(element, 'En ny bruger');
    for (const [id, words] of [
      ['name', 'Vera Vang'],
      ['email', 'vera@example.com'],
      ['costCentre', 'Salg'],
    ] as const) {
      await until(() => all(element, `#${id}`).length, id);
      one<HTMLInputElement>(element, `#${id}`).value = words;
      one(element, `#${id}`).dispatchEvent(new InputEvent('input', { bubbles: true }));
    }
    next(element);
    await at(element, 'Abonnement');
    await fillPlan(element, 'Mobil 20 GB');
    const phone = await fillNumber(element);
    await fillSim(element);
    const [user, plan, number, sim, ...more] = parts(element);
    expect(user).to.equal('Bruger Vera Vang vera@example.com Salg Ret bruger');
    expect(plan).to.equal('Abonnement Mobil 20 GB 20 GB data · Fri tale · 6 måneders binding Ret abonnement');
    expect(number).to.match(new RegExp(`^Nummer ${phone} Reserveret til dig til kl\\. \\d\\d\\.\\d\\d Ret nummer$`));
    expect(sim).to.match(/^Simkort eSIM .* Ret simkort$/);
    expect(more).to.deep.equal([]);
    expect(plain(one(element, '.lines').innerText)).to.equal('Én gang 79,20 kr. Pr. måned 119,00 kr.');
    expect(textOf(element))
      .to.contain('Alle priser er ekskl. moms.')
      .and.to.contain('Abonnementet kommer automatisk med på jeres næste faktura.')
      .and.to.contain('Den første faktura er højere, fordi den dækker oprettelse, resten af denne måned og hele den næste.');
    for (const [index, step] of ['Bruger', 'Abonnement', 'Nummer', 'Simkort'].entries()) {
      all(element, '.part-line .link')[index]?.click();
      await at(element, step);
      next(element);
      await at(element, 'Gennemse og godkend');
    }
  });

  it('orders exactly what it shows, and says so with a number, a way to the profile and one to another (R16.4, R17.2, R24.1)', async () => {
    const own = await company();
    const element = await begin(own);
    const phone = await walkToReview(element, 'Wilma Wind');
    expect(await ordersOf(own)).to.have.lengthOf(0);
    const placed = once<OrderPlacedEvent>(document, 'ss-order-placed');
    send(element);
    await receipt(element);
    const [order] = await ordersOf(own);
    const event = await placed;
    expect([event.orderId, event.number]).to.deep.equal([order?.id, order?.number]);
    expect(order?.items[0]).to.deep.include({
      kind: 'newSubscription',
      plan: 'Mobil 5 GB',
      phone: `+45${phone.replaceAll(' ', '')}`,
      sim: 'esim',
    });
    expect([order?.oneOff.amount, order?.monthly.amount, order?.delivery]).to.deep.equal([7920, 7900, null]);
    expect(textOf(element))
      .to.contain(`Ordrenummer ${order?.number ?? ''}`)
      .and.to.contain(`Wilma Wind · Mobil 5 GB · ${phone}`)
      .and.to.contain('Abonnementet kommer automatisk med på jeres næste faktura.');
    expect(focusIn()).to.equal('Tak for bestillingen');
    await reads(element, 'Abonnementet er aktivt.', 8_000);
    expect(heard(element)).to.contain('Abonnementet er aktivt.');
    control(element, 'Se profilen for Wilma Wind').click();
    await until(() => plain(one(element, 'h2').innerText) === 'Wilma Wind', 'the profile');
  });

  it('begins another from the receipt, with nothing of the one before (R15.3)', async () => {
    const { element } = await openReview(await company());
    send(element);
    await receipt(element);
    control(element, 'Opret nyt abonnement').click();
    await at(element, 'Bruger');
    expect(all(element, ':checked')).to.have.lengthOf(0);
    expect(find(element, 'Slet kladde')).to.equal(undefined);
  });

  it('says that the terms of a plan are not those it was chosen with, and shows those that hold (R16.4, T19)', async () => {
    const own = await company();
    const longer = rewritten((page: { items: { name: string; bindingMonths: number }[] }) => {
      for (const plan of page.items) if (plan.name === 'Datasim 10 GB') plan.bindingMonths = 36;
    });
    const { element } = await openReview(own, { fetch: faultAt('/plans', longer)(fetch) });
    await reads(element, 'Vilkårene for Datasim 10 GB er ændret, siden du valgte det.');
    expect(plain(one(element, '.strip').innerText)).not.to.contain('Prisen');
    await reads(element, '36 måneders binding');
  });

  it('shows the old price and the new one, and asks again, when it has changed since it was shown (T19, F19)', async () => {
    const own = await company();
    const dearer = rewritten((page: { items: { name: string; monthly: { amount: number } }[] }) => {
      for (const plan of page.items) if (plan.name === 'Datasim 10 GB') plan.monthly.amount = 5900;
    });
    const wire = line();
    const seen = counting(wire.fetch);
    const { element } = await openReview(own, { fetch: seen.fetch });
    await until(() => seen.paths().some((path) => path.endsWith('/plans')), 'the plans to be asked for');
    const body = { type: 'urn:selvbetjening:problem:invalid', status: 422, errors: [{ pointer: '/items/0/monthly', type: 'changed' }] };
    wire.use((inner) => ordering(answers(422, { 'content-type': 'application/problem+json' }, body))(faultAt('/plans', dearer)(inner)));
    send(element);
    await reads(element, 'Prisen på Datasim 10 GB er ændret, siden du valgte det.');
    expect(plain(one(element, '.strip').innerText)).to.contain('Pr. måned: nu 59,00 kr., før 49,00 kr.');
    expect(plain(one(element, '.lines').innerText)).to.contain('Pr. måned 59,00 kr.');
    expect(heard(element)).to.contain('Prisen på Datasim 10 GB er ændret');
    const orders = () => seen.requests.filter(({ method, url }) => method === 'POST' && url.endsWith('/orders'));
    expect(orders()).to.have.lengthOf(1);
    send(element);
    await until(() => orders().length === 2, 'the second sending');
    const sent = (await orders()[1]?.json()) as { items: { monthly: number }[] };
    expect(sent.items[0]?.monthly).to.equal(5900);
  });

  it('says that a plan can no longer be had, leads to the others, and keeps the rest (T19, F19)', async () => {
    const own = await company();
    const without = rewritten((page: { items: { name: string }[] }) => ({
      ...page,
      items: page.items.filter(({ name }) => name !== 'Datasim 10 GB'),
    }));
    const wire = line();
    const seen = counting(wire.fetch);
    const { element } = await openReview(own, { fetch: seen.fetch });
    await until(() => seen.paths().some((path) => path.endsWith('/plans')), 'the plans to be asked for');
    const body = { type: 'urn:selvbetjening:problem:invalid', status: 422, errors: [{ pointer: '/items/0/plan', type: 'withdrawn' }] };
    wire.use((inner) => ordering(answers(422, { 'content-type': 'application/problem+json' }, body))(faultAt('/plans', without)(inner)));
    send(element);
    await at(element, 'Abonnement');
    await until(() => listedErrors(element).length, 'the error');
    expect(listedErrors(element)).to.deep.equal(['Abonnementet Datasim 10 GB kan ikke bestilles længere. Vælg et andet.']);
    wire.use();
    pick(element, 'Mobilt bredbånd');
    await element.updateComplete;
    next(element);
    await at(element, 'Gennemse og godkend');
    send(element);
    await receipt(element);
    expect((await ordersOf(own)).map(({ items }) => items[0]?.plan)).to.deep.equal(['Mobilt bredbånd 500 GB']);
  });

  it('leads back to a user who is no longer there (F19)', async () => {
    const { element } = await openReview(
      await company(),
      {},
      { userKind: 'existing', user: { id: 'nobody', name: 'Borte Borg', detail: '' } },
    );
    send(element);
    await at(element, 'Bruger');
    await until(() => listedErrors(element).length, 'the error');
    expect(listedErrors(element)).to.deep.equal(['Brugeren findes ikke længere. Vælg en anden.']);
    expect(fieldErrors(element)).to.deep.equal(listedErrors(element));
  });

  it('says in general what nobody has words for, and keeps everything (F19)', async () => {
    const wire = line();
    const { element } = await openReview(await company(), { fetch: wire.fetch });
    const body = { type: 'urn:selvbetjening:problem:invalid', status: 422, errors: [{ pointer: '/items/0/colour', type: 'odd' }] };
    wire.use(ordering(answers(422, { 'content-type': 'application/problem+json' }, body)));
    send(element);
    await reads(element, 'Det kunne ikke lade sig gøre. Tjek oplysningerne, og prøv igen.');
    expect(parts(element)).to.have.lengthOf(3);
    wire.use();
    send(element);
    await receipt(element);
  });
});

describe('an order from the guide', function () {
  this.timeout(20_000);
  afterEach(cleanup);

  it('is in the list at once, under creation, and becomes active there without a reload (R17.4)', async () => {
    const own = await company();
    let early = true;
    const order = rewritten((answer: Order) => (early ? { ...answer, state: 'inProgress' } : answer));
    const people = rewritten(({ items, ...rest }: UserPage) => ({
      ...rest,
      items: items.map((row) =>
        early && row.user?.name === 'Bent Begyndt'
          ? { ...row, subscriptions: row.subscriptions.map((subscription) => ({ ...subscription, status: 'pendingActive' })) }
          : row,
      ),
    }));
    const { element } = await openReview(own, { fetch: faultAt('/orders/', order)(faultAt('/search', people)(fetch)) });
    const counted = () => /\d+ brugere? · \d+ abonnement/.exec(textOf(element))?.[0];
    send(element);
    await receipt(element);
    await toList(element);
    await until(() => rowOf(element, 'Bent Begyndt').includes('Under oprettelse'), 'the new user');
    const before = counted();
    early = false;
    await until(() => rowOf(element, 'Bent Begyndt').includes('Aktivt'), 'the active subscription', 9_000);
    expect(heard(element)).to.contain('Abonnementet er aktivt.');
    expect(counted()).to.equal(before);
  });

  it('asks after itself with growing pauses, stops when it has come about, and not while nobody looks (R17.4, F23)', async () => {
    const seen = counting(faultAt('/orders/', first(2, answers(500)))(fetch));
    const { element } = await openReview(await company(), { fetch: seen.fetch });
    send(element);
    await receipt(element);
    const asked = () => seen.requests.filter(({ method, url }) => method === 'GET' && /\/orders\/[\w-]+$/.test(url)).length;
    await reads(element, 'Abonnementet er aktivt.', 12_000);
    const before = asked();
    expect(before).to.be.within(1, 5);
    await toList(element);
    expect(asked()).to.equal(before);
  });

  it('for a number that moves is accepted: the wanted day and the confirmed one stand apart (NUM-5, NUM-9, R16.6)', async () => {
    const own = await company();
    const { element, phone } = await orderMove(own, { date: '2026-11-26' });
    expect(textOf(element)).to.contain('Afventer flytning').and.to.contain('Ønsket dato: 26. november 2026');
    await reads(element, `Nummeret ${phone} flyttes til os 26. november 2026.`, 9_000);
    expect(textOf(element)).to.contain('Ønsket dato: 26. november 2026 Bekræftet dato: 26. november 2026');
    expect(heard(element)).to.contain('flyttes til os 26. november 2026.');
    await toList(element);
    expect(rowOf(element, 'Mona Flyt')).to.contain('Afventer flytning');
  });

  it('for a number that moves as soon as possible gets the next working day (NUM-5)', async () => {
    const { element, phone } = await orderMove(await company(), {});
    await reads(element, `Nummeret ${phone} flyttes til os 23. november 2026.`, 9_000);
    expect(textOf(element)).to.contain('Bekræftet dato: 23. november 2026').and.not.to.contain('Ønsket dato');
  });

  it('for a number that moves late says which day was wanted and which it becomes (NUM-9)', async () => {
    const { element, phone } = await orderMove(await company(), { provider: 'Langsom Tele', date: '2026-11-25' });
    await reads(element, `Nummeret ${phone} flyttes til os 30. november 2026.`, 9_000);
    expect(textOf(element)).to.contain('Ønsket dato: 25. november 2026 Bekræftet dato: 30. november 2026');
  });

  for (const [what, move, sentence] of [
    ['wrong owner', { ownerCvr: '99000015' }, 'Nummeret kunne ikke flyttes. Det nuværende teleselskab har en anden ejer registreret.'],
    [
      'unknown number',
      { phone: `${foreignNumber().slice(0, 6)}99` },
      'Nummeret kunne ikke flyttes. Det nuværende teleselskab kender det ikke.',
    ],
    ['refusal', { provider: 'Afvis Tele' }, 'Nummeret kunne ikke flyttes. Det nuværende teleselskab har sagt nej.'],
  ] as const)
    it(`for a number that is rejected says why, what to do, and that nothing was created: ${what} (NUM-7, NUM-8)`, async () => {
      const { element } = await orderMove(await company(), move, 'Rita Retur');
      await reads(element, sentence, 9_000);
      expect(textOf(element)).to.contain('bestil igen.').and.to.contain('Ikke oprettet').and.not.to.contain('næste faktura');
      expect(heard(element)).to.contain(sentence);
      await toList(element);
      expect(rowOf(element, 'Rita Retur')).to.contain('Intet abonnement');
    });

  it('of which nobody knows the state says so, and promises nothing (F09)', async () => {
    const { element } = await openReview(await company(), {
      fetch: ordering(
        rewritten((order: Order) => ({ ...order, state: 'teleported', number: 7, items: [{ ...order.items[0], user: null }] })),
      )(fetch),
    });
    send(element);
    await receipt(element);
    expect(textOf(element))
      .to.contain('Vi kan ikke se, hvor langt bestillingen er.')
      .and.to.contain('Ukendt')
      .and.not.to.match(/undefined|null|NaN/);
    expect(find(element, 'Se profilen')).to.equal(undefined);
  });
});
