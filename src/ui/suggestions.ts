/** What the backend suggests for what is being typed: asked for while typing goes on, the best first, never an older answer over a newer (R21). */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Client } from '../api/client.ts';
import type { Problem } from '../api/problem.ts';
import { matchesIn } from './matches.ts';
import { Resource } from './resource.ts';
import type { Sender } from './submission.ts';

/** What the backend found: the first of them, and how many there are in all. */
export interface Found<Item> {
  readonly items: readonly Item[];
  readonly total: number;
}

export interface SuggestionsOptions<Item> {
  /** Who asks, and for which company; when one of them changes, everything found is gone (T05). */
  readonly sender: () => Sender | undefined;
  /** Asks the backend; it changes nothing there (R22.1). The best of what comes are shown, ten of them (R21.7). */
  readonly search: (sender: Sender, text: string, signal: AbortSignal) => Promise<Found<Item>>;
  /** What the list calls it. */
  readonly label: (item: Item) => string;
  readonly onProblem?: (problem: Problem) => void;
}

/** So many can be read at a glance (R21.7). */
const most = 10;
/** A question is held back so long while typing goes on; the first letter never is (D15). Milliseconds. */
const pause = 150;

const none: readonly never[] = [];

export class Suggestions<Item> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #found: Resource<readonly [Client, string, string], Found<Item>>;
  #wanted = '';
  #asked = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost, { sender, search, label, onProblem }: SuggestionsOptions<Item>) {
    this.#host = host;
    this.#found = new Resource<readonly [Client, string, string], Found<Item>>(host, {
      owner: 2,
      args: () => {
        const who = sender();
        return who && this.#asked ? [...who, this.#asked] : undefined;
      },
      load: async ([client, company, text], signal) => {
        const { items, total } = await search([client, company], text, signal);
        return { items: best(text, items, label), total };
      },
      ...(onProblem && { onProblem }),
    });
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  /** Lets go of the widget it stood in. */
  readonly dispose = (): void => {
    clearTimeout(this.#timer);
    this.#found.hostDisconnected();
    this.#host.removeController(this.#found);
    this.#host.removeController(this);
  };

  /** What they are for, as it is typed; nothing is asked for nothing. */
  readonly want = (text: string): void => {
    clearTimeout(this.#timer);
    this.#wanted = text;
    if (!text || !this.#asked) this.#ask();
    else this.#timer = setTimeout(this.#ask, pause);
    this.#host.requestUpdate();
  };

  readonly reload = (): void => {
    this.#found.reload();
  };

  /** What failed may work again. */
  readonly recover = (): void => {
    this.#found.recover();
  };

  /** Whether anything has been asked for. */
  get asked(): boolean {
    return this.#found.state.status !== 'idle';
  }

  /** What was asked for last; it may lag behind what is wanted. */
  get text(): string {
    return this.#asked;
  }

  /** Whether what is here is for what is wanted. */
  get current(): boolean {
    const { state } = this.#found;
    return this.#wanted === this.#asked && (state.status === 'failed' || (state.status === 'ready' && !state.renewing));
  }

  /** It takes long (F03). */
  get long(): boolean {
    const { state } = this.#found;
    return state.status === 'loading' && state.long;
  }

  get items(): readonly Item[] {
    const { state } = this.#found;
    return state.status === 'ready' ? state.value.items : none;
  }

  /** How many there are in all, also those that are not shown. */
  get total(): number {
    const { state } = this.#found;
    return state.status === 'ready' ? Math.max(state.value.total, state.value.items.length) : 0;
  }

  get failure(): Problem | undefined {
    const { state } = this.#found;
    return this.current && state.status === 'failed' ? state.problem : undefined;
  }

  readonly #ask = (): void => {
    this.#asked = this.#wanted;
    this.#host.requestUpdate();
  };
}

/** Those whose name begins with what is typed, then the rest, each in the order they came in (R21.7). */
const best = <Item>(text: string, items: readonly Item[], label: (item: Item) => string): Item[] => {
  const first = (item: Item) => matchesIn(text, label(item))[0]?.hit === true;
  return [...items.filter(first), ...items.filter((item) => !first(item))].slice(0, most);
};
