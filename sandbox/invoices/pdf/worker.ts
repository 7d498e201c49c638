/** The thread in which PDFs are made, one after the other. */
import { parentPort } from 'node:worker_threads';
import { makePdf } from './make.ts';
import type { Asked, Made } from './maker.ts';

let last: Promise<unknown> = Promise.resolve();

parentPort?.on('message', ({ no, document }: Asked) => {
  last = last.then(async () => {
    const made: Made = await makePdf(document).then(
      (pdf) => ({ no, pdf }),
      (error: unknown) => ({ no, fault: String(error) }),
    );
    parentPort?.postMessage(made, 'pdf' in made ? [made.pdf.buffer as ArrayBuffer] : []);
  });
});
