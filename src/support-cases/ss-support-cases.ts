import '../session/root.ts';
import { SupportCasesElement } from './support-cases-element.ts';

if (!customElements.get('ss-support-cases')) customElements.define('ss-support-cases', SupportCasesElement);

declare global {
  interface HTMLElementTagNameMap {
    'ss-support-cases': SupportCasesElement;
  }
}
