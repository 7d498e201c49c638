import type { DownloadKey } from './downloads-messages.ts';

/** The English words, fetched when somebody reads English. A missing one does not compile. */
export const english: Readonly<Record<DownloadKey, string>> = {
  'act.cancel': 'Cancel',
  'inv.pdfNotReady': 'The PDF is not ready yet. Try again in a little while.',
  'file.notReady': 'The file is not ready yet. Try again in a little while.',
  'file.making': 'The file is being made. We fetch it as soon as it is ready.',
  'file.fetching': 'Fetching the file …',
  'file.saved': 'The file has been fetched: {name}',
  'file.missing': 'The file is no longer there.',
  'file.forbidden': 'You no longer have access to the file.',
  'file.stalled': 'No more of the file arrived. Try again.',
  'file.failed': 'The file could not be fetched. Try again.',
};
