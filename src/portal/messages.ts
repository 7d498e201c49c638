/** The words of the portal's frame. Keys of the glossary carry its words. */
import { danish as common } from '../ui/messages.ts';
import type { Messages } from '../ui/text.ts';

export const danish = {
  ...common,
  'nav.product': 'Selvbetjening',
  'nav.overview': 'Oversigt',
  'nav.subscriptions': 'Abonnementer',
  'nav.products': 'Produkter',
  'nav.invoice': 'Faktura',
  'nav.myCases': 'Mine supportsager',
  'nav.newSubscription': 'Opret nyt abonnement',
  'nav.allSubscriptions': 'Alle abonnementer',
  'nav.skip': 'Gå til indhold',
  'nav.menu': 'Menu',
  'nav.closeMenu': 'Luk menu',
  'nav.language': 'Sprog',
  'nav.logout': 'Log ud',
  'acc.none': 'Ingen adgang',
  'act.reload': 'Hent igen',
  'act.leave': 'Forlad siden',
  'act.stay': 'Bliv på siden',
  'state.unsaved': 'Der er ændringer, som ikke er gemt.',
  'state.leaveUnsaved': 'Vil du forlade siden uden at gemme?',
  'portal.areas': 'Områder',
  'portal.danish': 'Dansk',
  'portal.english': 'English',
  'portal.support': 'Support',
  'portal.person': 'Logget ind som {name}',
  'portal.allHint': 'Se, hvem der har hvad, og find en bruger.',
  'portal.newHint': 'Bestil trin for trin til en ny eller en eksisterende bruger.',
  'portal.replaced': 'Der er kommet en ny udgave af Selvbetjening. Hent siden igen for at fortsætte.',
  'place.missing': 'Siden findes ikke',
  'place.missingHint': 'Adressen fører ikke til noget i Selvbetjening. Måske er den skrevet forkert.',
  'place.toOverview': 'Gå til oversigten',
  'place.details': 'Brugerprofil',
  'place.orders': 'Bestillinger',
  'place.order': 'Bestil produkt',
  'place.eInvoice': 'eFaktura',
  'place.specified': 'Specificeret',
  'place.case': 'Supportsag',
};

export type MessageKey = keyof typeof danish;

export const messages: Messages<MessageKey> = { da: danish, en: async () => (await import('./messages.en.ts')).english };
