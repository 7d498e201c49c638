import type { ProfileKey } from './profile-messages.ts';
import { english as terms } from './terms-messages.en.ts';

/** The English words, fetched when somebody reads English. A missing one does not compile. */
export const english: Readonly<Record<ProfileKey, string>> = {
  ...terms,
  'user.edit': 'Edit details',
  'sub.change': 'Change subscription',
  'sub.terminate': 'Close subscription',
  'sim.block': 'Block SIM card',
  'sim.unblock': 'Remove block',
  'sim.replace': 'Replace SIM card',
  'codes.show': 'Show codes',
  'codes.showEsim': 'Show eSIM code',
  'cannot.closing': 'The subscription cannot be changed because it is being closed.',
  'cannot.changing': 'The subscription cannot be changed until the planned change has happened or been undone.',
  'cannot.coming': 'The subscription cannot be changed until it has been set up.',
  'cannot.unknown': 'The subscription cannot be changed because we do not know its status.',
  'block.lost': 'The SIM card is blocked because it is lost ({date}).',
  'block.stolen': 'The SIM card is blocked because it has been stolen ({date}).',
  'block.other': 'The SIM card is blocked ({date}).',
  'usage.title': 'Usage in this period',
  'usage.minutes': '{n} min',
  'usage.percent': '{n} % used',
  'usage.euOver': 'The data for use in the EU is used up.',
  'usage.reminder': 'Remember to tell your employees that you can see their usage.',
  'sub.data': 'Data',
  'sub.dataUsed': 'Used {x} of {y}',
  'sub.slowed': 'Speed is reduced because your included data is used up.',
  'sub.roamEu': 'Roaming in the EU',
  'sub.talk': 'Talk time',
  'sub.sms': 'SMS',
};
