/** The words of the form for a new case. Keys of the glossary carry its words. */
import type { FormKey } from '../ui/form-messages.ts';
import type { Messages } from '../ui/text.ts';
import type { AboutKey } from './create-about-messages.ts';
import type { SendingKey } from './create-sending-messages.ts';

export const danish = {
  'act.createCase': 'Opret supportsag',
  'act.cancel': 'Annuller',
  'act.remove': 'Fjern',
  'state.optional': 'Valgfrit',
  'case.subject': 'Emne',
  'case.description': 'Beskrivelse',
  'case.category': 'Kategori',
  'case.catSubscription': 'Abonnement og nummer',
  'case.catSim': 'Simkort og eSIM',
  'case.catInvoice': 'Faktura',
  'case.catOrder': 'Bestilling og levering',
  'case.catFault': 'Fejl og dækning',
  'case.catAccess': 'Adgang og rettigheder',
  'case.catOther': 'Andet',
  'case.priority': 'Prioritet',
  'case.prioLow': 'Lav',
  'case.prioNormal': 'Normal',
  'case.prioHigh': 'Høj',
  'case.prioUrgent': 'Haster',
  'create.notChosen': 'Ikke valgt',
  'create.urgent': 'Haster er til, når mange hos jer ikke kan ringe eller komme på nettet.',
  'create.about': 'Handler sagen om noget bestemt?',
  'create.nothing': 'Nej',
  'create.user': 'En bruger',
  'create.order': 'En bestilling',
  'create.invoice': 'En faktura',
  'create.left': 'Der er plads til {n} tegn mere.',
  'create.over': 'Der er {n} tegn for meget.',
  'create.code': 'Vi sender fejlkoden {code} med.',
  'create.codeLine': 'Fejlkode: {code}',
  'create.removeCode': 'Fjern fejlkoden',
  'create.follows': 'Følger sag nr. {number}',
  'create.followsUnknown': 'Følger en lukket sag',
  'create.mayNot': 'Du kan se supportsager, men ikke oprette dem.',
  'create.begun': 'Du er begyndt på en supportsag, som ikke er sendt.',
  'create.goOn': 'Gå videre med den',
};

/** Of the whole form, whichever of its parts brings them. */
export type CreateKey = keyof typeof danish | FormKey | AboutKey | SendingKey;

export const messages: Messages<keyof typeof danish> = { da: danish, en: async () => (await import('./create-messages.en.ts')).english };
