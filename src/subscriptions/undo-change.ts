/** »Fortryd«: takes back what has been ordered, until it applies (R14.4). */
import { css, html } from 'lit';
import { cancelOrder } from '../api/orders.ts';
import { OrderCancelledEvent } from '../ui/order-events.ts';
import { wordsOf } from './coming-changes.ts';
import { subject } from './deed-parts.ts';
import { DeedDialog } from './deed.ts';
import type { Deed, DeedPlace } from './profile-room.ts';

export const styles = css``;

export const open = (place: DeedPlace): Deed => {
  const { text } = place.room;
  const { id = '', kind = 'changePlan' } = place.change ?? {};
  return new DeedDialog(place, {
    get title() {
      return text.say('undo.title');
    },
    verb: `undo.${kind}`,
    wayOut: 'act.close',
    content: () => {
      const [sentence = '', ...more] = place.change ? wordsOf(text, place.change) : [];
      return html`
        ${subject(place)}
        <div class="sum">
          <p><strong>${sentence}</strong></p>
          ${more.map((words) => html`<p>${words}</p>`)}
        </div>
        <p>${text.say(kind === 'newSubscription' ? 'undo.thenGone' : 'undo.then')}</p>
      `;
    },
    prepare: () => ({ id }),
    send: (sender, content, key, signal) => cancelOrder(...sender, content.id, key, signal),
    report: () => new OrderCancelledEvent(id),
    done: () => text.say('undo.done'),
  });
};
