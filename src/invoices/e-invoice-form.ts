/** The form of eFaktura: signing up, and changing who gets the invoice (R30.2, R31.1, R31.2). */
import { html, nothing, type TemplateResult } from 'lit';
import { errorSummary } from '../ui/field.ts';
import { networkNotice } from '../ui/form-watch.ts';
import { submitButton } from '../ui/sending.ts';
import { addressFields } from './e-invoice-addresses.ts';
import type { Changing } from './e-invoice-change.ts';
import type { AddressDraft } from './e-invoice-draft.ts';
import type { EInvoiceText } from './e-invoice-words.ts';

export interface FormParts {
  readonly text: EInvoiceText;
  readonly headingLevel: number;
  readonly draft: AddressDraft;
  readonly changing: Changing;
  /** Addresses that are there are being changed. */
  readonly signedUp: boolean;
  readonly send: () => void;
  readonly cancel: () => void;
}

export const addressForm = ({ text, headingLevel, draft, changing, signedUp, send, cancel }: FormParts): TemplateResult => {
  const { say } = text;
  const { rows, errors, typed, pasted, left, remove, add } = draft;
  const { state, isBusy: busy, theirs } = changing;
  const unsure = state.status === 'unsure';
  const count = errors.length;
  return html`<form
    novalidate
    aria-label=${say('ef.title')}
    @submit=${(event: Event) => {
      event.preventDefault();
      send();
    }}
  >
    ${theirs ? html`<p class="strip" role="alert">${say('ef.conflict', { addresses: theirs.join(', ') || say('ef.nobody') })}</p>` : nothing}
    ${errorSummary(say(count === 1 ? 'err.summaryOne' : 'err.summaryOther', { n: count }), headingLevel + 1, count > 1 ? errors : [])}
    <div ?inert=${busy || unsure}>${addressFields({ text, rows, errors, typed, pasted, left, remove, add })}</div>
    ${networkNotice(say, state)} ${changing.notice(send)}
    ${
      unsure
        ? nothing
        : html`<p class="actions">
            ${submitButton({
              label: say(signedUp ? 'act.saveChanges' : 'ef.signUp'),
              busyLabel: say(signedUp ? 'state.saving' : 'state.sending'),
              busy,
            })}
            ${signedUp ? html`<button type="button" aria-disabled=${busy ? 'true' : 'false'} @click=${cancel}>${say('act.cancel')}</button>` : nothing}
          </p>`
    }
  </form>`;
};
