/** The words of an itemised invoice. Keys of the glossary carry its words. */
import type { Messages } from '../ui/text.ts';

export const danish = {
  'act.downloadCsv': 'Download som csv-fil',
  'inv.reminder': 'Rykker',
  'inv.lines': 'Varelinjer',
  'inv.net': 'Beløb ekskl. moms',
  'inv.vat': 'Moms (25 %)',
  'inv.vatFree': 'Beløb mærket med * er uden moms.',
  'inv.paymentId': 'Betalings-id',
  'inv.creditor': 'Kreditornummer',
  'inv.catSubscription': 'Abonnement',
  'inv.catUsageDk': 'Forbrug i Danmark',
  'inv.catUsageEu': 'Forbrug i EU',
  'inv.catUsageWorld': 'Forbrug uden for EU',
  'inv.catContent': 'Indholdstakserede tjenester',
  'inv.catPremium': 'Opkald til særtjenester',
  'inv.catProducts': 'Produkter',
  'inv.catOneOff': 'Oprettelse og gebyrer',
  'inv.catDiscount': 'Rabat',
  'inv.catRefund': 'Tilbagebetaling',
  'bill.invoice': 'Faktura {n}',
  'bill.creditNote': 'Kreditnota {n}',
  'bill.credits': 'Vedrører faktura',
  'bill.creditNotes': 'Krediteret med kreditnota',
  'bill.ahead': 'Abonnement for',
  'bill.used': 'Forbrug for',
  'bill.reminded': 'Sendt {date}',
  'bill.payment': 'Betalingslinje (FIK)',
  'bill.vatFree': 'Beløb uden moms *',
};

export type SpecifiedKey = keyof typeof danish;

export const messages: Messages<SpecifiedKey> = { da: danish, en: async () => (await import('./specified-messages.en.ts')).english };
