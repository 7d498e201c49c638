/** The words of the order form. Keys of the glossary carry its words. */
import type { AddressKey } from '../ui/address-messages.ts';
import type { FormKey as CommonFormKey } from '../ui/form-messages.ts';
import type { LookUpKey } from '../ui/look-up-messages.ts';
import type { Messages } from '../ui/text.ts';
import type { PlacingKey } from './placing-messages.ts';

export const danish = {
  'act.approveSend': 'Godkend og send',
  'act.cancel': 'Annuller',
  'state.optional': 'Valgfrit',
  'del.address': 'Leveringsadresse',
  'prod.forWhom': 'Hvem er produktet til?',
  'prod.newUser': 'En ny bruger',
  'prod.existingUser': 'En eksisterende bruger',
  'prod.quantity': 'Antal',
  'user.name': 'Navn',
  'user.email': 'E-mailadresse',
  'user.costCentre': 'Omkostningssted',
  'inv.yourRef': 'Jeres reference',
  'form.fewer': 'Én færre',
  'form.more': 'Én mere',
  'form.left': 'Der er {n} på lager.',
  'form.times': '{n} × {product}',
  'form.sum': 'I alt',
  'form.sentTo': 'Sendes til',
  'form.notSent': 'Der bliver ikke sendt en pakke. Brugeren får besked, når produktet er klar til brug.',
  'form.notSentShort': 'Sendes ikke',
  'form.open': 'Mangler',
};

/** Of the whole form, whichever of its parts brings them. */
export type FormKey = keyof typeof danish | CommonFormKey | AddressKey | LookUpKey | PlacingKey;

export const messages: Messages<keyof typeof danish> = { da: danish, en: async () => (await import('./form-messages.en.ts')).english };
