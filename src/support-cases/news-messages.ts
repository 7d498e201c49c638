/** What the list says when something has changed since it came. */
import type { Messages } from '../ui/text.ts';

export const danish = {
  'case.news': 'Der er nyt i sagerne.',
  'case.fetch': 'Vis det nyeste',
};

export type NewsKey = keyof typeof danish;

export const messages: Messages<NewsKey> = { da: danish, en: async () => (await import('./news-messages.en.ts')).english };
