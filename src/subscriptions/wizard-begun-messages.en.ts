import type { BegunKey } from './wizard-begun-messages.ts';

/** The English words, fetched when somebody reads English. A missing one does not compile. */
export const english: Readonly<Record<BegunKey, string>> = {
  'step.draftKept': 'The draft is kept until you close the page.',
  'guide.begun': 'You have begun to create a subscription.',
  'guide.discard': 'Delete draft',
  'num.lapsed': 'The reservation of {phone} has ended. Choose a number again.',
  'act.leave': 'Leave the page',
  'act.stay': 'Stay on the page',
  'state.unsaved': 'There are unsaved changes.',
  'state.leaveUnsaved': 'Leave without saving?',
  'guide.discardAsk': 'Delete the draft?',
  'guide.discardInfo': 'What you have filled in cannot be fetched again. Nothing has been ordered.',
  'guide.keep': 'Keep draft',
  'guide.leaveKept': 'The draft is kept for {company} until you close the page.',
  'guide.leaveSending': 'The order is being sent. If you leave the page now, you will not see the receipt.',
};
