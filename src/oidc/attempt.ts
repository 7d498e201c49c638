/** A sign-in on its way: what its answer must fit. No token is ever among it (T08). */

export interface Attempt {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** One that has left the page. */
export interface Begun extends Attempt {
  /** Where the person was. */
  readonly place: string;
}

const isBegun = (value: unknown): value is Begun =>
  typeof value === 'object' &&
  value !== null &&
  ['state', 'nonce', 'verifier', 'place'].every((name) => typeof (value as Record<string, unknown>)[name] === 'string');

/** Remembers one sign-in over leaving the page. A storage that is blocked, full or not given is none. */
export class Memory {
  readonly #storage: (() => Storage) | undefined;
  readonly #key: string;

  /** `key` tells the sign-ins of several providers and clients apart. */
  constructor(storage: (() => Storage) | undefined, key: string) {
    this.#storage = storage;
    this.#key = `selvbetjening.sign-in ${key}`;
  }

  /** Tells whether it will be remembered. */
  keep(begun: Begun): boolean {
    try {
      this.#storage?.().setItem(this.#key, JSON.stringify(begun));
      return this.#storage !== undefined;
    } catch {
      return false; // F30
    }
  }

  /** The sign-in that a `state` belongs to. Whatever was remembered is forgotten by that: an answer is good once (T18). */
  take(state: string | null): Begun | undefined {
    try {
      const storage = this.#storage?.();
      const kept: unknown = JSON.parse(storage?.getItem(this.#key) ?? 'null');
      storage?.removeItem(this.#key);
      return isBegun(kept) && kept.state === state ? kept : undefined;
    } catch {
      return undefined;
    }
  }
}
