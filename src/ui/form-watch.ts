/** What a form that is being filled in must notice: that the network goes or comes (F02), and that what had the focus goes away with a state. */
import { html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit';
import type { MessageKey } from './messages.ts';
import type { Sending } from './submission.ts';

export class FormWatch implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #form: () => Element | null;
  #gone = new AbortController();
  #focused = false;

  constructor(host: ReactiveControllerHost, form: () => Element | null) {
    this.#host = host;
    this.#form = form;
    host.addController(this);
  }

  hostConnected(): void {
    this.#gone.abort();
    this.#gone = new AbortController();
    const { signal } = this.#gone;
    const draw = () => {
      this.#host.requestUpdate();
    };
    for (const name of ['offline', 'online']) addEventListener(name, draw, { signal });
  }

  hostDisconnected(): void {
    this.#gone.abort();
  }

  hostUpdate(): void {
    this.#focused = !!this.#form()?.querySelector(':focus');
  }

  /** What had the focus has gone, or cannot be used while something is sent: the state that is told gets it, rather than nobody. */
  hostUpdated(): void {
    const form = this.#form();
    if (this.#focused && form && !form.querySelector(':focus:not([inert] *)')) form.querySelector<HTMLElement>('.sending')?.focus();
  }

  /** Lets go of the page. */
  readonly dispose = (): void => {
    this.#gone.abort();
    this.#host.removeController(this);
  };
}

/** That there is no network, where the sending does not say so; the region is there before the words, so that they are told. */
export const networkNotice = (say: (key: MessageKey) => string, sending: Sending<unknown>): unknown => {
  const silent = navigator.onLine || (sending.status === 'failed' && sending.problem.kind === 'offline');
  return html`<div role="status">${silent ? nothing : html`<p class="strip network">${say('err.offline')}</p>`}</div>`;
};
