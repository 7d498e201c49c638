/** Code that comes when it is opened, or a little before. */
import type { CSSResult, ReactiveControllerHost } from 'lit';

/** A module with its own styles. */
interface Styled {
  readonly styles: CSSResult;
}

export class Later<Module extends Styled> {
  readonly #host: ReactiveControllerHost;
  readonly #fetch: () => Promise<Module>;
  readonly #adopt: (styles: CSSResult) => void;
  #module: Module | undefined;
  #failed = false;

  /** `adopt` is given the module's styles, once. */
  constructor(host: ReactiveControllerHost, fetch: () => Promise<Module>, adopt: (styles: CSSResult) => void) {
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
  readonly load = async (): Promise<void> => {
    try {
      const module = await this.#fetch();
      if (!this.#module) this.#adopt(module.styles);
      this.#module = module;
      this.#failed = false;
    } catch {
      this.#failed = true;
    }
    this.#host.requestUpdate();
    await this.#host.updateComplete;
  };
}
