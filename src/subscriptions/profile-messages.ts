/** The words of the profile. Keys of the glossary carry its words. */
import type { Messages } from '../ui/text.ts';
import { danish as terms } from './terms-messages.ts';

export const danish = {
  ...terms,
};

export type ProfileKey = keyof typeof danish;

export const messages: Messages<ProfileKey> = { da: danish, en: async () => (await import('./profile-messages.en.ts')).english };
