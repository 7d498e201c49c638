/** The users on an invoice as they look: a table when wide, a card for each when narrow; each opens in place. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Read } from '../api/read.ts';
import { formatNumber, formatPhone } from '../ui/format.ts';
import { downIcon } from '../ui/icons.ts';
import type { InvoiceUser } from './invoice-user.ts';
import { amountOf } from './state.ts';
import { gigabytes, type UsersText } from './users-words.ts';

export interface TableParts {
  readonly isOpen: (user: string) => boolean;
  readonly toggle: (user: string) => void;
  /** What stands below a row that is open. */
  readonly inside: (user: Read<InvoiceUser>) => unknown;
}

const columns = ['user.name', 'sub.data', 'sub.talk', 'sub.sms', 'inv.net'] as const;

export const usersTable = (text: UsersText, users: readonly Read<InvoiceUser>[], parts: TableParts): TemplateResult =>
  html`<table role="table">
    <caption class="visually-hidden">
      ${text.say('inv.perUser')}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        ${columns.map((words, index) => html`<th role="columnheader" scope="col" class=${index ? 'amount' : ''}>${text.say(words)}</th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${users.map((user) => row(text, user, parts))}
    </tbody>
  </table>`;

/** A button that shows or hides what stands below it. */
export const disclosure = (name: string, open: boolean, controls: string, toggle: () => void): TemplateResult =>
  html`<button
    type="button"
    class="link disclosure"
    id=${`by-${controls}`}
    aria-expanded=${open ? 'true' : 'false'}
    aria-controls=${controls}
    @click=${toggle}
  >
    ${downIcon}${name}
  </button>`;

const row = (text: UsersText, user: Read<InvoiceUser>, { isOpen, toggle, inside }: TableParts): TemplateResult => {
  const { say, language } = text;
  const { id, name, phones = [], costCentre, usage, amount } = user;
  const open = isOpen(id);
  const place = `of-${id}`;
  const about = [...phones.map(formatPhone), costCentre].filter(Boolean);
  const used = (words: 'sub.data' | 'sub.talk' | 'sub.sms', figure: number | undefined, write: (n: number) => string) =>
    html`<td role="cell" class="amount used">
      <span class="dim">${say(words)} </span>${figure === undefined ? say('state.unknown') : figure ? write(figure) : '–'}
    </td>`;
  return html`<tr role="row">
      <td role="cell" class="name">
        ${disclosure(name ?? say('state.unknown'), open, place, () => {
          toggle(id);
        })}
        <div class="dim small">${about.join(' · ')}</div>
      </td>
      ${used('sub.data', usage?.data, (n) => gigabytes(language, n))} ${used('sub.talk', usage?.talk, (n) => say('bill.minutes', { n }))}
      ${used('sub.sms', usage?.sms, (n) => formatNumber(language, n))}
      <td role="cell" class="amount sum">${amountOf(text, amount)}</td>
    </tr>
    <tr role="row" class="opened" ?hidden=${!open}>
      <td role="cell" id=${place} colspan=${columns.length}>${open ? inside(user) : nothing}</td>
    </tr>`;
};
