/** What finds users on an invoice, and opens all of a page at once (R28.7). */
import { html, nothing, type TemplateResult } from 'lit';
import { searchIcon } from '../ui/icons.ts';
import type { UsersText } from './users-words.ts';

export interface ToolsParts {
  readonly search: string;
  /** How many were found; `undefined` while that is not known, or nothing is looked for. */
  readonly hits: number | undefined;
  /** All on the page are open. */
  readonly all: boolean;
  /** There is nobody to open. */
  readonly none: boolean;
  readonly find: (search: string) => void;
  readonly toggleAll: () => void;
}

export const usersTools = (text: UsersText, { search, hits, all, none, find, toggleAll }: ToolsParts): TemplateResult => {
  const { say } = text;
  return html`<div class="tools no-print">
    <div class="search">
      <label for="search">${say('user.search')} <span class="dim">${say('bill.searchHint')}</span></label>
      <div class="field">
        ${searchIcon}
        <input
          id="search"
          type="search"
          autocomplete="off"
          spellcheck="false"
          maxlength="100"
          .value=${search}
          @input=${(event: Event) => {
            find((event.target as HTMLInputElement).value);
          }}
        />
        <span class="hits dim" role="status">${hits === undefined ? nothing : text.count('hit', hits)}</span>
      </div>
    </div>
    <button type="button" aria-disabled=${none ? 'true' : 'false'} @click=${toggleAll}>
      ${say(all ? 'bill.closeAll' : 'bill.openAll')}
    </button>
  </div>`;
};
