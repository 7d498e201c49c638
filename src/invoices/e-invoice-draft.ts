/** Who is to get the invoice, while that is being filled in: the fields, and what is wrong with them (R31.1). */
import type { Problem } from '../api/problem.ts';
import type { FormError } from '../ui/field.ts';
import type { Text } from '../ui/text.ts';
import { addressesIn, filledIn, idOf, wrongIn, type AddressRow } from './e-invoice-addresses.ts';
import type { EInvoiceKey } from './e-invoice-messages.ts';

/** Nothing is filled in yet. */
const blank: readonly AddressRow[] = [{ no: 0, text: '' }];

export interface AddressDraftOptions {
  readonly text: Text<EInvoiceKey>;
  /** Something is being sent or asked: what is typed stays as it is. */
  readonly isWaiting: () => boolean;
  /** It is to be drawn anew; then the focus goes to a field, where one is named. */
  readonly drawn: (focus?: string) => void;
  /** What is typed is something else than before. */
  readonly changed: () => void;
  readonly announce: (words: string) => void;
}

export class AddressDraft {
  readonly #options: AddressDraftOptions;
  #rows = blank;
  #isOpen = false;
  #before = '';
  #lastNo = 0;
  #errors: readonly FormError[] = [];

  constructor(options: AddressDraftOptions) {
    this.#options = options;
  }

  get rows(): readonly AddressRow[] {
    return this.#rows;
  }

  /** What is told, in the language of the moment. */
  get errors(): readonly FormError[] {
    const wrong = wrongIn(this.#options.text, this.#rows);
    return this.#errors.map((error) => wrong.find(({ id }) => id === error.id) ?? error);
  }

  /** The addresses that were there are being changed. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** There is something in it that would be lost. */
  get isTouched(): boolean {
    return this.#isOpen ? this.#written() !== this.#before : filledIn(this.#rows).length > 0;
  }

  /** Those that would be sent. */
  get addresses(): string[] {
    return filledIn(this.#rows).map(({ text }) => text);
  }

  readonly open = (addresses: readonly string[]): void => {
    this.#rows = addresses.map((text) => ({ no: ++this.#lastNo, text }));
    this.#isOpen = true;
    this.#before = this.#written();
    this.#errors = [];
    this.#options.drawn(idOf(this.#rows[0]?.no ?? 0));
  };

  readonly forget = (): void => {
    this.#rows = blank;
    this.#isOpen = false;
    this.#errors = [];
  };

  /** Several addresses become a field each, with the focus where the typing goes on. */
  readonly typed = (no: number, text: string): void => {
    const parts = addressesIn(text);
    // A word and a space may be the beginning of anything; an @ in each says that they are addresses.
    if (parts.length > 1 && parts.every((part) => part.includes('@'))) this.#spread(no, parts);
    else this.#put(this.#rows.map((row) => (row.no === no ? { no, text } : row)));
  };

  /** A list that was pasted becomes a field each, whatever is in it; `false` when it is no list. */
  readonly pasted = (no: number, text: string): boolean => {
    const parts = addressesIn(text);
    if (parts.length < 2) return false;
    this.#spread(no, parts);
    this.#options.announce(this.#options.text.say('ef.pasted', { n: parts.length }));
    return true;
  };

  /** The person has left a field: what is wrong with it is told, when there is something in it. */
  readonly left = (no: number): void => {
    const id = idOf(no);
    if (this.#options.isWaiting() || !this.#rows.find((row) => row.no === no)?.text.trim()) return;
    const [wrong] = wrongIn(this.#options.text, this.#rows).filter((error) => error.id === id);
    const told = this.#errors.find((error) => error.id === id);
    if (wrong?.text === told?.text) return;
    this.#errors = [...this.#errors.filter((error) => error !== told), ...(wrong ? [wrong] : [])];
    this.#options.drawn();
  };

  readonly add = (): void => {
    const no = ++this.#lastNo;
    this.#put([...this.#rows, { no, text: '' }], idOf(no));
  };

  readonly remove = (no: number): void => {
    const { text, announce } = this.#options;
    const at = this.#rows.findIndex((row) => row.no === no);
    const written = this.#rows[at]?.text.trim() ?? '';
    const address = written === '' ? text.say('ef.address', { n: at + 1 }) : written;
    const left = this.#rows.filter((row) => row.no !== no);
    this.#put(left, idOf(left[Math.min(at, left.length - 1)]?.no ?? 0));
    announce(text.say('ef.removed', { address }));
  };

  /** What is wrong with it, told; empty when it may be sent. */
  check(): readonly FormError[] {
    return (this.#errors = wrongIn(this.#options.text, this.#rows));
  }

  /** What the backend did not accept, at the fields it is about (F19). */
  refuse({ fields = [] }: Problem): readonly FormError[] {
    const { say } = this.#options.text;
    const sent = filledIn(this.#rows);
    return (this.#errors = fields.map(({ pointer, type }) => {
      const row = sent[Number(/^\/addresses\/(\d+)$/.exec(pointer)?.[1] ?? NaN)];
      return {
        id: row ? idOf(row.no) : '',
        get text() {
          return say(!row ? 'err.rejected' : type === 'twice' ? 'err.emailTwice' : 'err.email');
        },
      };
    }));
  }

  #written(): string {
    return JSON.stringify(this.#rows.map(({ text }) => text));
  }

  #spread(no: number, [first = '', ...more]: readonly string[]): void {
    const added = more.map((text) => ({ no: ++this.#lastNo, text }));
    this.#put(
      this.#rows.flatMap((row) => (row.no === no ? [{ no, text: first }, ...added] : [row])),
      idOf(this.#lastNo),
    );
  }

  #put(rows: readonly AddressRow[], focus?: string): void {
    this.#rows = rows;
    this.#options.changed();
    // What is told goes when it is no longer wrong; nothing new is told while somebody types.
    const wrong = wrongIn(this.#options.text, rows);
    this.#errors = this.#errors.filter(({ id }) => wrong.some((one) => one.id === id));
    this.#options.drawn(focus);
  }
}
