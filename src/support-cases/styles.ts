import { css } from 'lit';

export const styles = css`
  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-end;
    gap: 12px;
    margin-block-end: 12px;
  }
  .tools .search {
    flex: 1 1 260px;
    min-inline-size: 0;
  }
  .tools label {
    font-size: 0.867em;
    font-weight: 600;
  }
  .tools label > span,
  .search > label {
    display: block;
    margin-block-end: 6px;
  }
  .tools select {
    font-size: 1.154em;
    font-weight: 400;
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
  .tools .mine {
    display: flex;
    gap: 8px;
    align-items: center;
    min-block-size: 40px;
    font-size: 1em;
    cursor: pointer;
  }
  .tools .mine > span {
    margin: 0;
  }
  .mine input {
    inline-size: 18px;
    min-block-size: 18px;
    block-size: 18px;
    accent-color: var(--_accent);
  }
  .list {
    overflow: hidden;
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
  td {
    padding: 11px 12px;
    vertical-align: top;
    border-block-start: 1px solid var(--_line);
    white-space: nowrap;
  }
  :is(td, th):first-child {
    padding-inline-start: 16px;
  }
  :is(td, th):last-child {
    padding-inline-end: 16px;
  }
  tbody tr:hover {
    background: color-mix(in oklch, var(--_accent) 4%, var(--_surface));
  }
  td.subject {
    inline-size: 100%;
    min-inline-size: 12em;
    white-space: normal;
    overflow-wrap: anywhere;
  }
  .name {
    margin-inline-end: 8px;
    font-weight: 500;
  }
  .unread .name {
    font-weight: 700;
  }
  .new,
  .yours {
    margin-inline-end: 8px;
    font-size: 0.867em;
    white-space: nowrap;
  }
  .new {
    font-weight: 600;
    color: var(--_accent);
  }
  .new::before {
    content: '';
    display: inline-block;
    inline-size: 8px;
    block-size: 8px;
    margin-inline-end: 6px;
    border: 4px solid;
    border-radius: 50%;
  }
  .yours {
    padding-inline: 6px;
    border: 1px solid var(--_line);
    border-radius: 99px;
    color: var(--_muted);
  }
  .list .label {
    display: none;
  }
  /* With little room a row becomes a card: the subject above, then how it stands, then the rest, dim. */
  @container (max-width: 759px) {
    .tools .search {
      flex-basis: 100%;
    }
    .tools label:not(.mine) {
      flex: 1;
    }
    .tools select {
      inline-size: 100%;
    }
    .list :is(table, tbody) {
      display: block;
    }
    .list thead {
      position: absolute;
      inline-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .list tbody tr {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 6px 16px;
      padding: 12px 16px;
      border-block-start: 1px solid var(--_line);
    }
    .list tbody tr:first-child {
      border: 0;
    }
    .list tbody td:nth-child(n) {
      padding: 0;
      border: 0;
    }
    .list td.subject {
      grid-column: 1 / -1;
      inline-size: auto;
      min-inline-size: 0;
    }
    .list :is(.changed, .number) {
      font-size: 0.933em;
      color: var(--_muted);
    }
    .list .number {
      order: 1;
    }
    .list :is(.number, .ways) {
      text-align: end;
    }
    .list .changed {
      order: 1;
    }
    .list .label {
      display: inline;
    }
    .bone-row {
      grid-template-columns: 2fr 1fr;
      block-size: 99px;
    }
  }
  @container (min-width: 760px) {
    .bones {
      padding-block-start: 40px;
    }
  }
`;
