/** Who gets the invoice, and whom the last one did not reach (R31.2). */
import { html, nothing, type TemplateResult } from 'lit';
import type { VersionedEInvoice } from './e-invoice-api.ts';
import type { EInvoiceText } from './e-invoice-words.ts';

export interface ReceiverParts {
  readonly text: EInvoiceText;
  /** What has become of the last sending. */
  readonly notice: unknown;
  readonly mayChange: boolean;
  readonly edit: () => void;
  readonly signOff: () => void;
}

export const receivers = (
  { addresses = [], deliveries = [] }: VersionedEInvoice['eInvoice'],
  { text, notice, mayChange, edit, signOff }: ReceiverParts,
): TemplateResult => {
  const { say } = text;
  // Of those that still get it, whom the last one did not reach.
  const bounced = addresses.filter((address) => deliveries.find((one) => one.address === address)?.state === 'failed');
  return html`<div>
      <p class="label">${say('ef.addresses')}</p>
      <ul class="receivers">
        ${addresses.map((address) => html`<li>${address}</li>`)}
      </ul>
    </div>
    ${bounced.map((address) => html`<p class="strip" role="alert">${say('ef.bounced', { address })} ${say('ef.bouncedHint')}</p>`)}
    ${notice}
    ${
      mayChange
        ? html`<p class="actions">
            <button type="button" id="edit-addresses" @click=${edit}>${say('ef.editAddresses')}</button>
            <button type="button" class="link" @click=${signOff}>${say('ef.signOff')}</button>
          </p>`
        : nothing
    }`;
};
