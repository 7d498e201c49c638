/** The list as it looks: a real table when wide, a card for each when narrow, a table for assistive technology in both. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Read } from '../api/read.ts';
import { formatDay } from '../ui/format.ts';
import { link } from '../ui/link.ts';
import type { InvoiceSummary } from './invoice.ts';
import type { InvoicesRoom } from './room.ts';
import { amountOf, doingOf, stateTag } from './state.ts';

export type TableRoom = Pick<InvoicesRoom, 'text' | 'href' | 'navigate' | 'download' | 'downloading'>;

const downloadIcon = html`<svg viewBox="0 0 20 20" aria-hidden="true"><path d="M10 3.5v9M6 9l4 4 4-4M4 16.5h12" /></svg>`;

const columns = ['inv.no', 'inv.date', 'inv.due', 'inv.total', 'status.title', 'invoice.open'] as const;

export const invoiceTable = (room: TableRoom, invoices: readonly Read<InvoiceSummary>[], today: string | undefined): TemplateResult => {
  const { say } = room.text;
  return html`<table role="table" part="table">
    <caption class="visually-hidden">
      ${say('inv.list')}
    </caption>
    <thead role="rowgroup">
      <tr role="row">
        ${columns.map(
          (words) =>
            html`<th role="columnheader" scope="col" class=${words === 'inv.total' ? 'amount' : ''}>
              <span class=${words === 'invoice.open' ? 'visually-hidden' : ''}>${say(words)}</span>
            </th>`,
        )}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${invoices.map((invoice) => row(room, invoice, today))}
    </tbody>
  </table>`;
};

const row = (room: TableRoom, invoice: Read<InvoiceSummary>, today: string | undefined): TemplateResult => {
  const { text } = room;
  const { say } = text;
  const { id, total, outstanding, credits, state } = invoice;
  const number = invoice.number ?? say('state.unknown');
  const notice = room.downloading(invoice, 'pdf');
  const day = (kind: 'date' | 'due', date: string | null | undefined) =>
    html`<td role="cell" class=${kind}>
      ${date === null ? nothing : html`<span class="dim">${say(`inv.${kind}`)} </span>${date ? formatDay(text.language, date, 'table') : say('state.unknown')}`}
    </td>`;
  return html`<tr role="row" part="row">
      <td role="cell" class="number">
        <strong>${number}</strong>
        ${credits ? html`<div class="dim small">${say('invoice.credits', { n: credits.number ?? say('state.unknown') })}</div>` : nothing}
      </td>
      ${day('date', invoice.issued)}${day('due', invoice.due)}
      <td role="cell" class="amount">
        ${amountOf(text, total)}
        ${state === 'partiallyPaid' ? html`<div class="dim small">${say('invoice.left', { amount: amountOf(text, outstanding) })}</div>` : nothing}
      </td>
      <td role="cell" class="status">${stateTag(text, invoice, today)}</td>
      <td role="cell" class="ways">
        ${link(room, encodeURIComponent(id), html`<span aria-hidden="true">${say('act.specified')}</span><span class="visually-hidden">${doingOf(text, say('act.specified'), invoice)}</span>`)}
        ${room.download(invoice, 'pdf', say('act.downloadPdf'), 'link pdf no-print', html`${downloadIcon}${say('invoice.pdf')}`)}
      </td>
    </tr>
    ${
      notice
        ? html`<tr role="row" class="told">
            <td role="cell" colspan=${columns.length}>${notice}</td>
          </tr>`
        : nothing
    }`;
};

/** The bones of the list: rows as high as the real ones. */
export const tableBones = (rows: number): TemplateResult =>
  html`<div class="panel bones">
    ${Array.from({ length: rows }, () => html`<div class="bone-row"><span class="bone"></span><span class="bone"></span><span class="bone"></span></div>`)}
  </div>`;
