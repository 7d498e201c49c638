/** The words of a draft that has been begun, and of what is asked before it is lost. Keys of the glossary carry its words. */
import type { Messages } from '../ui/text.ts';

export const danish = {
  'step.draftKept': 'Kladden er gemt, til du lukker siden.',
  'guide.begun': 'Du er i gang med at oprette et abonnement.',
  'guide.discard': 'Slet kladde',
  'num.lapsed': 'Reservationen af {phone} er udløbet. Vælg et nummer igen.',
  'act.leave': 'Forlad siden',
  'act.stay': 'Bliv på siden',
  'state.unsaved': 'Der er ændringer, som ikke er gemt.',
  'state.leaveUnsaved': 'Vil du forlade siden uden at gemme?',
  'guide.discardAsk': 'Vil du slette kladden?',
  'guide.discardInfo': 'Det, du har udfyldt, kan ikke hentes igen. Der er ikke bestilt noget.',
  'guide.keep': 'Behold kladde',
  'guide.leaveKept': 'Kladden er gemt for {company}, til du lukker siden.',
  'guide.leaveSending': 'Bestillingen er ved at blive sendt. Forlader du siden nu, får du ikke kvitteringen at se.',
};

export type BegunKey = keyof typeof danish;

export const messages: Messages<BegunKey> = { da: danish, en: async () => (await import('./wizard-begun-messages.en.ts')).english };
