import type { EditKey } from './edit-messages.ts';

/** The English words, fetched when somebody reads English. A missing one does not compile. */
export const english: Readonly<Record<EditKey, string>> = {
  'edit.title': 'Edit details',
  'edit.conflict': 'Someone else changed the details while you were writing. Look them over and save again.',
  'edit.choose': 'what is to apply',
  'edit.theirs': 'Their change',
  'edit.mine': 'Your change',
  'edit.empty': 'Empty',
};
