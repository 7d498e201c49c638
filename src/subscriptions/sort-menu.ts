/** »Sorter visning«: the choice of order (R12). */
import { html, nothing, type TemplateResult } from 'lit';
import { checkIcon, downArrow, downIcon, upArrow } from '../ui/icons.ts';
import type { Text } from '../ui/text.ts';
import type { MessageKey } from './messages.ts';
import type { TableOrder } from './user-table.ts';
import { columns } from './user-table.ts';
import type { UserSort } from './user.ts';

/** The arrow keys, Home and End walk round the choices; Escape and a click elsewhere are the popover's own. */
const walk = (event: KeyboardEvent): void => {
  const menu = event.currentTarget as HTMLElement;
  const items = [...menu.querySelectorAll<HTMLElement>('[role=menuitemradio]')];
  const at = items.indexOf(event.target as HTMLElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1 + items.length, Home: 0, End: items.length - 1 }[event.key];
  // Leaving the menu closes it, as in every menu.
  if (event.key === 'Tab') menu.hidePopover();
  if (to === undefined) return;
  event.preventDefault();
  items[to % items.length]?.focus();
};

/** Opened, the menu gives the focus to the present choice. */
const greet = (event: ToggleEvent): void => {
  const menu = event.currentTarget as HTMLElement;
  const open = event.newState === 'open';
  menu.previousElementSibling?.setAttribute('aria-expanded', String(open));
  if (open) menu.querySelector<HTMLElement>('[aria-checked=true]')?.focus();
};

export const sortMenu = (text: Text<MessageKey>, order: TableOrder, choose: (sort: UserSort) => void): TemplateResult => {
  const [, words] = columns.find(([sort]) => sort === order.sort) ?? columns[0] ?? ['name', 'user.name'];
  const arrow = order.direction === 'ascending' ? upArrow : downArrow;
  const pick = (event: Event, sort: UserSort) => {
    (event.currentTarget as HTMLElement).closest<HTMLElement>('[popover]')?.hidePopover();
    choose(sort);
  };
  return html`<div class="sort no-print">
    <button type="button" class="sort-button" part="sort" popovertarget="sort" aria-haspopup="menu" aria-expanded="false">
      ${text.say('act.sortView')} <span class="dim">${text.say(words)}</span>${downIcon}
    </button>
    <div id="sort" popover role="menu" class="menu" aria-label=${text.say('user.sortBy')} @keydown=${walk} @toggle=${greet}>
      <div class="dim small menu-title" role="presentation">${text.say('user.sortBy')}</div>
      ${columns.map(
        ([sort, label]) =>
          html`<button
            type="button"
            role="menuitemradio"
            tabindex="-1"
            aria-checked=${sort === order.sort ? 'true' : 'false'}
            @click=${(event: Event) => {
              pick(event, sort);
            }}
          >
            ${sort === order.sort ? checkIcon : html`<svg viewBox="0 0 20 20" aria-hidden="true"></svg>`}<span>${text.say(label)}</span>
            ${
              sort === order.sort
                ? html`<span class="dim direction"
                    >${arrow}<span class="visually-hidden"
                      >, ${text.say(order.direction === 'ascending' ? 'user.sortAsc' : 'user.sortDesc')}</span
                    ></span
                  >`
                : nothing
            }
          </button>`,
      )}
    </div>
  </div>`;
};
