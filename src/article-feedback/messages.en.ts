import { english as common } from '../ui/messages.en.ts';
import type { MessageKey } from './messages.ts';

/** The English words, fetched when somebody reads English. A missing one does not compile. */
export const english: Readonly<Record<MessageKey, string>> = {
  ...common,
  'fb.ask': 'Was this article helpful?',
  'fb.yes': 'Yes',
  'fb.no': 'No',
  'fb.count': '{x} out of {y} found this helpful',
  'fb.comments': 'Comments',
  'vote.notKept': 'Your answer has not been saved.',
  'vote.unsure': 'We are not sure that your answer has been saved. Try again.',
};
