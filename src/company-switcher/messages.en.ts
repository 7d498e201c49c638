import { english as common } from '../ui/messages.en.ts';
import type { MessageKey } from './messages.ts';

/** The English words, fetched when somebody reads English. A missing one does not compile. */
export const english: Readonly<Record<MessageKey, string>> = {
  ...common,
  'nav.switchCompany': 'Switch company',
  'nav.selectedCompany': 'Selected company: {name}',
  'nav.searchCompany': 'Search for company',
  'company.cvr': 'CVR {cvr}',
  'company.one': '{n} company',
  'company.other': '{n} companies',
  'company.first': 'Showing the first {n} of {total}. Type more to find the right one.',
  'company.recent': 'Recently chosen',
  'company.all': 'All companies',
  'company.none': 'We found no company matching ”{q}”.',
  'company.lost': 'You no longer have access to {name}.',
};
