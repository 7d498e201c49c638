import type { AddressSearchKey } from './address-search-messages.ts';
import { english as lookUp } from './look-up-messages.en.ts';

/** The English words, fetched when somebody reads English. A missing one does not compile. */
export const english: Readonly<Record<AddressSearchKey, string>> = {
  ...lookUp,
  'del.search': 'Search for address',
  'del.searchHint': 'Write street and house number, and choose from the list.',
  'del.searchInside': 'Choose floor and door from the list.',
  'del.searchNone': 'We found no address that fits. Fill in the fields below instead.',
  'del.searchByHand': 'You can also fill in the fields below.',
  'del.searchChosen': 'The fields are filled in with {name}.',
  'del.searchPick': 'Choose the address from the list, or clear the field.',
  'del.searchFilled': 'The fields below are filled in. You can still change them.',
};
