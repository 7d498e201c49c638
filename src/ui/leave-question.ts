import { html, type TemplateResult } from 'lit';
import { closeDialog, dialog } from './dialog.ts';
import type { FormKey } from './form-messages.ts';

type LeaveKey = FormKey & ('state.unsaved' | 'state.leaveUnsaved' | 'act.stay' | 'act.leave');

/** Asks before something typed is lost (R5.7). */
export const leaveQuestion = (say: (key: LeaveKey) => string, level: number, answer: (leave: boolean) => void): TemplateResult =>
  dialog({
    title: say('state.unsaved'),
    level,
    content: html`<p>${say('state.leaveUnsaved')}</p>`,
    actions: html`
      <button type="button" @click=${closeDialog}>${say('act.stay')}</button>
      <button
        type="button"
        class="primary"
        @click=${() => {
          answer(true);
        }}
      >
        ${say('act.leave')}
      </button>
    `,
    busy: false,
    closed: () => {
      answer(false);
    },
  });
