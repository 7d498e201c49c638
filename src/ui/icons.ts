/** The few pictures there are. Each stands beside words and says nothing of its own. */
import { html, svg, type TemplateResult } from 'lit';

const icon = (paths: TemplateResult<2>): TemplateResult => html`<svg viewBox="0 0 20 20" aria-hidden="true">${paths}</svg>`;

export const searchIcon = icon(svg`<circle cx="8.5" cy="8.5" r="5.5"/><path d="m12.7 12.7 4.3 4.3"/>`);
export const downIcon = icon(svg`<path d="m5.5 8 4.5 4.5L14.5 8"/>`);
export const checkIcon = icon(svg`<path d="m4.5 10.5 3.5 3.5 7.5-8"/>`);
export const backIcon = icon(svg`<path d="M11.5 5 6.5 10l5 5"/>`);
export const upArrow = icon(svg`<path d="M10 16V4.5M5.5 9 10 4.5 14.5 9"/>`);
export const downArrow = icon(svg`<path d="M10 4v11.5M5.5 11 10 15.5 14.5 11"/>`);
export const lockIcon = icon(svg`<rect x="4" y="9" width="12" height="8" rx="2"/><path d="M6.5 9V6.5a3.5 3.5 0 0 1 7 0V9"/>`);
export const alertIcon = icon(svg`<circle cx="10" cy="10" r="7.5"/><path d="M10 6v5M10 13.8v.01"/>`);
export const plusIcon = icon(svg`<path d="M10 4.5v11M4.5 10h11"/>`);
export const minusIcon = icon(svg`<path d="M4.5 10h11"/>`);
