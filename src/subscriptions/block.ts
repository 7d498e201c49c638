/** »Spær simkort« and »Ophæv spærring« (SIM-4, SIM-5). */
import { css, html } from 'lit';
import { choicesField } from '../ui/field.ts';
import { subject, wrong } from './deed-parts.ts';
import { DeedDialog } from './deed.ts';
import { setBlock } from './deeds-api.ts';
import { SubscriptionChangedEvent } from './events.ts';
import type { Deed, DeedPlace } from './profile-room.ts';
import { refusalOf } from './refusal.ts';
import type { BlockReason } from './subscription.ts';

export const styles = css``;

export const open = (place: DeedPlace): Deed => (place.kind === 'sim.block' ? blocking(place) : unblocking(place));

const reasons: readonly BlockReason[] = ['lost', 'stolen', 'other'];
const field = 'block-reason';

const blocking = (place: DeedPlace): Deed => {
  const { text } = place.room;
  const { id } = place.subscription;
  let reason: BlockReason | undefined;
  return new DeedDialog<{ readonly reason: BlockReason }, unknown>(place, {
    get title() {
      return text.say('block.title', { name: place.owner });
    },
    verb: 'sim.block',
    danger: true,
    content: ({ errorOf, changed }) => html`
      ${subject(place)}
      ${choicesField({
        id: field,
        label: text.say('reason.title'),
        value: reason,
        error: errorOf(field),
        choices: reasons.map((value) => ({ value, label: text.say(`reason.${value}`) })),
        chosen: (value) => {
          reason = value;
          changed(field);
        },
      })}
      <div class="sum">
        <p>${text.say('sim.blockInfo')}</p>
        <p>${text.say('block.liable')}</p>
      </div>
    `,
    prepare: () => (reason ? { reason } : [wrong(field, () => text.say('err.choose', { field: text.say('reason.field') }))]),
    send: (sender, content, key, signal) => setBlock(...sender, id, content.reason, key, signal),
    report: () => new SubscriptionChangedEvent(id),
    done: () => text.say('block.done'),
    refused: (rejected) => refusalOf(text, rejected),
  });
};

const unblocking = (place: DeedPlace): Deed => {
  const { text } = place.room;
  const { id } = place.subscription;
  return new DeedDialog(place, {
    get title() {
      return text.say('unblock.title', { name: place.owner });
    },
    verb: 'sim.unblock',
    content: () =>
      html`${subject(place)}
        <p>${text.say('unblock.info')}</p>`,
    prepare: () => ({}),
    send: (sender, _content, key, signal) => setBlock(...sender, id, undefined, key, signal),
    report: () => new SubscriptionChangedEvent(id),
    done: () => text.say('unblock.done'),
    refused: (rejected) => refusalOf(text, rejected),
  });
};
