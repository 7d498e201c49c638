import { english as lookUp } from '../ui/look-up-messages.en.ts';
import type { AboutKey } from './create-about-messages.ts';

/** The English words, fetched when somebody reads English. A missing one does not compile. */
export const english: Readonly<Record<AboutKey, string>> = {
  ...lookUp,
  'about.order': 'Order',
  'about.invoice': 'Invoice',
  'about.choose': 'Choose',
  'about.newest': 'The newest {n} can be chosen.',
  'about.none': 'There are none to choose.',
};
