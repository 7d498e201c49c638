import '../session/root.ts';
import { SubscriptionsElement } from './subscriptions-element.ts';

if (!customElements.get('ss-subscriptions')) customElements.define('ss-subscriptions', SubscriptionsElement);

declare global {
  interface HTMLElementTagNameMap {
    'ss-subscriptions': SubscriptionsElement;
  }
}
