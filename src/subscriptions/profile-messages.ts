/** The words of the profile. Keys of the glossary carry its words. */
import type { Messages } from '../ui/text.ts';
import { danish as terms } from './terms-messages.ts';

export const danish = {
  ...terms,
  'user.edit': 'Rediger oplysninger',
  'sub.change': 'Ændr abonnement',
  'sub.terminate': 'Nedlæg abonnement',
  'sim.block': 'Spær simkort',
  'sim.unblock': 'Ophæv spærring',
  'sim.replace': 'Skift simkort',
  'codes.show': 'Vis koder',
  'codes.showEsim': 'Vis eSIM-kode',
  'cannot.closing': 'Abonnementet kan ikke ændres, fordi det er ved at blive nedlagt.',
  'cannot.changing': 'Abonnementet kan ikke ændres, før den planlagte ændring er sket eller fortrudt.',
  'cannot.coming': 'Abonnementet kan ikke ændres, før det er oprettet.',
  'cannot.unknown': 'Abonnementet kan ikke ændres, fordi vi ikke kender dets status.',
  'block.lost': 'Simkortet er spærret, fordi det er tabt ({date}).',
  'block.stolen': 'Simkortet er spærret, fordi det er stjålet ({date}).',
  'block.other': 'Simkortet er spærret ({date}).',
  'usage.title': 'Forbrug i denne periode',
  'usage.minutes': '{n} min.',
  'usage.percent': '{n} % brugt',
  'usage.euOver': 'De data, der kan bruges i EU, er brugt op.',
  'usage.reminder': 'Husk at oplyse jeres medarbejdere om, at I kan se deres forbrug.',
  'sub.data': 'Data',
  'sub.dataUsed': 'Brugt {x} af {y}',
  'sub.slowed': 'Hastigheden er sat ned, fordi jeres inkluderede data er brugt op.',
  'sub.roamEu': 'Roaming i EU',
  'sub.talk': 'Taletid',
  'sub.sms': 'Sms',
};

export type ProfileKey = keyof typeof danish;

export const messages: Messages<ProfileKey> = { da: danish, en: async () => (await import('./profile-messages.en.ts')).english };
