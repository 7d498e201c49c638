/** Stands in the way of whatever would lose something typed unasked (R5.7). */
import type { SessionConnection } from '../session/contexts.ts';

export class Guard {
  readonly #mayLeave: () => Promise<boolean>;
  #connection: SessionConnection | undefined;
  #leave: (() => void) | undefined;

  constructor(mayLeave: () => Promise<boolean>) {
    this.#mayLeave = mayLeave;
  }

  /** Asks for this connection from now on, or for none. */
  at(connection: SessionConnection | undefined): void {
    if (connection === this.#connection) return;
    this.#leave?.();
    this.#connection = connection;
    this.#leave = connection?.guard(this.#mayLeave);
  }
}
