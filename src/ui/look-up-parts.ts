/** What a look-up shows below its field: a suggestion, that nobody was found, that it failed. */
import { html, nothing, type TemplateResult } from 'lit';
import type { ProblemKind } from '../api/problem.ts';
import type { LookUpKey } from './look-up-messages.ts';
import { marked, matchesIn, placesIn } from './matches.ts';
import type { MessageKey } from './messages.ts';
import { problemWords } from './show.ts';
import type { Values } from './text.ts';

export type LookUpWords = (key: LookUpKey | MessageKey, values?: Values) => string;

export interface OptionParts {
  readonly id: string;
  readonly label: string;
  /** What tells namesakes apart. */
  readonly detail: string;
  /** What was typed, to be marked. */
  readonly typed: string;
  readonly choose: () => void;
}

/** A suggestion. A button, so that a pointer is heard everywhere; the arrow keys say which one is selected. */
export const option = ({ id, label, detail, typed, choose }: OptionParts): TemplateResult => {
  const name = matchesIn(typed, label);
  // Where the name is found, what else holds a letter of it explains nothing.
  const found = placesIn(name.some(({ hit }) => hit) ? '' : typed, detail);
  return html`<button type="button" tabindex="-1" role="option" aria-selected="false" id=${id} @click=${choose}>
    ${marked(name)} ${detail ? html`<span class="dim small"><bdi dir="ltr">${marked(found)}</bdi></span>` : nothing}
  </button>`;
};

export const failed = (say: LookUpWords, kind: ProblemKind, retry: () => void): TemplateResult =>
  html`<div class="look-up-note">
    <p>${say(problemWords(kind))}</p>
    <button type="button" @click=${retry}>${say('act.retry')}</button>
  </div>`;

/** Nobody has that name, and somebody may be created who has (R22.2). */
export const nobody = (say: LookUpWords, create: (() => void) | undefined): TemplateResult =>
  html`<div class="look-up-note">
    <p>${say('prod.lookupNone')}</p>
    ${create ? html`<button type="button" @click=${create}>${say('prod.lookupMakeNew')}</button>` : nothing}
  </div>`;
