import { css } from 'lit';

export const specifiedStyles = css`
  .bill {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 16px;
    align-items: start;
    margin-block-end: 32px;
  }
  .bill > .panel {
    padding: 20px 24px;
  }
  .bill .figure {
    margin-block: 2px 6px;
    font-size: 2em;
    line-height: 1.25;
    font-weight: 650;
    letter-spacing: -0.02em;
  }
  /* A hyphen, or a minus that stands in no column, is no figure. */
  .bill .figure,
  .facts dt,
  .facts .actions {
    font-variant-numeric: normal;
  }
  .facts dl {
    margin-block: 16px;
  }
  .facts dl > div {
    display: grid;
    grid-template-columns: minmax(min-content, 2fr) minmax(0, 3fr);
    gap: 12px;
    padding-block: 5px;
  }
  .facts dd {
    overflow-wrap: anywhere;
  }
  .facts dt {
    color: var(--_muted);
  }
  .facts .strip {
    margin-block: 12px 0;
  }
  .sums caption {
    padding-block-end: 8px;
    text-align: start;
  }
  .sums :is(th, td):nth-child(n) {
    padding: 5px 0;
    border: 0;
    font-size: 1em;
    font-weight: 400;
    color: inherit;
    white-space: normal;
  }
  .sums .amount:nth-child(n) {
    padding-inline-start: 12px;
    white-space: nowrap;
  }
  .sums tbody + tbody tr:first-child > :nth-child(n) {
    border-block-start: 1px solid var(--_line);
  }
  .sums tbody tr.total > :nth-child(n) {
    font-weight: 650;
  }
  @container (max-width: 759px) {
    .bill {
      grid-template-columns: minmax(0, 1fr);
    }
    .bill > .panel {
      padding: 16px;
    }
  }
  @container (max-width: 419px) {
    .facts dl > div {
      grid-template-columns: minmax(0, 1fr);
      gap: 0;
    }
  }
`;
