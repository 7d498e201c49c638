import { css } from 'lit';

export const lookUpStyles = css`
  .look-up {
    anchor-scope: --look-up;
  }
  .look-up .field {
    anchor-name: --look-up;
  }
  .look-up-who {
    margin-block-start: 4px;
  }
  .look-up-popup {
    position-anchor: --look-up;
    position-area: block-end span-inline-end;
    inline-size: anchor-size(inline);
    max-block-size: min(420px, 60vh);
    overflow-y: auto;
  }
  .look-up-popup [role='option'] {
    display: block;
    inline-size: 100%;
    min-block-size: 48px;
    padding: 5px 10px;
    border: 0;
    background: none;
    font-weight: 400;
    text-align: start;
    overflow-wrap: anywhere;
  }
  .look-up-popup [role='option'] .small {
    display: block;
  }
  .look-up-popup [role='option']:hover,
  .look-up-popup [aria-selected='true'] {
    background: var(--_accent-soft);
  }
  .look-up-popup [aria-selected='true'] {
    outline: 2px solid var(--_accent);
    outline-offset: -2px;
  }
  /* What is on its way may be others. */
  .look-up-popup[aria-busy='true'] [role='option'] {
    color: var(--_muted);
  }
  .look-up-popup mark {
    background: none;
    color: inherit;
    font-weight: 700;
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.2em;
  }
  .namesakes {
    margin: 0;
  }
  .look-up-note {
    display: grid;
    gap: 8px;
    justify-items: start;
    padding: 8px 10px;
  }
  /* A quick answer flashes nothing. */
  .look-up-late {
    opacity: 0;
    animation: appear 160ms 200ms forwards;
  }
`;
