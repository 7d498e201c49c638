/** What the list says of an order that was sent from the guide. */
import { html, type TemplateResult } from 'lit';
import type { Order } from '../api/order.ts';
import type { Read } from '../api/read.ts';
import { link } from '../ui/link.ts';
import type { WizardRoom } from './wizard-stage.ts';

/** `unsure` when nobody knows whether it was placed; with an order it has been. */
export const orderStrip = (room: WizardRoom, unsure: boolean, order: Read<Order> | undefined): TemplateResult => {
  const { text } = room;
  const words = order
    ? `${text.say('step.orderThanks')}. ${text.say('step.orderNo', { number: order.number ?? '' })}`
    : text.say(unsure ? 'err.unsure' : 'receipt.sending');
  return html`<div class="strip begun no-print">
    <span role="status">${words}</span>
    ${link(room, order ? 'new/receipt' : 'new/review', text.say(order ? 'receipt.see' : unsure ? 'act.check' : 'step.review'), 'button')}
  </div>`;
};
