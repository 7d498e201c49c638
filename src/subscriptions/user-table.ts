/** The list itself: a real table when wide, two or three lines a row when narrow, a table for assistive technology in both. */
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { Read } from '../api/read.ts';
import { formatPhone } from '../ui/format.ts';
import { downArrow, upArrow } from '../ui/icons.ts';
import { link, type LinkHost } from '../ui/link.ts';
import type { Text } from '../ui/text.ts';
import type { MessageKey } from './messages.ts';
import { statusTag } from './status.ts';
import type { SubscriptionSummary } from './subscription-summary.ts';
import type { SortDirection, UserRow, UserSort } from './user-row.ts';

export interface TableHost extends LinkHost {
  readonly text: Text<MessageKey>;
}

/** So many subscriptions of one user stand in the row; the profile has them all. */
const inRow = 3;

export type Column = readonly [sort: UserSort, words: MessageKey];

export const columns: readonly Column[] = [
  ['name', 'user.name'],
  ['subscription', 'user.subscription'],
  ['email', 'user.email'],
  ['phone', 'user.phone'],
];

/** Where a row leads: the person's profile, or the subscription that no person has. */
export const routeOf = ({ id, user }: Read<UserRow>): string => `${user ? 'users' : 'subscriptions'}/${encodeURIComponent(id)}`;

/** What a row is called (D7). */
export const nameOf = (text: Text<MessageKey>, { user, label }: Read<Pick<UserRow, 'user' | 'label'>>): string => {
  const name = user ? user.name : label;
  return name?.trim() ? name : text.say(user ? 'user.unnamed' : 'user.nobody');
};

export interface TableOrder {
  readonly sort: UserSort;
  readonly direction: SortDirection;
}

export const userTable = (host: TableHost, caption: string, order: TableOrder, rows: readonly Read<UserRow>[]): TemplateResult => html`
  <table role="table" part="table">
    <caption class="visually-hidden">
      ${caption}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        ${columns.map(([sort, words]) => header(host.text, words, sort === order.sort ? order.direction : undefined, sort))}
        <th role="columnheader" scope="col">${host.text.say('status.title')}</th>
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${rows.map((row) => tableRow(host, row))}
    </tbody>
  </table>
`;

const header = (text: Text<MessageKey>, words: MessageKey, direction: SortDirection | undefined, sort: UserSort): TemplateResult =>
  html`<th role="columnheader" scope="col" class=${sort} aria-sort=${ifDefined(direction)}>
    <span>${text.say(words)}${direction === 'ascending' ? upArrow : direction === 'descending' ? downArrow : nothing}</span>
  </th>`;

const tableRow = (host: TableHost, row: Read<UserRow>): TemplateResult => {
  const { text } = host;
  const { subscriptions, user } = row;
  const shown = subscriptions?.slice(0, inRow) ?? [];
  const more = (subscriptions?.length ?? 0) - shown.length;
  return html`<tr role="row" part="row" class=${shown.length > 1 ? 'several' : ''}>
    <td role="cell" class="name">
      ${link(host, routeOf(row), nameOf(text, row))}${user ? nothing : html`<div class="dim small">${text.say('user.nobody')}</div>`}
    </td>
    <td role="cell" class="subscription">
      ${shown.length ? lines(shown, ({ plan }) => plan ?? text.say('state.unknown')) : html`<span class="dim">${text.say(subscriptions ? 'user.noSubscription' : 'state.unknown')}</span>`}
      ${more > 0 ? html`<div class="dim">${text.say('user.more', { n: more })}</div>` : nothing}
    </td>
    <td role="cell" class="email ${user?.email ? '' : 'dim'}">
      ${user ? (user.email ? address(user.email) : text.say(user.email === null ? 'user.noEmail' : 'state.unknown')) : nothing}
    </td>
    <td role="cell" class="phone">
      ${shown.length ? lines(shown, ({ phone }) => (phone ? formatPhone(phone) : phone === null ? '–' : text.say('state.unknown'))) : html`<span class="dim">–</span>`}
    </td>
    <td role="cell" class="status">${lines(shown, (subscription) => statusTag(text, subscription))}</td>
  </tr>`;
};

/** An address breaks before its @ and dots, if it must. */
const address = (email: string): unknown[] => email.split(/(?=[@.])/).map((part) => html`${part}<wbr />`);

/** One line for each subscription of a user, in every column alike. */
const lines = (shown: readonly Read<SubscriptionSummary>[], line: (subscription: Read<SubscriptionSummary>) => unknown): TemplateResult[] =>
  shown.map((subscription) => html`<div class="line">${line(subscription)}</div>`);

/** The bones of a table: rows as high as the real ones. */
export const tableBones = (rows: number): TemplateResult => html`
  <div class="panel bones">
    ${Array.from({ length: rows }, () => html`<div class="bone-row"><span class="bone"></span><span class="bone"></span><span class="bone"></span></div>`)}
  </div>
`;
