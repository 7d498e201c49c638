/** What the page hears of invoices. */

/** The company has signed up for eFaktura, changed who gets the invoice, or left; told also when the element has left the page meanwhile. */
export class EInvoiceChangedEvent extends Event {
  static readonly type = 'ss-e-invoice-changed';

  /** Whether the company gets its invoices by e-mail now. */
  readonly signedUp: boolean;

  constructor(signedUp: boolean) {
    super(EInvoiceChangedEvent.type, { bubbles: true, composed: true });
    this.signedUp = signedUp;
  }
}

declare global {
  interface HTMLElementEventMap {
    'ss-e-invoice-changed': EInvoiceChangedEvent;
  }
}
