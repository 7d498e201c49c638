/** The pictures of the menus: of the areas at the foot of a narrow screen, and of whom and what else there is. Each stands beside its name. */
import { html, svg, type TemplateResult } from 'lit';
import type { AreaName } from './places.ts';

const icon = (paths: TemplateResult<2>): TemplateResult => html`<svg viewBox="0 0 20 20" aria-hidden="true">${paths}</svg>`;

export const areaIcons: Readonly<Record<AreaName, TemplateResult>> = {
  '': icon(
    svg`<rect x="3" y="3" width="6" height="8" rx="1.5"/><rect x="11" y="3" width="6" height="5" rx="1.5"/><rect x="3" y="13" width="6" height="4" rx="1.5"/><rect x="11" y="10" width="6" height="7" rx="1.5"/>`,
  ),
  subscriptions: icon(svg`<rect x="5.5" y="2.5" width="9" height="15" rx="2"/><path d="M9 14.8h2"/>`),
  products: icon(svg`<path d="m10 2.5 6.5 3.4v8.2L10 17.5l-6.5-3.4V5.9z"/><path d="m3.7 6 6.3 3.3L16.3 6M10 9.3v8"/>`),
  invoices: icon(svg`<path d="M5 2.5h10v15l-2.5-1.6L10 17.5l-2.5-1.6L5 17.5z"/><path d="M8 7h4M8 10.5h4"/>`),
  cases: icon(svg`<path d="M3 4.5h14v9.5h-7l-3.5 3v-3H3z"/>`),
};

export const menuIcon = icon(svg`<path d="M3.5 6h13M3.5 10h13M3.5 14h13"/>`);
export const personIcon = icon(svg`<circle cx="10" cy="7" r="3.2"/><path d="M4 17c.6-3.2 3-4.8 6-4.8s5.4 1.6 6 4.8"/>`);
export const signOutIcon = icon(svg`<path d="M8 3.5H4v13h4M8.5 10H17M13.5 6.5 17 10l-3.5 3.5"/>`);
