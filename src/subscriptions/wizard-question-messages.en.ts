import type { QuestionKey } from './wizard-question-messages.ts';

/** The English words, fetched when somebody reads English. A missing one does not compile. */
export const english: Readonly<Record<QuestionKey, string>> = {
  'guide.discardAsk': 'Delete the draft?',
  'guide.discardInfo': 'What you have filled in cannot be fetched again. Nothing has been ordered.',
  'guide.keep': 'Keep draft',
  'guide.leaveKept': 'The draft is kept for {company} until you close the page.',
  'guide.leaveSending': 'The order is being sent. If you leave the page now, you will not see the receipt.',
};
