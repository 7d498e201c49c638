/** How the dialogs of deeds look, and how they name whom they are about. */
import { css, html, nothing, type TemplateResult } from 'lit';
import { dialogStyles } from '../ui/dialog.ts';
import { fieldStyles, type FormError } from '../ui/field.ts';
import { formatPhone } from '../ui/format.ts';
import { sendingStyles } from '../ui/sending.ts';
import type { DeedPlace } from './profile-room.ts';
import { fact } from './terms.ts';

export const deedStyles = [
  dialogStyles,
  fieldStyles,
  sendingStyles,
  css`
    .deed {
      display: grid;
      gap: 16px;
    }
    .deed[inert] {
      opacity: 0.6;
    }
    .deed p {
      max-inline-size: 62ch;
    }
    .sum:not(:empty) {
      padding: 12px 16px;
      border: 1px solid transparent;
      border-radius: var(--_radius);
      background: var(--_sunken);
    }
    .network {
      margin: 0;
    }
    .dialog-body > [role='status']:empty {
      position: absolute;
    }
    .sum > p + p {
      margin-block-start: 4px;
    }
  `,
];

/** What is wrong with a field, in the language of the moment it is shown. */
export const wrong = (id: string, words: () => string): FormError => ({
  id,
  get text() {
    return words();
  },
});

/** Whom it is about: the person, the number, and the plan, which may be told in another way (R14.3, T16). */
export const subject = (
  { room: { text }, owner, subscription: { phone, plan } }: DeedPlace,
  present?: TemplateResult,
): TemplateResult => html`
  <dl>
    ${fact(text, text.say('deed.user'), owner)}
    ${phone === null ? nothing : fact(text, text.say('user.phone'), phone && formatPhone(phone))}
    ${present ?? fact(text, text.say('user.subscription'), plan)}
  </dl>
`;
