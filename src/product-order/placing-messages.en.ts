import { english as forms } from '../ui/form-messages.en.ts';
import type { PlacingKey } from './placing-messages.ts';

/** The English words, fetched when somebody reads English. A missing one does not compile. */
export const english: Readonly<Record<PlacingKey, string>> = {
  ...forms,
  'form.changed': 'The price of {product} has changed: {now} now, {before} before.',
  'form.soldOut': '{product} is sold out and cannot be ordered right now. What you have filled in is still here.',
  'form.withdrawn': '{product} is no longer sold. What you have filled in is still here.',
  'form.gone': '{product} cannot be ordered right now. What you have filled in is still here.',
  'step.orderThanks': 'Thank you for the order',
  'step.orderNo': 'Order number {number}',
  'del.sentTo': 'We are packing the product and will send it to {address} as soon as possible.',
  'del.priceNext': 'The price is automatically added to your next invoice.',
  'prod.one': 'Product',
  'receipt.user': 'User',
  'receipt.expected': 'Expected delivery: {date}',
  'receipt.notSent': 'We are getting the product ready. The user is told when it can be used.',
  'receipt.elsewhere': 'The order has already been sent.',
  'receipt.orders': 'See orders',
  'receipt.more': 'Order more',
  'receipt.sending': 'The order is being sent.',
  'receipt.see': 'See the order',
  'err.userGone': 'The user no longer exists. Choose another.',
  'err.look': 'Check {field}.',
  'err.price': 'The price has changed since the page was fetched. Reload it, and look at it before you send.',
  'err.userKind': 'Choose whether the product is for a new or an existing user.',
  'err.userPick': 'Choose a user from the list, or choose “A new user”.',
  'err.whole': 'Write the quantity as a whole number, e.g. 2.',
  'err.atLeast': 'You must order at least 1.',
  'err.atMost': 'You can order at most {n} at a time.',
  'err.stock': 'There are only {n} left in stock.',
  'err.stockGone': 'There are not that many left in stock. Write a lower quantity.',
};
