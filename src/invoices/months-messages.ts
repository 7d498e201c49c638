/** The words of the picture of months. */
import type { Messages } from '../ui/text.ts';

export const danish = {
  'months.title': 'Seneste 12 måneder',
  'months.month': 'Måned',
};

export type MonthsKey = keyof typeof danish;

export const messages: Messages<MonthsKey> = { da: danish, en: async () => (await import('./months-messages.en.ts')).english };
