/** The receipt: thanks, the order's number, and what happens next, followed until it has come about (R17.2, R25). */
import { css, html, nothing, type TemplateResult } from 'lit';
import { formatAddress, type Address } from '../api/address.ts';
import type { Order } from '../api/order.ts';
import type { Read } from '../api/read.ts';
import { formatDay, formatPhone } from '../ui/format.ts';
import { link } from '../ui/link.ts';
import type { WizardRoom, WizardText } from './wizard-stage.ts';

/** An order that has been placed from here. */
export interface Placed {
  readonly order: Read<Order>;
  /** Whether its number comes from another provider. */
  readonly moved: boolean;
  /** It was sent from another tab with the same draft. */
  readonly elsewhere: boolean;
}

export const receiptStyles = css`
  .receipt {
    display: grid;
    gap: 16px;
    max-inline-size: 640px;
  }
  .receipt h3 {
    font-size: 1.334em;
  }
  .receipt .card {
    display: grid;
    gap: 12px;
    justify-items: start;
  }
`;

/** How far the order has come, in a sentence. */
export const stateWords = ({ say, language }: WizardText, { order, moved }: Placed): string => {
  const { state, items } = order;
  const { date, phone, failure } = items[0] ?? {};
  switch (state) {
    case 'acknowledged':
      return say('receipt.received');
    case 'inProgress':
      if (!moved) return say('receipt.creating');
      return date ? say('receipt.moves', { phone: formatPhone(phone ?? ''), date: formatDay(language, date) }) : say('receipt.asking');
    case 'completed':
      return say('receipt.active');
    case 'failed':
      return say(failure ? `receipt.${failure}` : 'receipt.failed');
    case 'cancelled':
      return say('receipt.cancelled');
    default:
      return say('receipt.unknown');
  }
};

/** The same in a word, a colour and a shape. */
const stateTag = ({ say }: WizardText, { order: { state }, moved }: Placed): TemplateResult => {
  const [kind, words] =
    state === 'completed'
      ? (['good', 'state.active'] as const)
      : state === 'failed' || state === 'cancelled'
        ? (['stopped', 'receipt.notCreated'] as const)
        : state === undefined
          ? (['', 'state.unknown'] as const)
          : (['coming', moved ? 'state.awaitingMove' : 'state.creating'] as const);
  return html`<span class="tag ${kind}">${say(words)}</span>`;
};

export const receipt = (room: WizardRoom, placed: Placed): TemplateResult => {
  const { text, headingLevel } = room;
  const { order, elsewhere } = placed;
  const { say } = text;
  const { user, plan, phone } = order.items[0] ?? {};
  const stopped = order.state === 'failed' || order.state === 'cancelled';
  return html`<section class="receipt" aria-labelledby="step-title">
    <div>
      <h3 id="step-title" aria-level=${headingLevel + 1} tabindex="-1">${say('step.orderThanks')}</h3>
      <p class="dim">${order.number === undefined ? nothing : say('step.orderNo', { number: order.number })}</p>
      ${elsewhere ? html`<p>${say('receipt.otherWindow')}</p>` : nothing}
    </div>
    <div class="panel card">
      ${stateTag(text, placed)}
      <p><strong>${stateWords(text, placed)}</strong></p>
      <p>${[user?.name, plan, phone && formatPhone(phone)].filter(Boolean).join(' · ')}</p>
      ${placed.moved && !stopped ? days(text, placed.order) : nothing} ${stopped ? nothing : next(text, order)}
    </div>
    ${stopped ? nothing : html`<p>${say('step.billed')} ${say('review.firstInvoice')}</p>`}
    <div class="actions">
      ${user?.name ? link(room, `users/${encodeURIComponent(user.id)}`, say('receipt.profile', { name: user.name }), 'button') : nothing}
      ${link(room, 'new', say('nav.newSubscription'), 'button')}
    </div>
  </section>`;
};

/** The day that was wished for and the one that is confirmed, apart (NUM-9). */
const days = ({ say, language }: WizardText, { items }: Read<Order>): TemplateResult => {
  const { date, requestedDate } = items[0] ?? {};
  const wished = requestedDate ? say('receipt.wished', { date: formatDay(language, requestedDate) }) : undefined;
  return html`<p class="dim">
    ${wished ? html`${wished}<br />` : nothing}${date ? say('receipt.confirmed', { date: formatDay(language, date) }) : say('receipt.unconfirmed')}
  </p>`;
};

/** What else happens: a card is sent, or an eSIM is ready in the profile. */
const next = ({ say }: WizardText, { items, delivery }: Read<Order>): unknown => {
  if (items[0]?.sim === 'esim') return html`<p>${say('receipt.esim')}</p>`;
  if (!delivery || !isWhole(delivery)) return nothing;
  return html`<p>${say('receipt.card', { address: formatAddress(delivery).join(', ') })}</p>`;
};

const isWhole = (address: Read<Address>): address is Address => Object.values(address).every((part) => part !== undefined);
