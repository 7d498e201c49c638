/** Code that comes when it is opened, or a little before. */
import type { ReactiveControllerHost } from 'lit';

export class Later<Module> {
  readonly #host: ReactiveControllerHost;
  readonly #fetch: () => Promise<Module>;
  #module: Module | undefined;
  #failed = false;

  constructor(host: ReactiveControllerHost, fetch: () => Promise<Module>) {
    this.#host = host;
    this.#fetch = fetch;
  }

  get module(): Module | undefined {
    return this.#module;
  }

  /** It could not be fetched: there is no network, or a new version has taken its place (F29). */
  get failed(): boolean {
    return this.#failed;
  }

  /** Resolves when what it draws is on screen. Never rejects: {@link failed} tells. */
  readonly load = async (): Promise<void> => {
    try {
      this.#module ??= await this.#fetch();
      this.#failed = false;
    } catch {
      this.#failed = true;
    }
    this.#host.requestUpdate();
    await this.#host.updateComplete;
  };
}
