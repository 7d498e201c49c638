import '../session/root.ts';
import { OverviewElement } from './overview-element.ts';

if (!customElements.get('ss-overview')) customElements.define('ss-overview', OverviewElement);

declare global {
  interface HTMLElementTagNameMap {
    'ss-overview': OverviewElement;
  }
}
