/** The list of orders as it looks: a real table when wide, a card for each when narrow, a table for assistive technology in both. */
import { css, html, nothing, type TemplateResult } from 'lit';
import type { Order, OrderItem } from '../api/order.ts';
import type { Read } from '../api/read.ts';
import { formatMoment } from '../ui/format.ts';
import { link } from '../ui/link.ts';
import { progressOf, progressTag, type OrdersText } from './parcel.ts';
import type { ProductRoom } from './room.ts';

export type OrdersRoom = ProductRoom & { readonly text: OrdersText };

export const tableStyles = css`
  .orders {
    overflow: hidden;
    transition: opacity 120ms;
  }
  .orders[aria-busy='true'] table {
    opacity: 0.55;
    transition: opacity 120ms 160ms;
  }
  .orders table {
    inline-size: 100%;
    border-collapse: collapse;
  }
  .orders th {
    padding: 10px 12px;
    font-size: 0.867em;
    font-weight: 600;
    color: var(--_muted);
    text-align: start;
    white-space: nowrap;
  }
  .orders td {
    padding: 11px 12px;
    vertical-align: top;
    border-block-start: 1px solid var(--_line);
    overflow-wrap: anywhere;
  }
  .orders :is(td, th):first-child {
    padding-inline-start: 16px;
  }
  .orders :is(td, th):last-child {
    padding-inline-end: 16px;
  }
  .orders tbody tr:hover td {
    background: color-mix(in oklch, var(--_accent) 4%, var(--_surface));
  }
  .orders .what {
    min-inline-size: 10em;
  }
  .orders .number {
    white-space: nowrap;
  }
  .order-bone {
    display: grid;
    grid-template-columns: 3fr 2fr 1fr;
    align-items: center;
    gap: 24px;
    block-size: 66px;
    padding-inline: 16px;
  }
  .order-bone + .order-bone {
    border-block-start: 1px solid var(--_line);
  }
  /* With little room a row becomes a card: what and how far above, the rest below. */
  @container (max-width: 759px) {
    .orders :is(table, tbody, tr) {
      display: grid;
    }
    .orders thead {
      position: absolute;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .orders tbody tr {
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 2px 12px;
      padding: 11px 16px;
      border-block-start: 1px solid var(--_line);
    }
    .orders tbody tr:first-child {
      border: 0;
    }
    .orders tbody td:nth-child(n) {
      padding: 0;
      border: 0;
      font-size: 0.933em;
    }
    .orders tbody td.what:nth-child(n) {
      min-inline-size: 0;
      font-size: 1em;
    }
    .orders td.status {
      grid-area: 1 / 2;
    }
    .orders td:is(.user, .placed) {
      grid-column: 1 / -1;
    }
    .orders .placed div {
      display: inline;
    }
    .orders td.number {
      grid-area: 4 / 1 / auto / -1;
      color: var(--_muted);
    }
    .order-bone {
      grid-template-columns: 2fr 1fr;
      block-size: 104px;
    }
  }
  @container (min-width: 760px) {
    .orders td.number .dim {
      display: none;
    }
  }
`;

/** What was ordered: »2 × Router 5G«. */
export const productOf = ({ say }: OrdersText, { product }: Read<OrderItem>): string => {
  const name = product?.name ?? say('state.unknown');
  return product?.quantity === undefined ? name : say('order.times', { n: product.quantity, product: name });
};

export const ordersTable = (room: OrdersRoom, orders: readonly Read<Order>[]): TemplateResult => {
  const { say } = room.text;
  return html`<table role="table" part="table">
    <caption class="visually-hidden">
      ${say('nav.orders')}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        <th role="columnheader" scope="col">${say('prod.one')}</th>
        <th role="columnheader" scope="col">${say('order.user')}</th>
        <th role="columnheader" scope="col">${say('order.placed')}</th>
        <th role="columnheader" scope="col" class="number">${say('order.number')}</th>
        <th role="columnheader" scope="col">${say('order.status')}</th>
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${orders.map((order) => row(room, order))}
    </tbody>
  </table>`;
};

const row = (room: OrdersRoom, order: Read<Order>): TemplateResult => {
  const { text } = room;
  const { id, number, placedAt, placedBy } = order;
  const items = order.items;
  const day = placedAt === undefined ? text.say('state.unknown') : formatMoment(text.language, Date.parse(placedAt));
  // Who is named twice is read once.
  const users = [...new Set(items.map(({ user }) => user?.name ?? text.say('state.unknown')))];
  return html`<tr role="row" part="row">
    <td role="cell" class="what">
      ${link(
        room,
        `orders/${encodeURIComponent(id)}`,
        items.length
          ? items.map((item, index) => html`${index ? html`<br />` : nothing}${productOf(text, item)}`)
          : text.say('state.unknown'),
      )}
    </td>
    <td role="cell" class="user">${users.join(', ')}</td>
    <td role="cell" class="placed">
      <div>${day}</div>
      ${placedBy ? html`<div class="dim small">${text.say('order.by', { name: placedBy })}</div>` : nothing}
    </td>
    <td role="cell" class="number"><span class="dim">${text.say('order.number')} </span>${number ?? text.say('state.unknown')}</td>
    <td role="cell" class="status">${progressTag(text, progressOf(order, items[0]))}</td>
  </tr>`;
};

/** The bones of the list: rows as high as the real ones. */
export const tableBones = (rows: number): TemplateResult =>
  html`<div class="panel">
    ${Array.from({ length: rows }, () => html`<div class="order-bone"><span class="bone"></span><span class="bone"></span></div>`)}
  </div>`;
