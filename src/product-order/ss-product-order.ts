import '../session/root.ts';
import { ProductOrderElement } from './product-order-element.ts';

if (!customElements.get('ss-product-order')) customElements.define('ss-product-order', ProductOrderElement);

declare global {
  interface HTMLElementTagNameMap {
    'ss-product-order': ProductOrderElement;
  }
}
