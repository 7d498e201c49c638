/** What all widgets look like: the ground they stand on, text, buttons, fields, panels, marks of state, and waiting. */
import { css } from 'lit';
import { tokens } from './tokens.ts';

export const styles = [
  tokens,
  css`
    /* A host's rules beat :host unless these say otherwise, and layout depends on them (F30). */
    :host {
      display: block !important;
      font-size: medium !important;
      container-type: inline-size !important;
      text-align: start !important;
    }
    :host([hidden]) {
      display: none !important;
    }
    /* Inherited properties come through the shadow root; a page's reset is not meant for us. */
    .root {
      font: 400 var(--ss-font-size, 0.9375em) / 1.45 sans-serif; /* with »inherit« in it the whole line would be void */
      font-family: var(--_font);
      font-variant-numeric: tabular-nums;
      letter-spacing: normal;
      word-spacing: normal;
      text-transform: none;
      text-shadow: none;
      white-space: normal;
      overflow-wrap: break-word;
      color: var(--_text);
      cursor: auto;
    }
    *,
    ::before,
    ::after {
      box-sizing: border-box;
    }
    h2,
    h3,
    p,
    dl,
    dd {
      margin: 0;
      padding: 0;
    }
    h2,
    h3 {
      line-height: 1.25;
      font-weight: 650;
      letter-spacing: -0.01em;
    }
    h2 {
      font-size: 1.6em;
    }
    h3 {
      font-size: 1.134em;
    }
    h2:focus {
      outline: none;
    }
    .dim {
      color: var(--_muted);
    }
    .small {
      font-size: 0.875em;
    }
    .nowrap {
      white-space: nowrap;
    }
    .visually-hidden {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
    svg {
      flex: none;
      inline-size: 1.2em;
      block-size: 1.2em;
      fill: none;
      stroke: currentColor;
      stroke-width: 1.5;
      stroke-linecap: round;
      stroke-linejoin: round;
    }

    button,
    .button,
    input,
    select {
      font: inherit;
      letter-spacing: inherit;
      color: inherit;
      margin: 0;
      min-block-size: 40px;
      border: 1px solid var(--_edge);
      border-radius: var(--_radius);
      background: var(--_surface);
      padding: 0 0.8em;
    }
    button,
    .button {
      display: inline-flex;
      align-items: center;
      justify-content: center;
      gap: 0.5em;
      font-weight: 600;
      text-decoration: none;
      cursor: pointer;
      transition: background-color 120ms;
    }
    button:hover {
      background: var(--_accent-soft);
    }
    .primary {
      background: var(--_accent);
      border-color: var(--_accent);
      color: var(--_on-accent);
    }
    .primary:hover {
      background: color-mix(in oklch, var(--_accent) 88%, var(--_text));
    }
    button[aria-disabled='true'] {
      color: var(--_muted);
      border-color: var(--_line);
      background: none;
      cursor: default;
    }
    /* A name that leads somewhere: an anchor where the host has addresses, else a button; they look the same. */
    .link {
      display: inline;
      overflow-wrap: anywhere;
      min-block-size: 0;
      padding: 0;
      border: 0;
      border-radius: 3px;
      background: none;
      font-weight: 600;
      color: var(--_accent);
      text-align: start;
      text-decoration: none;
      cursor: pointer;
    }
    .link:hover {
      background: none;
      text-decoration: underline;
      text-underline-offset: 0.2em;
    }
    :focus-visible {
      outline: 2px solid var(--_accent);
      outline-offset: 2px;
    }
    @media (pointer: coarse) {
      button:not(.link),
      input,
      select {
        min-block-size: 44px;
      }
    }

    .long {
      position: absolute;
      margin: 12px 16px;
      padding-inline: 4px;
      background: var(--_surface);
    }
    .panel {
      background: var(--_surface);
      border: 1px solid var(--_line);
      border-radius: min(var(--_radius) * 1.5, 18px);
    }
    /* Said instead of the content: nobody signed in, no right, nothing here, something wrong. */
    .notice {
      position: relative;
      padding: 24px;
    }
    .notice:has(> svg) {
      padding-inline-start: 60px;
    }
    .notice > svg {
      position: absolute;
      inset-inline-start: 22px;
      inline-size: 1.6em;
      block-size: 1.6em;
      color: var(--_muted);
    }
    .notice > p {
      max-inline-size: 70ch;
      margin-block-end: 4px;
    }
    .notice > button,
    .notice > .actions {
      margin-block-start: 12px;
    }
    .notice.problem > svg {
      color: var(--_danger);
    }
    .field {
      position: relative;
      display: flex;
      align-items: center;
    }
    .field svg {
      position: absolute;
      inset-inline-start: 12px;
      color: var(--_muted);
      pointer-events: none;
    }
    .field input {
      flex: 1;
      min-inline-size: 0;
      padding-inline-start: 2.6em;
      appearance: none;
    }
    .menu {
      inset: auto;
      margin: 4px 0;
      padding: 6px;
      border: 1px solid var(--_line);
      border-radius: min(var(--_radius) * 1.5, 18px);
      background: var(--_surface);
      color: var(--_text);
      box-shadow: 0 8px 24px rgb(0 0 0 / 0.14);
      position-try-fallbacks: flip-block, flip-inline;
    }
    .actions {
      display: flex;
      flex-wrap: wrap;
      gap: 8px 12px;
      align-items: center;
    }
    .strip {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 16px;
      align-items: center;
      padding: 8px 16px;
      margin-block-end: 12px;
      border: 1px solid var(--_line);
      border-inline-start: 4px solid var(--_warning);
      border-radius: var(--_radius);
      background: color-mix(in oklch, var(--_warning) 12%, var(--_surface));
    }
    code {
      font-family: ui-monospace, monospace;
      font-size: 0.92em;
      user-select: all;
    }

    /* State: a word, a colour and a shape. */
    .tag {
      display: inline-flex;
      align-items: center;
      gap: 6px;
      padding: 1px 8px;
      border-radius: 99px;
      font-size: 0.867em;
      font-weight: 600;
      white-space: nowrap;
      color: var(--_tone, var(--_muted));
      background: color-mix(in oklch, var(--_tone, var(--_muted)) 8%, var(--_surface));
    }
    .tag::before {
      content: '';
      flex: none;
      inline-size: 7px;
      block-size: 7px;
      border: 2px solid currentColor;
    }
    .tag.good {
      --_tone: var(--_success);
    }
    .tag.good::before {
      border-width: 4px;
      border-radius: 50%;
      inline-size: 0;
      block-size: 0;
    }
    .tag.coming {
      --_tone: var(--_accent);
    }
    .tag.coming::before {
      border-radius: 50%;
    }
    .tag.ending {
      --_tone: var(--_warning);
    }
    .tag.ending::before {
      border-width: 3.5px;
    }
    .tag.stopped {
      --_tone: var(--_danger);
    }
    .tag.stopped::before {
      border-width: 3.5px;
      rotate: 45deg;
    }

    /* Waiting: the room is there at once, its bones after 200 ms, so that a quick answer flashes nothing. */
    .bone {
      display: block;
      block-size: 0.8em;
      border-radius: 4px;
      background: var(--_line);
      opacity: 0;
      animation: appear 160ms 200ms forwards;
    }
    @keyframes appear {
      to {
        opacity: 1;
      }
    }
    @media (prefers-reduced-motion: reduce) {
      .bone {
        animation-duration: 1ms;
      }
      button,
      .button {
        transition: none;
      }
    }
    @media (forced-colors: active) {
      .tag {
        border: 1px solid;
      }
      .bone {
        background: GrayText;
      }
    }
    @media print {
      button:not(.link),
      input,
      .no-print {
        display: none !important;
      }
    }
  `,
];
