/** The words of the form after a vote. Keys of the glossary carry its words. */
import { danish as form } from '../ui/form-messages.ts';
import type { Messages } from '../ui/text.ts';

export const danish = {
  ...form,
  'fb.why': 'Fortæl os hvorfor',
  'fb.form': 'Udfyld venligst formularen med en gyldig e-mail og feedback til artiklen.',
  'fb.send': 'Send feedback',
  'fb.thanks': 'Tak for din feedback.',
  'user.email': 'E-mailadresse',
  'why.text': 'feedback til artiklen',
  'why.notSent': 'Din feedback er ikke sendt.',
};

export type WhyKey = keyof typeof danish;

export const messages: Messages<WhyKey> = { da: danish, en: async () => (await import('./form-messages.en.ts')).english };
