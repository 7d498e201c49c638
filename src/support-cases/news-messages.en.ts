import type { NewsKey } from './news-messages.ts';

/** The English words, fetched when somebody reads English. A missing one does not compile. */
export const english: Readonly<Record<NewsKey, string>> = {
  'case.news': 'There is news in the cases.',
  'case.fetch': 'Show the latest',
};
