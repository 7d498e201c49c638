/** Making PDFs beside everything else: in a thread of its own, for one of many lines takes the processor for seconds. */
import { Worker } from 'node:worker_threads';
import type { InvoiceDocument } from '../document.ts';

/** Makes the PDF of an invoice. Rejects when that fails. */
export type MakePdf = (document: InvoiceDocument) => Promise<Uint8Array>;

/** What the thread is asked and answers. */
export interface Asked {
  readonly no: number;
  readonly document: InvoiceDocument;
}
export type Made = { readonly no: number; readonly pdf: Uint8Array } | { readonly no: number; readonly fault: string };

/** One thread, begun with the first PDF; it keeps no process alive. After a crash the next PDF begins another. */
export class PdfThread {
  readonly #waiting = new Map<number, { resolve: (pdf: Uint8Array) => void; reject: (error: Error) => void }>();
  #worker: Worker | undefined;
  #no = 0;

  readonly make: MakePdf = (document) =>
    new Promise((resolve, reject) => {
      const no = ++this.#no;
      this.#waiting.set(no, { resolve, reject });
      (this.#worker ??= this.#begin()).postMessage({ no, document } satisfies Asked);
    });

  /** What is being made is given up. */
  async stop(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    this.#fail(new Error('PDFs are no longer made.'));
    await worker?.terminate();
  }

  #begin(): Worker {
    const worker = new Worker(new URL('worker.mjs', import.meta.url));
    worker.unref();
    worker.on('message', (made: Made) => {
      const waiting = this.#waiting.get(made.no);
      this.#waiting.delete(made.no);
      if ('pdf' in made) waiting?.resolve(made.pdf);
      else waiting?.reject(new Error(made.fault));
    });
    worker.on('error', (error) => {
      if (this.#worker === worker) this.#worker = undefined;
      this.#fail(error instanceof Error ? error : new Error(String(error)));
    });
    return worker;
  }

  #fail(error: Error): void {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
