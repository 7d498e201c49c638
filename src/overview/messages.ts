/** The words of the first page. Keys of the glossary carry its words. */
import { danish as common } from '../ui/messages.ts';
import type { Messages } from '../ui/text.ts';

export const danish = {
  ...common,
  'nav.overview': 'Oversigt',
  'nav.subscriptions': 'Abonnementer',
  'nav.products': 'Produkter',
  'nav.invoice': 'Faktura',
  'nav.myCases': 'Mine supportsager',
  'nav.newSubscription': 'Opret nyt abonnement',
  'nav.allSubscriptions': 'Alle abonnementer',
  'act.showMore': 'Vis mere',
  'act.showAll': 'Vis alle',
  'a11y.moreAbout': 'Vis mere om sagen {subject}',
  'inv.toPay': 'At betale',
  'inv.list': 'Jeres fakturaer',
  'case.new': 'Ny',
  'case.open': 'Åben',
  'case.pending': 'Venter på jeres svar',
  'case.solved': 'Løst',
  'case.closed': 'Lukket',
  'case.updated': 'Senest opdateret {date}',
  'case.none': 'I har ingen supportsager.',
  'case.answered': 'Nyt svar',
  'case.noSubject': 'Uden emne',
  'cases.area': 'supportsager',
  'users.one': '{n} bruger',
  'users.other': '{n} brugere',
  'subscriptions.one': '{n} abonnement',
  'subscriptions.other': '{n} abonnementer',
  'orders.title': 'Bestillinger',
  'orders.way': '{n} på vej',
  'orders.atLeast': 'Mindst {n} på vej',
  'orders.none': 'Ingen på vej',
  'orders.delivery': 'Nærmeste levering {date}',
  'orders.change': 'Næste ændring {date}',
  'orders.noDay': 'Datoen er ikke kendt endnu.',
  'orders.all': 'Alle bestillinger',
  'orders.see': 'Se bestillingen',
  'unpaid.one': '{n} faktura er ikke betalt',
  'unpaid.other': '{n} fakturaer er ikke betalt',
  'invoice.overdueSum': 'Heraf er {amount} forfaldet.',
  'invoice.allPaid': 'Alt er betalt.',
  'next.title': 'Næste faktura',
  'next.on': 'Kommer {date}. Uden moms og forbrug.',
  'next.see': 'Fakturaer',
};

export type MessageKey = keyof typeof danish;

export const messages: Messages<MessageKey> = { da: danish, en: async () => (await import('./messages.en.ts')).english };
