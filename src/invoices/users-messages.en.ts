import type { UsersKey } from './users-messages.ts';

/** The English words, fetched when somebody reads English. A missing one does not compile. */
export const english: Readonly<Record<UsersKey, string>> = {
  'inv.perUser': 'Usage per user',
  'user.one': '{n} user',
  'user.other': '{n} users',
  'user.name': 'Name',
  'user.search': 'Search for user',
  'user.noMatch': 'We found no users matching ”{q}”.',
  'act.clearSearch': 'Clear search',
  'hit.one': '{n} result',
  'hit.other': '{n} results',
  'sub.data': 'Data',
  'sub.talk': 'Talk time',
  'sub.sms': 'SMS',
  'usage.reminder': 'Remember to tell your employees that you can see their usage.',
  'bill.nobody': 'No user',
  'bill.minutes': '{n} min',
  'bill.openAll': 'Show all on the page',
  'bill.closeAll': 'Hide all',
  'bill.allUsers': 'Show all users',
  'bill.searchHint': 'Type a name or telephone number',
};
