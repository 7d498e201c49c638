/** PDFs that have been asked for: each is made once, and kept for a while. An invoice never changes, so neither does its PDF. */
import { Problem } from '../http/problem.ts';
import type { InvoiceDocument } from './document.ts';
import type { MakePdf } from './pdf/maker.ts';

/** Beyond so many lines a PDF has sums only, and names the CSV file. */
export const mostPdfLines = 5000;

/** How many are kept. */
const most = 20;
/** After this long the one who asks is told to come again, milliseconds; and after how many seconds. */
const patience = 2_000;
const again = '2';

export class PdfFiles {
  readonly #make: MakePdf | undefined;
  readonly #made = new Map<string, Promise<Uint8Array>>();

  /** Without `make` there are none: not here, not yet. */
  constructor(make: MakePdf | undefined) {
    this.#make = make;
  }

  /**
   * The PDF of an invoice that whoever asks may read. `read` is asked only where it has to be made.
   *
   * @throws Problem 409 `not-ready` while it is being made
   */
  async take(id: string, read: () => Promise<InvoiceDocument>): Promise<Uint8Array> {
    const notReady = new Problem('not-ready', { headers: { 'retry-after': again } });
    const make = this.#make;
    if (make === undefined) throw notReady;
    const making = this.#made.get(id) ?? read().then(make);
    this.#keep(id, making);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        reject(notReady);
      }, patience);
    });
    return Promise.race([making, late]).finally(() => {
      clearTimeout(timer);
    });
  }

  #keep(id: string, making: Promise<Uint8Array>): void {
    this.#made.delete(id);
    this.#made.set(id, making);
    // One that failed is made anew when it is asked for again.
    making.catch(() => {
      if (this.#made.get(id) === making) this.#made.delete(id);
    });
    const [oldest] = this.#made.keys();
    if (this.#made.size > most && oldest !== undefined) this.#made.delete(oldest);
  }
}
