/** Asking now and then whether there is something new: less and less often, and never while nobody can see it (F23). */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** The first pause, how much longer each is than the one before it, and the longest; milliseconds. */
export const pace = { first: 15_000, growth: 1.5, longest: 120_000 };

export interface PollingOptions {
  /** Whether there is somebody to ask for, and something on screen that may be old. */
  readonly wanted: () => boolean;
  /** Asks once; what goes wrong is its own to tell. */
  readonly ask: (signal: AbortSignal) => Promise<void>;
}

export class Polling implements ReactiveController {
  readonly #host: ReactiveControllerHost & EventTarget;
  readonly #options: PollingOptions;
  #gone = new AbortController();
  #pause = pace.first;
  /** When it asks next, by the clock of the page; `undefined` while it sleeps or asks. */
  #due: number | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asking: AbortController | undefined;

  constructor(host: ReactiveControllerHost & EventTarget, options: PollingOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    this.#gone.abort();
    const { signal } = (this.#gone = new AbortController());
    document.addEventListener('visibilitychange', this.#wake, { signal });
    for (const name of ['online', 'offline']) addEventListener(name, this.#wake, { signal });
    for (const name of ['pointerdown', 'keydown', 'focusin']) this.#host.addEventListener(name, this.#stir, { signal });
  }

  hostDisconnected(): void {
    this.#gone.abort();
    this.#sleep();
  }

  hostUpdated(): void {
    if (!this.#awake) this.#sleep();
    else if (this.#due === undefined && !this.#asking) this.#wait();
  }

  get #awake(): boolean {
    return !this.#gone.signal.aborted && !document.hidden && navigator.onLine && this.#options.wanted();
  }

  /** The page is seen again, or the network is back: at once. */
  readonly #wake = (): void => {
    if (!this.#awake) this.#sleep();
    else if (!this.#asking) {
      this.#pause = pace.first;
      void this.#ask();
    }
  };

  /** Somebody is at it. */
  readonly #stir = (): void => {
    this.#pause = pace.first;
    if (this.#due !== undefined && this.#due - performance.now() > pace.first) this.#wait();
  };

  #wait(): void {
    clearTimeout(this.#timer);
    this.#due = performance.now() + this.#pause;
    this.#timer = setTimeout(() => void this.#ask(), this.#pause);
    this.#pause = Math.min(this.#pause * pace.growth, pace.longest);
  }

  #sleep(): void {
    clearTimeout(this.#timer);
    this.#due = undefined;
    this.#asking?.abort();
    this.#asking = undefined;
    this.#pause = pace.first;
  }

  async #ask(): Promise<void> {
    clearTimeout(this.#timer);
    this.#due = undefined;
    if (!this.#awake) return;
    const asking = (this.#asking = new AbortController());
    await this.#options.ask(asking.signal);
    if (asking.signal.aborted) return;
    this.#asking = undefined;
    this.hostUpdated();
  }
}
