/** Everything that is done from the profile: it comes when pointer or focus are near the first button. */
import { html } from 'lit';
import { messages as deedMessages } from './deed-messages.ts';
import { deedStyles } from './deed-parts.ts';
import { Deeds } from './deeds.ts';
import { Edits } from './edits.ts';
import type { Doings, DoingsOptions, ProfileRoom } from './profile-room.ts';

export const messages = deedMessages;
export const styles = deedStyles;

export const open = (room: ProfileRoom, options: DoingsOptions): Doings => {
  const deeds = new Deeds(room, options);
  const edits = new Edits(room, deeds, options);
  return {
    approach: (kind) => {
      if (kind === 'user.edit') edits.approach();
      else deeds.approach(kind);
    },
    begin: (kind, subscription, change) => {
      if (kind === 'user.edit') void edits.begin();
      else if (subscription) deeds.begin(kind, subscription, change);
    },
    strip: deeds.strip,
    form: edits.form,
    notice: deeds.notice,
    above: () => html`${deeds.above()}${edits.above()}`,
    forget: () => {
      deeds.forget();
      edits.forget();
    },
    recover: () => {
      deeds.recover();
      edits.recover();
    },
  };
};
