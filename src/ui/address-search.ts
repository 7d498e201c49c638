/** »Søg efter adresse«: finds an address while it is typed, an entrance first and then its floors and doors, and fills in the fields (R23.6, ADR-9). */
import { css, html, nothing, type ReactiveControllerHost } from 'lit';
import type { Address } from '../api/address.ts';
import type { Client } from '../api/client.ts';
import type { AddressService, FoundAddresses } from '../api/found-address.ts';
import { problemIn, type Problem } from '../api/problem.ts';
import type { Read } from '../api/read.ts';
import type { SessionConnection } from '../session/contexts.ts';
import { messages as searchMessages, type AddressSearchKey } from './address-search-messages.ts';
import type { FormError } from './field.ts';
import type { Styled } from './later.ts';
import type { LookUpKey } from './look-up-messages.ts';
import { lookUpStyles } from './look-up-styles.ts';
import { LookUp } from './look-up.ts';
import type { MessageKey } from './messages.ts';
import type { Sender } from './submission.ts';
import type { Found } from './suggestions.ts';
import type { Values } from './text.ts';

export const messages = searchMessages;

export const styles = [
  lookUpStyles,
  css`
    .address-search {
      inline-size: 100%;
      margin-block-end: 8px;
    }
  `,
];

/** What the owner of an address form gives for searching. */
export interface AddressSearchRoom {
  readonly sender: () => Sender | undefined;
  readonly connection: SessionConnection | undefined;
  /** Takes in the styles and the words of the search, which come when an address is typed. */
  readonly adopt: (module: Styled) => Promise<void>;
  readonly failed: (problem: Problem) => void;
}

/** Asks the host's own service, or else the backend's: `findAddresses`. */
export type FindAddresses = (
  client: Client,
  own: AddressService | undefined,
  search: string,
  signal: AbortSignal,
  within?: string,
) => Promise<Read<FoundAddresses>>;

export interface AddressSearchOptions {
  /** The id of the field. */
  readonly id: string;
  /** The widget has learnt the words of the search. */
  readonly say: (key: AddressSearchKey | MessageKey, values?: Values) => string;
  readonly room: AddressSearchRoom;
  readonly find: FindAddresses;
  /** An address has been chosen. */
  readonly chosen: (address: Address) => void;
  /** There is nothing to search in after all, and the field, which had the focus, goes away. */
  readonly gone: () => void;
}

interface Suggested {
  readonly id: string;
  readonly text: string;
  /** Null for an entrance that has floors and doors. */
  readonly address: Address | null;
}

/** The backends that have no address service, and those that have been asked whether they do. */
const without = new WeakSet<Client>();
const asked = new WeakSet<Client>();
/** Asked for before anything is typed, only to find out whether there is a service. */
const anything = 'a';

/** What a look-up says of people, said of addresses. */
const ofAddresses: Readonly<Partial<Record<LookUpKey | MessageKey, AddressSearchKey>>> = {
  'prod.lookupNone': 'del.searchNone',
  'lookUp.chosen': 'del.searchChosen',
};

export class AddressSearch {
  readonly #host: ReactiveControllerHost & Element;
  readonly #options: AddressSearchOptions;
  readonly #lookUp: LookUp<Suggested>;
  /** The entrance that was chosen last. */
  #entrance: Suggested | undefined;
  #chosen: Suggested | undefined;
  /** The person wants to go on, and is told what stands in the way. */
  #isTold = false;

  constructor(host: ReactiveControllerHost & Element, options: AddressSearchOptions) {
    this.#host = host;
    this.#options = options;
    this.#lookUp = new LookUp<Suggested>(host, {
      id: options.id,
      say: (key, values) => this.#say(key, values),
      sender: options.room.sender,
      search: (sender, text, signal) => this.#search(sender, text, signal),
      label: ({ text }) => text,
      marking: (text) => this.#split(text).rest,
      describe: (found) => (found === this.#chosen ? options.say('del.searchFilled') : ''),
      chosen: (found) => {
        this.#choose(found);
      },
      onProblem: options.room.failed,
    });
    void this.#lookWhether();
  }

  render(): unknown {
    if (!this.#isThere) return nothing;
    const { say } = this.#options;
    return html`<div class="address-search">
      ${this.#lookUp.render({
        label: say('del.search'),
        help: say(this.#split(this.#lookUp.typed).entrance ? 'del.searchInside' : 'del.searchHint'),
        error: this.errors[0]?.text,
        value: this.#chosen,
      })}
    </div>`;
  }

  /** Something is typed and no address chosen for it, though one could be: what stands in the fields is not what was meant (R21.6, R23.6). */
  get isPending(): boolean {
    return this.#isThere && this.#lookUp.typed !== '' && !this.#lookUp.failed;
  }

  /** What is wrong and on screen. */
  get errors(): FormError[] {
    return this.#isTold && this.isPending ? [{ id: this.#options.id, text: this.#options.say('del.searchPick') }] : [];
  }

  /** From now on it is said that nothing has been chosen. */
  readonly tell = (): void => {
    this.#isTold = true;
  };

  /** What failed may work again. */
  readonly recover = (): void => {
    this.#lookUp.recover();
  };

  /** Lets go of what was typed and chosen: the fields say something else now. */
  readonly forget = (): void => {
    this.#isTold = false;
    this.#chosen = undefined;
    this.#lookUp.forget();
  };

  /** Lets go of the widget it stood in. */
  readonly dispose = (): void => {
    this.#lookUp.dispose();
  };

  get #isThere(): boolean {
    const { room } = this.#options;
    const [client] = room.sender() ?? [];
    const own = room.connection?.addresses;
    return own === undefined ? !(client && without.has(client)) : own !== null;
  }

  /** The entrance that is looked into, as long as its name stands in the field, and what is typed behind it. */
  #split(text: string): { readonly entrance: Suggested | undefined; readonly rest: string } {
    const entrance = this.#entrance && text.startsWith(this.#entrance.text) ? this.#entrance : undefined;
    return { entrance, rest: entrance ? text.slice(entrance.text.length).replace(/^[\s,]+/, '') : text };
  }

  #say(key: LookUpKey | MessageKey, values?: Values): string {
    const { say } = this.#options;
    const words = say(ofAddresses[key] ?? key, values);
    if (key.startsWith('err.')) return `${words} ${say('del.searchByHand')}`;
    return key.startsWith('a11y.hits') && this.#split(this.#lookUp.typed).entrance ? `${say('del.searchInside')} ${words}` : words;
  }

  async #search([client]: Sender, text: string, signal: AbortSignal): Promise<Found<Suggested>> {
    const { entrance, rest } = this.#split(text);
    const found = await this.#find(client, rest, signal, entrance?.id);
    const items = found.items.flatMap(suggestion);
    return { items, total: Math.max(items.length, (found.total ?? 0) - (found.items.length - items.length)) };
  }

  async #find(client: Client, text: string, signal: AbortSignal, within?: string): Promise<Read<FoundAddresses>> {
    const { room, find } = this.#options;
    const own = room.connection?.addresses ?? undefined;
    try {
      return await find(client, own, text, signal, within);
    } catch (error) {
      if (own || problemIn(error).kind !== 'missing') throw error;
      this.#leave(client);
      return { items: [], total: 0 };
    }
  }

  /** Whether there is a service is found out once for each person, so that no field goes away under their hands. */
  async #lookWhether(): Promise<void> {
    const { room } = this.#options;
    const [client] = room.sender() ?? [];
    if (!client || asked.has(client) || room.connection?.addresses !== undefined) return;
    asked.add(client);
    // What else goes wrong is told when it is searched for.
    await this.#find(client, anything, new AbortController().signal).catch(() => undefined);
  }

  #leave(client: Client): void {
    const root = this.#host.shadowRoot ?? this.#host;
    without.add(client);
    if (root.querySelector(`#${CSS.escape(this.#options.id)}:focus`)) this.#options.gone();
    this.#host.requestUpdate();
  }

  #choose(found: Suggested | undefined): void {
    this.#isTold = false;
    this.#chosen = undefined;
    if (found && !found.address) {
      this.#entrance = found;
      // Its floors and doors come at once; whoever knows them goes on typing.
      this.#lookUp.suggest(`${found.text}, `);
    } else if (found?.address) {
      this.#options.chosen(found.address);
      this.#chosen = found;
    }
    this.#host.requestUpdate();
  }
}

/** What can be offered: a name, and an address that is whole or stands behind an entrance. */
const suggestion = ({ id, text, address }: Read<FoundAddresses>['items'][number]): Suggested[] => {
  if (!text || address === undefined || (address && Object.values(address).includes(undefined))) return [];
  return [{ id, text, address: address as Address | null }];
};

export const open = (host: ReactiveControllerHost & Element, options: AddressSearchOptions): AddressSearch =>
  new AddressSearch(host, options);
