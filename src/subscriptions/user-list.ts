/** What stands around the list: its head with both counts, the search and the order, and what is said when there is nothing. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Read } from '../api/read.ts';
import { emptyIcon, searchIcon } from '../ui/icons.ts';
import { sortMenu } from './sort-menu.ts';
import type { TableHost, TableOrder } from './user-table.ts';
import type { UserPage, UserSort } from './user.ts';

export interface ListHost extends TableHost {
  readonly headingLevel: number;
}

export interface Toolbar {
  readonly search: string;
  /** How many rows the search on screen has found; `undefined` while nothing is searched for. */
  readonly hits: number | undefined;
  readonly order: TableOrder;
  readonly find: (search: string) => void;
  readonly sort: (sort: UserSort) => void;
}

/** The title, and both counts of the whole company (D7); their line is there before they are. */
export const listHead = ({ text, headingLevel }: ListHost, { users, subscriptions }: Partial<Read<UserPage>> = {}): TemplateResult => {
  const counts = users === undefined || subscriptions === undefined ? [] : [text.count('user', users), text.count('subscription', subscriptions)];
  return html`<div class="head">
    <h2 aria-level=${headingLevel} tabindex="-1">${text.say('nav.subscriptions')}</h2>
    <p class="dim under">${counts.join(' · ') || '\u00a0'}</p>
  </div>`;
};

export const toolbar = ({ text }: ListHost, { search, hits, order, find, sort }: Toolbar): TemplateResult => html`
  <div class="tools no-print">
    <div class="search" role="search">
      <label for="search">${text.say('user.search')} <span class="dim" id="hint">${text.say('user.searchHint')}</span></label>
      <div class="field">
        ${searchIcon}
        <input
          id="search"
          type="search"
          autocomplete="off"
          spellcheck="false"
          maxlength="200"
          aria-describedby="hint"
          .value=${search}
          @input=${(event: Event) => {
            find((event.target as HTMLInputElement).value);
          }}
        />
        <span class="hits dim" role="status">${hits === undefined ? nothing : text.count('hit', hits)}</span>
      </div>
    </div>
    ${sortMenu(text, order, sort)}
  </div>
`;

export const noMatch = ({ text }: ListHost, search: string, clear: () => void): TemplateResult => html`
  <div class="panel notice">
    ${searchIcon}
    <p><strong>${text.say('user.noMatch', { q: search })}</strong></p>
    <p class="dim">${text.say('user.noMatchHint')}</p>
    <button type="button" @click=${clear}>${text.say('act.clearSearch')}</button>
  </div>
`;

export const emptyNotice = ({ text }: ListHost): TemplateResult =>
  html`<slot name="empty">
    <div class="panel notice">
      ${emptyIcon}
      <p role="status"><strong>${text.say('user.empty')}</strong></p>
    </div>
  </slot>`;
