/** `/erhverv/produkter` and what lies below it. */
import { html } from 'hono/html';
import type { Html } from '../layout.ts';
import { addressOf, areaPage, languageOf } from './area.ts';
import type { AreaPageOptions } from './area.ts';

/** The address of the shelf. */
export const productsAddress = addressOf('products');

/** What has been ordered. */
export const productOrdersAddress = `${productsAddress}/bestillinger`;

/** The page of what can be ordered. */
export const productsPage = (options: AreaPageOptions): Html =>
  areaPage(options, {
    area: 'products',
    tag: 'ss-product-order',
    element: html`<ss-product-order lang="${languageOf(options)}" route="${options.route}"></ss-product-order>`,
    withoutScript: 'Slå JavaScript til i browseren for at bestille produkter.',
  });
