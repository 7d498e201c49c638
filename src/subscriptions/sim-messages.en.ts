import { english as addresses } from '../ui/address-messages.en.ts';
import type { SimKey } from './sim-messages.ts';

/** The English words, fetched when somebody reads English. A missing one does not compile. */
export const english: Readonly<Record<SimKey, string>> = {
  ...addresses,
  'act.copy': 'Copy',
  'act.hideCode': 'Hide code',
  'state.copied': 'Copied',
  'replace.title': 'Replace SIM card of {name}',
  'replace.kind': 'What would you like?',
  'replace.card': 'We send it by post.',
  'replace.esim': 'The code can be shown on this page when it is ready.',
  'replace.price': '{amount} once, excluding VAT. The price is added to your next invoice.',
  'replace.old': 'The present SIM card stops working when the new one is ready.',
  'replace.pending': 'A new SIM card has already been ordered.',
  'replace.priceChanged': 'The price has changed from {from} to {to}. Look at the new price before you approve again.',
  'replace.cardOrdered': 'We send a new SIM card to {address} as soon as possible.',
  'replace.esimOrdered': 'A new eSIM has been ordered.',
  'codes.title': 'Codes of {phone}',
  'codes.esimTitle': 'eSIM code of {phone}',
  'codes.none': 'The SIM card has no codes that can be shown.',
  'codes.left': 'Hidden in {n} s',
  'codes.hidden': 'The codes are hidden again.',
  'codes.qr': 'QR code with the eSIM code. Scan it with the telephone.',
  'sim.pin': 'PIN code',
  'sim.puk': 'PUK code',
  'sim.pukWarn': 'After ten wrong PUK attempts the SIM card can no longer be used.',
  'sim.esimCode': 'eSIM code',
  'sim.esimOnce': 'The code can usually be used only once.',
};
