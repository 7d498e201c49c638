/** The words for what is to come. Keys of the glossary carry its words. */
import type { Messages } from '../ui/text.ts';

export const danish = {
  'act.undo': 'Fortryd',
  'change.title': 'Kommende ændringer',
  'state.changePlanned': 'Ændring planlagt til {date}',
  'change.plan': '{plan}, {amount} pr. måned',
  'change.creating': 'Abonnementet er ved at blive oprettet.',
  'change.moving': 'Nummeret flyttes til os. Det andet teleselskab har ikke bekræftet datoen endnu.',
  'change.requested': 'Ønsket dato: {date}',
  'change.confirmed': 'Bekræftet dato: {date}',
  'change.sim': 'Et nyt simkort er på vej.',
  'change.esim': 'Et nyt eSIM er på vej.',
  'order.acknowledged': 'Modtaget',
  'order.inProgress': 'I gang',
  'done.newSubscription': 'Abonnementet er aktivt.',
  'done.changePlan': 'Abonnementet er ændret.',
  'done.closeSubscription': 'Abonnementet er nedlagt.',
  'done.replaceSim': 'Simkortet er skiftet.',
  'failed.newSubscription': 'Abonnementet kunne ikke oprettes.',
  'failed.changePlan': 'Abonnementet kunne ikke ændres.',
  'failed.closeSubscription': 'Abonnementet kunne ikke nedlægges.',
  'failed.replaceSim': 'Simkortet kunne ikke skiftes.',
  'sub.closes': 'Abonnementet nedlægges {date}.',
  'sub.moves': 'Nummeret flyttes til os {date}.',
};

export type ComingKey = keyof typeof danish;

export const messages: Messages<ComingKey> = { da: danish, en: async () => (await import('./coming-messages.en.ts')).english };
