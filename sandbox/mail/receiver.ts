/** A mail server on this machine alone, for what the operator sends: it reads each mail and hands it on. */
import type { AddressInfo } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { newId } from '../database/ids.ts';
import type { ReceivedMail } from './mailbox.ts';

/** The largest mail that is taken in, bytes. */
export const largestMail = 15 * 1024 * 1024;

/** What is kept of a text and of a line, characters. */
const [longestText, longestLine] = [200_000, 1000];

/** The longest id that tells a mail from others, bytes; the longest line of a mail is no longer (RFC 5322). */
const longestId = 998;

/** How long a client may be silent, and how long its last mail may take when the server closes; milliseconds. */
const [silence, farewell] = [30_000, 1_000];

/** A server that listens, and turns everybody away until it is told what to do with a mail. */
export interface MailPort {
  readonly port: number;
  /** From now on each mail is handed to `keep`; when that rejects, the sender is told to try again later. */
  receive(keep: (mail: ReceivedMail) => Promise<void>): void;
  /** Resolves when nobody is connected any more. May be called again. */
  close(): Promise<void>;
}

/**
 * Takes a port of loopback; 0 or nothing is any that is free.
 *
 * @throws the system's error when it is taken
 */
export async function listenForMail(port = 0): Promise<MailPort> {
  let keep: ((mail: ReceivedMail) => Promise<void>) | undefined;
  const server = new SMTPServer({
    ...{ name: 'localhost', size: largestMail, maxClients: 20, socketTimeout: silence, closeTimeout: farewell },
    ...{ disabledCommands: ['AUTH', 'STARTTLS'], disableReverseLookup: true, logger: false },
    onConnect(_session, answer) {
      answer(keep === undefined ? refusal(421, 'The sandbox is starting.') : null);
    },
    onData(stream, session, answer) {
      receive(stream, session).then(
        () => {
          answer(null);
        },
        (error: unknown) => {
          answer(error instanceof Refusal ? error : refusal(451, 'Try again later.'));
        },
      );
    },
  });
  const receive = async (stream: SMTPServerDataStream, session: SMTPServerSession) => {
    const bytes = await readAll(stream);
    await keep?.(received(await parse(bytes), session));
  };
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      // A client that goes away in the middle is no fault of ours.
      server.on('error', () => undefined);
      resolve();
    });
  });
  const { port: taken } = server.server.address() as AddressInfo;
  return {
    port: taken,
    receive(given) {
      keep = given;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
      }),
  };
}

/** What a client is told, by a code of SMTP: one from 400 on is to be tried again, one from 500 on is not. */
class Refusal extends Error {
  readonly responseCode: number;

  constructor(responseCode: number, text: string) {
    super(text);
    this.responseCode = responseCode;
  }
}

const refusal = (code: number, text: string): Refusal => new Refusal(code, text);

/** All of a mail. What is beyond the limit is heard out, as SMTP wants it, and forgotten. */
async function readAll(stream: SMTPServerDataStream): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of stream as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size <= largestMail) pieces.push(piece);
    else pieces.length = 0;
  }
  if (size > largestMail) throw refusal(552, 'The mail is too large.');
  return Buffer.concat(pieces);
}

const parse = (bytes: Buffer): Promise<ParsedMail> =>
  simpleParser(bytes, { skipTextToHtml: true, skipImageLinks: true, skipTextLinks: true, maxHtmlLengthToParse: longestText });

/** The most files of one mail that are kept. */
const mostFiles = 10;

function received({ messageId, from, subject, text, date, attachments }: ParsedMail, { envelope }: SMTPServerSession): ReceivedMail {
  const known = messageId !== undefined && messageId !== '' && Buffer.byteLength(messageId) <= longestId;
  return {
    messageId: known ? clean(messageId) : `<${newId()}@localhost>`,
    sender: line(from?.text ?? (envelope.mailFrom === false ? '' : envelope.mailFrom.address)),
    // Who it was handed in for, which need not be who it says.
    recipient: line(envelope.rcptTo.map(({ address }) => address).join(', ')),
    subject: line(subject ?? ''),
    text: clean(text ?? '').slice(0, longestText),
    files: attachments.slice(0, mostFiles).map(({ filename, content }) => ({ name: line(filename ?? 'fil'), content })),
    writtenAt: date !== undefined && date.getFullYear() >= 1970 && date.getFullYear() <= 9999 ? date : null,
  };
}

/** PostgreSQL keeps no NUL. */
const clean = (text: string): string => text.replaceAll('\0', '');
const line = (text: string): string => clean(text).replaceAll(/\s+/g, ' ').slice(0, longestLine);
