import type { danish } from './form-messages.ts';

/** The English words, fetched when somebody reads English. A missing one does not compile. */
export const english: Readonly<Record<keyof typeof danish, string>> = {
  'act.approveSend': 'Approve and send',
  'act.cancel': 'Cancel',
  'state.optional': 'Optional',
  'del.address': 'Delivery address',
  'prod.forWhom': 'Who is the product for?',
  'prod.newUser': 'A new user',
  'prod.existingUser': 'An existing user',
  'prod.quantity': 'Quantity',
  'user.name': 'Name',
  'user.email': 'E-mail address',
  'user.costCentre': 'Cost centre',
  'inv.yourRef': 'Your reference',
  'form.fewer': 'One fewer',
  'form.more': 'One more',
  'form.left': 'There are {n} in stock.',
  'form.times': '{n} × {product}',
  'form.sum': 'In all',
  'form.sentTo': 'Sent to',
  'form.notSent': 'No parcel is sent. The user is told when the product is ready to use.',
  'form.notSentShort': 'Not sent',
  'form.open': 'Missing',
};
