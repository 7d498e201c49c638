/** Why nothing can be done with a subscription, as the backend says it. */
import type { RejectedField } from '../api/problem.ts';
import type { FormError } from '../ui/field.ts';
import type { DeedKey } from './deed-messages.ts';
import { wrong } from './deed-parts.ts';
import type { DeedText } from './profile-room.ts';

const words: Readonly<Record<string, DeedKey>> = {
  closing: 'refused.closing',
  changing: 'refused.changing',
  notActive: 'refused.notActive',
  unknown: 'refused.unknown',
};

/** `undefined` where it is about something else, or for a reason that we have no words for. */
export const refusalOf = (text: DeedText, { pointer, type }: RejectedField): FormError | undefined => {
  const key = pointer.endsWith('/subscription') && Object.hasOwn(words, type) ? words[type] : undefined;
  return key && wrong('', () => text.say(key));
};
