/** The words of searching for an address. Keys of the glossary carry its words. */
import { danish as lookUp } from './look-up-messages.ts';
import type { Messages } from './text.ts';

export const danish = {
  ...lookUp,
  'del.search': 'Søg efter adresse',
  'del.searchHint': 'Skriv vejnavn og husnummer, og vælg på listen.',
  'del.searchInside': 'Vælg etage og dør på listen.',
  'del.searchNone': 'Vi fandt ingen adresse, der passer. Udfyld felterne herunder i stedet.',
  'del.searchByHand': 'Du kan også udfylde felterne herunder.',
  'del.searchChosen': 'Felterne er udfyldt med {name}.',
  'del.searchPick': 'Vælg adressen på listen, eller ryd feltet.',
  'del.searchFilled': 'Felterne herunder er udfyldt. Du kan stadig rette dem.',
};

export type AddressSearchKey = keyof typeof danish;

export const messages: Messages<AddressSearchKey> = {
  da: danish,
  en: async () => (await import('./address-search-messages.en.ts')).english,
};
