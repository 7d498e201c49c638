/** The shelf; ordering from it is ordering as everywhere else. */
import { productPage } from '../../src/product-order/product.ts';
import { companyRoute, type Route } from '../http/route.ts';
import { productPageOf } from './products.ts';

const products = companyRoute({
  method: 'GET',
  path: '/companies/{company}/products',
  summary: 'What can be ordered beside subscriptions, and what cannot be ordered now, in the order of the shelf.',
  needs: 'products',
  answer: productPage,
  run: ({ reader }) => productPageOf(reader),
});

export const productRoutes: readonly Route[] = [products];
