/** Lines of an invoice, group by group (R28.2, INV-5). */
import { html, nothing, type TemplateResult } from 'lit';
import type { Read } from '../api/read.ts';
import { formatDay, formatMoney, formatNumber, formatPhone } from '../ui/format.ts';
import { countryName } from './country.ts';
import type { InvoiceLine, LineKind } from './invoice-line.ts';
import type { OpenedKey } from './opened-messages.ts';
import type { OpenedText } from './opened-users.ts';
import type { SpecifiedKey } from './specified-messages.ts';
import { groupName } from './specified-words.ts';
import { amountOf } from './state.ts';
import type { UsersKey } from './users-messages.ts';
import { gigabytes } from './users-words.ts';

type Line = Read<InvoiceLine>;

const kinds: Readonly<Record<LineKind, OpenedKey | UsersKey | SpecifiedKey>> = {
  subscription: 'inv.catSubscription',
  setup: 'sub.setupFee',
  binding: 'line.binding',
  simCard: 'sim.card',
  product: 'prod.one',
  data: 'sub.data',
  talk: 'sub.talk',
  sms: 'sub.sms',
  reminder: 'inv.reminderFee',
  compensation: 'inv.compensation',
  refund: 'inv.catRefund',
  credit: 'line.credit',
};

const used: ReadonlySet<LineKind | undefined> = new Set<LineKind>(['data', 'talk', 'sms']);

/** What is told of a line beside what it is. */
interface Told {
  /** Whose number or which plan it is of: where they are of several. */
  readonly of: boolean;
  readonly costCentre: boolean;
}

/** The cost centre stands at the user where it is the same for all. */
export const linesTable = (text: OpenedText, lines: readonly Line[], costCentre: boolean): TemplateResult => {
  const { say } = text;
  const subscriptions = new Set(
    lines
      .filter(({ kind }) => kind === 'subscription' || used.has(kind))
      .map(({ phone, label, name }) => `${phone ?? label ?? ''} ${name ?? ''}`),
  );
  const told: Told = { of: subscriptions.size > 1, costCentre };
  const groups: Line[][] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    if (last && last[0]?.group === line.group) last.push(line);
    else groups.push([line]);
  }
  return html`<table role="table" class="lines">
    <caption class="visually-hidden">
      ${say('inv.lines')}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        <th role="columnheader" scope="col">${say('line.text')}</th>
        <th role="columnheader" scope="col" class="amount">${say('line.quantity')}</th>
        <th role="columnheader" scope="col" class="amount">${say('line.price')}</th>
        <th role="columnheader" scope="col" class="amount">${say('line.amount')}</th>
      </tr>
    </thead>
    ${groups.map(
      (group) =>
        html`<tbody role="rowgroup">
          <tr role="row" class="group">
            <th role="rowheader" scope="rowgroup" colspan="4">${groupName(text, group[0]?.group)}</th>
          </tr>
          ${group.map((line) => row(text, line, told))}
        </tbody>`,
    )}
  </table>`;
};

const row = (text: OpenedText, line: Line, told: Told): TemplateResult => {
  const { say, language } = text;
  const { kind, name, price, amount, vatFree } = line;
  const isUsed = used.has(kind);
  const what = kind === undefined ? say('state.unknown') : say(kinds[kind]);
  const included = isUsed && amount?.amount === 0;
  // A plan or a product is called by its name; what was used, by what it is.
  const [first, ...rest] = kind === 'subscription' || kind === 'product' ? [name ?? what] : [what, ...(isUsed && !told.of ? [] : [name])];
  const about = [...rest, ...aboutOf(text, line, told, isUsed)].filter(Boolean);
  return html`<tr role="row">
    <td role="cell" class="what">${first}${about.length ? html`<div class="dim small">${about.join(' · ')}</div>` : nothing}</td>
    <td role="cell" class="amount quantity">${quantityOf(text, line)}</td>
    <td role="cell" class="amount price">
      ${included ? html`<span class="dim">${say('line.included')}</span>` : price ? (price.amount === undefined ? say('state.unknown') : formatMoney(language, price.amount)) : price === undefined ? say('state.unknown') : nothing}
    </td>
    <td role="cell" class="amount sum">${amountOf(text, amount)}${vatFree ? ' *' : nothing}</td>
  </tr>`;
};

const aboutOf = (text: OpenedText, line: Line, told: Told, isUsed: boolean): (string | false | null | undefined)[] => {
  const { say, language } = text;
  const { label, phone, from, to, costCentre, reference, country } = line;
  const day = (date: string) => formatDay(language, date, 'table');
  return [
    label,
    told.of && phone ? formatPhone(phone) : null,
    country && countryName(language, country),
    !isUsed && from && to ? `${day(from)} – ${day(to)}` : null,
    told.costCentre && costCentre && say('line.costCentre', { name: costCentre }),
    reference && `${say('inv.yourRef')}: ${reference}`,
  ];
};

/** Without limit or in the plan, data is told in gigabytes; what costs, in what its price is of. */
const quantityOf = (text: OpenedText, { kind, group, quantity, amount }: Line): string => {
  const { say, language } = text;
  if (quantity === undefined) return say('state.unknown');
  if (kind === 'data') return amount?.amount === 0 ? gigabytes(language, quantity) : say('line.megabytes', { n: quantity });
  if (kind === 'talk') return say('bill.minutes', { n: quantity });
  return kind === 'sms' && group !== 'content' ? say('line.messages', { n: quantity }) : formatNumber(language, quantity);
};
