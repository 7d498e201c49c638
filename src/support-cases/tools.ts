/** What the list can be narrowed to: words, how far a case has come, and one's own (D2). */
import { html, nothing, type TemplateResult } from 'lit';
import { caseFilter, type CaseFilter } from '../api/case.ts';
import { searchIcon } from '../ui/icons.ts';
import type { Text } from '../ui/text.ts';
import type { MessageKey } from './messages.ts';

export interface Filters {
  readonly search: string;
  /** `null` for all. */
  readonly state: CaseFilter | null;
  readonly mine: boolean;
}

export const everything: Filters = { search: '', state: null, mine: false };

export const isNarrowed = ({ search, state, mine }: Filters): boolean => search.trim() !== '' || state !== null || mine;

const words: Readonly<Record<CaseFilter, MessageKey>> = {
  open: 'case.unsolved',
  pending: 'case.pending',
  resolved: 'case.solved',
  closed: 'case.closed',
};

/** `hits` is how many a search on screen has found; `choose` is given what is chosen anew. */
export const tools = (
  { say, count }: Text<MessageKey>,
  chosen: Filters,
  hits: number | undefined,
  choose: (filters: Partial<Filters>) => void,
): TemplateResult =>
  html`<div class="tools no-print">
    <div class="search">
      <label for="search">${say('case.search')}</label>
      <div class="field">
        ${searchIcon}
        <input
          id="search"
          type="search"
          autocomplete="off"
          spellcheck="false"
          maxlength="100"
          .value=${chosen.search}
          @input=${(event: Event) => {
            choose({ search: (event.target as HTMLInputElement).value });
          }}
        />
        <span class="hits dim" role="status">${hits === undefined ? nothing : count('hits', hits)}</span>
      </div>
    </div>
    <label>
      <span>${say('case.status')}</span>
      <select
        name="state"
        @change=${({ target }: Event) => {
          choose({ state: caseFilter.options.find((state) => state === (target as HTMLSelectElement).value) ?? null });
        }}
      >
        <option value="" .selected=${chosen.state === null}>${say('case.all')}</option>
        ${caseFilter.options.map((state) => html`<option value=${state} .selected=${state === chosen.state}>${say(words[state])}</option>`)}
      </select>
    </label>
    <label class="mine">
      <input
        type="checkbox"
        name="mine"
        .checked=${chosen.mine}
        @change=${({ target }: Event) => {
          choose({ mine: (target as HTMLInputElement).checked });
        }}
      />
      <span>${say('case.mine')}</span>
    </label>
  </div>`;
