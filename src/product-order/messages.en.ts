import { english as common } from '../ui/messages.en.ts';
import type { MessageKey } from './messages.ts';

export const english: Readonly<Record<MessageKey, string>> = {
  ...common,
  'nav.products': 'Products',
  'nav.backTo': 'Back to {page}',
  'nav.orders': 'Orders',
  'act.close': 'Close',
  'prod.order': 'Order {product}',
  'prod.soldOut': 'Cannot be ordered right now',
  'product.choose': 'Choose what you want to order.',
  'product.inStock': 'In stock',
  'product.ready': 'Ready to use',
  'product.soldOut': 'Sold out. Will be back.',
  'product.withdrawn': 'No longer sold',
  'product.unclear': 'We cannot see whether the product can be ordered.',
  'product.noPrice': 'The price is unknown',
  'product.exVat': 'excluding VAT',
  'product.empty': 'There are no products to order right now.',
  'product.mayNot': 'You can see the products, but not order them.',
  'kind.sim': 'SIM cards',
  'kind.dongle': '4G dongles',
  'kind.router': 'Routers',
  'kind.antenna': 'Antennas',
  'kind.other': 'Other equipment',
};
