/** Sending a file: it is announced, sent in parts, and only then referred to by what is said (SUP-3, T13, F25). */
import * as z from 'zod/mini';
import { whole } from '../api/values.ts';

/** `POST /companies/{c}/cases/files`: announced. `PUT …/files/{file}/parts/{n}`: so much of it has arrived. */
export const sentFile = z.object({
  id: z.string(),
  /** How many bytes have arrived. */
  received: whole,
  /** All of it is there, and its content is what its name says. */
  complete: z.boolean(),
});
export type SentFile = z.output<typeof sentFile>;

/** The most files of a case, and the most bytes of each (architecture.md). */
export const mostFiles = 20;
export const mostFileBytes = 10_000_000;

/** How long every part but the last is, bytes: no longer than any other body, so that a slow line is never at one request for long. */
export const partBytes = 256 * 1024;

/** What a file may be, by the end of its name (SUP-4). The backend finds out whether it is. */
export const fileEndings = ['pdf', 'png', 'jpg', 'jpeg', 'webp', 'txt', 'csv', 'docx', 'xlsx'] as const;
