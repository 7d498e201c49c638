import type { AddressKey } from './address-messages.ts';

/** The English words, fetched when somebody reads English. A missing one does not compile. */
export const english: Readonly<Record<AddressKey, string>> = {
  'del.address': 'Delivery address',
  'del.main': 'Your main address',
  'del.other': 'Another Danish address',
  'del.street': 'Street',
  'del.houseNo': 'House number',
  'del.floor': 'Floor',
  'del.door': 'Door',
  'del.place': 'Additional place name',
  'del.postcode': 'Postcode',
  'del.town': 'Town',
  'del.reset': 'Use your main address',
  'step.edit': 'Change',
  'err.street': 'Write the street with letters, e.g. Prøvevej.',
  'err.houseNo': 'Write the house number as a number, perhaps with a letter, e.g. 12 or 12B.',
  'err.floor': 'Write the floor as st, kl or a number, e.g. 2.',
  'err.door': 'Write the door as tv, mf, th or what stands on it, e.g. 12.',
  'err.place': 'Write the additional place name with letters.',
  'err.postcode': 'Write a postcode of four digits.',
  'err.postcodeUnknown': 'We do not know the postcode {postcode}. Check that it is right.',
  'err.postcodeBox': 'We cannot send parcels to the postcode {postcode}. Use an address with a street.',
  'err.notDenmark': 'We only deliver to addresses in Denmark, not Greenland or the Faroe Islands.',
};
