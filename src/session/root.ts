/**
 * Remembers what widgets asked for before there was a session on the page, so that it does not matter which script or which markup
 * comes first. One for the page, however many copies of the library it loads: their keys are the same.
 */
import { ContextRoot } from '@lit/context';

const attached = Symbol.for('selvbetjening/root/1');
const page = document as unknown as HTMLElement & Record<symbol, unknown>; // the root only adds listeners, which a document has too

if (!page[attached]) {
  page[attached] = true;
  new ContextRoot().attach(page);
}
