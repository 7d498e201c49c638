/** What a whole file of each kind looks like. */
import type { FileKind } from './room.ts';

export interface FileType {
  readonly type: string;
  readonly isWhole: (blob: Blob) => Promise<boolean>;
}

/** The mark at the end of a PDF stands in its last bytes. */
const tail = 1024;

export const types: Readonly<Record<FileKind, FileType>> = {
  pdf: {
    type: 'application/pdf',
    isWhole: async (blob) =>
      (await blob.slice(0, 5).text()) === '%PDF-' && (await blob.slice(Math.max(0, blob.size - tail)).text()).includes('%%EOF'),
  },
  // Every row of it ends; what breaks off within one does not.
  csv: { type: 'text/csv', isWhole: async (blob) => (await blob.slice(-1).text()) === '\n' },
};
