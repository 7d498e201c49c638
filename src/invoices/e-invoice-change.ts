/** Changing who gets the invoice: what is sent, what has become of it, and what somebody else changed meanwhile (F06, F18). */
import type { Problem } from '../api/problem.ts';
import { sendingNotice } from '../ui/sending.ts';
import { Submission, type Sending } from '../ui/submission.ts';
import { changeEInvoice, readEInvoice, type EInvoiceChange, type VersionedEInvoice } from './e-invoice-api.ts';
import type { EInvoiceRoom } from './e-invoice-words.ts';
import { EInvoiceChangedEvent } from './events.ts';

export interface ChangingOptions {
  /** What was found when the place was opened. */
  readonly found: () => VersionedEInvoice | undefined;
  /** Something has been typed: what somebody else did stands beside it. */
  readonly isTouched: () => boolean;
  /** It has been done; whether the company gets its invoices by e-mail now. */
  readonly done: (signedUp: boolean) => void;
  readonly refused: (problem: Problem) => void;
  /** Somebody else was first; it can be looked at. */
  readonly overtaken: () => void;
  /** Fetches what has changed or gone meanwhile. */
  readonly reload: () => void;
}

export class Changing {
  readonly #room: EInvoiceRoom;
  readonly #options: ChangingOptions;
  readonly #submission: Submission<EInvoiceChange, VersionedEInvoice>;
  /** The answer to what was sent last: newer than what was found. */
  #newest: VersionedEInvoice | undefined;
  #theirs: readonly string[] | undefined;

  constructor(room: EInvoiceRoom, options: ChangingOptions) {
    this.#room = room;
    this.#options = options;
    const { element, sender } = room;
    this.#submission = new Submission(element, {
      sender,
      send: (who, content, key, signal) => changeEInvoice(...who, content, key, signal),
      onDone: (answer, { addresses }) => {
        const signedUp = addresses.length > 0;
        element.dispatchEvent(new EInvoiceChangedEvent(signedUp));
        this.#newest = answer;
        options.done(signedUp);
      },
      onProblem: (problem) => {
        if (problem.kind === 'changed') void this.#merge();
        else if (problem.kind === 'rejected') options.refused(problem);
        else room.failed(problem);
      },
    });
  }

  /** How it stands, and the version of that. */
  get shown(): VersionedEInvoice | undefined {
    return this.#newest ?? this.#options.found();
  }

  /** Who gets it by now, when somebody else changed that while something was typed. */
  get theirs(): readonly string[] | undefined {
    return this.#theirs;
  }

  get state(): Sending<VersionedEInvoice> {
    return this.#submission.state;
  }

  /** Something is on its way or may have been done. */
  get isOpen(): boolean {
    return this.#submission.isOpen;
  }

  get isBusy(): boolean {
    const { status } = this.state;
    return status === 'sending' || status === 'waiting';
  }

  /** Who is to get it from now on; nobody leaves eFaktura. */
  readonly send = (addresses: readonly string[]): void => {
    if (this.isOpen) return;
    this.#theirs = undefined;
    this.#submission.submit({ addresses: [...addresses], match: this.shown?.etag });
  };

  /** What has become of it. */
  readonly notice = (retry: () => void): unknown => {
    const { say, language } = this.#room.text;
    return sendingNotice({ say, language }, this.state, {
      listed: true,
      check: this.#submission.check,
      retry,
      reload: () => {
        this.#submission.forget();
        this.#options.reload();
      },
    });
  };

  /** What is typed by now is another matter than what was sent. */
  readonly settle = (): void => {
    const { status } = this.state;
    if (status === 'done' || status === 'failed') this.#submission.forget();
  };

  /** What was typed has been given up. */
  readonly giveUp = (): void => {
    this.#theirs = undefined;
    this.#submission.forget();
  };

  /** What was found just now is the newest. */
  readonly found = (): void => {
    this.#newest = undefined;
  };

  readonly forget = (): void => {
    this.giveUp();
    this.found();
  };

  readonly recover = (): void => {
    this.#submission.recover();
  };

  /** Reads who gets it by now; what was typed stays, and is sent again by the person (F18). */
  async #merge(): Promise<void> {
    const { sender, element } = this.#room;
    const who = sender();
    if (!who) return;
    const newest = await readEInvoice(...who, new AbortController().signal).catch(() => undefined);
    if (!newest || sender()?.[1] !== who[1]) return;
    this.#newest = newest;
    if (this.#options.isTouched()) this.#theirs = newest.eInvoice.addresses ?? [];
    this.#submission.forget();
    this.#options.overtaken();
    element.requestUpdate();
  }
}
