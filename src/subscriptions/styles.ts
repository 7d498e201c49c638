import { css } from 'lit';

export const styles = css`
  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-end;
    gap: 12px;
    margin-block-end: 12px;
  }
  .search {
    flex: 1 1 300px;
    min-inline-size: 0;
  }
  label {
    display: block;
    margin-block-end: 6px;
    font-size: 0.867em;
    font-weight: 600;
  }
  label .dim {
    font-weight: 400;
    margin-inline-start: 6px;
  }
  .field {
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .field input {
    min-block-size: 38px;
    border: 0;
    background: none;
    outline: none;
  }
  .field:has(input:focus-visible) {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  .hits {
    flex: none;
    padding-inline: 4px 12px;
    font-size: 0.933em;
  }
  .hits:empty {
    padding: 0;
  }

  .sort-button .dim {
    font-weight: 400;
  }
  .list {
    overflow: hidden;
    transition: opacity 120ms;
  }
  .list[aria-busy='true'] table {
    opacity: 0.55;
    transition: opacity 120ms 160ms;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
  }
  th {
    padding: 10px 12px;
    font-size: 0.867em;
    font-weight: 600;
    color: var(--_muted);
    text-align: start;
    white-space: nowrap;
  }
  th span {
    display: inline-flex;
    align-items: center;
    gap: 4px;
  }
  th svg {
    inline-size: 1em;
    block-size: 1em;
    stroke-width: 2;
  }
  th[aria-sort] {
    color: var(--_text);
  }
  td {
    padding: 11px 12px;
    vertical-align: top;
    border-block-start: 1px solid var(--_line);
  }
  /* A word that nobody foresaw breaks, and takes no other column off the list. */
  td.name,
  td.subscription {
    min-inline-size: 8em;
    overflow-wrap: anywhere;
  }
  tbody tr:hover td {
    background: color-mix(in oklch, var(--_accent) 4%, var(--_surface));
  }
  :is(td, th):first-child {
    padding-inline-start: 16px;
  }
  :is(td, th):last-child {
    padding-inline-end: 16px;
  }
  .phone {
    text-align: end;
    white-space: nowrap;
  }
  .line {
    min-block-size: 1.45em;
  }
  /* Plan, number and state of one subscription stay on one line. */
  .several .line {
    white-space: nowrap;
  }

  /* With less room the e-mail address goes under the name; with little, the row becomes a card. */
  @container (max-width: 1099px) {
    table,
    thead,
    tbody,
    tr {
      display: grid;
      grid: auto / minmax(12em, 1fr) minmax(0, auto) auto auto;
    }
    :is(thead, tbody, tr) {
      grid-column: 1 / -1;
      grid-template-columns: subgrid;
    }
    tbody tr {
      padding-block: 11px;
      border-block-start: 1px solid var(--_line);
    }
    th.email {
      position: absolute;
      clip-path: inset(50%);
    }
    tbody td:nth-child(n) {
      grid-row: 1 / span 2;
      padding-block: 0;
      border: 0;
    }
    tbody td.name {
      grid-area: 1 / 1;
    }
    tbody td.email {
      grid-area: 2 / 1;
      padding-inline-start: 16px;
      font-size: 0.933em;
      color: var(--_muted);
    }
  }
  @container (max-width: 759px) {
    thead {
      position: absolute;
      overflow: hidden;
      clip-path: inset(50%);
    }
    tbody tr {
      grid: auto / minmax(0, 1fr) auto;
      gap: 2px 12px;
      padding-inline: 16px;
    }
    tbody td:nth-child(n) {
      padding: 0;
      font-size: 0.933em;
    }
    tbody td.name {
      font-size: 1em;
    }
    tbody td.status {
      grid-area: 1 / 2;
      justify-self: end;
    }
    tbody td.subscription {
      grid-area: 2 / 1;
    }
    tbody td.phone {
      grid-area: 2 / 2;
    }
    tbody td.email {
      grid-area: 4 / 1 / auto / -1;
    }
    /* Each state beside its own plan. */
    .several td.status:nth-child(n) {
      grid-row: 2;
    }
    .several td.phone:nth-child(n) {
      grid-area: 3 / 1 / auto / -1;
      text-align: start;
    }
    .bone-row {
      grid-template-columns: 2fr 1fr;
      block-size: 89px;
    }
    .sort,
    .sort-button {
      inline-size: 100%;
    }
    .sort-button svg {
      margin-inline-start: auto;
    }
  }
  @container (max-width: 419px) {
    label .dim {
      display: block;
      margin: 2px 0 0;
    }
  }
  @container (min-width: 760px) {
    .bones {
      padding-block-start: 40px;
    }
  }
`;
