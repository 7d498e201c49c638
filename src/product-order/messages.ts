/** The words of the shelf and of what opens from it. Keys of the glossary carry its words. */
import { danish as common } from '../ui/messages.ts';
import type { Messages } from '../ui/text.ts';

export const danish = {
  ...common,
  'nav.products': 'Produkter',
  'nav.backTo': 'Tilbage til {page}',
  'nav.orders': 'Bestillinger',
  'act.close': 'Luk',
  'prod.order': 'Bestil {product}',
  'prod.soldOut': 'Kan ikke bestilles lige nu',
  'product.choose': 'Vælg det, I vil bestille.',
  'product.inStock': 'På lager',
  'product.ready': 'Klar til brug',
  'product.soldOut': 'Udsolgt. Kommer igen.',
  'product.withdrawn': 'Sælges ikke længere',
  'product.unclear': 'Vi kan ikke se, om produktet kan bestilles.',
  'product.noPrice': 'Prisen er ukendt',
  'product.exVat': 'ekskl. moms',
  'product.empty': 'Der er ingen produkter at bestille lige nu.',
  'product.mayNot': 'Du kan se produkterne, men ikke bestille dem.',
  'kind.sim': 'Simkort',
  'kind.dongle': '4G-dongles',
  'kind.router': 'Routere',
  'kind.antenna': 'Antenner',
  'kind.other': 'Andet udstyr',
};

export type MessageKey = keyof typeof danish;

export const messages: Messages<MessageKey> = { da: danish, en: async () => (await import('./messages.en.ts')).english };
