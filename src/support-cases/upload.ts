/** Sending one file: announced, then part after part, and on from where it stopped (SUP-3, T13, F25). */
import { path } from '../api/path.ts';
import { ProblemError, problemIn, type Problem } from '../api/problem.ts';
import { reading } from '../api/read.ts';
import { sendAgain } from '../api/send-again.ts';
import { write } from '../api/write.ts';
import { newKey } from '../ui/new-key.ts';
import type { Sender } from '../ui/submission.ts';
import { partBytes, sentFile } from './case-file.ts';
import type { FileRequest } from './case-request.ts';

/** Why a file will never be taken as it is. */
export type Refusal = 'ending' | 'empty' | 'size' | 'quota' | 'kind' | 'giant' | 'scan' | 'gone' | 'unreadable' | 'other';

export type UploadState =
  /** Its turn has not come, or it waits for the network or for the person to sign in. */
  | { readonly status: 'waiting' }
  /** So many bytes have arrived. */
  | { readonly status: 'sending'; readonly received: number }
  | { readonly status: 'done'; readonly id: string }
  /** It stopped, and may be tried again. */
  | { readonly status: 'failed'; readonly problem: Problem }
  | { readonly status: 'refused'; readonly why: Refusal };

/** The longest name the contract takes. */
const longestName = 200;

/** What the contract calls it, and what it amounts to. */
const byPointer: Readonly<Record<string, Refusal>> = {
  ...{
    '/name ending': 'ending',
    '/size quota': 'quota',
    '/content kind': 'kind',
    '/content giant': 'giant',
    '/content scan': 'scan',
    '/content unreadable': 'unreadable',
  },
  '/size': 'size',
};

/** A name that is longer than the contract takes is shortened in the middle: its ending says what it is. */
const announced = (name: string): string => {
  const tidy = name.trim();
  return tidy.length > longestName ? `${tidy.slice(0, 150)}…${tidy.slice(151 - longestName)}` : tidy;
};

export class Upload {
  readonly #file: File;
  readonly #changed: () => void;
  #state: UploadState = { status: 'waiting' };
  #key = newKey();
  /** What the backend calls it, once it has been announced, and who has announced it. */
  #id: string | undefined;
  #sender: Sender | undefined;
  /** The next part to send. */
  #next = 0;
  #stop = new AbortController();

  /** `changed` is called whenever its state is another one. */
  constructor(file: File, changed: () => void) {
    this.#file = file;
    this.#changed = changed;
  }

  get state(): UploadState {
    return this.#state;
  }

  /** Sends it, or what is left of it; resolves when it is there or has stopped, and never rejects. */
  readonly run = async (sender: Sender): Promise<void> => {
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    this.#sender = sender;
    this.#show({ status: 'sending', received: this.#received });
    try {
      const id = await this.#send(sender, signal);
      this.#show({ status: 'done', id });
    } catch (error) {
      if (signal.aborted) return;
      const problem = problemIn(error);
      const why = refusalIn(problem);
      if (why) {
        // What the backend does not take it does not keep.
        this.#id = undefined;
        this.#show({ status: 'refused', why });
      } else this.#show({ status: 'failed', problem });
    }
  };

  /** It waits for its turn once more. */
  readonly wait = (): void => {
    this.#show({ status: 'waiting' });
  };

  /** It was there and the backend no longer has it: it is sent anew from the beginning. */
  readonly again = (): void => {
    this.#begin();
    this.wait();
  };

  /** Lets go of it. As long as the same person is here, the backend is told to throw away what it has. */
  readonly abort = (now: Sender | undefined): void => {
    this.#stop.abort();
    const id = this.#id;
    const sender = this.#sender;
    if (id !== undefined && sender && sender[0] === now?.[0]) this.#drop(sender, id);
  };

  get #received(): number {
    return Math.min(this.#next * partBytes, this.#file.size);
  }

  #begin(): void {
    this.#key = newKey();
    this.#id = undefined;
    this.#next = 0;
  }

  async #send(sender: Sender, signal: AbortSignal): Promise<string> {
    const isNew = this.#id === undefined;
    try {
      return await this.#parts(sender, signal);
    } catch (error) {
      // What was left half way may have been thrown away meanwhile.
      const gone = error instanceof ProblemError && error.problem.kind === 'missing';
      if (!gone || isNew) throw error;
      this.#begin();
      this.#show({ status: 'sending', received: 0 });
      return await this.#parts(sender, signal);
    }
  }

  async #parts(sender: Sender, signal: AbortSignal): Promise<string> {
    const { size } = this.#file;
    const id = (this.#id ??= await this.#announce(sender, signal));
    for (;;) {
      const bytes = await this.#read(signal);
      const { complete } = await sendAgain(
        sender[0],
        path('companies', sender[1], 'cases', 'files', id, 'parts', String(this.#next)),
        reading(sentFile),
        { method: 'put', signal, bytes },
      );
      this.#next += 1;
      if (complete) return id;
      if (this.#next * partBytes >= size) {
        // Something of it has not arrived after all: the same parts again do no harm.
        this.#next = 0;
        throw new ProblemError({ kind: 'unexpected' });
      }
      this.#show({ status: 'sending', received: this.#received });
    }
  }

  /** Announces it. Once that is on its way it is not broken off, so that what was announced can be taken back. */
  async #announce(sender: Sender, signal: AbortSignal): Promise<string> {
    const json: FileRequest = { name: announced(this.#file.name), size: this.#file.size };
    const { id } = await sendAgain(sender[0], path('companies', sender[1], 'cases', 'files'), reading(sentFile), {
      ...{ method: 'post', json, key: this.#key, signal: new AbortController().signal },
    });
    if (signal.aborted) this.#drop(sender, id);
    signal.throwIfAborted();
    return id;
  }

  /** The bytes of the next part. The person may have moved, changed or deleted the file since it was chosen. */
  async #read(signal: AbortSignal): Promise<ArrayBuffer> {
    const from = this.#next * partBytes;
    const bytes = await this.#file
      .slice(from, from + partBytes)
      .arrayBuffer()
      .catch(() => {
        throw new ProblemError({ kind: 'rejected', fields: [{ pointer: '/content', type: 'unreadable' }] });
      });
    signal.throwIfAborted();
    return bytes;
  }

  /** Whether it works or not, nobody waits for it: the backend throws away what is part of nothing after some time. */
  #drop([client, company]: Sender, id: string): void {
    const { signal } = new AbortController();
    write(client, path('companies', company, 'cases', 'files', id), () => undefined, { method: 'delete', signal }).catch(() => undefined);
  }

  #show(state: UploadState): void {
    this.#state = state;
    this.#changed();
  }
}

const refusalIn = ({ kind, fields = [] }: Problem): Refusal | undefined => {
  if (kind !== 'rejected') return undefined;
  const [field] = fields;
  return field ? (byPointer[`${field.pointer} ${field.type}`] ?? byPointer[field.pointer] ?? 'other') : 'other';
};
