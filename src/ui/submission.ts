/** Writing: one intention, sent once. The only place where something is sent. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Client } from '../api/client.ts';
import { problemIn, type Problem, type ProblemKind } from '../api/problem.ts';
import { newKey } from './new-key.ts';

export type Sending<Value> =
  /** Nothing has been sent. */
  | { readonly status: 'ready' }
  /**
   * On its way; `checking` once its answer was lost and is being found out, `long` after five seconds (F03). `problem` is why it waits: `busy`
   * until it is sent once more by itself (F11), `processing` while the backend is at it (F12).
   */
  | { readonly status: 'sending'; readonly checking: boolean; readonly long: boolean; readonly problem?: Problem }
  /** The session has ended meanwhile: it goes on by itself when the same person is back (F15). */
  | { readonly status: 'waiting' }
  | { readonly status: 'done'; readonly value: Value }
  /** It has not been done. */
  | { readonly status: 'failed'; readonly problem: Problem }
  /** It may have been done. Only asking again with the same key tells (F13). */
  | { readonly status: 'unsure'; readonly problem: Problem };

/** Who sends, and for which company. */
export type Sender = readonly [client: Client, company: string];

export interface SubmissionOptions<Content, Value> {
  /** Nobody while signed out. */
  readonly sender: () => Sender | undefined;
  readonly send: (sender: Sender, content: Content, key: string, signal: AbortSignal) => Promise<Value>;
  /** Called once for each thing that was done, also when the host has left the page meanwhile (F22). */
  readonly onDone?: (value: Value, content: Content) => void;
  readonly onProblem?: (problem: Problem) => void;
}

/** So often an answer that was lost is asked for by itself. */
const repeats = 2;
/** Something that is being done is asked after for so long, and a busy backend is waited for. Milliseconds. */
const patience = 30_000;
const longMilliseconds = 5_000;

/** The backend did not know, or was still at it: what was sent may have been done. */
const open: ReadonlySet<ProblemKind> = new Set(['unsure', 'processing', 'unexpected']);
/** The backend says so of the intention itself: with the same key it would have repeated its first answer, had it been done. */
const definite: ReadonlySet<ProblemKind> = new Set(['rejected', 'changed', 'late']);

const sameSender = (one: Sender | undefined, other: Sender | undefined): boolean => one?.[0] === other?.[0] && one?.[1] === other?.[1];

export class Submission<Content, Value> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: SubmissionOptions<Content, Value>;
  #state: Sending<Value> = { status: 'ready' };
  #intention: { readonly content: Content; readonly written: string; readonly key: string; readonly sender: Sender } | undefined;
  /** What is under way; an older one finishes unheard. */
  #turn = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #countdown: ReturnType<typeof setTimeout> | undefined;
  /** An answer to the present intention was lost. Until one comes that is about it, nobody knows whether it was done. */
  #lost = false;
  /** Nobody has been here since the session ended: who is here afterwards has signed in (F15). */
  #left = false;

  constructor(host: ReactiveControllerHost, options: SubmissionOptions<Content, Value>) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  get state(): Sending<Value> {
    return this.#state;
  }

  /** Whether something is on its way or may have been done: what was typed must stay as it is. */
  get isOpen(): boolean {
    const { status } = this.#state;
    return status === 'sending' || status === 'waiting' || status === 'unsure';
  }

  /**
   * Sends. While the outcome of the last sending is open, it is that which is found out, whatever the content. The key stays the same until
   * the content changes, unless one is given.
   */
  readonly submit = (content: Content, key?: string): void => {
    const { status } = this.#state;
    if (status === 'sending' || status === 'waiting') return; // one in flight (F21)
    const sender = this.#options.sender();
    if (!sender) return;
    if (status !== 'unsure') {
      const written = JSON.stringify(content);
      const before = status === 'done' || this.#intention?.written !== written ? undefined : this.#intention.key;
      this.#intention = { content, written, key: key ?? before ?? newKey(), sender };
      this.#lost = false;
    }
    void this.#run();
  };

  /** Finds out what became of it: the same again, with the same key. */
  readonly check = (): void => {
    if (this.#state.status === 'unsure') void this.#run();
  };

  /** The network is back: what was sent off and lost is asked after once (F02). */
  readonly recover = (): void => {
    this.check();
  };

  /** Lets go of it. What is under way is done all the same, and reported to nobody. */
  readonly forget = (): void => {
    this.#turn += 1;
    this.#intention = undefined;
    this.#show({ status: 'ready' });
  };

  hostUpdate(): void {
    const sender = this.#options.sender();
    if (!sender) this.#left = true;
    if (!this.#intention || !sender) return;
    // Another person, or another company: nothing of it is theirs.
    if (!sameSender(sender, this.#intention.sender)) this.forget();
    else if (this.#state.status === 'waiting' && this.#left) void this.#run();
  }

  hostConnected(): void {
    this.#count();
  }

  hostDisconnected(): void {
    clearTimeout(this.#countdown);
  }

  async #run(): Promise<void> {
    const intention = this.#intention;
    if (!intention) return;
    const turn = ++this.#turn;
    const { sender, content, key } = intention;
    const begun = Date.now();
    this.#send({ long: false });
    this.#timer = setTimeout(() => {
      if (turn === this.#turn && this.#state.status === 'sending') this.#show({ ...this.#state, long: true });
    }, longMilliseconds);
    for (let attempt = 0; ; attempt++) {
      const answer = await this.#options.send(sender, content, key, new AbortController().signal).then(
        (value) => ({ value }),
        (error: unknown) => problemIn(error),
      );
      if (turn !== this.#turn) return;
      if ('value' in answer) {
        this.#show({ status: 'done', value: answer.value });
        this.#options.onDone?.(answer.value, content);
        return;
      }
      const { kind } = answer;
      this.#lost = !definite.has(kind) && (this.#lost || open.has(kind));
      const wait = this.#waitFor(answer, attempt, Date.now() - begun);
      if (wait === undefined) {
        this.#fail(answer);
        return;
      }
      this.#send(kind === 'busy' || kind === 'processing' ? { problem: answer } : {});
      await new Promise((resolve) => setTimeout(resolve, wait));
      if (turn !== this.#turn) return;
      if (kind === 'busy') this.#send({});
    }
  }

  /** How long to wait before it is sent again by itself; `undefined` when the person decides. Milliseconds. */
  #waitFor({ kind, until }: Problem, attempt: number, spent: number): number | undefined {
    const named = until === undefined ? 0 : Math.max(0, until - Date.now());
    if (named > patience) return undefined;
    switch (kind) {
      case 'processing': {
        const wait = Math.max(named, Math.min(500 * 1.5 ** attempt, 5_000));
        return spent + wait > patience ? undefined : wait;
      }
      case 'busy':
        return attempt === 0 ? named : undefined;
      case 'unsure':
        return attempt < repeats ? named || Math.random() * 300 * 2 ** attempt : undefined;
      default:
        return undefined;
    }
  }

  #fail(problem: Problem): void {
    if (problem.kind === 'signed-out') {
      this.#left = !this.#options.sender();
      this.#show({ status: 'waiting' });
    } else {
      this.#show({ status: this.#lost ? 'unsure' : 'failed', problem });
      this.#options.onProblem?.(problem);
    }
  }

  #send({ long = this.#state.status === 'sending' && this.#state.long, problem }: { long?: boolean; problem?: Problem }): void {
    this.#show({ status: 'sending', checking: this.#lost, long, ...(problem && { problem }) });
  }

  #show(state: Sending<Value>): void {
    if (state.status !== 'sending') clearTimeout(this.#timer);
    this.#state = state;
    this.#host.requestUpdate();
    this.#count();
  }

  /** Draws the host anew while a countdown is on screen (F11). */
  #count(): void {
    clearTimeout(this.#countdown);
    const { problem } = this.#state as { problem?: Problem };
    const until = problem?.until;
    const left = until === undefined ? 0 : until - Date.now();
    if (left <= 0) return;
    this.#countdown = setTimeout(
      () => {
        this.#host.requestUpdate();
        this.#count();
      },
      left > patience ? 60_000 : Math.min(1_000, left),
    );
  }
}
