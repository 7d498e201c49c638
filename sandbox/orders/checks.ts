/** Whether an order can be carried out as it was shown to the person; everything wrong with it is told at once (F19, T19). */
import { checkAddress } from '../../src/api/address.ts';
import { addDays } from '../../src/api/days.ts';
import type { OrderRequest, OrderRequestItem } from '../../src/api/order-request.ts';
import { townOf } from '../../src/api/postcodes.ts';
import { remainingBinding } from '../../src/subscriptions/binding.ts';
import { productComplaints, wantedBefore } from '../product-order/product-checks.ts';
import { simPrice } from '../subscriptions/details.ts';
import { firstLastDay } from '../subscriptions/notice.ts';
import { areaOf } from './areas.ts';
import type { Known, KnownSubscription } from './known.ts';
import { changesFrom, movesFrom } from './plans.ts';
import { isWorkingDay } from './working-days.ts';

/** What is wrong, and where in the body. */
export interface Refusal {
  readonly pointer: string;
  readonly type: string;
}

type Item<Kind extends OrderRequestItem['kind']> = Extract<OrderRequestItem, { kind: Kind }>;

/** What is wrong with one item: the pointer within it, and the type. */
type Complaint = readonly [pointer: string, type: string];

/** How far ahead something can be ordered, days. */
const farthest = 731;

export function refusalsOf(request: OrderRequest, known: Known): Refusal[] {
  const { items, delivery } = request;
  const own = items.flatMap((item, index) =>
    [...complaintsOf(item, known, items, index), ...repetitions(items, index), ...mixtures(items, index)].map(at(index)),
  );
  return [...own, ...deliveryRefusals(items, known, delivery)];
}

/** Cards and most products are sent somewhere, and nothing else is (D16). */
function deliveryRefusals(items: readonly OrderRequestItem[], { products }: Known, delivery: OrderRequest['delivery']): Refusal[] {
  const needed = items.map((item) => (item.kind === 'product' ? products.get(item.product)?.is_sent : 'sim' in item && item.sim === 'sim'));
  const say = (type: string): Refusal[] => [{ pointer: '/delivery', type }];
  if (delivery !== null) {
    // Whether a product is sent that is not known, nobody knows.
    if (needed.every((sent) => sent === false)) return say('unneeded');
    return checkAddress(delivery, townOf).map(({ field, type }) => ({ pointer: `/delivery/${field}`, type }));
  }
  return needed.includes(true) ? say('missing') : [];
}

/** Products and what happens to subscriptions are not ordered together. */
function mixtures(items: readonly OrderRequestItem[], index: number): Complaint[] {
  const [first, item] = [items[0], items[index]];
  return first && item && areaOf(first) !== areaOf(item) ? [['/kind', 'mixed']] : [];
}

const at =
  (index: number) =>
  ([pointer, type]: Complaint): Refusal => ({ pointer: `/items/${String(index)}${pointer}`, type });

/** One order does one thing to a subscription, and a number is one subscription's. */
function repetitions(items: readonly OrderRequestItem[], index: number): Complaint[] {
  const what = items[index] && subjectOf(items[index]);
  if (what === undefined || items.findIndex((item) => subjectOf(item) === what) === index) return [];
  return [[what.startsWith('+') ? '/number/phone' : '/subscription', 'repeated']];
}

const subjectOf = (item: OrderRequestItem): string | undefined => {
  if (item.kind === 'product') return undefined;
  if (item.kind !== 'newSubscription') return item.subscription;
  return item.number.kind === 'none' ? undefined : item.number.phone;
};

function complaintsOf(item: OrderRequestItem, known: Known, items: readonly OrderRequestItem[], index: number): Complaint[] {
  switch (item.kind) {
    case 'newSubscription':
      return [...planComplaints(item, known), ...userComplaints(item, known), ...numberComplaints(item, known)];
    case 'changePlan':
      return changeComplaints(item, known);
    case 'closeSubscription':
      return closingComplaints(item, known);
    case 'replaceSim':
      return simComplaints(item, known);
    case 'product':
      return [
        ...productComplaints(item, known.products.get(item.product), wantedBefore(items, index, item.product)),
        ...userComplaints(item, known),
      ];
  }
}

function planComplaints(item: Item<'newSubscription'>, { plans }: Known): Complaint[] {
  const plan = plans.get(item.plan);
  if (plan === undefined) return [['/plan', 'unknown']];
  if (plan.withdrawn) return [['/plan', 'withdrawn']];
  const wrongKind = plan.talk === (item.number.kind === 'none');
  return [
    ...(plan.monthly_price === item.monthly ? [] : [['/monthly', 'changed'] as const]),
    ...(plan.setup_price === item.setup ? [] : [['/setup', 'changed'] as const]),
    ...(wrongKind ? [['/number', 'wrongKind'] as const] : []),
  ];
}

const userComplaints = ({ user }: Item<'newSubscription' | 'product'>, { users }: Known): Complaint[] =>
  'id' in user && !users.has(user.id) ? [['/user/id', 'unknown']] : [];

function numberComplaints({ number }: Item<'newSubscription'>, known: Known): Complaint[] {
  if (number.kind === 'none') return [];
  const standing = known.numbers.get(number.phone);
  if (number.kind === 'new') return standing === 'free' ? [] : [['/number/phone', standing ?? 'unknown']];
  // One of the operator's own is not another provider's to give up.
  const ours: Complaint[] = standing === undefined ? [] : [['/number/phone', 'taken']];
  return [...ours, ...dateComplaints(number.timing === 'date', number.date, known.today)];
}

/** The day wished for a move: named when it is to be that day, and then a working day (NUM-5, NUM-11). */
function dateComplaints(named: boolean, date: string | null, today: string): Complaint[] {
  const say = (type: string): Complaint[] => [['/number/date', type]];
  if (date === null) return named ? say('missing') : [];
  if (!named) return say('unneeded');
  if (date < movesFrom(today)) return say('tooEarly');
  if (date > addDays(today, farthest)) return say('tooLate');
  return isWorkingDay(date) ? [] : say('notWorkingDay');
}

/** Why nothing like it can be ordered for a subscription; it is the company's own, or unknown. */
function standing(subscription: KnownSubscription | undefined, closingMatters: boolean): string | null {
  if (subscription === undefined) return 'unknown';
  const { status, coming } = subscription;
  if (status === 'pendingTerminate') return closingMatters ? 'closing' : null;
  if (status !== 'active' && status !== 'suspended') return 'notActive';
  // While another plan is on its way, what a closing leaves to be paid is not known.
  return closingMatters && coming.includes('changePlan') ? 'changing' : null;
}

function changeComplaints(item: Item<'changePlan'>, { plans, subscriptions, today }: Known): Complaint[] {
  const subscription = subscriptions.get(item.subscription);
  const refused = standing(subscription, true);
  const own: Complaint[] = refused === null ? [] : [['/subscription', refused]];
  const plan = plans.get(item.plan);
  if (plan === undefined) return [...own, ['/plan', 'unknown']];
  if (plan.id === subscription?.plan_id) return [...own, ['/plan', 'same']];
  if (plan.withdrawn) return [...own, ['/plan', 'withdrawn']];
  return [
    ...own,
    // A number of a person's cannot become a machine's, nor the other way round.
    ...(subscription !== undefined && plan.talk !== subscription.talk ? [['/plan', 'wrongKind'] as const] : []),
    ...(plan.monthly_price === item.monthly ? [] : [['/monthly', 'changed'] as const]),
    ...(item.from === changesFrom(today) ? [] : [['/from', 'changed'] as const]),
  ];
}

function closingComplaints(item: Item<'closeSubscription'>, { subscriptions, notice, today }: Known): Complaint[] {
  const subscription = subscriptions.get(item.subscription);
  const refused = standing(subscription, true);
  if (subscription === undefined || refused !== null) return [['/subscription', refused ?? 'unknown']];
  if (item.lastDay < firstLastDay(notice, today)) return [['/lastDay', 'tooEarly']];
  if (item.lastDay > addDays(today, farthest)) return [['/lastDay', 'tooLate']];
  const { amount } = remainingBinding(subscription.monthly_price, item.lastDay, subscription.bound_until);
  return amount === item.remaining ? [] : [['/remaining', 'changed']];
}

function simComplaints(item: Item<'replaceSim'>, { subscriptions }: Known): Complaint[] {
  const subscription = subscriptions.get(item.subscription);
  const refused = standing(subscription, false);
  return [
    ...(refused === null ? [] : [['/subscription', refused] as const]),
    ...(subscription?.coming.includes('replaceSim') === true ? [['/sim', 'pending'] as const] : []),
    ...(item.price === simPrice ? [] : [['/price', 'changed'] as const]),
  ];
}
