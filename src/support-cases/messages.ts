/** The words of the list of support cases. Keys of the glossary carry its words. */
import { danish as common } from '../ui/messages.ts';
import type { Messages } from '../ui/text.ts';

export const danish = {
  ...common,
  'nav.myCases': 'Mine supportsager',
  'nav.backTo': 'Tilbage til {page}',
  'act.showMore': 'Vis mere',
  'act.showAll': 'Vis alle',
  'act.clearSearch': 'Ryd søgning',
  'act.clearFilters': 'Ryd filtre',
  'act.previous': 'Forrige',
  'act.next': 'Næste',
  'page.range': 'Viser {from}–{to} af {total}',
  'a11y.moreAbout': 'Vis mere om sagen {subject}',
  'case.one': 'Supportsag',
  'case.no': 'Sagsnummer',
  'case.subject': 'Emne',
  'case.status': 'Status',
  'case.new': 'Ny',
  'case.open': 'Åben',
  'case.pending': 'Venter på jeres svar',
  'case.solved': 'Løst',
  'case.closed': 'Lukket',
  'case.none': 'I har ingen supportsager.',
  'case.changed': 'Senest ændret',
  'case.search': 'Søg efter emne eller sagsnummer',
  'case.all': 'Alle',
  'case.mine': 'Kun mine',
  'case.nr': 'Nr.',
  'case.unsolved': 'Ikke løst',
  'case.yours': 'Din',
  'case.at': '{date} kl. {time}',
  'case.unread': 'Nyt svar',
  'case.noMatch': 'Ingen sager passer til det, I har valgt.',
  'cases.one': '{n} sag',
  'cases.other': '{n} sager',
  'unread.one': '{n} med nyt svar',
  'unread.other': '{n} med nye svar',
  'hits.one': '{n} sag fundet',
  'hits.other': '{n} sager fundet',
};

export type MessageKey = keyof typeof danish;

export const messages: Messages<MessageKey> = { da: danish, en: async () => (await import('./messages.en.ts')).english };
