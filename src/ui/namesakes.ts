/** Says that a name typed for somebody new is that of somebody who is there already. It hints, and blocks nothing (R22.3). */
import { html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit';
import type { Client } from '../api/client.ts';
import { finds } from './fold.ts';
import type { LookUpOptions } from './look-up.ts';
import { Resource } from './resource.ts';

/** A name is asked for once typing pauses. Milliseconds. */
const pause = 300;

export type NamesakesOptions<Item> = Pick<LookUpOptions<Item>, 'say' | 'sender' | 'search' | 'label' | 'describe'> & {
  /** The person wants this one instead of somebody new. */
  readonly use: (item: Item) => void;
};

export class Namesakes<Item> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: NamesakesOptions<Item>;
  readonly #found: Resource<readonly [Client, string, string], readonly Item[]>;
  #typed = '';
  #asked = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost, options: NamesakesOptions<Item>) {
    this.#host = host;
    this.#options = options;
    const { sender, search, label } = options;
    this.#found = new Resource<readonly [Client, string, string], readonly Item[]>(host, {
      owner: 3,
      args: () => {
        const who = sender();
        return who && this.#asked ? [...who, this.#asked] : undefined;
      },
      load: async ([client, company, name], signal) =>
        (await search([client, company], name, signal)).items.filter((item) => finds(name, label(item)) && finds(label(item), name)),
    });
    host.addController(this);
  }

  hostDisconnected(): void {
    this.forget();
  }

  /** Lets go of the name: it is asked of nobody else. */
  readonly forget = (): void => {
    clearTimeout(this.#timer);
    this.#typed = '';
    this.#asked = '';
  };

  /** The name as it is typed; an empty one asks for nothing. */
  readonly ask = (name: string): void => {
    const typed = name.trim();
    if (typed === this.#typed) return;
    this.#typed = typed;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(
      () => {
        this.#asked = typed;
        this.#host.requestUpdate();
      },
      typed ? pause : 0,
    );
    this.#host.requestUpdate();
  };

  /** The hint, below the field of the name; draw it from the beginning, so that it is told when it comes. */
  readonly render = (): unknown => {
    const { say, label, describe, use } = this.#options;
    const { state } = this.#found;
    const items = state.status === 'ready' && this.#asked === this.#typed ? state.value : [];
    return html`<div role="status" class=${items.length ? 'strip namesakes' : 'visually-hidden'}>
      ${
        items.length
          ? html`<span>${say('prod.lookupExists')}</span> ${items.map(
                (item) =>
                  html`<button
                    type="button"
                    class="link"
                    @click=${() => {
                      use(item);
                    }}
                  >
                    ${say('lookUp.use', { name: [label(item), describe(item)].filter(Boolean).join(', ') })}
                  </button>`,
              )}`
          : nothing
      }
    </div>`;
  };
}
