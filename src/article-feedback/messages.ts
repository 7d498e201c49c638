/** The words of the question whether an article helped. Keys of the glossary carry its words. */
import { danish as common } from '../ui/messages.ts';
import type { Messages } from '../ui/text.ts';

export const danish = {
  ...common,
  'fb.ask': 'Var denne artikel en hjælp?',
  'fb.yes': 'Ja',
  'fb.no': 'Nej',
  'fb.count': '{x} ud af {y} fandt dette nyttigt',
  'fb.comments': 'Kommentarer',
  'vote.notKept': 'Dit svar er ikke gemt.',
  'vote.unsure': 'Vi er ikke sikre på, at dit svar er gemt. Prøv igen.',
};

export type MessageKey = keyof typeof danish;

export const messages: Messages<MessageKey> = { da: danish, en: async () => (await import('./messages.en.ts')).english };
