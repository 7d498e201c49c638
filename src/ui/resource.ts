/** Reading: one remote value in step with what is asked for. The only place where loading, aborting and failing are written. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { problemIn, type Problem } from '../api/problem.ts';

export type State<Value> =
  /** Nothing is asked for yet. */
  | { readonly status: 'idle' }
  /** Nothing to show yet; `long` after five seconds (F03). */
  | { readonly status: 'loading'; readonly long: boolean }
  /** Got at `at` (milliseconds since 1970). `renewing` while another is on its way in its place; `problem` when getting the same again failed (F10). */
  | { readonly status: 'ready'; readonly value: Value; readonly at: number; readonly renewing: boolean; readonly problem?: Problem }
  | { readonly status: 'failed'; readonly problem: Problem };

export interface ResourceOptions<Args extends readonly unknown[], Value> {
  /** Everything the value depends on; `undefined` while something is missing. */
  readonly args: () => Args | undefined;
  readonly load: (args: Args, signal: AbortSignal) => Promise<Value>;
  /**
   * How many of the first args say whose value it is (person, company). When one of those changes, the old value is gone before the next
   * frame. When only the rest changes (a search, an order, a page), the old one stays on screen, marked as renewing, until the answer is there.
   */
  readonly owner: number;
  /** Called once for each failure that is shown. */
  readonly onProblem?: (problem: Problem) => void;
  readonly onValue?: (value: Value) => void;
}

const longMilliseconds = 5_000;
/** A backend that wants to be left alone for longer is asked again by the person only. */
const patienceMilliseconds = 30_000;

export class Resource<Args extends readonly unknown[], Value> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: ResourceOptions<Args, Value>;
  #state: State<Value> = { status: 'idle' };
  #args: Args | undefined;
  #loading: AbortController | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Whether a busy backend has been asked once more already (F11). */
  #repeated = false;
  /** The args that the value on screen answers. */
  #shownArgs: Args | undefined;

  constructor(host: ReactiveControllerHost, options: ResourceOptions<Args, Value>) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  get state(): State<Value> {
    return this.#state;
  }

  hostUpdate(): void {
    const args = this.#options.args();
    const before = this.#args;
    if (args === before || (args && before && args.length === before.length && args.every((arg, index) => Object.is(arg, before[index]))))
      return;
    const { owner } = this.#options;
    const sameOwner = args && before?.slice(0, owner).every((arg, index) => Object.is(arg, args[index]));
    this.#args = args;
    this.#repeated = false;
    if (!args) this.#stop({ status: 'idle' });
    else this.#start(sameOwner ? this.#state : { status: 'idle' });
  }

  /** A host that is put back asks afresh, also when nothing about it has changed (F22). */
  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#args = undefined;
    this.#stop({ status: 'idle' });
  }

  /** Fetches the same again. What is on screen stays there. */
  readonly reload = (): void => {
    if (!this.#args) return;
    this.#repeated = false;
    this.#start(this.#state);
    this.#host.requestUpdate();
  };

  /** Fetches again what has failed; anything else is left alone. */
  readonly recover = (): void => {
    const { status } = this.#state;
    if (status === 'failed' || (status === 'ready' && this.#state.problem)) this.reload();
  };

  #stop(state: State<Value>): void {
    this.#loading?.abort();
    this.#loading = undefined;
    clearTimeout(this.#timer);
    this.#state = state;
  }

  #start(shown: State<Value>): void {
    const args = this.#args;
    if (!args) return;
    this.#stop(shown.status === 'ready' ? { ...shown, renewing: true } : { status: 'loading', long: false });
    const loading = (this.#loading = new AbortController());
    this.#timer = setTimeout(() => {
      if (this.#state.status === 'loading') this.#show({ status: 'loading', long: true });
    }, longMilliseconds);
    this.#options.load(args, loading.signal).then(
      (value) => {
        if (loading.signal.aborted) return;
        this.#settle({ status: 'ready', value, at: Date.now(), renewing: false });
        this.#options.onValue?.(value);
      },
      (error: unknown) => {
        if (loading.signal.aborted) return;
        this.#fail(args, problemIn(error));
      },
    );
  }

  #fail(args: Args, problem: Problem): void {
    const { until } = problem;
    // A value survives only where it answers what is asked for now, and may still be seen.
    const keep = this.#state.status === 'ready' && args === this.#shownArgs && problem.kind !== 'forbidden' && problem.kind !== 'missing';
    this.#settle(keep && this.#state.status === 'ready' ? { ...this.#state, renewing: false, problem } : { status: 'failed', problem });
    this.#options.onProblem?.(problem);
    if (until !== undefined) this.#tick(until, !this.#repeated && until - Date.now() <= patienceMilliseconds);
  }

  /** Counts down on screen, and asks `again` when the time has come; otherwise the person may (F11). */
  #tick(until: number, again: boolean): void {
    const left = until - Date.now();
    this.#timer = setTimeout(
      () => {
        if (Date.now() < until) this.#tick(until, again);
        else if (again) {
          this.#start(this.#state);
          this.#repeated = true;
        }
        this.#host.requestUpdate();
      },
      Math.min(left > patienceMilliseconds ? 60_000 : 1000, Math.max(0, left)),
    );
  }

  #settle(state: State<Value>): void {
    clearTimeout(this.#timer);
    this.#loading = undefined;
    if (state.status === 'ready' && !state.problem) {
      this.#shownArgs = this.#args;
      this.#repeated = false;
    }
    this.#show(state);
  }

  #show(state: State<Value>): void {
    this.#state = state;
    this.#host.requestUpdate();
  }
}
