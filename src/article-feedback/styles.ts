import { css } from 'lit';

export const styles = css`
  .question h2,
  .comments h2 {
    font-size: 1.134em;
  }
  .answers {
    display: flex;
    flex-wrap: wrap;
    gap: 12px 20px;
    align-items: center;
    margin-block-start: 12px;
  }
  .answers > div {
    display: flex;
    gap: 8px;
  }
  .answers button {
    min-inline-size: 5.5em;
  }
  [aria-pressed='true'] {
    border-color: var(--_accent);
    background: var(--_accent-soft);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }
  /* Pressed is never colour alone. */
  [aria-pressed] svg {
    display: none;
  }
  [aria-pressed='true'] svg {
    display: block;
    color: var(--_accent);
  }
  /* Its room is there before it is: nothing jumps when it comes. */
  .count {
    min-block-size: 1.45em;
  }
  .question .strip {
    margin-block: 12px 0;
  }
  .answer-bone {
    block-size: 92px;
  }
  .thanks {
    display: flex;
    gap: 8px;
    align-items: center;
  }
  .more {
    margin-block-start: 20px;
  }
  .comments {
    margin-block-start: 32px;
    padding-block-start: 24px;
    border-block-start: 1px solid var(--_line);
  }
  .comments h2 {
    margin-block-end: 12px;
  }
  @media (forced-colors: active) {
    [aria-pressed='true'] {
      outline: 1px solid;
      outline-offset: -3px;
    }
  }
  @media print {
    .question {
      display: none;
    }
  }
`;
