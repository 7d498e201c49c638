/** The fields for those who get the invoice: one address each, checked, none twice (R31.1). */
import { css, html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { isEmail } from '../api/email.ts';
import { afterPress, describedBy, errorOf, type FormError } from '../ui/field.ts';
import type { Text } from '../ui/text.ts';
import type { EInvoiceKey } from './e-invoice-messages.ts';
import { mostAddresses } from './e-invoice.ts';

/** The most characters of an address (RFC 5321). */
const longest = 254;

export const addressesStyles = css`
  .addresses {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 10px;
    max-inline-size: 560px;
    margin-block: 4px 0;
    padding: 0;
    list-style: none;
  }
  .addresses .row {
    display: flex;
    gap: 8px;
  }
  .addresses input {
    flex: 1;
    min-inline-size: 0;
  }
  .addresses li:has(.error) {
    padding-inline-start: 12px;
    border-inline-start: 3px solid var(--_danger);
  }
`;

/** A field; its number stays the same while others come and go. */
export interface AddressRow {
  readonly no: number;
  readonly text: string;
}

export interface AddressesOptions {
  readonly text: Text<EInvoiceKey>;
  readonly rows: readonly AddressRow[];
  readonly errors: readonly FormError[];
  readonly typed: (no: number, text: string) => void;
  /** Something is pasted into it, which would make its whole text this; whether that was a list, and has been taken apart. */
  readonly pasted: (no: number, text: string) => boolean;
  /** A field was left: the time to say what is wrong with it. */
  readonly left: (no: number) => void;
  readonly remove: (no: number) => void;
  readonly add: () => void;
}

export const idOf = (no: number): string => `address-${String(no)}`;

/** Several addresses in one text, as people and programs write them: with commas, semicolons, spaces or lines, with names before them. */
export const addressesIn = (text: string): readonly string[] =>
  text
    .replace(/"[^"]*"/g, ' ')
    .split(/[,;\r\n\t]+/)
    .flatMap((part) => /<([^<>]*@[^<>]*)>/.exec(part)?.[1] ?? bySpaces(part))
    .map((part) => part.trim())
    .filter(Boolean);

/** Words between spaces are addresses only where each has an @; else they may be a name, or one address that is not right yet. */
const bySpaces = (part: string): string | readonly string[] => {
  const pieces = part.trim().split(/\s+/);
  return pieces.every((piece) => piece.includes('@')) ? pieces : part;
};

/** The addresses as they would be sent: those that are filled in. */
export const filledIn = (rows: readonly AddressRow[]): readonly AddressRow[] =>
  rows.map(({ no, text }) => ({ no, text: text.trim() })).filter(({ text }) => text);

/** What is wrong, field by field. */
export const wrongIn = ({ say }: Text<EInvoiceKey>, rows: readonly AddressRow[]): readonly FormError[] => {
  const filled = filledIn(rows);
  if (!filled.length) return [{ id: idOf(rows[0]?.no ?? 0), text: say('err.emailMin') }];
  return filled.flatMap(({ no, text }, index) => {
    const before = filled.slice(0, index).some((other) => other.text.toLowerCase() === text.toLowerCase());
    const words =
      text.length > longest
        ? say('err.tooLong', { field: say('ef.address', { n: rows.findIndex((row) => row.no === no) + 1 }), n: longest })
        : !isEmail(text)
          ? say('err.email')
          : before
            ? say('err.emailTwice')
            : // Where there are too many, the first that is too much says so.
              index === mostAddresses && say('ef.most', { n: mostAddresses });
    return words ? [{ id: idOf(no), text: words }] : [];
  });
};

export const addressFields = (options: AddressesOptions): TemplateResult => {
  const { text, rows, add } = options;
  const { say } = text;
  return html`<fieldset>
    <legend>${say('ef.addresses')}</legend>
    <ul class="addresses">
      ${rows.map((row, index) => addressField(options, row, index))}
    </ul>
    ${
      rows.length < mostAddresses
        ? html`<p class="actions add-address"><button type="button" id="add-address" @click=${add}>${say('ef.add')}</button></p>`
        : html`<p class="dim">${say('ef.most', { n: mostAddresses })}</p>`
    }
  </fieldset>`;
};

const addressField = (options: AddressesOptions, { no, text: value }: AddressRow, index: number): TemplateResult => {
  const { text, rows, errors, typed, pasted, left, remove } = options;
  const id = idOf(no);
  const label = text.say('ef.address', { n: index + 1 });
  const parts = { id, label, error: errors.find((error) => error.id === id)?.text };
  return html`<li>
    <div class="row">
      <input
        id=${id}
        type="text"
        inputmode="email"
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        aria-label=${label}
        aria-invalid=${parts.error ? 'true' : 'false'}
        aria-describedby=${ifDefined(describedBy(parts))}
        .value=${value}
        @input=${(event: Event) => {
          typed(no, (event.target as HTMLInputElement).value);
        }}
        @paste=${(event: ClipboardEvent) => {
          // The browser would run the lines of a list together.
          if (pasted(no, withPasted(event))) event.preventDefault();
        }}
        @blur=${(event: Event) => {
          afterPress(event, () => {
            left(no);
          });
        }}
      />
      ${
        rows.length > 1
          ? html`<button
              type="button"
              aria-label=${text.say('ef.removeAddress', { address: value.trim() || label })}
              @click=${() => {
                remove(no);
              }}
            >
              ${text.say('ef.remove')}
            </button>`
          : nothing
      }
    </div>
    ${errorOf(parts)}
  </li>`;
};

/** What a field would hold with what is pasted in place of what is selected. */
const withPasted = ({ currentTarget, clipboardData }: ClipboardEvent): string => {
  const { value, selectionStart, selectionEnd } = currentTarget as HTMLInputElement;
  return `${value.slice(0, selectionStart ?? 0)}${clipboardData?.getData('text/plain') ?? ''}${value.slice(selectionEnd ?? value.length)}`;
};
