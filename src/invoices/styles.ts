import { css } from 'lit';

export const styles = css`
  .label,
  .filters label,
  th {
    font-size: 0.867em;
    font-weight: 600;
  }
  .owed {
    display: grid;
    grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
    gap: 16px 48px;
    min-block-size: 156px;
    margin-block-end: 20px;
    padding: 20px 24px;
  }
  .owed .figure {
    margin-block: 2px 4px;
    font-size: 2em;
    line-height: 1.25;
    font-weight: 650;
    letter-spacing: -0.02em;
  }
  .with-icon {
    display: flex;
    gap: 4px;
    align-items: center;
  }
  .late {
    font-weight: 600;
    color: var(--_danger);
  }
  .months-place {
    min-block-size: 118px;
  }
  .filters {
    display: flex;
    flex-wrap: wrap;
    gap: 12px;
    margin-block-end: 12px;
  }
  .filters label {
    display: grid;
    gap: 4px;
  }
  .filters select {
    min-inline-size: 10em;
    font-size: 1.154em;
    font-weight: 400;
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
    color: var(--_muted);
    text-align: start;
    white-space: nowrap;
  }
  td {
    padding: 11px 12px;
    vertical-align: top;
    border-block-start: 1px solid var(--_line);
  }
  :is(td, th):first-child {
    padding-inline-start: 16px;
  }
  :is(td, th):last-child {
    padding-inline-end: 16px;
  }
  .list tbody tr:not(.told):hover {
    background: var(--_accent-soft);
  }
  .amount,
  .ways {
    text-align: end;
    white-space: nowrap;
  }
  td.number strong {
    font-weight: 600;
    white-space: nowrap;
  }
  .pdf {
    display: inline-flex;
    gap: 4px;
    align-items: baseline;
    margin-inline-start: 20px;
  }
  .pdf svg {
    align-self: center;
  }
  @container (max-width: 859px) {
    .owed {
      grid-template-columns: minmax(0, 1fr);
      padding: 16px;
    }
    .filters label {
      flex: 1;
    }
    .filters select {
      min-inline-size: 0;
      inline-size: 100%;
    }
    /* With little room a row becomes a card: number and amount above, then the days and the state, then the ways on. */
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
      display: flex;
      flex-wrap: wrap;
      gap: 4px 16px;
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
    .list .number {
      flex: 1;
    }
    .list :is(.date, .due) {
      order: 2;
      font-size: 0.933em;
    }
    .list td:empty {
      display: none;
    }
    .list .amount {
      font-weight: 600;
    }
    .list .status {
      order: 1;
      inline-size: 100%;
    }
    .list .ways {
      order: 3;
      display: flex;
      justify-content: space-between;
      inline-size: 100%;
    }
    .bone-row {
      grid-template-columns: 2fr 1fr;
      block-size: 141px;
    }
  }
  @container (min-width: 860px) {
    td:is(.date, .due) .dim {
      display: none;
    }
    .bones {
      padding-block-start: 40px;
    }
  }
`;
