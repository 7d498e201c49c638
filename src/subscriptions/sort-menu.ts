/** The choices of »Sorter visning« (R12). They come when the control is met. */
import { css, html, nothing, type TemplateResult } from 'lit';
import { checkIcon, downArrow, upArrow } from '../ui/icons.ts';
import type { Text } from '../ui/text.ts';
import type { MessageKey } from './messages.ts';
import type { UserSort } from './user-row.ts';
import type { Column, TableOrder } from './user-table.ts';

export const styles = css`
  .sort-button {
    anchor-name: --sort;
  }
  .menu {
    min-inline-size: 230px;
    position-anchor: --sort;
    position-area: block-end span-inline-start;
  }
  .menu-title {
    padding: 6px 10px;
  }
  .menu button {
    display: flex;
    inline-size: 100%;
    justify-content: flex-start;
    border-color: transparent;
    background: none;
    font-weight: 400;
    padding-inline: 10px;
  }
  .menu button:hover,
  .menu button:focus-visible {
    background: var(--_accent-soft);
    outline-offset: -2px;
  }
  .menu button[aria-checked='true'] {
    font-weight: 600;
  }
  .direction {
    display: inline-flex;
    margin-inline-start: auto;
  }
`;

const close = (event: Event): void => {
  (event.currentTarget as HTMLElement).closest<HTMLElement>('[popover]')?.hidePopover();
};

/** The arrow keys, Home and End walk round the choices; Escape and a click elsewhere are the popover's own. */
const walk = (event: KeyboardEvent): void => {
  const items = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('[role=menuitemradio]')];
  const at = items.indexOf(event.target as HTMLElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1 + items.length, Home: 0, End: items.length - 1 }[event.key];
  // Leaving the menu closes it, as in every menu.
  if (event.key === 'Tab') close(event);
  if (to === undefined) return;
  event.preventDefault();
  items[to % items.length]?.focus();
};

export const sortMenu = (
  text: Text<MessageKey>,
  columns: readonly Column[],
  order: TableOrder,
  choose: (sort: UserSort) => void,
): TemplateResult => html`
  <div role="menu" aria-label=${text.say('user.sortBy')} @keydown=${walk}>
    <div class="dim small menu-title" role="presentation">${text.say('user.sortBy')}</div>
    ${columns.map(([sort, label]) => {
      const present = sort === order.sort;
      const pick = (event: Event) => {
        close(event);
        choose(sort);
      };
      return html`<button type="button" role="menuitemradio" tabindex="-1" aria-checked=${present ? 'true' : 'false'} @click=${pick}>
        ${present ? checkIcon : html`<svg viewBox="0 0 20 20" aria-hidden="true"></svg>`}<span>${text.say(label)}</span>
        ${present ? direction(text, order) : nothing}
      </button>`;
    })}
  </div>
`;

const direction = (text: Text<MessageKey>, order: TableOrder): TemplateResult => {
  const ascending = order.direction === 'ascending';
  const words = text.say(ascending ? 'user.sortAsc' : 'user.sortDesc');
  return html`<span class="dim direction">${ascending ? upArrow : downArrow}<span class="visually-hidden">, ${words}</span></span>`;
};
