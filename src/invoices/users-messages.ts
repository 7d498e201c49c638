/** The words of the users on an invoice. Keys of the glossary carry its words. */
import type { Messages } from '../ui/text.ts';

export const danish = {
  'inv.perUser': 'Forbrug pr. bruger',
  'user.one': '{n} bruger',
  'user.other': '{n} brugere',
  'user.name': 'Navn',
  'user.search': 'Søg efter bruger',
  'user.noMatch': 'Vi fandt ingen brugere, der passer til ”{q}”.',
  'act.clearSearch': 'Ryd søgning',
  'hit.one': '{n} resultat',
  'hit.other': '{n} resultater',
  'sub.data': 'Data',
  'sub.talk': 'Taletid',
  'sub.sms': 'Sms',
  'usage.reminder': 'Husk at oplyse jeres medarbejdere om, at I kan se deres forbrug.',
  'bill.nobody': 'Uden bruger',
  'bill.minutes': '{n} min.',
  'bill.openAll': 'Vis alle på siden',
  'bill.closeAll': 'Skjul alle',
  'bill.allUsers': 'Vis alle brugere',
  'bill.searchHint': 'Skriv navn eller telefonnummer',
};

export type UsersKey = keyof typeof danish;

export const messages: Messages<UsersKey> = { da: danish, en: async () => (await import('./users-messages.en.ts')).english };
