/** »Nedlæg abonnement«: who, which number, the last day, what is still to be paid, and what becomes of the number (R14.3, R14.5). */
import { css, html, type TemplateResult } from 'lit';
import { addDays, endOfMonth } from '../api/days.ts';
import type { Order } from '../api/order.ts';
import { placeOrder } from '../api/orders.ts';
import type { RejectedField } from '../api/problem.ts';
import type { Read } from '../api/read.ts';
import { textField, type FormError } from '../ui/field.ts';
import { formatDay, formatMoney, formatPhone } from '../ui/format.ts';
import { OrderPlacedEvent } from '../ui/order-events.ts';
import { remainingBinding } from './binding.ts';
import { subject, wrong } from './deed-parts.ts';
import { DeedDialog } from './deed.ts';
import type { Deed, DeedPlace } from './profile-room.ts';
import { refusalOf } from './refusal.ts';
import type { Subscription } from './subscription.ts';

export const styles = css``;

/** How far ahead a closing can be ordered, days. */
const farthest = 730;
const field = 'close-day';

interface Closing {
  readonly lastDay: string;
  /** What is to be paid for the rest of the binding, whole øre. */
  readonly remaining: number;
}

/**
 * The last day that can be chosen. The operator's day follows from the notice and the day it leads to, where the notice is in days; else the
 * first of the month is taken for it, which it is not before.
 */
const latestOf = ({ notice, firstLastDay = '' }: Read<Subscription>): string => {
  const length = notice?.length ?? 0;
  const today = notice?.unit === 'days' ? addDays(firstLastDay, -length) : addDays(endOfMonth(firstLastDay, -length - 1), 1);
  return addDays(today, farthest);
};

export const open = (place: DeedPlace): Deed => {
  const { text } = place.room;
  const { id } = place.subscription;
  const earliest = () => place.subscription.firstLastDay ?? '';
  const remaining = () => remainingBinding(place.subscription.price?.amount ?? 0, day, place.subscription.boundUntil ?? null);
  let day = earliest();

  const dayWrong = (): FormError | undefined => {
    const say = (key: 'err.dateEarliest' | 'close.latest', date: string) =>
      wrong(field, () => text.say(key, { date: formatDay(text.language, date) }));
    const latest = latestOf(place.subscription);
    // A date that is not whole has no value.
    return day < earliest() ? say('err.dateEarliest', earliest()) : day > latest ? say('close.latest', latest) : undefined;
  };

  const refused = (rejected: RejectedField, sent: Closing): FormError | undefined => {
    const { pointer, type } = rejected;
    if (pointer.endsWith('/lastDay')) return dayWrong() ?? wrong(field, () => text.say('err.rejected'));
    if (!pointer.endsWith('/remaining') || type !== 'changed') return refusalOf(text, rejected);
    const now = remaining().amount;
    const money = (amount: number) => formatMoney(text.language, amount);
    return wrong(field, () => text.say('close.remainingChanged', { from: money(sent.remaining), to: money(now) }));
  };

  return new DeedDialog<Closing, Read<Order>>(place, {
    get title() {
      return text.say('sub.terminateAsk', { name: place.owner });
    },
    verb: 'sub.terminate',
    danger: true,
    wayOut: 'sub.keep',
    content: ({ errorOf, changed }) => html`
      ${subject(place)}
      ${textField({
        id: field,
        label: text.say('sub.lastDay'),
        help: text.say('close.earliest', { date: formatDay(text.language, earliest()) }),
        error: errorOf(field),
        type: 'date',
        min: earliest(),
        max: latestOf(place.subscription),
        value: day,
        typed: (value) => {
          day = value;
          changed(field);
        },
      })}
      <div class="sum" role="status">${dayWrong() ? '' : consequences(place, day, remaining())}</div>
    `,
    prepare: () => {
      const error = dayWrong();
      return error ? [error] : { lastDay: day, remaining: remaining().amount };
    },
    send: (sender, content, key, signal) =>
      placeOrder(...sender, { items: [{ kind: 'closeSubscription', subscription: id, ...content }], delivery: null }, key, signal),
    report: (order) => new OrderPlacedEvent(order.id, order.number ?? ''),
    done: (_order, { lastDay }) => text.say('sub.closes', { date: formatDay(text.language, lastDay) }),
    refused,
  });
};

/** What a last day means. */
const consequences = (
  { room: { text }, subscription: { phone } }: DeedPlace,
  day: string,
  { months, amount }: ReturnType<typeof remainingBinding>,
): TemplateResult => {
  const date = formatDay(text.language, day);
  const values = { n: months, amount: formatMoney(text.language, amount) };
  return html`
    <p>${phone ? text.say('sub.terminateInfo', { date, number: formatPhone(phone) }) : text.say('close.stops', { date })}</p>
    <p>
      ${
        months === 0
          ? text.say('close.nothingLeft')
          : html`<strong>${text.say(months === 1 ? 'close.bindingLeftOne' : 'sub.bindingLeft', values)}</strong>
              <span class="dim">${text.say('sub.exVat')}</span>`
      }
    </p>
    <p class="dim">${text.say('close.refund')}</p>
  `;
};
