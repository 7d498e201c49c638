/** The receipt: the order's number, what was ordered for whom, exactly where it goes, and what happens next (R25, R26). */
import { css, html, nothing, type TemplateResult } from 'lit';
import { formatAddress, type Address } from '../api/address.ts';
import type { Order } from '../api/order.ts';
import type { Read } from '../api/read.ts';
import { formatDay, formatMoney } from '../ui/format.ts';
import { link } from '../ui/link.ts';
import type { FormRoom } from './form-stage.ts';

/** An order that has been placed from here. */
export interface Placed {
  /** The product whose form it was sent from. */
  readonly product: string;
  readonly order: Read<Order>;
  /** It was sent from another tab with the same draft. */
  readonly elsewhere: boolean;
}

export const receiptStyles = css`
  .receipt {
    display: grid;
    gap: 16px;
    max-inline-size: 560px;
  }
  .receipt:focus {
    outline: none;
  }
  .receipt dl {
    display: grid;
    grid-template-columns: minmax(8em, auto) minmax(0, 1fr);
    gap: 8px 24px;
    padding-block: 16px;
    border-block: 1px solid var(--_line);
  }
  .ways {
    margin-block-start: 16px;
  }
  .receipt dt {
    color: var(--_muted);
  }
  .receipt dd {
    overflow-wrap: anywhere;
  }
  @container (max-width: 419px) {
    .receipt dl {
      grid-template-columns: minmax(0, 1fr);
      gap: 0;
    }
    .receipt dd + dt {
      margin-block-start: 8px;
    }
  }
`;

export const receipt = (room: FormRoom, { order, elsewhere }: Placed): TemplateResult => {
  const { say, language } = room;
  const { number, items, delivery, oneOff } = order;
  const [item] = items;
  const { name = '', quantity, costCentre, reference, parcel } = item?.product ?? {};
  const address = delivery && isWhole(delivery) ? formatAddress(delivery) : undefined;
  const cost = oneOff?.amount;
  const fact = (term: string, value: unknown) =>
    value
      ? html`<dt>${term}</dt>
          <dd>${value}</dd>`
      : nothing;
  return html`<section class="receipt" tabindex="-1" aria-label=${say('step.orderThanks')}>
    ${number === undefined ? nothing : html`<p><strong>${say('step.orderNo', { number })}</strong></p>`}
    ${elsewhere ? html`<p>${say('receipt.elsewhere')}</p>` : nothing}
    <p>
      ${address ? say('del.sentTo', { address: address.join(', ') }) : delivery === null ? say('receipt.notSent') : nothing}
      ${cost ? say('del.priceNext') : nothing}
    </p>
    <dl>
      ${fact(say('prod.one'), quantity === undefined ? name : say('form.times', { n: quantity, product: name }))}
      ${fact(say('form.sum'), cost && html`${formatMoney(language, cost)} <span class="dim small">${say('product.exVat')}</span>`)}
      ${fact(say('receipt.user'), item?.user?.name)}
      ${fact(
        say('del.address'),
        address?.map((line, index) => [index ? html`<br />` : '', line]),
      )}
      ${fact(say('user.costCentre'), costCentre)} ${fact(say('inv.yourRef'), reference)}
    </dl>
    ${parcel?.expected ? html`<p>${say('receipt.expected', { date: formatDay(language, parcel.expected) })}</p>` : nothing}
  </section>`;
};

/** The ways on. */
export const receiptWays = (room: FormRoom): TemplateResult =>
  html`${link(room, 'orders', room.say('receipt.orders'), 'button')} ${link(room, '', room.say('receipt.more'), 'button')}`;

const isWhole = (address: Read<Address>): address is Address => Object.values(address).every((part) => part !== undefined);
