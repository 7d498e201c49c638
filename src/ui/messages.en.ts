import type { MessageKey } from './messages.ts';

/** The English words, fetched when somebody reads English. A missing one does not compile. */
export const english: Readonly<Record<MessageKey, string>> = {
  'nav.login': 'Log in',
  'nav.noCompanies': 'You are not an administrator of any company yet.',
  'nav.contact': 'Contact us',
  'act.retry': 'Try again',
  'state.loading': 'Loading …',
  'state.stillLoading': 'This is taking longer than usual. Still loading …',
  'state.updatedAt': 'Updated {date} at {time}',
  'state.unknown': 'Unknown',
  'acc.signedOut': 'You are not logged in.',
  'acc.signedOutHint': 'Log in to see your company’s details.',
  'acc.noArea': 'You do not have access to {area}.',
  'acc.why': 'It depends on how you are set up as an administrator.',
  'acc.contact': 'If you think you should have access, please do contact us.',
  'err.offline': 'There is no connection right now. Check the internet connection and try again.',
  'err.unreachable': 'We cannot reach Self-service right now. Try again in a little while.',
  'err.slow': 'It took too long to get an answer. Try again.',
  'err.noToken': 'Logging in is not available right now. Try again in a little while.',
  'err.misconfigured': 'Self-service cannot be shown here. The page it stands on is not set up correctly.',
  'err.missing': 'We cannot find what you are looking for. It may have been deleted.',
  'err.server': 'Something went wrong on our side. Try again in a little while.',
  'err.serverRef': 'Contact us if it goes on. Give the code {code}.',
  'err.busy': 'It is busy right now. Wait a moment and try again.',
  'err.busyFor': 'Try again in {n} s',
  'err.busyUntil': 'Try again after {time}.',
};
