/** Sending files for support cases as an element does, and what may be in them. */
import assert from 'node:assert/strict';
import type { ProblemDetails } from '../../sandbox/http/problem.ts';
import { partBytes, type SentFile } from '../../src/support-cases/case-file.ts';
import type { CaseRequest } from '../../src/support-cases/case-request.ts';
import type { SupportCase } from '../../src/support-cases/case.ts';
import { change } from './changing.ts';
import { own, type Answer, type Sandbox } from './engines.ts';

/** Letters as bytes, one each. */
export const bytesOf = (letters: string): Uint8Array<ArrayBuffer> => Uint8Array.from(letters, (letter) => letter.charCodeAt(0));

/** A PNG whose header tells a size, and nothing after it. */
export function pngOf(width: number, height: number): Uint8Array<ArrayBuffer> {
  const png = bytesOf('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\0\0\0\0\0\x08\x06\0\0\0\0\0\0\0\0\0\0\0IDAT\0\0\0\0\0\0\0\0IEND\xaeB`\x82');
  const view = new DataView(png.buffer);
  view.setUint32(16, width);
  view.setUint32(20, height);
  return png;
}

/** A JPEG whose frame tells a size, after what a camera writes about itself. */
export const jpegOf = (width: number, height: number): Uint8Array<ArrayBuffer> =>
  Uint8Array.of(
    ...[0xff, 0xd8, 0xff, 0xe0, 0, 16, ...bytesOf('JFIF\0\x01\x01\0\0\x01\0\x01\0\0')],
    ...[0xff, 0xe1, 0, 4, 0xff, 0xc0, 0xff, 0xff, 0xc4, 0, 3, 0],
    ...[0xff, 0xc2, 0, 11, 8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0],
    ...[0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 1, 2, 3, 0xff, 0xd9],
  );

/** A WebP of one of its three kinds, whose header tells a size. */
export function webpOf(kind: 'VP8 ' | 'VP8L' | 'VP8X', width: number, height: number): Uint8Array<ArrayBuffer> {
  const webp = bytesOf(`RIFF\x22\0\0\0WEBP${kind}\x0a\0\0\0${'\0'.repeat(14)}`);
  const view = new DataView(webp.buffer);
  const [right, down] = [width - 1, height - 1];
  if (kind === 'VP8 ') {
    webp.set([0x9d, 0x01, 0x2a], 23);
    view.setUint16(26, width, true);
    view.setUint16(28, height, true);
  } else if (kind === 'VP8L') {
    webp[20] = 0x2f;
    view.setUint32(21, (down << 14) | right, true);
  } else {
    webp.set([right & 255, (right >> 8) & 255, right >> 16, down & 255, (down >> 8) & 255, down >> 16], 24);
  }
  return webp;
}

/** A document of an office program, which is a package whose first file tells what it is. */
export function officeOf(type: string): Uint8Array<ArrayBuffer> {
  const [name, content] = ['[Content_Types].xml', `<Types><Override PartName="/main.xml" ContentType="${type}.main+xml"/></Types>`];
  const local = new DataView(new ArrayBuffer(30));
  local.setUint32(0, 0x504b0304);
  local.setUint16(4, 20, true);
  local.setUint32(18, content.length, true);
  local.setUint32(22, content.length, true);
  local.setUint16(26, name.length, true);
  return Uint8Array.of(...new Uint8Array(local.buffer), ...bytesOf(name + content));
}

/** So many bytes that are a PDF by their header, each after it different from its neighbours. */
export function pdfOf(size: number): Uint8Array<ArrayBuffer> {
  const pdf = new Uint8Array(size).map((_, at) => (at * 31 + (at >>> 8) * 7) % 251);
  pdf.set(bytesOf('%PDF-1.7\n').subarray(0, size));
  return pdf;
}

export type Refused = ProblemDetails & SentFile;

/** Someone who sends files in a company. */
export class Sender {
  readonly #sandbox: Sandbox;
  readonly #as: string;
  readonly files: string;

  constructor(sandbox: Sandbox, company: string, as = 'maja') {
    this.#sandbox = sandbox;
    this.#as = as;
    this.files = `/companies/${company}/cases/files`;
  }

  announce(name: string, size: number, key: string = crypto.randomUUID()): Promise<Answer<Refused>> {
    return change(this.#sandbox, this.files, { as: this.#as, json: { name, size }, key });
  }

  part(file: string, part: number | string, body: BodyInit, headers: Record<string, string> = {}): Promise<Answer<Refused>> {
    const typed = { 'content-type': 'application/octet-stream', ...headers };
    return this.#sandbox.ask(`${this.files}/${file}/parts/${String(part)}`, { as: this.#as, method: 'PUT', body, headers: typed });
  }

  remove(file: string): Promise<Answer<Refused>> {
    return this.#sandbox.ask(`${this.files}/${file}`, { as: this.#as, method: 'DELETE' });
  }

  /** All of it, one part after the other; resolves to the first answer that refuses it, or to the last. */
  async send(name: string, content: Uint8Array<ArrayBuffer>): Promise<Answer<Refused>> {
    let answer = await this.announce(name, content.length);
    const { id } = answer.body;
    for (let part = 0; answer.status < 300 && part * partBytes < content.length; part++) {
      answer = await this.part(id, part, content.slice(part * partBytes, (part + 1) * partBytes));
    }
    return answer;
  }
}

/** Says something in a new case of a company, with files that were sent; resolves to the case's address. */
export async function sayWith(sandbox: Sandbox, company: string, files: readonly string[]): Promise<string> {
  const json: CaseRequest = {
    ...{ subject: 'Et emne', description: 'Se filen', category: null, priority: null, about: null, follows: null },
    files: [...files],
  };
  const { status, body, text } = await change<SupportCase>(sandbox, `/companies/${company}/cases`, { json });
  assert.equal(status, 201, text);
  return `/companies/${company}/cases/${body.id}`;
}

/** A file as it is fetched, byte for byte. */
export const fetchFile = (sandbox: Sandbox, path: string, as = 'maja'): Promise<Response> =>
  sandbox.fetch(new Request(`${own}/v1${path}`, { headers: { authorization: `Bearer ${as}` } }));
