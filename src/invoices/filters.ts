/** What the list can be narrowed to (R27.3). */
import { html, type TemplateResult } from 'lit';
import type { Text } from '../ui/text.ts';
import type { InvoiceFilter } from './invoice.ts';
import type { MessageKey } from './messages.ts';

const states: Readonly<Record<InvoiceFilter, MessageKey>> = {
  unpaid: 'inv.unpaid',
  overdue: 'inv.overdue',
  paid: 'inv.paid',
  creditNotes: 'inv.creditNote',
};

export interface Filters {
  /** Empty for all. */
  readonly year: string;
  /** Empty for all. */
  readonly state: string;
}

/** Empty for what is no filter. */
export const filterIn = (value: string | null | undefined): InvoiceFilter | '' =>
  value && Object.hasOwn(states, value) ? (value as InvoiceFilter) : '';

/** `choose` is given what is chosen anew. The year that is chosen is there also while it is not known which there are. */
export const filters = (
  { say }: Text<MessageKey>,
  chosen: Filters,
  years: readonly (number | undefined)[],
  choose: (filters: Partial<Filters>) => void,
): TemplateResult => {
  const written = [...new Set([...years.map(String), chosen.year])].filter(Number);
  const field = (name: keyof Filters, label: MessageKey, options: readonly (readonly [value: string, words: string])[]) =>
    html`<label>
      <span>${say(label)}</span>
      <select
        name=${name}
        @change=${(event: Event) => {
          choose({ [name]: (event.target as HTMLSelectElement).value });
        }}
      >
        ${options.map(([value, words]) => html`<option value=${value} .selected=${value === chosen[name]}>${words}</option>`)}
      </select>
    </label>`;
  return html`<div class="filters no-print">
    ${field('year', 'invoice.year', [['', say('invoice.allYears')], ...written.map((year) => [year, year] as const)])}
    ${field('state', 'status.title', [['', say('invoice.all')], ...Object.entries(states).map(([state, words]) => [state, say(words)] as const)])}
  </div>`;
};
