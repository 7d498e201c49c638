import { css } from 'lit';

export const linesStyles = css`
  .inside {
    display: grid;
    gap: 12px;
  }
  .lines {
    font-size: 0.933em;
  }
  .lines :is(td, th):nth-child(n) {
    padding-block: 6px;
  }
  .lines :is(td, th):first-child {
    padding-inline-start: 0;
  }
  .lines :is(td, th):last-child {
    padding-inline-end: 0;
  }
  .lines .group th {
    padding-block-start: 14px;
    color: var(--_text);
    border-block-start: 1px solid var(--_line);
  }
  .lines td {
    border: 0;
    overflow-wrap: anywhere;
  }
  .lines.calls tbody tr:first-child td {
    border-block-start: 1px solid var(--_line);
  }
  .lines .called {
    white-space: nowrap;
  }
  @container (max-width: 759px) {
    .lines:is(table),
    .lines tbody {
      display: block;
    }
    .lines thead {
      position: absolute;
      inline-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .lines tbody tr {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 0 12px;
      padding-block: 6px;
    }
    .lines :is(td, th):nth-child(n) {
      padding: 0;
      border: 0;
    }
    .lines .group {
      padding-block-start: 12px;
      border-block-start: 1px solid var(--_line);
    }
    .lines td.sum {
      grid-area: 1 / 2;
    }
    .lines td:is(.quantity, .price, .called, .where):nth-child(n) {
      color: var(--_muted);
      text-align: start;
    }
    .lines td.price:nth-child(n) {
      text-align: end;
    }
  }
`;
