import '../company-switcher/ss-company-switcher.ts';
import '../session/root.ts';
import '../session/ss-session.ts';
import { PortalElement } from './portal-element.ts';

if (!customElements.get('ss-portal')) customElements.define('ss-portal', PortalElement);

declare global {
  interface HTMLElementTagNameMap {
    'ss-portal': PortalElement;
  }
}
