/** How an invoice stands: in a word, a colour and a shape (R27.2). */
import { html, type TemplateResult } from 'lit';
import type { Read } from '../api/read.ts';
import { formatMoney } from '../ui/format.ts';
import type { Text } from '../ui/text.ts';
import { daysOverdue, isOverdue, type InvoiceState, type InvoiceSummary } from './invoice.ts';
import type { MessageKey } from './messages.ts';

const marks: Readonly<Record<InvoiceState, readonly [kind: string, words: MessageKey]>> = {
  sent: ['coming', 'inv.unpaid'],
  partiallyPaid: ['ending', 'inv.partPaid'],
  settled: ['good', 'inv.paid'],
  credited: ['', 'inv.credited'],
  creditNote: ['', 'inv.creditNote'],
};

/** A state we do not know is neutral, and says so (F09). */
export const stateTag = (text: Text<MessageKey>, invoice: Read<InvoiceSummary>, today: string | undefined): TemplateResult => {
  const { state, due } = invoice;
  const [kind, words] = state === undefined ? ['', 'state.unknown' as const] : marks[state];
  const isLate = state !== undefined && isOverdue(invoice, today);
  return html`<span class="tag ${isLate ? 'stopped' : kind}"
    >${isLate && due && today ? text.count('overdue', daysOverdue(due, today)) : text.say(words)}</span
  >`;
};

/** What can be done with a document, by the name of the document: a credit note is no invoice. */
export const doingOf = (
  text: Text<MessageKey>,
  name: string,
  { number, credits }: Read<Pick<InvoiceSummary, 'number' | 'credits'>>,
): string => {
  const n = number ?? text.say('state.unknown');
  return credits ? `${name}, ${text.say('inv.creditNote')} ${n}` : text.say('invoice.fileOf', { file: name, n });
};

/** An amount of the contract; one that was not understood says so (F09). */
export const amountOf = (text: Text<MessageKey>, money: Read<InvoiceSummary['total']> | undefined): string =>
  money?.amount === undefined ? text.say('state.unknown') : formatMoney(text.language, money.amount);
