/** What stands around the list: its head with both counts, the search and the order, and what is said when there is nothing. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Read } from '../api/read.ts';
import { giveBackFocus } from '../ui/give-back.ts';
import { downIcon, searchIcon } from '../ui/icons.ts';
import type { Later } from '../ui/later.ts';
import { link } from '../ui/link.ts';
import { problemNotice, type ShowHost } from '../ui/show.ts';
import type * as SortMenu from './sort-menu.ts';
import type { UserPage, UserSort } from './user-row.ts';
import { columns, type TableHost, type TableOrder } from './user-table.ts';

export interface ListHost extends TableHost, ShowHost {
  readonly headingLevel: number;
}

export interface Toolbar {
  readonly search: string;
  /** How many rows the search on screen has found; `undefined` while nothing is searched for. */
  readonly hits: number | undefined;
  readonly order: TableOrder;
  readonly menu: Later<typeof SortMenu>;
  readonly find: (search: string) => void;
  readonly sort: (sort: UserSort) => void;
}

/** The title, both counts of the whole company (D7), whose line is there before they are, and in the upper right corner »Opret nyt abonnement« (R15.2). */
export const listHead = (host: ListHost, { users, subscriptions }: Partial<Read<UserPage>> = {}, mayChange = false): TemplateResult => {
  const { text, headingLevel } = host;
  const counts =
    users === undefined || subscriptions === undefined ? [] : [text.count('user', users), text.count('subscription', subscriptions)];
  return html`<div class="head">
    <h2 aria-level=${headingLevel} tabindex="-1">${text.say('nav.subscriptions')}</h2>
    <p class="dim under">${counts.join(' · ') || '\u00a0'}</p>
    ${mayChange ? newLink(host) : nothing}
  </div>`;
};

const newLink = (host: ListHost): TemplateResult => link(host, 'new', host.text.say('nav.newSubscription'), 'primary button lead no-print');

export const toolbar = (host: ListHost, bar: Toolbar): TemplateResult => {
  const { text } = host;
  return html`
    <div class="tools no-print">
      <div class="search">
        <label for="search">${text.say('user.search')} <span class="dim">${text.say('user.searchHint')}</span></label>
        <div class="field">
          ${searchIcon}
          <input
            id="search"
            type="search"
            autocomplete="off"
            spellcheck="false"
            maxlength="200"
            .value=${bar.search}
            @input=${(event: Event) => {
              bar.find((event.target as HTMLInputElement).value);
            }}
          />
          <span class="hits dim" role="status">${bar.hits === undefined ? nothing : text.count('hit', bar.hits)}</span>
        </div>
      </div>
      ${sortControl(host, bar)}
    </div>
  `;
};

/** »Sorter visning«, with the present order in it (R12.1); what it opens is fetched as soon as pointer or focus come near. */
const sortControl = (host: ListHost, { order, menu, sort }: Toolbar): TemplateResult => {
  const { text } = host;
  const toggled = async (event: ToggleEvent) => {
    const popover = event.currentTarget as HTMLElement;
    const open = event.newState === 'open';
    popover.previousElementSibling?.setAttribute('aria-expanded', String(open));
    if (!open) return;
    await menu.load();
    popover.querySelector<HTMLElement>('[aria-checked=true], button')?.focus();
  };
  return html`<div class="sort no-print">
    <button
      type="button"
      class="sort-button"
      part="sort"
      popovertarget="sort"
      aria-haspopup="menu"
      aria-expanded="false"
      @pointerenter=${menu.load}
      @focus=${menu.load}
    >
      ${text.say('act.sortView')}
      <span class="dim">${text.say(columns.find(([column]) => column === order.sort)?.[1] ?? 'user.name')}</span>${downIcon}
    </button>
    <div id="sort" popover class="menu" @beforetoggle=${giveBackFocus} @toggle=${toggled}>
      ${menu.module ? menu.module.sortMenu(text, columns, order, sort) : menu.failed ? problemNotice(host, { kind: 'unreachable' }, () => void menu.load()) : nothing}
    </div>
  </div>`;
};

export const noMatch = ({ text }: ListHost, search: string, clear: () => void): TemplateResult => html`
  <div class="panel notice">
    ${searchIcon}
    <p><strong>${text.say('user.noMatch', { q: search })}</strong></p>
    <p class="dim">${text.say('user.noMatchHint')}</p>
    <button type="button" @click=${clear}>${text.say('act.clearSearch')}</button>
  </div>
`;

export const emptyNotice = (host: ListHost, mayChange: boolean): TemplateResult =>
  html`<slot name="empty">
    <div class="panel notice">
      ${searchIcon}
      <p role="status"><strong>${host.text.say('user.empty')}</strong></p>
      ${mayChange ? newLink(host) : nothing}
    </div>
  </slot>`;
