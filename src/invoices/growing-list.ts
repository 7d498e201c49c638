/** A list that is fetched a page at a time and stays whole on screen: the person asks for more. */
import type { ReactiveControllerHost } from 'lit';
import type { Client } from '../api/client.ts';
import type { Problem } from '../api/problem.ts';
import { Resource, type State } from '../ui/resource.ts';
import type { Of } from './specified-api.ts';

/** So many come at a time. */
const limit = 100;

interface Page<Item> {
  readonly items: readonly Item[];
  readonly total: number | undefined;
}

export interface GrowingOptions<Item> {
  readonly of: () => Of | undefined;
  readonly load: (of: Of, page: { readonly offset: number; readonly limit: number }, signal: AbortSignal) => Promise<Page<Item>>;
  readonly onProblem: (problem: Problem) => void;
}

export class GrowingList<Item> {
  readonly #host: ReactiveControllerHost;
  readonly #resource: Resource<readonly [Client, string, string, number], Page<Item>>;
  #pages = 1;
  #items: readonly Item[] = [];

  constructor(host: ReactiveControllerHost, { of, load, onProblem }: GrowingOptions<Item>) {
    this.#host = host;
    this.#resource = new Resource<readonly [Client, string, string, number], Page<Item>>(host, {
      owner: 3,
      args: () => {
        const asked = of();
        return asked && [...asked, this.#pages];
      },
      load: async ([client, company, invoice, pages], signal) => {
        const kept = this.#items.slice(0, (pages - 1) * limit);
        const { items, total } = await load([client, company, invoice], { offset: kept.length, limit }, signal);
        return { items: [...kept, ...items], total };
      },
      onProblem,
      onValue: ({ items }) => {
        this.#items = items;
      },
    });
  }

  get state(): State<Page<Item>> {
    return this.#resource.state;
  }

  readonly more = (): void => {
    this.#pages = Math.floor(this.#items.length / limit) + 1;
    this.#host.requestUpdate();
  };

  readonly reload = (): void => {
    this.#resource.reload();
  };

  readonly recover = (): void => {
    this.#resource.recover();
  };

  /** Nobody looks at it any more. */
  readonly end = (): void => {
    this.#host.removeController(this.#resource);
    this.#resource.hostDisconnected();
  };
}
