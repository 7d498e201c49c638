/** The words of a company's name, as they are searched: the same folding as for people (SRT-6). */
import { formsOf, wordsOf } from '../subscriptions/fold.ts';

/** What stands before each form. */
export const wordMark = '\n';

/** All forms of a company's name in one text, each with the mark before it. */
export const wordsText = (name: string): string => [...new Set(wordsOf(name).flatMap(formsOf))].map((form) => wordMark + form).join('');
