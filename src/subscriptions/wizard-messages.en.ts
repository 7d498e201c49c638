import type { danish } from './wizard-messages.ts';

/** The English words, fetched when somebody reads English. A missing one does not compile. */
export const english: Readonly<Record<keyof typeof danish, string>> = {
  'nav.back': 'Back',
  'act.continue': 'Continue',
  'state.optional': 'Optional',
  'err.summaryOne': 'There is 1 error in the form',
  'err.summaryOther': 'There are {n} errors in the form',
  'err.fill': 'Fill in {field}.',
  'err.email': 'Write a valid e-mail address, e.g. navn@example.com.',
  'step.of': 'Step {n} of {total}',
  'step.user': 'User',
  'step.plan': 'Subscription',
  'step.number': 'Number',
  'step.sim': 'SIM card',
  'step.delivery': 'Delivery',
  'step.review': 'Review and approve',
  'step.taken': 'Steps of the guide',
  'a11y.stepDone': 'Step {n}: {name}, done',
  'guide.forWhom': 'Who is the subscription for?',
  'user.costCentre': 'Cost centre',
  'prod.newUser': 'A new user',
  'prod.existingUser': 'An existing user',
  'err.userPick': 'Choose a user from the list, or choose “A new user”.',
  'err.whose': 'Choose whether the subscription is for a new or an existing user.',
};
