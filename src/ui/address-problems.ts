/** What is wrong with an address, in words. */
import type { Address, AddressProblem, TypedAddress } from '../api/address.ts';
import type { AddressKey } from './address-messages.ts';
import type { FormKey } from './form-messages.ts';
import type { MessageKey } from './messages.ts';
import type { Values } from './text.ts';

export type AddressField = keyof TypedAddress;
export type AddressWords = (key: AddressKey | FormKey | MessageKey, values?: Values) => string;

export const labels: Readonly<Record<AddressField, AddressKey>> = {
  street: 'del.street',
  houseNumber: 'del.houseNo',
  floor: 'del.floor',
  door: 'del.door',
  place: 'del.place',
  postcode: 'del.postcode',
};

const notInForm: Readonly<Record<AddressField, AddressKey>> = {
  street: 'err.street',
  houseNumber: 'err.houseNo',
  floor: 'err.floor',
  door: 'err.door',
  place: 'err.place',
  postcode: 'err.postcode',
};

const ofPostcode: Readonly<Partial<Record<AddressProblem['type'], AddressKey>>> = {
  unknown: 'err.postcodeUnknown',
  box: 'err.postcodeBox',
  notDenmark: 'err.notDenmark',
};

/** The sentence at the field. A backend may have reasons that are not known here: then how it is to be written. */
export const sentenceOf = (say: AddressWords, field: AddressField, type: AddressProblem['type'], { postcode }: TypedAddress): string => {
  const label = say(labels[field]);
  if (type === 'missing') return say('err.fill', { field: label.toLowerCase() });
  if (type === 'tooLong') return say('err.tooLong', { field: label, n: 100 });
  const reason = field === 'postcode' ? ofPostcode[type] : undefined;
  return say(reason ?? notInForm[field], { postcode: postcode.trim() });
};

/** The field that a problem is shown at: the town is the postcode's. */
export const fieldOf = (field: keyof Address): AddressField => (field === 'town' ? 'postcode' : field);
