/** The words of »Opret nyt abonnement«: of the guide itself and its first step. Keys of the glossary carry its words. */
import type { AddressKey } from '../ui/address-messages.ts';
import { danish as form } from '../ui/form-messages.ts';
import type { LookUpKey } from '../ui/look-up-messages.ts';
import type { Messages } from '../ui/text.ts';
import type { ChoiceKey } from './wizard-choice-messages.ts';
import type { OrderKey } from './wizard-order-messages.ts';
import type { QuestionKey } from './wizard-question-messages.ts';

export const danish = {
  ...form,
  'step.of': 'Trin {n} af {total}',
  'step.user': 'Bruger',
  'step.plan': 'Abonnement',
  'step.number': 'Nummer',
  'step.sim': 'Simkort',
  'step.delivery': 'Levering',
  'step.review': 'Gennemse og godkend',
  'step.taken': 'Trin i vejledningen',
  'step.draftKept': 'Kladden er gemt, til du lukker siden.',
  'a11y.stepDone': 'Trin {n}: {name}, udført',
  'guide.begun': 'Du er i gang med at oprette et abonnement.',
  'guide.discard': 'Slet kladde',
  'guide.chosen': 'Jeres valg',
  'guide.monthly': 'Pr. måned',
  'guide.once': 'Én gang',
  'guide.forWhom': 'Hvem skal have abonnementet?',
  'user.costCentre': 'Omkostningssted',
  'plan.vat': 'Alle priser er ekskl. moms.',
  'prod.newUser': 'En ny bruger',
  'prod.existingUser': 'En eksisterende bruger',
  'plan.gone': 'Abonnementet {plan} kan ikke bestilles længere. Vælg et andet.',
  'plan.changed':
    'Prisen på {plan} er ændret, siden du valgte det. Pr. måned: nu {monthly}, før {monthlyBefore}. Oprettelse: nu {setup}, før {setupBefore}.',
  'num.lapsed': 'Reservationen af {phone} er udløbet. Vælg et nummer igen.',
  'err.userPick': 'Vælg en bruger på listen, eller vælg ”En ny bruger”.',
  'err.userKind': 'Vælg, om abonnementet er til en ny eller en eksisterende bruger.',
};

/** Of the whole guide, whichever of its parts brings them. */
export type WizardKey = keyof typeof danish | ChoiceKey | OrderKey | QuestionKey | LookUpKey | AddressKey;

export const messages: Messages<keyof typeof danish> = { da: danish, en: async () => (await import('./wizard-messages.en.ts')).english };
