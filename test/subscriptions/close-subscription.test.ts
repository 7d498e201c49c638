/** »Nedlæg abonnement« (R14.3–R14.6): who, which number, the last day, what is still to be paid, and what becomes of the number. */
import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { addDays } from '../../src/api/days.ts';
import { remainingBinding } from '../../src/subscriptions/binding.ts';
import { formatDay, formatMoney, formatPhone } from '../../src/ui/format.ts';
import type { OrderCancelledEvent } from '../../src/ui/order-events.ts';
import { answers, at, first, line } from '../faults.ts';
import { cleanup, once, until } from '../helpers.ts';
import { bent } from './open.ts';
import {
  begin,
  box,
  boxButton,
  boxReads,
  boxText,
  closed,
  dealer,
  isActive,
  isBound,
  openProfile,
  order,
  ordersOf,
  otherPlan,
  setDay,
  subscriptionOf,
} from './profiles.ts';
import { control, find, focusIn, heard, one, plain, reads, textOf } from './screen.ts';

const someone = dealer(0, 10);
const day = (date: string): string => formatDay('da', date);

describe('closing a subscription', () => {
  afterEach(cleanup);

  it('asks first: who, which number, which plan, the last day, what is to be paid, and what becomes of the number (R14.3, T16)', async () => {
    const scene = await someone(isBound);
    const { phone, plan, firstLastDay, price, boundUntil } = scene.subscription;
    const element = await openProfile(scene);
    await begin(element, 'Nedlæg abonnement');
    const { months, amount } = remainingBinding(price.amount, firstLastDay, boundUntil);
    expect(one(element, 'dialog h3').innerText).to.equal(`Vil I nedlægge abonnementet for ${scene.name}?`);
    const number = plain(formatPhone(phone ?? ''));
    expect(boxText(element))
      .to.contain(`Telefonnummer ${number} Abonnement ${plan}`)
      .and.to.contain(`Abonnementet stopper ${day(firstLastDay)}. Telefonnummeret ${number} kan normalt ikke genskabes bagefter.`)
      .and.to.contain(plain(`Restbinding: ${String(months)} måneder (${formatMoney('da', amount)}) ekskl. moms`));
    expect(
      [...(box(element)?.querySelectorAll('button') ?? [])].map(({ innerText }) => plain(innerText).split(' Sender')[0]),
    ).to.deep.equal(['Behold abonnement', 'Nedlæg abonnement']);
    expect(await ordersOf(scene)).to.have.lengthOf(0);
  });

  it('changes nothing when it is kept, by the button or by Escape, and gives the focus back (R14.3, T16)', async () => {
    const scene = await someone();
    const element = await openProfile(scene);
    control(element, 'Nedlæg abonnement').focus();
    await begin(element, 'Nedlæg abonnement');
    boxButton(element, 'Behold abonnement').click();
    await closed(element);
    expect(focusIn()).to.equal('Nedlæg abonnement');
    await begin(element, 'Nedlæg abonnement');
    await sendKeys({ press: 'Escape' });
    await closed(element);
    expect(focusIn()).to.equal('Nedlæg abonnement');
    expect((await subscriptionOf(scene)).status).to.equal('active');
  });

  it('shows the coming closing with its date in the profile and in the list, without a reload (R14.4)', async () => {
    const scene = await someone();
    const element = await openProfile(scene);
    const { firstLastDay } = scene.subscription;
    await begin(element, 'Nedlæg abonnement');
    boxButton(element, 'Nedlæg abonnement').click();
    await closed(element);
    await reads(element, `Kommende ændringer Abonnementet nedlægges ${day(firstLastDay)}. Fortryd`);
    expect(textOf(element)).to.contain(`Nedlægges ${formatDay('da', firstLastDay, 'table')}`);
    expect(find(element, 'Nedlæg abonnement')).to.equal(undefined);
    expect(textOf(element)).to.contain('Abonnementet kan ikke ændres, fordi det er ved at blive nedlagt.');
    await until(() => heard(element).includes(`Abonnementet nedlægges ${day(firstLastDay)}.`), 'it to be announced');
    expect(focusIn()).to.equal(scene.subscription.plan);
    control(element, 'Tilbage til Abonnementer').click();
    await reads(element, `Nedlægges ${formatDay('da', firstLastDay, 'table')}`);
    expect(await subscriptionOf(scene)).to.include({ status: 'pendingTerminate', lastDay: firstLastDay });
  });

  it('cannot be set to a day before notice allows, nor one more than two years ahead: a typed one is refused and led to (R14.5, F19)', async () => {
    const scene = await someone();
    const element = await openProfile(scene);
    const { firstLastDay, notice } = scene.subscription;
    await begin(element, 'Nedlæg abonnement');
    const field = one<HTMLInputElement>(element, 'dialog input');
    const latest = addDays('2026-11-22', 730);
    expect([field.type, field.value, field.min]).to.deep.equal(['date', firstLastDay, firstLastDay]);
    if (notice.unit === 'days') expect(field.max).to.equal(latest);
    for (const [typed, words] of [
      [addDays(firstLastDay, -1), `Vælg en dato tidligst ${day(firstLastDay)}.`],
      [addDays(field.max, 1), `Vælg en dato senest ${day(field.max)}.`],
      ['', `Vælg en dato tidligst ${day(firstLastDay)}.`],
    ] as const) {
      setDay(element, typed);
      boxButton(element, 'Nedlæg abonnement').click();
      await boxReads(element, `Der er 1 fejl i formularen ${words}`);
      await until(() => focusIn().startsWith('Sidste dag'), 'the focus on the field');
      expect(boxText(element)).not.to.contain('Abonnementet stopper');
    }
    expect(field.getAttribute('aria-invalid')).to.equal('true');
    setDay(element, firstLastDay);
    await until(() => field.getAttribute('aria-invalid') === 'false', 'the error to go');
    expect(await ordersOf(scene)).to.have.lengthOf(0);
  });

  for (const [unit, rule] of [
    ['days', 'a number of days'],
    ['monthsAfterRunning', 'the end of a month'],
  ] as const)
    it(`knows the first and the latest day where notice is ${rule} (R14.5)`, async () => {
      const scene = await someone((subscription) => isActive(subscription) && subscription.notice.unit === unit);
      const element = await openProfile(scene);
      await begin(element, 'Nedlæg abonnement');
      const { min, max } = one<HTMLInputElement>(element, 'dialog input');
      expect(min).to.equal(scene.subscription.firstLastDay);
      expect(max > addDays('2026-11-22', 690) && max <= addDays('2026-11-22', 730), max).to.equal(true);
      setDay(element, max);
      boxButton(element, 'Nedlæg abonnement').click();
      await closed(element);
      expect((await subscriptionOf(scene)).lastDay).to.equal(max);
    });

  it('reckons what is still to be paid anew with each day, to the day the binding has ended (R14.3)', async () => {
    const scene = await someone(isBound);
    const { price, firstLastDay, boundUntil } = scene.subscription;
    const element = await openProfile(scene);
    await begin(element, 'Nedlæg abonnement');
    const end = boundUntil ?? '';
    for (const last of [firstLastDay, addDays(firstLastDay, 1), addDays(end, -1), addDays(end, -40)].filter(
      (date) => date >= firstLastDay,
    )) {
      setDay(element, last);
      const { months, amount } = remainingBinding(price.amount, last, boundUntil);
      await boxReads(element, plain(`${months === 1 ? '1 måned' : `${String(months)} måneder`} (${formatMoney('da', amount)})`));
      await boxReads(element, `Abonnementet stopper ${day(last)}.`);
    }
    setDay(element, end);
    await boxReads(element, 'Der er ingen restbinding at betale.');
    boxButton(element, 'Nedlæg abonnement').click();
    await closed(element);
    const [placed] = await ordersOf(scene);
    expect(placed?.oneOff.amount).to.equal(0);
  });

  it('can be undone until it applies: the dialog names it, and the profile and the list follow (R14.4)', async () => {
    const scene = await someone();
    const element = await openProfile(scene);
    const { firstLastDay, phone } = scene.subscription;
    await begin(element, 'Nedlæg abonnement');
    boxButton(element, 'Nedlæg abonnement').click();
    await closed(element);
    expect(control(element, 'Fortryd').getAttribute('aria-label')).to.equal(`Fortryd: Abonnementet nedlægges ${day(firstLastDay)}.`);
    await begin(element, 'Fortryd');
    expect(boxText(element))
      .to.contain(`Vil du fortryde? Bruger ${scene.name} Telefonnummer ${plain(formatPhone(phone ?? ''))}`)
      .and.to.contain(`Abonnementet nedlægges ${day(firstLastDay)}. Fortryder du, bliver alt ved med at være, som det er i dag.`);
    const told = once<OrderCancelledEvent>(element, 'ss-order-cancelled');
    boxButton(element, 'Fortryd nedlæggelsen').click();
    const [placed] = await ordersOf(scene);
    expect((await told).orderId).to.equal(placed?.id);
    await closed(element);
    await until(() => find(element, 'Nedlæg abonnement'), 'the way to close it again');
    expect(textOf(element)).to.contain(`${scene.subscription.plan} Aktivt`).and.not.to.contain('Kommende ændringer');
    await until(() => heard(element).includes('Ændringen er fortrudt.'), 'it to be announced');
    expect(await subscriptionOf(scene)).to.include({ status: 'active', lastDay: null });
  });

  it('says when it is too late to undo, offers nothing more, and shows how things stand (R14.4)', async () => {
    const scene = await someone();
    const wire = line();
    const element = await openProfile(scene, { fetch: wire.fetch });
    await begin(element, 'Nedlæg abonnement');
    boxButton(element, 'Nedlæg abonnement').click();
    await closed(element);
    await begin(element, 'Fortryd');
    wire.use(at('/orders/', answers(409, {}, { type: 'urn:selvbetjening:problem:too-late' })));
    boxButton(element, 'Fortryd nedlæggelsen').click();
    await boxReads(element, 'Det er for sent at fortryde. Ændringen er allerede sket.');
    expect([...(box(element)?.querySelectorAll('button') ?? [])].map(({ innerText }) => innerText)).to.deep.equal(['Luk']);
    expect(focusIn()).not.to.equal('');
    boxButton(element, 'Luk').click();
    await closed(element);
    expect(focusIn()).not.to.equal('');
  });

  it('is refused when somebody else has closed it meanwhile: said before it counts, and nothing is ordered twice (T19, F18, T21)', async () => {
    const scene = await someone();
    const { id, firstLastDay, price, boundUntil } = scene.subscription;
    const element = await openProfile(scene);
    await begin(element, 'Nedlæg abonnement');
    const { amount } = remainingBinding(price.amount, firstLastDay, boundUntil);
    await order(scene, { kind: 'closeSubscription', subscription: id, lastDay: firstLastDay, remaining: amount });
    boxButton(element, 'Nedlæg abonnement').click();
    await boxReads(element, 'Der er 1 fejl i formularen Abonnementet er allerede ved at blive nedlagt.');
    expect(await ordersOf(scene)).to.have.lengthOf(1);
    boxButton(element, 'Behold abonnement').click();
    await closed(element);
    await reads(element, `Abonnementet nedlægges ${day(firstLastDay)}.`);
    expect(focusIn()).to.equal(scene.subscription.plan);
  });

  it('shows the new amount and asks again when what is to be paid is no longer what was shown (T19, F19)', async () => {
    const scene = await someone(isBound);
    const { firstLastDay, boundUntil, price } = scene.subscription;
    const element = await openProfile(scene, { fetch: at('/users/', first(1, bent({ 'subscriptions.0.price.amount': 100 })))(fetch) });
    await begin(element, 'Nedlæg abonnement');
    const [from, to] = [100, price.amount].map((monthly) => formatMoney('da', remainingBinding(monthly, firstLastDay, boundUntil).amount));
    await boxReads(element, plain(from ?? ''));
    boxButton(element, 'Nedlæg abonnement').click();
    await boxReads(element, plain(`Det, der er tilbage at betale, er ændret fra ${from ?? ''} til ${to ?? ''}.`));
    expect(await ordersOf(scene)).to.have.lengthOf(0);
    boxButton(element, 'Nedlæg abonnement').click();
    await closed(element);
    const [placed] = await ordersOf(scene);
    expect(placed?.oneOff.amount).to.equal(remainingBinding(price.amount, firstLastDay, boundUntil).amount);
  });

  it('says the true first day when the one that was shown is no longer far enough ahead (T19, R14.5)', async () => {
    const scene = await someone();
    const { firstLastDay } = scene.subscription;
    const early = addDays(firstLastDay, -3);
    const element = await openProfile(scene, { fetch: at('/users/', first(1, bent({ 'subscriptions.0.firstLastDay': early })))(fetch) });
    await begin(element, 'Nedlæg abonnement');
    boxButton(element, 'Nedlæg abonnement').click();
    await boxReads(element, `Vælg en dato tidligst ${day(firstLastDay)}.`);
    expect(one<HTMLInputElement>(element, 'dialog input').min).to.equal(firstLastDay);
    expect(await ordersOf(scene)).to.have.lengthOf(0);
  });

  it('is not offered while a change of plan is planned, and says why (R14.3)', async () => {
    const scene = await someone();
    const plan = await otherPlan(scene);
    const item = { subscription: scene.subscription.id, plan: plan.id, monthly: plan.monthly.amount, from: plan.from };
    await order(scene, { kind: 'changePlan', ...item });
    const element = await openProfile(scene);
    expect(find(element, 'Nedlæg abonnement')).to.equal(undefined);
    expect(textOf(element)).to.contain('Abonnementet kan ikke ændres, før den planlagte ændring er sket eller fortrudt.');
  });

  it('can be done with a blocked subscription, which is blocked again when it is undone (R14.4)', async () => {
    const scene = await someone(({ status, phone }) => status === 'suspended' && phone !== null);
    const element = await openProfile(scene);
    await begin(element, 'Nedlæg abonnement');
    boxButton(element, 'Nedlæg abonnement').click();
    await closed(element);
    await begin(element, 'Fortryd');
    boxButton(element, 'Fortryd nedlæggelsen').click();
    await closed(element);
    await until(() => find(element, 'Ophæv spærring'), 'the blocked subscription');
    expect((await subscriptionOf(scene)).status).to.equal('suspended');
  });
});
