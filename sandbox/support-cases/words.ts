/** What a case is found under: the words of its subject, and its number. */
import { formsOf, wordsOf } from '../subscriptions/fold.ts';
import { separator } from '../subscriptions/search-forms.ts';

/** One text for the table, each form after a separator. */
export const searchWords = (subject: string, number: string): string =>
  [...new Set([...wordsOf(subject).flatMap(formsOf), number])].map((form) => separator + form).join('');
