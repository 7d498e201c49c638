/** How far something that was ordered has come: in a word, in a sentence, and as steps (R25). */
import { css, html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { parcelState } from '../api/order-state.ts';
import type { Order, OrderItem, Parcel, ParcelState } from '../api/order.ts';
import type { Read } from '../api/read.ts';
import { formatDay } from '../ui/format.ts';
import { checkIcon } from '../ui/icons.ts';
import type { Text } from '../ui/text.ts';
import type { MessageKey } from './messages.ts';
import type { OrdersKey } from './orders-messages.ts';

/** The words of orders have been learnt with the code that says them. */
export type OrdersText = Text<MessageKey | OrdersKey>;

/** A parcel's state, or that of what is not sent; `unknown` is one that we do not know (F09). */
export type Progress = ParcelState | 'waiting' | 'underway' | 'ready' | 'cancelled' | 'failed' | 'unknown';

export const progressOf = (order: Read<Order>, item: Read<OrderItem> | undefined): Progress => {
  const state = order.state === 'cancelled' || order.state === 'failed' ? order.state : item?.state;
  const parcel = item?.product?.parcel;
  switch (state) {
    case 'cancelled':
    case 'failed':
      return state;
    case 'acknowledged':
      return parcel ? (parcel.state ?? 'unknown') : 'waiting';
    case 'inProgress':
      return parcel ? (parcel.state ?? 'unknown') : 'underway';
    case 'completed':
      return parcel ? (parcel.state ?? 'unknown') : 'ready';
    default:
      return 'unknown';
  }
};

const wordOf = (progress: Exclude<Progress, 'unknown'>): OrdersKey => {
  switch (progress) {
    case 'received':
    case 'packed':
    case 'sent':
    case 'delivered':
      return `parcel.${progress}`;
    default:
      return `progress.${progress}`;
  }
};

const tones: Readonly<Partial<Record<Progress, string>>> = {
  delivered: 'good',
  ready: 'good',
  cancelled: 'stopped',
  failed: 'stopped',
  unknown: '',
};

/** A word, a colour and a shape. */
export const progressTag = ({ say }: OrdersText, progress: Progress): TemplateResult =>
  html`<span class="tag ${tones[progress] ?? 'coming'}">${say(progress === 'unknown' ? 'state.unknown' : wordOf(progress))}</span>`;

export const parcelStyles = css`
  .parcel {
    display: grid;
    margin: 16px 0 0;
    padding: 0;
    list-style: none;
  }
  .parcel li {
    position: relative;
    min-block-size: 60px;
    padding-block-end: 12px;
    padding-inline-start: 40px;
  }
  .parcel li:last-child {
    min-block-size: 0;
    padding-block-end: 0;
  }
  /* The way from step to step. */
  .parcel li:not(:last-child)::after {
    content: '';
    position: absolute;
    inset-block: 26px 2px;
    inset-inline-start: 11px;
    border-inline-start: 2px solid var(--_line);
  }
  .parcel li.taken:not([aria-current])::after {
    border-color: var(--_accent);
  }
  .parcel .mark {
    position: absolute;
    inset-block-start: 0;
    inset-inline-start: 0;
    display: grid;
    place-items: center;
    inline-size: 24px;
    block-size: 24px;
    border: 2px solid var(--_edge);
    border-radius: 50%;
    background: var(--_surface);
  }
  .parcel .taken .mark {
    border-color: var(--_accent);
    color: var(--_accent);
  }
  .parcel .mark svg {
    inline-size: 16px;
    block-size: 16px;
    stroke-width: 2.5;
  }
  /* Where it is now: a full mark, and its word in bold. */
  .parcel [aria-current] .mark {
    background: var(--_accent);
    color: var(--_on-accent);
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  .parcel [aria-current] strong {
    font-weight: 700;
  }
  .parcel strong {
    font-weight: 500;
  }
  .parcel p {
    overflow-wrap: anywhere;
  }
  .parcel .number {
    display: block;
  }
  @container (min-width: 640px) {
    .parcel {
      grid-template-columns: repeat(4, minmax(0, 1fr));
    }
    .parcel li {
      padding-block: 36px 0;
      padding-inline: 0 16px;
    }
    .parcel li:not(:last-child)::after {
      inset-block: 11px auto;
      inset-inline: 30px 6px;
      border-block-start: 2px solid var(--_line);
      border-inline-start: 0;
    }
  }
  @media (forced-colors: active) {
    .parcel [aria-current] .mark {
      forced-color-adjust: none;
      border-color: Highlight;
      outline-color: Highlight;
      background: Highlight;
      color: HighlightText;
    }
  }
`;

/** The steps from the shelf to the door; the one it is at is told by its mark and its weight, and to those who do not see it as the current one. */
export const parcelSteps = (text: OrdersText, label: string, parcel: Read<Parcel>): TemplateResult => {
  const { say, language } = text;
  const states = parcelState.options;
  const at = parcel.state === undefined ? -1 : states.indexOf(parcel.state);
  const expected = parcel.state === 'delivered' ? undefined : parcel.expected;
  return html`<ol class="parcel" role="list" aria-label=${label}>
      ${states.map((state, index) => {
        const day = parcel.steps?.find((step) => step.state === state)?.day;
        const taken = index <= at || (at < 0 && day !== undefined);
        return html`<li class=${taken ? 'taken' : ''} aria-current=${ifDefined(index === at ? 'step' : undefined)} data-step=${state}>
          <span class="mark">${taken ? checkIcon : nothing}</span>
          <strong>${say(wordOf(state))}</strong>
          ${taken ? nothing : html`<span class="visually-hidden">${say('parcel.toCome')}</span>`}
          ${day === undefined ? nothing : html`<p class="dim small">${formatDay(language, day)}</p>`}
          ${state === 'sent' && taken ? tracking(text, parcel) : nothing}
        </li>`;
      })}
    </ol>
    ${expected ? html`<p class="expected">${say('parcel.expected', { date: formatDay(language, expected) })}</p>` : nothing}`;
};

/** The carrier's number; a way to the carrier only where that is what it seems (T12). */
const tracking = ({ say }: OrdersText, { tracking: number, trackingUrl }: Read<Parcel>): unknown => {
  if (!number) return nothing;
  const safe = trackingUrl?.startsWith('https://') ? trackingUrl : undefined;
  return html`<p class="small">
    ${say('parcel.tracking')}:
    ${safe ? html`<a class="link number" href=${safe} rel="noreferrer">${number}</a>` : html`<span class="number">${number}</span>`}
  </p>`;
};
