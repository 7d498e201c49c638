/**
 * Sending what is queued. Each mail is sent at least once: one that was on its way when a process died is sent again. Its id stays the
 * same, and by that a mailbox keeps it once.
 */
import { sql } from 'drizzle-orm';
import { createTransport } from 'nodemailer';
import { rowsOf, type SandboxDatabase } from '../database/database.ts';

export interface SenderOptions {
  readonly database: SandboxDatabase;
  /** Where mail is handed in: `smtp://host:port`, or `smtps:`, with a name and a password where they are asked for. */
  readonly smtp: string;
  /** Makes the file of a mail that carries an invoice, by the invoice's id; it is sent along. Without it such a mail waits. */
  readonly attach?: (invoiceId: string) => Promise<Attachment>;
  /** How long after its first failure a mail is tried again, milliseconds; 1000 if nothing is said. The next pause is twice as long. */
  readonly firstPause?: number;
  /** Told of each mail that could not be sent. Its code may be kept, its words may name somebody. */
  readonly fault?: (error: unknown) => void;
}

/** A PDF, and what it is called. */
export interface Attachment {
  readonly name: string;
  readonly pdf: Uint8Array;
}

/** A mail that is taken belongs to whoever took it for so long, milliseconds: well above what sending may take. */
const lease = 5 * 60_000;

/** The longest pause between two attempts, milliseconds. */
const longestPause = 60 * 60 * 1000;

/** How long the other side may be silent, milliseconds. */
const patience = { connectionTimeout: 5_000, greetingTimeout: 5_000, dnsTimeout: 5_000, socketTimeout: 10_000 };

interface Taken {
  readonly id: string;
  readonly recipient: string;
  readonly subject: string;
  readonly text: string;
  /** Milliseconds since 1970. */
  readonly queuedAt: number;
  /** How often it has been taken, this time included. */
  readonly attempts: number;
  readonly operator: string;
  readonly sender: string;
  /** The invoice it carries. */
  readonly invoiceId: string | null;
}

/** Sends for one process; several may send from one database. */
export class MailSender {
  readonly #options: SenderOptions;
  readonly #transport: ReturnType<typeof transportTo>;
  #sending: Promise<void> | undefined;
  #stopped = false;

  constructor(options: SenderOptions) {
    this.#options = options;
    this.#transport = transportTo(options.smtp);
  }

  /** Begins to send what is due, unless that is going on already. Nobody waits for it: a server that is slow holds up no order. */
  begin(): void {
    this.#sending ??= this.sendDue()
      .catch((error: unknown) => this.#options.fault?.(error))
      .finally(() => (this.#sending = undefined));
  }

  /** Resolves when the mail under way is sent, or has failed. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#sending;
    this.#transport.close();
  }

  /**
   * Sends every mail that is due, the oldest first. One that cannot be sent is told of and tried again later, unless the other side has
   * refused it for good.
   *
   * @throws what went wrong with the database
   */
  async sendDue(): Promise<void> {
    for (let mail = await this.#take(); mail !== undefined; mail = await this.#take()) {
      try {
        await this.#send(mail);
      } catch (error) {
        await (isRefused(error) ? this.#giveUp(mail) : this.#putOff(mail));
        this.#options.fault?.(error);
        continue;
      }
      await this.#options.database.db.execute(sql`update outbox set sent_at = now() where id = ${mail.id}`);
    }
  }

  /**
   * Takes a mail for as long as the lease runs. No transaction is open while it is sent: PGlite has one connection, and the server that is
   * sent to may be ours, and write in the same database.
   */
  async #take(): Promise<Taken | undefined> {
    if (this.#stopped) return undefined;
    const [mail] = await rowsOf<Taken>(
      this.#options.database.db,
      sql`update outbox set attempts = attempts + 1, due_at = now() + make_interval(secs => ${lease / 1000}::float8)
        from operator
        where id = (select id from outbox where sent_at is null and given_up_at is null and due_at <= now() order by due_at, no limit 1 for update skip locked)
        returning id, recipient, subject, text, extract(epoch from queued_at)::float8 * 1000 as "queuedAt", attempts,
          operator.name as operator, operator.email as sender, invoice_id as "invoiceId"`,
    );
    return mail;
  }

  /** The address goes as an object: as a text it would be taken apart, and a comma in it would make two. */
  async #send({ id, recipient, subject, text, queuedAt, operator, sender, invoiceId }: Taken): Promise<void> {
    const file = invoiceId === null ? undefined : await this.#fileOf(invoiceId);
    await this.#transport.sendMail({
      messageId: `<${id}@${sender.split('@')[1] ?? ''}>`,
      date: new Date(queuedAt),
      from: { name: operator, address: sender },
      to: { name: '', address: recipient },
      subject,
      text,
      ...(file && { attachments: [{ filename: file.name, content: Buffer.from(file.pdf), contentType: 'application/pdf' }] }),
      headers: { 'Auto-Submitted': 'auto-generated' },
      xMailer: false,
    });
  }

  /** @throws where none are made, so that the mail is tried again later */
  #fileOf(invoiceId: string): Promise<Attachment> {
    const { attach } = this.#options;
    if (attach === undefined) throw new Error('An invoice is to be sent, and nobody makes its file.');
    return attach(invoiceId);
  }

  async #giveUp({ id }: Taken): Promise<void> {
    await this.#options.database.db.execute(sql`update outbox set given_up_at = now() where id = ${id} and sent_at is null`);
  }

  /** Unless somebody else has it by now. */
  async #putOff({ id, attempts }: Taken): Promise<void> {
    const pause = Math.min((this.#options.firstPause ?? 1000) * 2 ** (attempts - 1), longestPause);
    await this.#options.database.db.execute(
      sql`update outbox set due_at = now() + make_interval(secs => ${pause / 1000}::float8)
        where id = ${id} and attempts = ${attempts} and sent_at is null`,
    );
  }
}

/** By the reply codes of SMTP, 5 in front is final: the same mail would be refused again. That we may not hand in any is not about the mail. */
const isRefused = (error: unknown): boolean => {
  const { responseCode = 0, command = '' } = error as { readonly responseCode?: number; readonly command?: string };
  return responseCode >= 500 && /^(?:RCPT TO|DATA|MAIL FROM)$/.test(command);
};

const transportTo = (url: string) => createTransport({ url, ...patience });
