/** The upper part of an itemised invoice: what it is, how it is paid, and what it comes to, group by group (R28.3, INV-4). */
import { html, nothing, type TemplateResult } from 'lit';
import type { Read } from '../api/read.ts';
import { formatDay } from '../ui/format.ts';
import { link } from '../ui/link.ts';
import type { Invoice } from './invoice.ts';
import { groupName, type SpecifiedRoom } from './specified-words.ts';
import { amountOf } from './state.ts';

type Known = Read<Invoice>;

export const bill = (room: SpecifiedRoom, invoice: Known): TemplateResult =>
  html`<div class="bill" part="invoice">${facts(room, invoice)}${sums(room, invoice)}</div>`;

const facts = (room: SpecifiedRoom, invoice: Known): TemplateResult => {
  const { text } = room;
  const { say, language } = text;
  const { outstanding, total, credits, creditNotes = [], payment, reminded } = invoice;
  const owes = (outstanding?.amount ?? 0) > 0;
  const day = (date: string | undefined) => (date ? formatDay(language, date, 'table') : say('state.unknown'));
  const period = (days: Known['ahead']) => days && `${day(days.from)} – ${day(days.to)}`;
  const fact = (name: string, value: unknown) =>
    value
      ? html`<div>
          <dt>${name}</dt>
          <dd>${value}</dd>
        </div>`
      : nothing;
  const other = ({ id, number }: { id: string; number: string | undefined }) =>
    link(room, encodeURIComponent(id), number ?? say('state.unknown'));
  return html`<div class="panel facts">
    <p class="label">${say(owes ? 'inv.toPay' : 'inv.total')}</p>
    <p class="figure">${amountOf(text, owes ? outstanding : total)}</p>
    <dl>
      ${fact(say('inv.date'), day(invoice.issued))}${fact(say('inv.due'), invoice.due !== null && day(invoice.due))}
      ${fact(say('bill.ahead'), period(invoice.ahead))}${fact(say('bill.used'), period(invoice.used))}
      ${fact(say('bill.credits'), credits && other(credits))}
      ${fact(say('bill.creditNotes'), creditNotes.length > 0 && creditNotes.map((note) => html`<div>${other(note)}</div>`))}
      ${fact(say('inv.reminder'), reminded && say('bill.reminded', { date: day(reminded) }))}
      ${
        payment?.id && payment.creditor
          ? [
              fact(say('inv.paymentId'), payment.id),
              fact(say('inv.creditor'), payment.creditor),
              fact(say('bill.payment'), html`<code>+71&lt;${payment.id}+${payment.creditor}&lt;</code>`),
            ]
          : nothing
      }
    </dl>
    <p class="actions no-print">
      ${room.download(invoice, 'pdf', say('act.downloadPdf'), '')}${room.download(invoice, 'csv', say('act.downloadCsv'), '')}
    </p>
    ${room.downloading(invoice, 'pdf') ?? nothing}${room.downloading(invoice, 'csv') ?? nothing}
  </div>`;
};

/** What the groups come to, and how that makes up the total. Each figure is the backend's. */
const sums = (room: SpecifiedRoom, { groups = [], taxable, vatFree, vat, total }: Known): TemplateResult => {
  const { text } = room;
  const { say } = text;
  const row = (name: string, money: Known['total'] | undefined, looks = '') =>
    html`<tr class=${looks}>
      <th scope="row">${name}</th>
      <td class="amount">${amountOf(text, money)}</td>
    </tr>`;
  const free = vatFree?.amount !== 0;
  return html`<div class="panel sums">
    <table>
      <caption class="label">
        ${say('inv.lines')}
      </caption>
      <tbody>
        ${groups.map(({ group, amount }) => row(groupName(text, group), amount))}
      </tbody>
      <tbody>
        ${row(say('inv.net'), taxable)}${row(say('inv.vat'), vat)}${free ? row(say('bill.vatFree'), vatFree) : nothing}
      </tbody>
      <tbody>
        ${row(say('inv.total'), total, 'total')}
      </tbody>
    </table>
    ${free ? html`<p class="dim small">${say('inv.vatFree')}</p>` : nothing}
  </div>`;
};
