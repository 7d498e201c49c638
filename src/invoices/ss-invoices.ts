import '../session/root.ts';
import { InvoicesElement } from './invoices-element.ts';

if (!customElements.get('ss-invoices')) customElements.define('ss-invoices', InvoicesElement);

declare global {
  interface HTMLElementTagNameMap {
    'ss-invoices': InvoicesElement;
  }
}
