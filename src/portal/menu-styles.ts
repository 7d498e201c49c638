import { css } from 'lit';

/** What can be pressed in the menus, and the menus that open. */
export const menuStyles = css`
  .way,
  .quiet,
  .tab {
    position: relative;
    display: inline-flex;
    align-items: center;
    justify-content: start;
    gap: 6px;
    min-block-size: 40px;
    padding: 0 12px;
    border: 0;
    border-radius: var(--_radius);
    background: none;
    font-weight: 500;
    color: var(--_muted);
    text-decoration: none;
    white-space: nowrap;
    cursor: pointer;
    transition:
      background-color 120ms,
      color 120ms;
  }
  .way:hover,
  .quiet:hover,
  [aria-expanded='true'] {
    background: color-mix(in oklch, var(--_text) 6%, transparent);
    color: var(--_text);
  }
  .way[aria-current] {
    color: var(--_text);
  }
  .menu .way[aria-current] {
    background: var(--_accent-soft);
    font-weight: 600;
  }
  .quiet .name {
    overflow: hidden;
    max-inline-size: 9em;
    text-overflow: ellipsis;
  }
  .denied {
    font-weight: 400;
  }
  .lock svg {
    inline-size: 1em;
    block-size: 1em;
    vertical-align: -0.12em;
  }

  .menu .way {
    inline-size: 100%;
    min-block-size: 44px;
    color: var(--_text);
    white-space: normal;
  }
  .menu .way > svg,
  .menu .denied {
    color: var(--_muted);
  }
  .opens-choices {
    anchor-name: --choices;
  }
  .opens-person {
    anchor-name: --person;
  }
  #choices {
    position-anchor: --choices;
    position-area: block-end span-inline-end;
    min-inline-size: 240px;
  }
  #person {
    position-anchor: --person;
    position-area: block-end span-inline-start;
    inline-size: 260px;
  }
  .who {
    display: grid;
    padding: 8px 12px;
    overflow-wrap: anywhere;
  }
  .languages {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 4px;
    padding-block: 6px;
    border-block-start: 1px solid var(--_line);
  }
  .languages .way {
    justify-content: space-between;
  }
  .languages [aria-pressed='true'] {
    background: var(--_accent-soft);
    font-weight: 600;
  }
  /* Its line stands off from it as the one above does from the languages. */
  .out {
    margin-block-start: 7px;
  }
  .out::before {
    content: '';
    position: absolute;
    inset: -7px 0 auto;
    border-block-start: 1px solid var(--_line);
  }

  @container (max-width: 1439px) {
    .quiet .name {
      max-inline-size: 12em;
    }
  }
  @media (pointer: coarse) {
    .way,
    .quiet {
      min-block-size: 44px;
    }
  }
  @media (forced-colors: active) {
    .menu .way[aria-current],
    .languages [aria-pressed='true'] {
      outline: 1px solid;
      outline-offset: -1px;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .way,
    .quiet,
    .tab {
      transition: none;
    }
  }
`;
