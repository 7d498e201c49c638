/** How far a case has come: in a word, a colour and a shape (SUP-1). */
import { html, type TemplateResult } from 'lit';
import type { CaseState } from '../api/case.ts';
import type { Text } from '../ui/text.ts';
import type { MessageKey } from './messages.ts';

const marks: Readonly<Record<CaseState, readonly [kind: string, words: MessageKey]>> = {
  acknowledged: ['coming', 'case.new'],
  inProgress: ['coming', 'case.open'],
  held: ['coming', 'case.open'],
  pending: ['ending', 'case.pending'],
  resolved: ['good', 'case.solved'],
  closed: ['', 'case.closed'],
};

/** A state we do not know is neutral, and says so (F09). */
const markOf = (state: CaseState | undefined): readonly [kind: string, words: MessageKey] =>
  state === undefined ? ['', 'state.unknown'] : marks[state];

export const stateWords = ({ say }: Text<MessageKey>, state: CaseState | undefined): string => say(markOf(state)[1]);

export const stateTag = (text: Text<MessageKey>, state: CaseState | undefined): TemplateResult =>
  html`<span class="tag ${markOf(state)[0]}">${stateWords(text, state)}</span>`;
