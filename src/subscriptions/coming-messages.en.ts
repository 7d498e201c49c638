import type { ComingKey } from './coming-messages.ts';

/** The English words, fetched when somebody reads English. A missing one does not compile. */
export const english: Readonly<Record<ComingKey, string>> = {
  'act.undo': 'Undo',
  'change.title': 'Coming changes',
  'state.changePlanned': 'Change planned for {date}',
  'change.plan': '{plan}, {amount} per month',
  'change.creating': 'The subscription is being set up.',
  'change.moving': 'The number is moving to us. The other provider has not confirmed the date yet.',
  'change.requested': 'Requested date: {date}',
  'change.confirmed': 'Confirmed date: {date}',
  'change.sim': 'A new SIM card is on its way.',
  'change.esim': 'A new eSIM is on its way.',
  'order.acknowledged': 'Received',
  'order.inProgress': 'In progress',
  'done.newSubscription': 'The subscription is active.',
  'done.changePlan': 'The subscription has been changed.',
  'done.closeSubscription': 'The subscription has been closed.',
  'done.replaceSim': 'The SIM card has been replaced.',
  'failed.newSubscription': 'The subscription could not be set up.',
  'failed.changePlan': 'The subscription could not be changed.',
  'failed.closeSubscription': 'The subscription could not be closed.',
  'failed.replaceSim': 'The SIM card could not be replaced.',
  'sub.closes': 'The subscription closes on {date}.',
  'sub.moves': 'The number moves to us on {date}.',
};
