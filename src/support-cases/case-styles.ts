import { css } from 'lit';
import { dialogStyles } from '../ui/dialog.ts';
import { fieldStyles } from '../ui/field.ts';
import { sendingStyles } from '../ui/sending.ts';
import { writingStyles } from '../ui/writing-styles.ts';

export const caseStyles = [
  fieldStyles,
  writingStyles,
  sendingStyles,
  dialogStyles,
  css`
    .case-under {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 12px;
      align-items: center;
    }
    .case {
      display: grid;
      grid-template-columns: minmax(0, 1fr) 280px;
      gap: 24px;
      align-items: start;
    }
    .conversation {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 12px;
      max-inline-size: 780px;
    }
    .talk-head {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 16px;
      align-items: baseline;
      justify-content: space-between;
    }
    .talk,
    .facts ol,
    .case-files {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    .talk {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 12px;
    }
    .message {
      padding: 12px 16px 14px;
      border: 1px solid var(--_line);
      border-radius: min(var(--_radius) * 1.5, 18px);
      background: var(--_surface);
    }
    .message.theirs {
      border-color: color-mix(in oklch, var(--_accent) 30%, var(--_line));
      background: var(--_accent-soft);
    }
    .theirs .dim {
      color: color-mix(in oklch, var(--_muted) 80%, var(--_text));
    }
    .said-by {
      display: flex;
      flex-wrap: wrap;
      gap: 2px 8px;
      align-items: baseline;
      overflow-wrap: anywhere;
    }
    .said-by .small {
      margin-inline-start: auto;
    }
    .us {
      padding-inline: 8px;
      border-radius: 99px;
      font-size: 0.867em;
      font-weight: 600;
      color: var(--_on-accent);
      background: var(--_accent);
    }
    .said {
      margin-block-start: 6px;
      max-inline-size: 70ch;
      white-space: pre-wrap;
      overflow-wrap: anywhere;
    }
    .new-from {
      display: flex;
      gap: 12px;
      align-items: center;
      scroll-margin-block-start: 16px;
      font-size: 0.867em;
      font-weight: 600;
      color: var(--_accent);
    }
    .new-from::before,
    .new-from::after {
      content: '';
      flex: 1;
      border-block-start: 1px solid;
    }
    .case-files {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
      margin-block-start: 12px;
    }
    .file-button {
      max-inline-size: 100%;
      min-block-size: 36px;
      font-weight: 500;
      text-align: start;
      overflow-wrap: anywhere;
    }
    .file-button .small {
      white-space: nowrap;
    }
    .file-failed {
      margin-block-start: 4px;
      color: var(--_danger);
    }
    .reply {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 12px;
      margin-block-start: 12px;
    }
    .reply .fields {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 12px;
    }
    .reply .strip {
      margin: 0;
    }
    .reply textarea {
      min-block-size: 6em;
      max-block-size: 50vh;
    }
    .reply textarea[aria-invalid='true'],
    .over {
      border-color: var(--_danger);
      color: var(--_danger);
    }
    .reply textarea[aria-invalid='true'] {
      color: inherit;
    }
    .decide {
      margin-inline-start: auto;
    }
    .decide .primary {
      border-color: var(--_edge);
      background: var(--_surface);
      color: inherit;
    }
    .closed {
      padding-inline-start: 24px;
    }
    .facts {
      display: grid;
      gap: 16px;
      padding: 16px;
    }
    .facts dl {
      display: grid;
      gap: 12px;
    }
    .facts dt {
      font-size: 0.867em;
      color: var(--_muted);
    }
    .facts dd {
      overflow-wrap: anywhere;
    }
    .facts summary {
      min-block-size: 24px;
      border-radius: 3px;
      font-weight: 600;
      cursor: pointer;
    }
    .facts li {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      gap: 0 12px;
      padding-block: 6px;
    }
    .facts li + li {
      border-block-start: 1px solid var(--_line);
    }
    @container (max-width: 859px) {
      .case {
        grid-template-columns: minmax(0, 1fr);
      }
      .facts dl {
        grid-template-columns: repeat(auto-fit, minmax(160px, 1fr));
      }
    }
    @container (max-width: 479px) {
      .reply .actions > * {
        flex: 1 1 100%;
      }
      .decide {
        display: grid;
        margin: 0;
      }
      .said-by .small {
        flex-basis: 100%;
        margin: 0;
      }
    }
    @media (forced-colors: active) {
      .theirs {
        border-inline-start-width: 4px;
      }
      .us {
        border: 1px solid;
      }
    }
    @media print {
      .reply {
        display: none;
      }
    }
  `,
];
