/** What a file that was sent may be called (SUP-4, T13). */
import { fileEndings } from '../../src/support-cases/case-file.ts';

/**
 * A name as it is kept: without folders, and without signs that are not seen or that turn the reading around, by which `gpj.exe` passes
 * for `exe.jpg` (T12). The joiner that emoji are made with stays.
 */
export function plainName(sent: string): string {
  const last = sent.normalize('NFC').replace(/^.*[/\\]/s, '');
  return last
    .replaceAll(/\p{Cs}|(?!\u{200d})\p{Cf}/gu, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/\p{Cc}/gu, '')
    .trim();
}

export type FileEnding = (typeof fileEndings)[number];

/** The end of a name by which it is opened, the last; null when no file that is called so is taken. */
export function endingOf(name: string): FileEnding | null {
  const end = /[^.]\.([^.]+)$/.exec(name)?.[1]?.toLowerCase();
  return fileEndings.find((ending) => ending === end) ?? null;
}
