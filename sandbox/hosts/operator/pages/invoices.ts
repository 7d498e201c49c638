/** `/erhverv/faktura` and what lies below it. */
import { html } from 'hono/html';
import type { Html } from '../layout.ts';
import { addressOf, areaPage, languageOf } from './area.ts';
import type { AreaPageOptions } from './area.ts';

/** The address of the list. */
export const invoicesAddress = addressOf('invoices');

/** Who gets the invoices by e-mail. */
export const eInvoiceAddress = `${invoicesAddress}/efaktura`;

/** The page of what has been invoiced. */
export const invoicesPage = (options: AreaPageOptions): Html =>
  areaPage(options, {
    area: 'invoices',
    tag: 'ss-invoices',
    element: html`<ss-invoices lang="${languageOf(options)}" route="${options.route}"></ss-invoices>`,
    withoutScript: 'Slå JavaScript til i browseren for at se jeres fakturaer.',
  });
