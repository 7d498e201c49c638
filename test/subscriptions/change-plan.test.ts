/** »Ændr abonnement« (R14.2, R14.4): choose, see what becomes different and from when, approve; and what is said when it is no longer so. */
import { sendKeys } from '@web/test-runner-commands';
import { expect } from 'chai';
import { remainingBinding } from '../../src/subscriptions/binding.ts';
import type { PlanPage } from '../../src/subscriptions/plan.ts';
import { formatDay, formatMoney, formatPhone } from '../../src/ui/format.ts';
import type { OrderPlacedEvent } from '../../src/ui/order-events.ts';
import { answers, at, first, line } from '../faults.ts';
import { cleanup, once, until } from '../helpers.ts';
import { open, rewritten } from './open.ts';
import {
  begin,
  box,
  boxButton,
  boxReads,
  boxText,
  closed,
  dealer,
  isBound,
  openProfile,
  order,
  ordersOf,
  otherPlan,
  pick,
  plansOf,
  shown,
  subscriptionOf,
} from './profiles.ts';
import { all, control, find, focusIn, heard, one, plain, reads, textOf } from './screen.ts';

const someone = dealer(10, 20);
const day = (date: string): string => formatDay('da', date);
const money = (amount: number): string => plain(formatMoney('da', amount));

const choices = (element: Element): string[] => all(element, 'dialog .choice strong').map(({ innerText }) => plain(innerText));

const beginChange = async (element: Element): Promise<void> => {
  await begin(element, 'Ændr abonnement');
  await until(() => choices(element).length, 'the plans');
};

/** The plans as they come, changed on their way the first time they are asked for. */
const plansOnce = (change: (page: PlanPage) => unknown): typeof fetch => at('/plans', first(1, rewritten(change)))(fetch);

describe('changing a subscription', () => {
  afterEach(cleanup);

  it('offers the plans the company may have, with price and content; the present one is marked and cannot be chosen (R14.2, T19)', async () => {
    const scene = await someone();
    const element = await openProfile(scene);
    await beginChange(element);
    const { items } = await plansOf(scene);
    const others = items.filter(({ id, included }) => id !== scene.subscription.planId && included.talk);
    expect(choices(element)).to.deep.equal(others.map(({ name }) => name));
    expect(choices(element)).not.to.include.members(['Mobil 2 GB']);
    expect(boxText(element)).to.contain(
      `Nuværende abonnement ${scene.subscription.plan} ${money(scene.subscription.price.amount)} pr. måned`,
    );
    for (const { name, monthly, included } of others)
      expect(boxText(element)).to.contain(
        `${name} ${included.data === null ? 'Fri data' : `${String(included.data)} GB data`} · Fri tale ${money(monthly.amount)} pr. måned`,
      );
    expect(all(element, 'dialog input:checked')).to.have.lengthOf(0);
  });

  it('offers a subscription for data others for data only, and none for talking', async () => {
    const element = await open('maja');
    control(element, 'Router, lageret').click();
    await shown(element);
    await beginChange(element);
    expect(choices(element)).to.deep.equal(['Datasim 10 GB']);
  });

  it('shows old and new side by side, what becomes different, from which day, and what becomes of the binding (R14.2)', async () => {
    const scene = await someone(isBound);
    const { plan, price, boundUntil, included } = scene.subscription;
    const next = await otherPlan(scene);
    const element = await openProfile(scene);
    await beginChange(element);
    pick(element, next.name);
    await boxReads(element, `Ændringen gælder fra ${day(next.from)}`);
    const more = next.monthly.amount - price.amount;
    const data = (amount: number | null) => (amount === null ? 'Fri data' : `${String(amount)} GB data`);
    expect(all(element, 'dialog .compare > div').map(({ innerText }) => plain(innerText))).to.deep.equal([
      `Nuværende abonnement ${plan} ${money(price.amount)} pr. måned ekskl. moms ${data(included.data)} · Fri tale`,
      `Nyt abonnement ${next.name} ${money(next.monthly.amount)} pr. måned ekskl. moms ${data(next.included.data)} · Fri tale`,
    ]);
    expect(boxText(element))
      .to.contain(`${money(Math.abs(more))} ${more > 0 ? 'mere' : 'mindre'} pr. måned`)
      .and.to.contain(`${data(next.included.data)} i stedet for ${data(included.data)}`)
      .and.to.contain(`Bindingsperioden ændres ikke: bundet til og med ${day(boundUntil ?? '')}.`);
    expect(await ordersOf(scene)).to.have.lengthOf(0);
  });

  it('names the person and the number, and asks for a choice before anything is sent (R14.2, T16, F19)', async () => {
    const scene = await someone();
    const element = await openProfile(scene);
    await beginChange(element);
    expect(boxText(element)).to.contain(
      `Ændr abonnement for ${scene.name} Bruger ${scene.name} Telefonnummer ${plain(formatPhone(scene.subscription.phone ?? ''))}`,
    );
    boxButton(element, 'Ændr abonnement').click();
    await boxReads(element, 'Der er 1 fejl i formularen Vælg nyt abonnement.');
    await until(() => one(element, 'dialog .choice input').matches(':focus'), 'the focus on the first plan');
    expect(await ordersOf(scene)).to.have.lengthOf(0);
    pick(element, choices(element)[0] ?? '');
    await until(() => !boxText(element).includes('Vælg nyt abonnement.'), 'the error to go');
  });

  it('orders what was shown, and shows the coming change with its date in the profile without a reload (R14.2, R14.4)', async () => {
    const scene = await someone();
    const next = await otherPlan(scene);
    const element = await openProfile(scene);
    await beginChange(element);
    pick(element, next.name);
    await boxReads(element, 'Ændringen gælder fra');
    const told = once<OrderPlacedEvent>(document, 'ss-order-placed');
    boxButton(element, 'Ændr abonnement').click();
    const { orderId, number } = await told;
    await closed(element);
    await reads(
      element,
      `Kommende ændringer Ændring planlagt til ${day(next.from)} ${next.name}, ${money(next.monthly.amount)} pr. måned Fortryd`,
    );
    expect(textOf(element)).to.contain(`${scene.subscription.plan} Aktivt`);
    await until(() => heard(element).includes(`Ændring planlagt til ${day(next.from)}`), 'it to be announced');
    expect(focusIn()).to.equal(scene.subscription.plan);
    const [placed] = await ordersOf(scene);
    expect([placed?.id, placed?.number]).to.deep.equal([orderId, number]);
    expect(placed?.items[0]).to.include({ kind: 'changePlan', plan: next.name, date: next.from });
    expect(placed?.monthly.amount).to.equal(next.monthly.amount);
  });

  it('can be undone, and is gone from the profile (R14.4)', async () => {
    const scene = await someone();
    const next = await otherPlan(scene);
    const item = { subscription: scene.subscription.id, plan: next.id, monthly: next.monthly.amount, from: next.from };
    await order(scene, { kind: 'changePlan', ...item });
    const element = await openProfile(scene);
    await begin(element, 'Fortryd');
    expect(boxText(element)).to.contain(`Ændring planlagt til ${day(next.from)} ${next.name}, ${money(next.monthly.amount)} pr. måned`);
    boxButton(element, 'Fortryd ændringen').click();
    await closed(element);
    await until(() => find(element, 'Ændr abonnement'), 'the way to change it again');
    expect((await subscriptionOf(scene)).changes).to.deep.equal([]);
  });

  it('shows the new price and asks again when it has changed since it was shown (T19, F19)', async () => {
    const scene = await someone();
    const next = await otherPlan(scene);
    const cheap = (page: PlanPage) => {
      for (const plan of page.items) if (plan.id === next.id) plan.monthly.amount = 100;
    };
    const element = await openProfile(scene, { fetch: plansOnce(cheap) });
    await beginChange(element);
    pick(element, next.name);
    await boxReads(element, `${money(100)} pr. måned`);
    boxButton(element, 'Ændr abonnement').click();
    await boxReads(
      element,
      `Prisen er ændret fra ${money(100)} til ${money(next.monthly.amount)} pr. måned. Se den nye pris, før du godkender igen.`,
    );
    await boxReads(element, `Nyt abonnement ${next.name} ${money(next.monthly.amount)} pr. måned`);
    expect(await ordersOf(scene)).to.have.lengthOf(0);
    boxButton(element, 'Ændr abonnement').click();
    await closed(element);
    expect((await ordersOf(scene))[0]?.monthly.amount).to.equal(next.monthly.amount);
  });

  it('says that a plan can no longer be chosen, and offers those that can (T19, F19)', async () => {
    const scene = await someone();
    const gone = (page: PlanPage) => {
      const [plan] = page.items.filter(({ id, included }) => included.talk && id !== scene.subscription.planId);
      if (plan) page.items.push({ ...plan, id: 'a-plan-of-yesterday', name: 'Mobil Gammel' });
    };
    const element = await openProfile(scene, { fetch: plansOnce(gone) });
    await beginChange(element);
    pick(element, 'Mobil Gammel');
    await boxReads(element, 'Ændringen gælder fra');
    boxButton(element, 'Ændr abonnement').click();
    await boxReads(element, 'Det abonnement kan ikke længere vælges. Vælg et andet.');
    expect(choices(element)).not.to.include('Mobil Gammel');
    expect(boxText(element)).not.to.contain('Ændringen gælder fra');
    expect(await ordersOf(scene)).to.have.lengthOf(0);
  });

  it('says the day the change applies from when it is another than was shown (T19, F19)', async () => {
    const scene = await someone();
    const next = await otherPlan(scene);
    const element = await openProfile(scene, { fetch: plansOnce((page) => void (page.changesFrom = '2026-11-25')) });
    await beginChange(element);
    pick(element, next.name);
    await boxReads(element, 'Ændringen gælder fra 25. november 2026');
    boxButton(element, 'Ændr abonnement').click();
    await boxReads(element, `Ændringen gælder nu fra ${day(next.from)}. Se datoen, før du godkender igen.`);
    expect(await ordersOf(scene)).to.have.lengthOf(0);
  });

  it('is refused when closing has been ordered meanwhile: said before it counts (T19, T21, F18)', async () => {
    const scene = await someone();
    const { id, firstLastDay, price, boundUntil } = scene.subscription;
    const element = await openProfile(scene);
    await beginChange(element);
    pick(element, choices(element)[0] ?? '');
    await boxReads(element, 'Ændringen gælder fra');
    const { amount } = remainingBinding(price.amount, firstLastDay, boundUntil);
    await order(scene, { kind: 'closeSubscription', subscription: id, lastDay: firstLastDay, remaining: amount });
    boxButton(element, 'Ændr abonnement').click();
    await boxReads(element, 'Abonnementet er allerede ved at blive nedlagt.');
    boxButton(element, 'Annuller').click();
    await closed(element);
    await reads(element, 'Abonnementet kan ikke ændres, fordi det er ved at blive nedlagt.');
    expect(await ordersOf(scene)).to.have.lengthOf(1);
  });

  it('is refused when somebody else has ordered a change meanwhile, which is then to be seen (T21, F18)', async () => {
    const scene = await someone();
    const next = await otherPlan(scene);
    const element = await openProfile(scene);
    await beginChange(element);
    pick(element, next.name);
    await boxReads(element, 'Ændringen gælder fra');
    const item = { subscription: scene.subscription.id, plan: next.id, monthly: next.monthly.amount, from: next.from };
    await order(scene, { kind: 'changePlan', ...item });
    boxButton(element, 'Ændr abonnement').click();
    await boxReads(element, 'Der er allerede bestilt en ændring af abonnementet. Fortryd den først.');
    await reads(element, `Ændring planlagt til ${day(next.from)}`);
    expect(await ordersOf(scene)).to.have.lengthOf(1);
  });

  it('says that the plans cannot be had, and gets them on request (F10)', async () => {
    const scene = await someone();
    const wire = line();
    const element = await openProfile(scene, { fetch: wire.fetch });
    wire.use(at('/plans', answers(422)));
    await begin(element, 'Ændr abonnement');
    await boxReads(element, 'Noget gik galt hos os. Prøv igen om lidt.');
    wire.use();
    control(element, 'Prøv igen').click();
    await until(() => choices(element).length, 'the plans');
  });

  it('says that there is nothing to choose where there is no other plan', async () => {
    const scene = await someone();
    const only = (page: PlanPage) => ({ ...page, items: page.items.filter(({ id }) => id === scene.subscription.planId) });
    const element = await openProfile(scene, { fetch: plansOnce(only) });
    await begin(element, 'Ændr abonnement');
    await boxReads(element, 'Der er ingen andre abonnementer at vælge imellem.');
  });

  it('can be done by keyboard alone, from the card and back to it (R14.2, T16)', async () => {
    const scene = await someone();
    const element = await openProfile(scene);
    control(element, 'Ændr abonnement').focus();
    await sendKeys({ press: 'Enter' });
    await until(() => choices(element).length, 'the plans');
    await until(() => box(element)?.querySelector(':focus'), 'the focus in the dialog');
    await until(() => choices(element).length, 'the plans');
    await sendKeys({ press: 'Shift+Tab' });
    expect(one(element, 'dialog').querySelector('input:focus')).not.to.equal(null);
    await sendKeys({ press: 'ArrowDown' });
    await boxReads(element, 'Ændringen gælder fra');
    await sendKeys({ press: 'Tab' });
    expect(focusIn()).to.equal('Annuller');
    await sendKeys({ press: 'Tab' });
    expect(focusIn()).to.match(/^Ændr abonnement/);
    await sendKeys({ press: 'Enter' });
    await closed(element);
    expect(focusIn()).to.equal(scene.subscription.plan);
    expect(await ordersOf(scene)).to.have.lengthOf(1);
  });
});
