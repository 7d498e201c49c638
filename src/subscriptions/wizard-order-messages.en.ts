import { english as form } from '../ui/form-messages.en.ts';
import { english as choices } from './wizard-choice-messages.en.ts';
import type { OrderKey } from './wizard-order-messages.ts';

/** The English words, fetched when somebody reads English. A missing one does not compile. */
export const english: Readonly<Record<OrderKey, string>> = {
  ...form,
  ...choices,
  'step.edit': 'Change',
  'step.orderThanks': 'Thank you for the order',
  'step.orderNo': 'Order number {number}',
  'step.billed': 'The subscription is automatically part of your next invoice.',
  'review.held': 'Reserved for you until {time}',
  'review.firstInvoice': 'The first invoice is higher, because it covers the set-up fee, the rest of this month and all of the next.',
  'err.userGone': 'The user no longer exists. Choose another.',
  'err.numberOurs': 'The number is with us already and cannot be moved here.',
  'err.look': 'Check {field}.',
  'receipt.otherWindow': 'The order was sent from another window.',
  'receipt.received': 'We have received the order.',
  'receipt.creating': 'The subscription is being set up. It usually takes only a moment.',
  'receipt.asking': 'We have asked the current provider for the number. The date has not been confirmed yet.',
  'receipt.moves': 'The number {phone} moves to us on {date}. The subscription begins the same day.',
  'receipt.wished': 'Wanted date: {date}',
  'receipt.unconfirmed': 'The date is confirmed when the current provider has answered. It takes two days at most.',
  'receipt.confirmed': 'Confirmed date: {date}',
  'receipt.notCreated': 'Not created',
  'receipt.active': 'The subscription is active.',
  'receipt.failed': 'The subscription could not be created.',
  'receipt.wrongOwner':
    'The number could not be moved. The current provider has registered another owner. Find the owner’s CVR number, and order again.',
  'receipt.unknownNumber': 'The number could not be moved. The current provider does not know it. Check the number, and order again.',
  'receipt.refused': 'The number could not be moved. The current provider has said no. Talk to them, and order again.',
  'receipt.cancelled': 'The order has been taken back.',
  'receipt.unknown': 'We cannot see how far the order has come.',
  'receipt.card': 'We are packing the SIM card and will send it to {address} as soon as possible.',
  'receipt.esim': 'The eSIM code is shown in the user’s profile when the subscription is active.',
  'receipt.profile': 'See the profile of {name}',
  'receipt.show': 'See the receipt',
  'receipt.sending': 'The order is being sent.',
};
