/** The words of what a new case is about. Keys of the glossary carry its words. */
import { danish as lookUp } from '../ui/look-up-messages.ts';
import type { Messages } from '../ui/text.ts';

export const danish = {
  ...lookUp,
  'about.order': 'Bestilling',
  'about.invoice': 'Faktura',
  'about.choose': 'Vælg',
  'about.newest': 'De nyeste {n} kan vælges.',
  'about.none': 'Der er ingen at vælge.',
};

export type AboutKey = keyof typeof danish;

export const messages: Messages<AboutKey> = { da: danish, en: async () => (await import('./create-about-messages.en.ts')).english };
