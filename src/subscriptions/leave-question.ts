import { html, type TemplateResult } from 'lit';
import { closeDialog, dialog } from '../ui/dialog.ts';
import type { DeedText } from './profile-room.ts';

/** Asks before something typed is lost (R5.7). */
export const leaveQuestion = (text: DeedText, level: number, answer: (leave: boolean) => void): TemplateResult =>
  dialog({
    title: text.say('state.unsaved'),
    level,
    content: html`<p>${text.say('state.leaveUnsaved')}</p>`,
    actions: html`
      <button type="button" @click=${closeDialog}>${text.say('act.stay')}</button>
      <button
        type="button"
        class="primary"
        @click=${() => {
          answer(true);
        }}
      >
        ${text.say('act.leave')}
      </button>
    `,
    busy: false,
    closed: () => {
      answer(false);
    },
  });
