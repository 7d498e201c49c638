import { css } from 'lit';

export const usersStyles = css`
  .section-head {
    display: grid;
    gap: 4px;
    margin-block-end: 12px;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-end;
    gap: 12px;
    margin-block-end: 12px;
  }
  .search {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    flex: 1 1 300px;
    gap: 6px;
    min-inline-size: 0;
    font-size: 0.867em;
    font-weight: 600;
  }
  .search .dim {
    font-weight: 400;
  }
  .search .field {
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_surface);
    font-size: 1.154em;
  }
  .search input {
    min-inline-size: 0;
    min-block-size: 38px;
    border: 0;
    background: none;
    outline: none;
    font-weight: 400;
  }
  .search .field:has(input:focus-visible) {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  .hits:not(:empty) {
    padding-inline: 4px 12px;
    white-space: nowrap;
  }
  .users {
    overflow: hidden;
  }
  .users[aria-busy='true'] table {
    opacity: 0.55;
    transition: opacity 120ms 160ms;
  }
  .disclosure {
    display: inline-flex;
    gap: 4px;
    align-items: flex-start;
    font-variant-numeric: normal; /* a hyphen in a name is no figure */
  }
  .disclosure svg {
    margin-block-start: 0.125em;
    margin-inline-start: -4px;
    rotate: -90deg;
    transition: rotate 120ms;
  }
  .disclosure[aria-expanded='true'] svg {
    rotate: none;
  }
  .users .name .small {
    padding-inline-start: 1.5em;
  }
  .users .opened > td {
    padding: 0 16px 16px 36px;
    border: 0;
  }
  .users > table > tbody > tr:not(.opened):hover {
    background: color-mix(in oklch, var(--_accent) 4%, var(--_surface));
  }
  .nobody {
    margin-block-start: 16px;
    padding: 12px 16px;
  }
  .nobody-head {
    display: flex;
    justify-content: space-between;
    gap: 12px;
  }
  .nobody h3 {
    font-size: 1em;
  }
  @container (min-width: 760px) {
    .used .dim {
      display: none;
    }
  }
  @container (max-width: 759px) {
    .users > table,
    .users > table > tbody {
      display: block;
    }
    .users > table > thead {
      position: absolute;
      inline-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .users > table > tbody > tr:not([hidden]) {
      display: flex;
      flex-wrap: wrap;
      gap: 2px 16px;
      padding: 10px 16px;
      border-block-start: 1px solid var(--_line);
    }
    .users > table > tbody > tr:first-child {
      border: 0;
    }
    .users > table > tbody > tr > td:nth-child(n) {
      padding: 0;
      border: 0;
    }
    .users .name {
      flex: 1 1 0;
      min-inline-size: 0;
      overflow-wrap: anywhere;
    }
    .users > table > tbody > tr > .sum {
      order: 1;
    }
    /* What was used begins a line of its own, however long the name and the amount are. */
    .users > table > tbody > tr:not(.opened)::after {
      order: 1;
      flex-basis: 100%;
      content: '';
    }
    .users .used {
      order: 2;
      font-size: 0.875em;
    }
    .users > table > tbody > tr.opened:nth-child(n) {
      display: block;
      border: 0;
      padding-block-start: 0;
    }
    .users > table > tbody > tr.opened[hidden] {
      display: none;
    }
    .users > table > tbody > tr.opened > td {
      display: block;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .disclosure svg {
      transition: none;
    }
  }
`;
