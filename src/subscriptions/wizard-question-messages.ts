/** The words of what is asked before a draft is lost. Keys of the glossary carry its words. */
import type { Messages } from '../ui/text.ts';

export const danish = {
  'guide.discardAsk': 'Vil du slette kladden?',
  'guide.discardInfo': 'Det, du har udfyldt, kan ikke hentes igen. Der er ikke bestilt noget.',
  'guide.keep': 'Behold kladde',
  'guide.leaveKept': 'Kladden er gemt for {company}, til du lukker siden.',
  'guide.leaveSending': 'Bestillingen er ved at blive sendt. Forlader du siden nu, får du ikke kvitteringen at se.',
};

export type QuestionKey = keyof typeof danish;

export const messages: Messages<QuestionKey> = { da: danish, en: async () => (await import('./wizard-question-messages.en.ts')).english };
