/** Tells the backend what the person has seen, once it has been in sight (R3, F23). */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

export interface SeenOptions {
  /** The last thing that was said, as it stands on the screen. */
  readonly last: () => Element | null;
  /** Its id, while the person has not seen all. */
  readonly unseen: () => string | undefined;
  readonly tell: (message: string, signal: AbortSignal) => Promise<void>;
}

export class Seen implements ReactiveController {
  readonly #options: SeenOptions;
  #observer: IntersectionObserver | undefined;
  #watched: Element | null = null;
  /** What has been told, or is being told. */
  #told: string | undefined;
  #gone = new AbortController();

  constructor(host: ReactiveControllerHost, options: SeenOptions) {
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    this.#gone.abort();
    this.#gone = new AbortController();
    this.#observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) void this.#tell();
    });
    this.#watched = null;
  }

  hostDisconnected(): void {
    this.#gone.abort();
    this.#observer?.disconnect();
    this.#told = undefined;
  }

  hostUpdated(): void {
    const id = this.#options.unseen();
    const last = id === undefined || id === this.#told ? null : this.#options.last();
    if (last === this.#watched) return;
    this.#observer?.disconnect();
    this.#watched = last;
    if (last) this.#observer?.observe(last);
  }

  async #tell(): Promise<void> {
    const id = this.#options.unseen();
    if (id === undefined || id === this.#told || document.hidden) return;
    this.#told = id;
    try {
      await this.#options.tell(id, this.#gone.signal);
    } catch {
      // It stays new, and is told with what comes next.
      this.#told = undefined;
    }
  }
}
