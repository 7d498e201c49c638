/** Whether a file is what its name says, found in its content (T13). */
import { fileTypeFromBuffer } from 'file-type/core';
import { endingOf, type FileEnding } from './file-name.ts';
import { pixelsOf } from './file-pixels.ts';

/** The media type of each. All of them are harmless where nothing is run and nothing guessed. */
const types = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  txt: 'text/plain',
  csv: 'text/csv',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const satisfies Readonly<Record<FileEnding, string>>;

/** What a file is served as; the first is for what is none of the others. */
export const fileTypes = ['application/octet-stream', ...new Set<string>(Object.values(types))] as const;

/** A picture of more takes so much memory to look at that whoever opens it is harmed. */
const mostPixels = 100_000_000;

/** What the scan finds: the string that every virus scanner knows by agreement. In two, so that none finds it here. */
const testVirus = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}', '$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

/** Why a file is refused. */
export type Refusal = 'kind' | 'giant' | 'scan';

/** What a file of that name is, or why it is refused. */
export async function inspect(name: string, content: Uint8Array): Promise<{ type: string } | { refusal: Refusal }> {
  const ending = endingOf(name);
  if (hasVirus(content)) return { refusal: 'scan' };
  if (ending === null) return { refusal: 'kind' };
  const type = types[ending];
  const found = await fileTypeFromBuffer(content).catch(() => undefined);
  if (ending === 'txt' || ending === 'csv') return isText(content) && !isDocument(found?.ext) ? { type } : { refusal: 'kind' };
  // A picture that moves is a picture.
  if ((found?.mime === 'image/apng' ? 'image/png' : found?.mime) !== type) return { refusal: 'kind' };
  const pixels = type.startsWith('image/') ? pixelsOf(type, content) : 0;
  if (pixels === null) return { refusal: 'kind' };
  return pixels > mostPixels ? { refusal: 'giant' } : { type };
}

/** What is written in letters, yet made for a program that does what it says. */
const isDocument = (ending: string | undefined): boolean => ['pdf', 'rtf', 'ps', 'eps'].includes(ending ?? '');

/**
 * Whether it is text: UTF-8, or what older programs write (Windows-1252), without the signs that no text has. What it begins with does not
 * count: a list of BMWs begins as a picture does.
 */
const isText = (content: Uint8Array): boolean => !content.some(isNoLetter) && (isUtf8(content) || !content.some(isNoOldLetter));

const isNoLetter = (byte: number): boolean => (byte < 0x20 && ![0x09, 0x0a, 0x0c, 0x0d].includes(byte)) || byte === 0x7f;
const isNoOldLetter = (byte: number): boolean => [0x81, 0x8d, 0x8f, 0x90, 0x9d].includes(byte);

function isUtf8(content: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(content);
    return true;
  } catch {
    return false;
  }
}

const hasVirus = (content: Uint8Array): boolean => new TextDecoder('latin1').decode(content).includes(testVirus);
