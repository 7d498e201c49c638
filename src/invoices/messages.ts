/** The words of the list of invoices. Keys of the glossary carry its words. */
import { danish as common } from '../ui/messages.ts';
import type { Messages } from '../ui/text.ts';

export const danish = {
  ...common,
  'nav.invoice': 'Faktura',
  'nav.backTo': 'Tilbage til {page}',
  'act.specified': 'Specificeret',
  'act.downloadPdf': 'Download som pdf-fil',
  'act.clearFilters': 'Ryd filtre',
  'act.previous': 'Forrige',
  'act.next': 'Næste',
  'page.range': 'Viser {from}–{to} af {total}',
  'inv.list': 'Jeres fakturaer',
  'inv.no': 'Fakturanummer',
  'inv.date': 'Fakturadato',
  'inv.due': 'Forfaldsdato',
  'inv.total': 'I alt inkl. moms',
  'inv.toPay': 'At betale',
  'inv.paid': 'Betalt',
  'inv.unpaid': 'Ikke betalt',
  'inv.partPaid': 'Delvist betalt',
  'inv.overdue': 'Forfalden',
  'inv.credited': 'Krediteret',
  'inv.creditNote': 'Kreditnota',
  'inv.none': 'Der er ingen fakturaer for {company} endnu.',
  'ef.title': 'eFaktura',
  'status.title': 'Status',
  'overdue.one': 'Forfalden for {n} dag siden',
  'overdue.other': 'Forfalden for {n} dage siden',
  'unpaid.one': '{n} faktura er ikke betalt',
  'unpaid.other': '{n} fakturaer er ikke betalt',
  'invoice.overdueSum': 'Heraf er {amount} forfaldet.',
  'invoice.allPaid': 'Alt er betalt.',
  'invoice.left': 'Mangler {amount}',
  'invoice.credits': 'vedrører faktura {n}',
  'invoice.year': 'År',
  'invoice.allYears': 'Alle år',
  'invoice.all': 'Alle',
  'invoice.noMatch': 'Ingen fakturaer passer til det, I har valgt.',
  'invoice.open': 'Se og hent',
  'invoice.pdf': 'Pdf',
  'invoice.fileOf': '{file}, faktura {n}',
};

export type MessageKey = keyof typeof danish;

export const messages: Messages<MessageKey> = { da: danish, en: async () => (await import('./messages.en.ts')).english };
