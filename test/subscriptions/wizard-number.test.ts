/** The guide’s steps for the plan, the number and the SIM card. */
import { expect } from 'chai';
import type { SubscriptionsElement } from '../../src/subscriptions/subscriptions-element.ts';
import { startClock, stopClock } from '../clock.ts';
import { answers, at as faultAt, line, type Fault } from '../faults.ts';
import { cleanup, until } from '../helpers.ts';
import { counting } from '../recorder.ts';
import {
  at,
  begin,
  companiesFrom,
  fieldErrors,
  fill,
  fillMove,
  fillNumber,
  fillPlan,
  fillSim,
  fillUser,
  freeNumber,
  listedErrors,
  next,
  ordering,
  ordersOf,
  pick,
  receipt,
  send,
  title,
} from './guide.ts';
import { bent } from './open.ts';
import { ask } from './profiles.ts';
import { all, control, focusIn, heard, one, plain, reads, textOf } from './screen.ts';

const company = companiesFrom(102, 119);

const cards = (element: Element): string[] => all(element, '.numbers label').map(({ innerText }) => plain(innerText));

/** The backend does not accept a field. */
const refusing = (pointer: string, type: string): Fault =>
  answers(
    422,
    { 'content-type': 'application/problem+json' },
    { type: 'urn:selvbetjening:problem:invalid', status: 422, errors: [{ pointer, type }] },
  );

const toNumber = async (element: SubscriptionsElement): Promise<void> => {
  await fillUser(element);
  await fillPlan(element);
};

const toFree = async (element: SubscriptionsElement): Promise<void> => {
  await toNumber(element);
  pick(element, 'Nyt nummer');
  await until(() => cards(element).length, 'free numbers');
};

describe('the guide’s step for the plan', () => {
  afterEach(cleanup);

  it('shows each plan with its price per month, its set-up, what is in it and its binding (R16.5, FMT-6)', async () => {
    const element = await begin(await company());
    await fillUser(element);
    const plans = all(element, '.choice').map(({ innerText }) => plain(innerText));
    expect(plans).to.include('Mobil 20 GB 20 GB data · Fri tale · 6 måneders binding 119,00 kr. pr. måned Oprettelse 79,20 kr.');
    expect(plans).to.include('Datasim 10 GB 10 GB data · Kun data · Ingen binding 49,00 kr. pr. måned Oprettelse 79,20 kr.');
    expect(plans).to.include('Mobil Fri Fri data · Fri tale · 12 måneders binding 249,00 kr. pr. måned Oprettelse 79,20 kr.');
    expect(plans.join()).not.to.contain('Mobil 2 GB');
    expect(textOf(element)).to.contain('Alle priser er ekskl. moms.');
    next(element);
    await until(() => listedErrors(element).length, 'the error');
    expect(listedErrors(element)).to.deep.equal(['Vælg et abonnement.']);
  });

  it('does not offer what nobody knows the price of, and says that there is more (F09)', async () => {
    const element = await begin(await company(), {
      fetch: faultAt('/plans', bent({ 'items.1.monthly.amount': 'free', 'items.2.name': null }))(fetch),
    });
    await fillUser(element);
    expect(all(element, '.choice')).to.have.lengthOf(4);
    expect(textOf(element))
      .to.contain('Nogle abonnementer kan ikke vælges lige nu.')
      .and.not.to.match(/NaN|undefined|null/);
  });

  it('says that the plans could not be fetched, and fetches them on request (F10)', async () => {
    const wire = line();
    wire.use(faultAt('/plans', answers(422)));
    const element = await begin(await company(), { fetch: wire.fetch });
    pick(element, 'En ny bruger');
    await fill(element, 'name', 'Ingen Planer');
    next(element);
    await reads(element, 'Noget gik galt hos os. Prøv igen om lidt.');
    wire.use();
    control(element, 'Prøv igen').click();
    await at(element, 'Abonnement');
    await until(() => all(element, '.choice').length === 6, 'the plans');
  });
});

describe('the guide’s step for a new number', () => {
  afterEach(() => {
    startClock();
    cleanup();
  });

  it('offers free numbers, finds them by digits in any writing, and others on request (R16.5)', async () => {
    const element = await begin(await company());
    await toFree(element);
    const first = cards(element);
    expect(first).to.have.lengthOf(9);
    expect(first.every((card) => /^\d\d \d\d \d\d \d\d$/.test(card))).to.equal(true);
    control(element, 'Vis andre numre').click();
    await until(() => cards(element).length && cards(element).join() !== first.join(), 'other numbers');
    expect(cards(element).filter((card) => first.includes(card))).to.deep.equal([]);
    await fill(element, 'digits', '9 2-7');
    await until(
      () => cards(element).every((card) => card.replaceAll(' ', '').includes('927')) && cards(element).length,
      'numbers with 927',
    );
    await fill(element, 'digits', '11111111');
    await reads(element, 'Ingen ledige numre indeholder 11111111.');
    expect(heard(element)).to.contain('Ingen ledige numre indeholder 11111111.');
  });

  it('keeps the chosen one for the person for fifteen minutes, says until when, and no other (R16.5)', async () => {
    const own = await company();
    const seen = counting();
    const element = await begin(own, { fetch: seen.fetch });
    await toFree(element);
    const timeIn = (minutes: number) =>
      new Date(Date.now() + minutes * 60_000).toLocaleTimeString('da-DK', {
        timeZone: 'Europe/Copenhagen',
        hour: '2-digit',
        minute: '2-digit',
      });
    const expected = [timeIn(15), timeIn(16)];
    one(element, '.numbers input').click();
    await reads(element, 'er reserveret til dig til kl.');
    const [, shown = ''] = /til kl\. (\d\d\.\d\d)\./.exec(textOf(element)) ?? [];
    expect(expected).to.include(shown);
    const held = seen.requests.filter(({ url }) => url.endsWith('/hold')).map(({ url }) => decodeURIComponent(url).split('/').at(-2));
    expect(held).to.deep.equal([`+45${plain(one(element, '.numbers label').innerText).replaceAll(' ', '')}`]);
    control(element, 'Vis andre numre').click();
    await until(() => cards(element).length === 10, 'others beside the chosen one');
    expect(one<HTMLInputElement>(element, '.numbers input').checked).to.equal(true);
  });

  it('says when it has just been taken, and offers others (NUM-12)', async () => {
    const own = await company();
    const taken = line();
    const element = await begin(own, { fetch: taken.fetch });
    await toFree(element);
    taken.use(faultAt('/hold', refusing('/number', 'taken')));
    one(element, '.numbers input').click();
    await until(() => fieldErrors(element).length, 'the error');
    expect(fieldErrors(element)).to.deep.equal(['Nummeret er netop blevet taget. Vælg et andet.']);
    expect(heard(element)).to.contain('Nummeret er netop blevet taget. Vælg et andet.');
    expect(all(element, '.numbers :checked')).to.have.lengthOf(0);
    next(element);
    await until(() => listedErrors(element).length, 'the list');
    expect(title(element)).to.equal('Trin 3 af 6 Nummer');
    taken.use();
    await fillNumber(element);
  });

  it('says when its time is over, whatever step one is at, and offers others (NUM-12)', async () => {
    const own = await company();
    const element = await begin(own);
    await toFree(element);
    one(element, '.numbers input').click();
    await reads(element, 'er reserveret til dig til kl.');
    next(element);
    await at(element, 'Simkort');
    const clock = stopClock();
    // The present reservation is by the page’s own clock: choosing anew makes it one of this clock.
    one(element, '.steps [data-route="new/number"]').click();
    await at(element, 'Nummer');
    await clock.advance(100);
    const [, second] = all(element, '.numbers input');
    second?.click();
    const phone = plain(all(element, '.numbers label')[1]?.innerText ?? '');
    await reads(element, `${phone} er reserveret til dig`);
    await clock.advance(15 * 60_000 + 1_000);
    startClock();
    await reads(element, `Reservationen af ${phone} er udløbet. Vælg et nummer igen.`);
    expect(all(element, '.numbers :checked')).to.have.lengthOf(0);
    next(element);
    await until(() => listedErrors(element).length, 'the list');
  });

  it('goes on without a reservation when that cannot be had just now, and says so (F10)', async () => {
    const element = await begin(await company(), { fetch: faultAt('/hold', answers(500))(fetch) });
    await toFree(element);
    one(element, '.numbers input').click();
    await reads(element, 'Nummeret kunne ikke reserveres.');
    next(element);
    await at(element, 'Simkort');
  });

  it('leads back from a number that somebody else has taken meanwhile, keeps the rest, and orders once with another (F19, T20, NUM-12)', async () => {
    const own = await company();
    const wire = line();
    const element = await begin(own, { fetch: wire.fetch });
    await toNumber(element);
    await fillNumber(element);
    await fillSim(element);
    wire.use(ordering(refusing('/items/0/number/phone', 'taken')));
    send(element);
    await at(element, 'Nummer');
    wire.use();
    await until(() => listedErrors(element).length, 'the error');
    expect(listedErrors(element)).to.deep.equal(['Nummeret er netop blevet taget. Vælg et andet.']);
    await until(() => one(element, '#phone').matches(':focus'), 'the focus on the numbers');
    expect(all(element, '.numbers :checked')).to.have.lengthOf(0);
    const [, second] = all(element, '.numbers input');
    second?.click();
    await reads(element, 'er reserveret til dig');
    next(element);
    await at(element, 'Gennemse og godkend');
    send(element);
    await receipt(element);
    expect(await ordersOf(own)).to.have.lengthOf(1);
  });
});

describe('the guide’s step for a number that moves', () => {
  afterEach(cleanup);

  const toMove = async (element: SubscriptionsElement): Promise<void> => {
    await toNumber(element);
    pick(element, 'Flyt et eksisterende nummer');
    await until(() => all(element, '#movedPhone').length, 'the fields');
  };

  it('asks for all that the other provider wants to know, with nothing filled in and no consent given (R16.6, NUM-7, NUM-8)', async () => {
    const element = await begin(await company());
    await toMove(element);
    expect(['movedPhone', 'provider', 'ownerCvr', 'simNumber'].map((id) => one<HTMLInputElement>(element, `#${id}`).value)).to.deep.equal([
      '',
      '',
      '',
      '',
    ]);
    expect(one<HTMLInputElement>(element, '#authority').checked).to.equal(false);
    expect(all(element, '[name=timing]:checked')).to.have.lengthOf(0);
    expect(textOf(element)).to.contain('Flytter I nummeret før tid, kan I komme til at betale begge selskaber i en periode.');
    next(element);
    await until(() => listedErrors(element).length, 'the errors');
    expect(listedErrors(element)).to.deep.equal([
      'Skriv et telefonnummer på otte cifre.',
      'Udfyld nuværende teleselskab.',
      'CVR-nummeret passer ikke. Tjek de otte cifre.',
      'Vælg, hvornår nummeret skal flyttes.',
      'Sæt kryds, hvis du har fuldmagt. Ellers kan nummeret ikke flyttes.',
    ]);
    expect(one(element, '#movedPhone').matches(':focus')).to.equal(true);
  });

  for (const [id, wrong, sentence, right] of [
    ['movedPhone', '1234', 'Skriv et telefonnummer på otte cifre.', '+45 20 30 40 50'],
    ['ownerCvr', '99 00 00 16', 'CVR-nummeret passer ikke. Tjek de otte cifre.', 'DK-99 00 00 15'],
    ['simNumber', '8945 1234', 'Simkortnummeret passer ikke. Det begynder med 8945 og har 19 eller 20 cifre.', '8945 9900 0000 0000 018'],
  ] as const)
    it(`says on leaving what is wrong with ${id}, and takes any usual writing (R16.2, R16.6, NUM-2, INV-13, SIM-1)`, async () => {
      const element = await begin(await company());
      await toMove(element);
      const field = one(element, `#${id}`);
      field.focus();
      await fill(element, id, wrong);
      field.blur();
      await until(() => fieldErrors(element).length, 'the error');
      expect(fieldErrors(element)).to.deep.equal([sentence]);
      await fill(element, id, right);
      field.focus();
      field.blur();
      await element.updateComplete;
      expect(fieldErrors(element)).to.deep.equal([]);
    });

  it('takes no day before the next working day, none of a weekend, and tells which is the first (NUM-5, NUM-11, T19)', async () => {
    const own = await company();
    const { movesFrom } = await ask<{ movesFrom: string }>(`companies/${own.id}/plans`);
    const element = await begin(own);
    await toNumber(element);
    await fillMove(element, own, { date: '2026-11-20' });
    expect(one<HTMLInputElement>(element, '#date').min).to.equal(movesFrom);
    next(element);
    await until(() => listedErrors(element).length, 'the error');
    expect(listedErrors(element)).to.deep.equal(['Vælg en dato tidligst 23. november 2026.']);
    await fill(element, 'date', '2026-11-28');
    next(element);
    await until(() => listedErrors(element)[0]?.startsWith('Vælg en arbejdsdag.'), 'the weekend');
    await fill(element, 'date', '2029-01-03');
    next(element);
    await until(() => listedErrors(element)[0] === 'Vælg en dato højst to år frem.', 'too far');
    await fill(element, 'date', '2026-11-27');
    next(element);
    await at(element, 'Simkort');
  });

  it('leads back from a public holiday, which only the backend knows, to the day (F19, NUM-11)', async () => {
    const own = await company();
    const element = await begin(own);
    await toNumber(element);
    await fillMove(element, own, { date: '2026-12-25' });
    next(element);
    await at(element, 'Simkort');
    await fillSim(element);
    send(element);
    await at(element, 'Nummer');
    await until(() => listedErrors(element).length, 'the error');
    expect(listedErrors(element)).to.deep.equal(['Vælg en arbejdsdag. Numre flyttes ikke i weekender og på helligdage.']);
    await until(() => focusIn().startsWith('Ønsket flyttedato'), 'the focus on the day');
    await fill(element, 'date', '2026-12-28');
    next(element);
    await at(element, 'Gennemse og godkend');
    send(element);
    await receipt(element);
  });

  it('does not move a number of our own (F19)', async () => {
    const own = await company();
    const ours = await freeNumber(own);
    const element = await begin(own);
    await toNumber(element);
    await fillMove(element, own, { phone: ours });
    next(element);
    await at(element, 'Simkort');
    await fillSim(element);
    send(element);
    await at(element, 'Nummer');
    await until(() => listedErrors(element).length, 'the error');
    expect(listedErrors(element)).to.deep.equal(['Nummeret er allerede hos os og kan ikke flyttes hertil.']);
    await until(() => one(element, '#movedPhone').matches(':focus'), 'the focus on the number');
  });
});
