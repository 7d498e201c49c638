/** The theme: every public `--ss-*` becomes a private `--_*` here, once, and widgets use only the private ones. */
import { css } from 'lit';

/**
 * The colours are those of the design's table; each pair of text and ground has at least 4.5 : 1 in light and dark. A host that sets
 * `--ss-color-accent` gets what lies on it and its soft ground computed from it.
 */
export const tokens = css`
  :host {
    --_text: var(--ss-color-text, light-dark(#17202b, #e7edf3));
    --_muted: var(--ss-color-muted, light-dark(#556070, #a5b1be));
    --_surface: var(--ss-color-surface, light-dark(#fff, #141b23));
    --_sunken: var(--ss-color-sunken, light-dark(#f4f6f8, #0d1319));
    --_line: var(--ss-color-line, light-dark(#d8dee5, #2f3a46));
    --_edge: var(--ss-color-edge, light-dark(#788493, #748292));
    --_accent: var(--ss-color-accent, light-dark(#0b5cad, #7db9ff));
    --_on-accent: var(--ss-color-on-accent, oklch(from var(--_accent) clamp(0, (0.68 - l) * 1000, 1) 0 0));
    --_accent-soft: color-mix(in oklch, var(--_accent) 11%, var(--_surface));
    --_success: light-dark(#1a6b3f, #74d6a0);
    --_warning: light-dark(#855500, #f0c268);
    --_danger: light-dark(#b3261e, #ff9d95);
    --_radius: var(--ss-radius, 8px);
    --_font: var(--ss-font-family, inherit);
  }
`;
