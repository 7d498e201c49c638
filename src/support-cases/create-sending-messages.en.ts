import { english as forms } from '../ui/form-messages.en.ts';
import type { SendingKey } from './create-sending-messages.ts';

/** The English words, fetched when somebody reads English. A missing one does not compile. */
export const english: Readonly<Record<SendingKey, string>> = {
  ...forms,
  'case.sent': 'The support case is created. Its number is {number}.',
  'created.unknown': 'The support case is created.',
  'created.see': 'See the support case',
  'created.list': 'See all support cases',
  'created.more': 'When we reply you can see it here, and we write to you by e-mail.',
  'create.notSent': 'The support case has not been sent. What you have written is still here.',
  'create.sending': 'The support case is being sent.',
  'create.see': 'See how it goes',
  'create.elsewhere':
    'This support case seems to have been sent from another window. See whether it is on the list before you begin a new one.',
  'create.startOver': 'Begin a new one',
  'err.look': 'Check {field}.',
  'err.aboutUser': 'Choose a user from the list.',
  'err.aboutOrder': 'Choose the order that the case is about.',
  'err.aboutInvoice': 'Choose the invoice that the case is about.',
  'err.aboutGone': 'We cannot find what the case is about. Choose something else.',
  'err.followsGone': 'We cannot find the case that this one follows. If you send it again, the new case is created by itself.',
  'err.filesOpen': 'Some of the files are not ready. Wait for them, try again or remove them.',
  'err.filesMany': 'There are too many files. Remove some of them.',
};
