/** A code as a picture to be scanned. It comes when one is shown. */
import { generate } from 'lean-qr';
import { html, type TemplateResult } from 'lit';

/** The empty edge around it, modules: scanners need it. */
const edge = 4;

/** Black on white, whatever the colours around it: scanners need that too. */
export const qrPicture = (code: string, label: string): TemplateResult => {
  const { size, get } = bitmapOf(code);
  const dark: string[] = [];
  for (let y = 0; y < size; y++) for (let x = 0; x < size; x++) if (get(x, y)) dark.push(`M${String(x)} ${String(y)}h1v1h-1z`);
  const box = [-edge, -edge, size + 2 * edge, size + 2 * edge].join(' ');
  return html`<svg class="qr" role="img" aria-label=${label} viewBox=${box} shape-rendering="crispEdges">
    <rect x=${-edge} y=${-edge} width="100%" height="100%" fill="#fff"></rect>
    <path d=${dark.join('')} fill="#000"></path>
  </svg>`;
};

/** Which modules are dark. */
const bitmapOf = (code: string): { readonly size: number; readonly get: (x: number, y: number) => boolean } => {
  const bitmap = generate(code);
  return { size: bitmap.size, get: (x, y) => bitmap.get(x, y) };
};
