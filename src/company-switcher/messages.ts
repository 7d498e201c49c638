/** The words of the company switcher. Keys of the glossary carry its words. */
import { danish as common } from '../ui/messages.ts';
import type { Messages } from '../ui/text.ts';

export const danish = {
  ...common,
  'nav.switchCompany': 'Skift virksomhed',
  'nav.selectedCompany': 'Valgt virksomhed: {name}',
  'nav.searchCompany': 'Søg efter virksomhed',
  'company.cvr': 'CVR {cvr}',
  'company.one': '{n} virksomhed',
  'company.other': '{n} virksomheder',
  'company.first': 'Viser de første {n} af {total}. Skriv mere for at finde den rigtige.',
  'company.recent': 'Senest valgt',
  'company.all': 'Alle virksomheder',
  'company.none': 'Vi fandt ingen virksomhed, der passer til ”{q}”.',
  'company.lost': 'Du har ikke længere adgang til {name}.',
};

export type MessageKey = keyof typeof danish;

export const messages: Messages<MessageKey> = { da: danish, en: async () => (await import('./messages.en.ts')).english };
