import './root.ts';
import { SessionElement } from './session-element.ts';

if (!customElements.get('ss-session')) customElements.define('ss-session', SessionElement);

declare global {
  interface HTMLElementTagNameMap {
    'ss-session': SessionElement;
  }
}
