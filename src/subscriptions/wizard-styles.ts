/** What the guide looks like: a form in one column, and beside it, where there is room, what has been chosen. */
import { css } from 'lit';
import { fieldStyles } from '../ui/field.ts';

export const wizardStyles = [
  fieldStyles,
  css`
    .steps {
      margin-block-end: 24px;
      font-size: 0.933em;
    }
    .steps svg {
      display: block;
      inline-size: 100%;
      block-size: 4px;
      stroke: var(--_line);
      stroke-width: 1;
      stroke-linecap: butt;
    }
    .steps .gone {
      stroke: var(--_accent);
    }
    .steps svg:dir(rtl) {
      transform: scaleX(-1);
    }
    .steps ol {
      display: grid;
      grid-auto-flow: column;
      grid-auto-columns: 1fr;
      margin: 8px 0 0;
      padding: 0;
      list-style: none;
    }
    .steps li,
    .steps .link {
      display: flex;
      gap: 4px;
      align-items: center;
      min-block-size: 24px;
    }
    .steps li {
      padding-inline-end: 8px;
    }
    .steps li svg {
      inline-size: 1.1em;
      block-size: 1.1em;
      stroke: currentColor;
      stroke-width: 2;
    }
    #step-title:focus {
      outline: none;
    }
    #step-title .dim {
      display: block;
      font-size: 0.824em;
      font-weight: 400;
      letter-spacing: 0;
    }
    .guide {
      display: grid;
      gap: 24px 48px;
      align-items: start;
    }
    .guide .panel.card {
      padding: 16px;
    }
    .form-field .optional {
      display: inline;
    }
    @container (max-width: 599px) {
      .steps ol {
        display: flex;
        flex-wrap: wrap;
        gap: 4px 20px;
      }
      .steps .ahead,
      .steps [aria-current] {
        display: none;
      }
      .guide .actions > * {
        flex: 1 1 100%;
      }
    }
    @container (min-width: 900px) {
      .guide:not(.whole) {
        grid-template-columns: minmax(0, 560px) minmax(260px, 320px);
      }
    }
    @media (forced-colors: active) {
      .steps svg {
        stroke: GrayText;
      }
      .steps .gone {
        stroke: Highlight;
      }
    }
  `,
];
