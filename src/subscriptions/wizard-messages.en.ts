import { english as form } from '../ui/form-messages.en.ts';
import type { danish } from './wizard-messages.ts';

/** The English words, fetched when somebody reads English. A missing one does not compile. */
export const english: Readonly<Record<keyof typeof danish, string>> = {
  ...form,
  'step.of': 'Step {n} of {total}',
  'step.user': 'User',
  'step.plan': 'Subscription',
  'step.number': 'Number',
  'step.sim': 'SIM card',
  'step.delivery': 'Delivery',
  'step.review': 'Review and approve',
  'step.taken': 'Steps of the guide',
  'step.draftKept': 'The draft is kept until you close the page.',
  'a11y.stepDone': 'Step {n}: {name}, done',
  'guide.begun': 'You have begun to create a subscription.',
  'guide.discard': 'Delete draft',
  'guide.chosen': 'Your choices',
  'guide.monthly': 'Per month',
  'guide.once': 'Once',
  'guide.forWhom': 'Who is the subscription for?',
  'user.costCentre': 'Cost centre',
  'plan.vat': 'All prices are excluding VAT.',
  'prod.newUser': 'A new user',
  'prod.existingUser': 'An existing user',
  'plan.gone': 'The subscription {plan} can no longer be ordered. Choose another.',
  'plan.changed':
    'The price of {plan} has changed since you chose it. Per month: now {monthly}, before {monthlyBefore}. Set-up fee: now {setup}, before {setupBefore}.',
  'num.lapsed': 'The reservation of {phone} has ended. Choose a number again.',
  'err.userPick': 'Choose a user from the list, or choose “A new user”.',
  'err.userKind': 'Choose whether the subscription is for a new or an existing user.',
};
