/** The words of what is downloaded. Keys of the glossary carry its words. */
import type { Messages } from '../ui/text.ts';

export const danish = {
  'act.cancel': 'Annuller',
  'inv.pdfNotReady': 'Pdf-filen er ikke klar endnu. Prøv igen om lidt.',
  'file.notReady': 'Filen er ikke klar endnu. Prøv igen om lidt.',
  'file.making': 'Filen er ved at blive lavet. Vi henter den, så snart den er klar.',
  'file.fetching': 'Henter filen …',
  'file.saved': 'Filen er hentet: {name}',
  'file.missing': 'Filen findes ikke længere.',
  'file.forbidden': 'Du har ikke længere adgang til at hente filen.',
  'file.stalled': 'Der kom ikke mere af filen. Prøv igen.',
  'file.failed': 'Filen kunne ikke hentes. Prøv igen.',
};

export type DownloadKey = keyof typeof danish;

export const messages: Messages<DownloadKey> = { da: danish, en: async () => (await import('./downloads-messages.en.ts')).english };
