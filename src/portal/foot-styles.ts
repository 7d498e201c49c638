import { css } from 'lit';

/** The menu at the foot of a narrow screen, and the sheet that rises from it: both within reach of a thumb. */
export const footStyles = css`
  .foot {
    display: none;
  }

  @container (max-width: 759px) {
    .foot {
      display: block;
      position: sticky;
      z-index: 1;
      inset-block-end: 0;
      padding-block-end: env(safe-area-inset-bottom);
      anchor-name: --foot;
      background: var(--_surface);
      border-block-start: 1px solid var(--_line);
    }
    .foot > ul {
      display: flex;
      justify-content: space-between;
      max-inline-size: 560px;
      margin-inline: auto;
      padding-inline: 4px;
    }
    .foot > ul > li {
      flex: 1 1 auto;
      min-inline-size: 48px;
    }
    .tab {
      flex-direction: column;
      justify-content: center;
      gap: 3px;
      inline-size: 100%;
      min-block-size: 56px;
      padding: 4px 2px;
      font-size: 0.734em;
      line-height: 1.2;
      text-align: center;
      white-space: normal;
      overflow-wrap: anywhere;
      hyphens: auto;
      border-radius: 0;
    }
    .tab:hover,
    .tab[aria-expanded='true'] {
      background: none;
      color: var(--_text);
    }
    .tab:active {
      background: var(--_accent-soft);
    }
    .tab svg {
      inline-size: 22px;
      block-size: 22px;
    }
    .tab .lock {
      position: absolute;
      inset-block-start: 5px;
      inset-inline-start: calc(50% + 6px);
      padding: 1px;
      border-radius: 4px;
      background: var(--_surface);
    }
    .tab .lock svg {
      display: block;
      inline-size: 13px;
      block-size: 13px;
    }
    .tab[aria-current] {
      color: var(--_accent);
      font-weight: 650;
    }
    .tab[aria-current]::before {
      content: '';
      position: absolute;
      inset: -1px 20% auto;
      block-size: 3px;
      border-radius: 0 0 3px 3px;
      background: var(--_accent);
    }
    .tab:focus-visible {
      outline-offset: -3px;
    }

    /* Above the foot, also where that stands in a part of the page. */
    #sheet {
      inset: auto 0 0;
      inset-inline: anchor(--foot start, 0px) anchor(--foot end, 0px);
      inline-size: auto;
      max-inline-size: 560px;
      max-block-size: 90svh;
      margin: 0 auto;
      padding: 8px 12px calc(12px + env(safe-area-inset-bottom));
      overflow: auto;
      border-width: 1px 0 0;
      border-radius: 18px 18px 0 0;
      overscroll-behavior: contain;
    }
    #sheet .way {
      gap: 12px;
      min-block-size: 52px;
    }
    #sheet .who {
      padding-block: 12px;
      border-block-start: 1px solid var(--_line);
    }
    #sheet .close {
      inline-size: 100%;
      min-block-size: 48px;
      margin-block-start: 8px;
    }
    #sheet::backdrop {
      background: rgb(0 0 0 / 0.4);
    }
  }
  /* Zoomed far in, a bar that stays would leave nothing to read. */
  @media (max-height: 420px) {
    .foot {
      position: static;
    }
  }

  @media (prefers-reduced-motion: no-preference) {
    .menu:popover-open {
      animation: fade 120ms;
    }
    #sheet:popover-open {
      animation: rise 160ms ease-out;
    }
    #sheet:popover-open::backdrop {
      animation: fade 160ms;
    }
    @keyframes fade {
      from {
        opacity: 0;
      }
    }
    @keyframes rise {
      from {
        translate: 0 24px;
        opacity: 0;
      }
    }
  }
  @media (forced-colors: active) {
    .tab[aria-current]::before {
      background: Highlight;
    }
    #sheet {
      border-width: 1px;
    }
  }
`;
