/** What products look like: one drawing of each kind, ours. They stand beside the name and say nothing of their own. */
import { html, svg, type TemplateResult } from 'lit';
import type { ProductKind } from './product.ts';

const drawing = (paths: TemplateResult<2>): TemplateResult => html`<svg viewBox="0 0 104 88" aria-hidden="true">${paths}</svg>`;

const contacts = svg`
  <rect class="mark ground" x="40" y="36" width="24" height="22" rx="4"/>
  <path class="mark" d="M40 43.5h7.5v7H40M64 43.5h-7.5v7H64M47.5 36v7.5h9V36M47.5 58v-7.5h9V58"/>`;

const drawings: Readonly<Record<ProductKind, TemplateResult<2>>> = {
  sim: svg`
    <path class="ground" d="M32 12h30l14 14v46a5 5 0 0 1-5 5H33a5 5 0 0 1-5-5V17a5 5 0 0 1 5-5Z"/>
    ${contacts}`,
  esim: svg`
    <rect class="ground" x="33" y="8" width="38" height="72" rx="6"/>
    <path d="M47 13h10M46 74h12"/>
    <path class="mark" d="M41 29v-5h5M63 29v-5h-5M41 49v5h5M63 49v5h-5M45.5 34.500h5v5h-5ZM54 34.500h4.500M58.5 39.500v5M45.5 44.500h5M54.5 44.500v.01M50 49h8.5"/>
    <path d="M44 62h16"/>`,
  dongle: svg`
    <rect class="ground" x="22" y="30" width="44" height="28" rx="6"/>
    <path class="ground" d="M66 36h18v16H66Z"/>
    <path d="M75 41v.01M75 47v.01M30 50h12"/>
    <path class="mark" d="M34 41.500a8 8 0 0 1 11.5 0M37 44.500a3.8 3.8 0 0 1 5.5 0"/>
    <path class="mark" d="M57 44v.01"/>`,
  router: svg`
    <path d="M32 50V20M72 50V20"/>
    <rect class="ground" x="18" y="50" width="68" height="20" rx="6"/>
    <path d="M27 70v4M77 70v4M62 60h14"/>
    <path class="mark" d="M28 60v.01M35 60v.01M42 60v.01M43.5 33a12 12 0 0 1 17 0M47.5 38a6.4 6.4 0 0 1 9 0M52 43v.01"/>`,
  antenna: svg`
    <path d="M52 40v38M40 78h24"/>
    <rect class="ground" x="44" y="14" width="16" height="38" rx="5"/>
    <path d="M49 46h6M52 60c10 0 10 8 20 8"/>
    <path class="mark" d="M36 24a14 14 0 0 0 0 18M30 19a22 22 0 0 0 0 28M68 24a14 14 0 0 1 0 18M74 19a22 22 0 0 1 0 28"/>`,
  other: svg`
    <path class="ground" d="m52 14 28 13v34L52 75 24 61V27Z"/>
    <path d="m24 27 28 14 28-14M52 41v34"/>
    <path class="mark" d="m38 20.5 28 14v11"/>`,
};

export const picture = (kind: ProductKind | undefined): TemplateResult =>
  html`<div class="picture">${drawing(drawings[kind ?? 'other'])}</div>`;
