/** »Nedlæg abonnement« (R14.3–R14.6): who, which number, the last day, what is still to be paid, and what becomes of the number. */
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { expect } from 'chai';
import { addDays } from '../../src/api/days.ts';
import { remainingBinding } from '../../src/subscriptions/binding.ts';
import { formatDay, formatMoney, formatPhone } from '../../src/ui/format.ts';
import { answers, at, cut, first } from '../faults.ts';
import { cleanup, once, until } from '../helpers.ts';
import { counting } from '../recorder.ts';
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
import { all, control, find, focusIn, heard, one, plain, reads, textOf } from './screen.ts';

const someone = dealer(0, 8);
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
    const seen = counting();
    const element = await openProfile(scene, { fetch: seen.fetch });
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
});
