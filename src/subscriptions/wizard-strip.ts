/** What the list says of an order that was sent from the guide. */
import { html, type TemplateResult } from 'lit';
import type { Order } from '../api/order.ts';
import type { Read } from '../api/read.ts';
import { link } from '../ui/link.ts';
import type { WizardRoom } from './wizard-stage.ts';

/** That an order has been placed, and under which number. */
export const placedWords = ({ text }: WizardRoom, { number }: Read<Order>): string =>
  `${text.say('step.orderThanks')}. ${number === undefined ? '' : text.say('step.orderNo', { number })}`.trim();

/** `unsure` when nobody knows whether it was placed; with an order it has been. */
export const orderStrip = (room: WizardRoom, unsure: boolean, order: Read<Order> | undefined): TemplateResult => {
  const { text } = room;
  const words = order ? placedWords(room, order) : text.say(unsure ? 'err.unsure' : 'receipt.sending');
  return html`<div class="strip begun no-print">
    <span role="status">${words}</span>
    ${link(room, order ? 'new/receipt' : 'new/review', text.say(order ? 'receipt.show' : unsure ? 'act.check' : 'step.review'), 'button')}
  </div>`;
};
