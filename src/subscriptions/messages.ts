/** The words of users and subscriptions. Keys of the glossary carry its words. */
import { danish as common } from '../ui/messages.ts';
import type { Messages } from '../ui/text.ts';

export const danish = {
  ...common,
  'nav.subscriptions': 'Abonnementer',
  'nav.backTo': 'Tilbage til {page}',
  'nav.newSubscription': 'Opret nyt abonnement',
  'act.sortView': 'Sorter visning',
  'act.clearSearch': 'Ryd søgning',
  'act.previous': 'Forrige',
  'act.next': 'Næste',
  'state.active': 'Aktivt',
  'state.creating': 'Under oprettelse',
  'state.awaitingMove': 'Afventer flytning',
  'state.blocked': 'Spærret',
  'state.terminating': 'Nedlægges {date}',
  'state.terminated': 'Nedlagt',
  'status.title': 'Status',
  'user.one': '{n} bruger',
  'user.other': '{n} brugere',
  'subscription.one': '{n} abonnement',
  'subscription.other': '{n} abonnementer',
  'hit.one': '{n} resultat',
  'hit.other': '{n} resultater',
  'page.range': 'Viser {from}–{to} af {total}',
  'user.name': 'Navn',
  'user.phone': 'Telefonnummer',
  'user.email': 'E-mailadresse',
  'user.noEmail': 'Ingen e-mailadresse',
  'user.subscription': 'Abonnement',
  'user.search': 'Søg efter bruger',
  'user.searchHint': 'Skriv navn, telefonnummer eller e-mailadresse',
  'user.sortBy': 'Sorter efter',
  'user.sortAsc': 'Stigende',
  'user.sortDesc': 'Faldende',
  'user.noSubscription': 'Intet abonnement',
  'user.more': 'og {n} mere',
  'user.nobody': 'Uden bruger',
  'user.unnamed': 'Uden navn',
  'user.empty': 'I har endnu ingen abonnementer.',
  'user.noMatch': 'Vi fandt ingen brugere, der passer til ”{q}”.',
  'user.noMatchHint': 'Tjek stavemåden, eller ryd søgningen.',
  'user.profile': 'Brugerprofil',
  'a11y.sorted': 'Listen er sorteret efter {field}, {direction}.',
};

export type MessageKey = keyof typeof danish;

export const messages: Messages<MessageKey> = { da: danish, en: async () => (await import('./messages.en.ts')).english };
