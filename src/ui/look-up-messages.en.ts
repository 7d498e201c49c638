import type { LookUpKey } from './look-up-messages.ts';

/** The English words, fetched when somebody reads English. A missing one does not compile. */
export const english: Readonly<Record<LookUpKey, string>> = {
  'prod.lookup': "Start typing the user's name",
  'prod.lookupNone': 'We found no user with that name.',
  'prod.lookupMakeNew': 'Create as new user',
  'prod.lookupExists': 'A user with that name already exists.',
  'lookUp.use': 'Use {name}',
  'lookUp.first': 'Showing the first {n} of {total}. Type more to find the right one.',
  'lookUp.chosen': '{name} is chosen.',
  'lookUp.searching': 'Searching …',
  'err.userPick': 'Choose a user from the list, or choose “A new user”.',
  'a11y.hitsOne': '{n} suggestion. Use arrow down to choose.',
  'a11y.hitsOther': '{n} suggestions. Use arrow up and down to choose.',
  'a11y.noHits': 'No suggestions',
};
