/** When to look again at something that is under way: each pause is the two before it together, and while nobody looks it is not asked after (R17.4, F23). */

/** The last pause and the next one, seconds. They grow 1, 2, 3, 5, 8, 13 … */
const first: readonly [last: number, next: number] = [1, 1];

export class GrowingPauses {
  readonly #look: () => void;
  readonly #longest: number;
  #pauses = first;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #waiting = new AbortController();

  /** `look` is called once after each {@link wait}; no pause is longer than `longest`, in seconds. */
  constructor(look: () => void, longest: number) {
    this.#look = look;
    this.#longest = longest;
  }

  /** The next pause is the shortest again. */
  readonly restart = (): void => {
    this.#pauses = first;
  };

  /** Looks again after the next pause, or when the page is seen again after that. */
  readonly wait = (): void => {
    this.stop();
    const [last, next] = this.#pauses;
    this.#pauses = [next, Math.min(last + next, this.#longest)];
    const { signal } = (this.#waiting = new AbortController());
    this.#timer = setTimeout(() => {
      if (document.hidden) document.addEventListener('visibilitychange', this.#look, { once: true, signal });
      else this.#look();
    }, next * 1_000);
  };

  readonly stop = (): void => {
    clearTimeout(this.#timer);
    this.#waiting.abort();
  };
}
