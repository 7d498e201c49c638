/** Code that comes when it is opened, or a little before. */
import type { CSSResult, ReactiveControllerHost } from 'lit';
import type { Messages } from './text.ts';

/** A module with its own styles, and perhaps its own words. */
export interface Styled {
  readonly styles: CSSResult | readonly CSSResult[];
  readonly messages?: Messages<string>;
}

export class Later<Module extends Styled> {
  readonly #host: ReactiveControllerHost;
  readonly #fetch: () => Promise<Module>;
  readonly #adopt: (module: Module) => Promise<void>;
  #module: Module | undefined;
  #loading: Promise<void> | undefined;
  #failed = false;

  /** `adopt` is given the module, once; it can be used when that has been done. */
  constructor(host: ReactiveControllerHost, fetch: () => Promise<Module>, adopt: (module: Module) => Promise<void>) {
    this.#host = host;
    this.#fetch = fetch;
    this.#adopt = adopt;
  }

  get module(): Module | undefined {
    return this.#module;
  }

  /** It could not be fetched: there is no network, or a new version has taken its place (F29). */
  get failed(): boolean {
    return this.#failed;
  }

  /** Resolves when what it draws is on screen. Never rejects: {@link failed} tells. */
  readonly load = (): Promise<void> => (this.#loading ??= this.#load());

  async #load(): Promise<void> {
    try {
      const module = await this.#fetch();
      await this.#adopt(module);
      this.#module = module;
      this.#failed = false;
    } catch {
      this.#failed = true;
      this.#loading = undefined;
    }
    this.#host.requestUpdate();
    await this.#host.updateComplete;
  }
}
