import type { ProfileKey } from './profile-messages.ts';
import { english as terms } from './terms-messages.en.ts';

/** The English words, fetched when somebody reads English. A missing one does not compile. */
export const english: Readonly<Record<ProfileKey, string>> = {
  ...terms,
};
