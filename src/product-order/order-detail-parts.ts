/** What is known of an order: its number, who ordered what for whom, what it costs, and exactly where it goes (R25.1, R25.3). */
import { css, html, nothing, type TemplateResult } from 'lit';
import type { Address } from '../api/address.ts';
import type { Order, OrderItem } from '../api/order.ts';
import type { Read } from '../api/read.ts';
import { addressLines } from '../ui/address-lines.ts';
import { formatMoment, formatMoney, formatNumber, formatTime } from '../ui/format.ts';
import { productOf } from './orders-table.ts';
import { parcelSteps, progressOf, progressTag, type OrdersText } from './parcel.ts';

export const detailStyles = css`
  .one-order {
    display: grid;
    gap: 16px;
    max-inline-size: 760px;
  }
  .order-part {
    padding: 24px;
  }
  .order-part h3 {
    margin-block-end: 8px;
  }
  .order-head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
  }
  .order-head h3 {
    margin: 0;
  }
  .order-part .says,
  .order-part .expected {
    margin-block-start: 12px;
  }
  .order-part .undo {
    margin-block-start: 20px;
    color: var(--_danger);
  }
  .one-order dl > div,
  .order-about > div {
    display: grid;
    grid-template-columns: minmax(9em, 1fr) 2fr;
    gap: 2px 16px;
    padding-block: 8px;
    border-block-start: 1px solid var(--_line);
  }
  .one-order dl > div:first-child,
  .order-about > div:first-child {
    border: 0;
  }
  .one-order dt,
  .order-about dt {
    color: var(--_muted);
  }
  .one-order dd,
  .order-about dd {
    overflow-wrap: anywhere;
  }
  .one-order address {
    font-style: normal;
  }
  .order-skeleton {
    display: grid;
    gap: 24px;
    min-block-size: 320px;
    padding: 24px;
  }
  @container (max-width: 479px) {
    .order-part {
      padding: 16px;
    }
    .one-order dl > div,
    .order-about > div {
      grid-template-columns: 1fr;
    }
  }
`;

/** One line of a definition list; what is not known says so (F09). */
export const fact = ({ say }: OrdersText, term: string, value: unknown): TemplateResult =>
  html`<div>
    <dt>${term}</dt>
    <dd>${value ?? html`<span class="dim">${say('state.unknown')}</span>`}</dd>
  </div>`;

const isWhole = (address: Read<Address>): address is Address => Object.values(address).every((part) => part !== undefined);

/** The same for what may be left empty. */
const given = (text: OrdersText, term: string, value: string | null | undefined): unknown =>
  value === null || value === '' ? nothing : fact(text, term, value);

/** »22.11.2026 kl. 14.05 af Maja Holm«. */
const placed = ({ say, language }: OrdersText, { placedAt, placedBy }: Read<Order>): unknown => {
  const moment = placedAt === undefined ? undefined : Date.parse(placedAt);
  const day =
    moment === undefined ? undefined : say('order.moment', { date: formatMoment(language, moment), time: formatTime(language, moment) });
  return [day, placedBy && say('order.by', { name: placedBy })].filter(Boolean).join(' ') || undefined;
};

/** What it costs each and in all, without VAT (FMT-6). */
const prices = (text: OrdersText, { product }: Read<OrderItem>): unknown => {
  const { say, language } = text;
  const { price, quantity } = product ?? {};
  const each = price?.currency === undefined ? undefined : price.amount;
  const money = (amount: number | undefined) =>
    amount === undefined
      ? undefined
      : html`<span class="nowrap">${formatMoney(language, amount)}</span> <span class="dim nowrap">${say('product.exVat')}</span>`;
  const sum = each === undefined || quantity === undefined ? undefined : each * quantity;
  if (quantity === 1) return fact(text, say('prod.price'), money(each));
  return html`${fact(text, say('order.each'), money(each))}${fact(text, say('order.sum'), money(sum))}`;
};

export const facts = (text: OrdersText, order: Read<Order>): TemplateResult => {
  const { say, language } = text;
  const { number, delivery } = order;
  return html`<dl>
    ${fact(text, say('order.number'), number)} ${fact(text, say('order.placed'), placed(text, order))}
    ${order.items.map(
      (item) =>
        html`${fact(text, say('prod.one'), item.product?.name)}
        ${fact(text, say('prod.quantity'), item.product?.quantity === undefined ? undefined : formatNumber(language, item.product.quantity))}
        ${prices(text, item)} ${fact(text, say('order.user'), item.user?.name)}
        ${given(text, say('user.costCentre'), item.product?.costCentre)} ${given(text, say('inv.yourRef'), item.product?.reference)}`,
    )}
    ${delivery === null ? nothing : fact(text, say('del.address'), delivery && isWhole(delivery) ? addressLines(delivery) : undefined)}
  </dl>`;
};

/** How far one of the things that were ordered has come. */
export const progress = (text: OrdersText, level: number, order: Read<Order>, item: Read<OrderItem>): TemplateResult => {
  const { say } = text;
  const at = progressOf(order, item);
  const parcel = item.product?.parcel;
  const stopped = at === 'cancelled' || at === 'failed';
  return html`<div class="order-head">
      <h3 aria-level=${level}>${order.items.length > 1 ? productOf(text, item) : say('order.status')}</h3>
      ${progressTag(text, at)}
    </div>
    <p class="says">${say(`says.${at}`)}</p>
    ${parcel && !stopped ? parcelSteps(text, say('order.status'), parcel) : nothing}`;
};

/** The bones of an order: as high as a real one. */
export const bones = (): TemplateResult =>
  html`<div class="panel order-skeleton">${Array.from({ length: 6 }, () => html`<span class="bone"></span>`)}</div>`;
