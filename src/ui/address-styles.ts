import { css } from 'lit';

export const addressStyles = css`
  .address {
    display: grid;
    gap: 8px;
    justify-items: start;
  }
  .address address {
    font-style: normal;
  }
  .address > button {
    margin-block-start: 4px;
  }
  .address-fields {
    display: grid;
    grid-template-columns: repeat(6, minmax(0, 1fr));
    gap: 16px;
    inline-size: 100%;
    margin-block-end: 8px;
  }
  .address-fields > * {
    grid-column: span 6;
  }
  .address-fields > :is(.half, .third, .rest) {
    grid-column: span 3;
  }
  .address input[readonly] {
    border-color: var(--_line);
    background: var(--_sunken);
  }
  @container (min-width: 480px) {
    .address-fields > :is(.main, .rest) {
      grid-column: span 4;
    }
    .address-fields > .third {
      grid-column: span 2;
    }
  }
  /* What is wrong has room to be read. */
  @container (max-width: 639px) {
    .address-fields > :has(.error) {
      grid-column: span 6;
    }
  }
`;
