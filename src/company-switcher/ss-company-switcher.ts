import '../session/root.ts';
import { CompanySwitcherElement } from './company-switcher-element.ts';

if (!customElements.get('ss-company-switcher')) customElements.define('ss-company-switcher', CompanySwitcherElement);

declare global {
  interface HTMLElementTagNameMap {
    'ss-company-switcher': CompanySwitcherElement;
  }
}
