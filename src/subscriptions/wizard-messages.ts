/** The words of »Opret nyt abonnement«: of the guide itself and its first step. Keys of the glossary carry its words. */
import type { AddressKey } from '../ui/address-messages.ts';
import type { FormKey } from '../ui/form-messages.ts';
import type { LookUpKey } from '../ui/look-up-messages.ts';
import type { Messages } from '../ui/text.ts';
import type { BegunKey } from './wizard-begun-messages.ts';
import type { ChoiceKey } from './wizard-choice-messages.ts';
import type { OrderKey } from './wizard-order-messages.ts';

export const danish = {
  'nav.back': 'Tilbage',
  'act.continue': 'Fortsæt',
  'state.optional': 'Valgfrit',
  'err.summaryOne': 'Der er 1 fejl i formularen',
  'err.summaryOther': 'Der er {n} fejl i formularen',
  'err.fill': 'Udfyld {field}.',
  'err.email': 'Skriv en gyldig e-mailadresse, fx navn@example.com.',
  'step.of': 'Trin {n} af {total}',
  'step.user': 'Bruger',
  'step.plan': 'Abonnement',
  'step.number': 'Nummer',
  'step.sim': 'Simkort',
  'step.delivery': 'Levering',
  'step.review': 'Gennemse og godkend',
  'step.taken': 'Trin i vejledningen',
  'a11y.stepDone': 'Trin {n}: {name}, udført',
  'guide.forWhom': 'Hvem skal have abonnementet?',
  'user.costCentre': 'Omkostningssted',
  'prod.newUser': 'En ny bruger',
  'prod.existingUser': 'En eksisterende bruger',
  'err.userPick': 'Vælg en bruger på listen, eller vælg ”En ny bruger”.',
  'err.whose': 'Vælg, om abonnementet er til en ny eller en eksisterende bruger.',
};

/** Of the whole guide, whichever of its parts brings them. */
export type WizardKey = keyof typeof danish | FormKey | ChoiceKey | OrderKey | BegunKey | LookUpKey | AddressKey;

export const messages: Messages<keyof typeof danish> = { da: danish, en: async () => (await import('./wizard-messages.en.ts')).english };
