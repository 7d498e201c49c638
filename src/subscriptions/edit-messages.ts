/** The words of editing a person. Keys of the glossary carry its words. */
import type { Messages } from '../ui/text.ts';

export const danish = {
  'edit.title': 'Rediger oplysninger',
  'edit.conflict': 'En anden har ændret oplysningerne, mens du skrev. Se dem igennem, og gem igen.',
  'edit.choose': 'hvad der skal gælde',
  'edit.theirs': 'Den andens ændring',
  'edit.mine': 'Din ændring',
  'edit.empty': 'Tomt',
};

export type EditKey = keyof typeof danish;

export const messages: Messages<EditKey> = { da: danish, en: async () => (await import('./edit-messages.en.ts')).english };
