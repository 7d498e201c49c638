import { css, html, LitElement, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { AddressService } from '../api/found-address.ts';
import type { SupportTopic } from '../api/support-topic.ts';
import { Connection } from './connection.ts';
import type { Words } from './contexts.ts';
import { Provision } from './provide.ts';
import type { TokenFunction } from './tokens.ts';

/**
 * Signs in, and tells every element inside it who is here, which companies they may administer and which one is active.
 *
 * @tagname ss-session
 * @slot - The page, or the part of it, that belongs to this session.
 */
export class SessionElement extends LitElement {
  static override styles = css`
    :host {
      display: contents !important;
    }
    :host([hidden]) {
      display: none !important;
    }
  `;

  static override properties: PropertyDeclarations = {
    api: {},
    mode: {},
    company: {},
    token: { attribute: false },
    memory: { attribute: false },
    drafts: { attribute: false },
    addresses: { attribute: false },
    support: { attribute: false },
    words: { attribute: false },
  };

  /** The contract's base address, for instance `https://api.operator.example/selvbetjening/v1`. */
  api = '';

  /** How the backend learns who asks: by its session `cookie`, or by a `token` from the host's callback. */
  mode: 'cookie' | 'token' = 'cookie';

  /** The id of the company to start with. */
  company: string | undefined;

  /** In token mode: asks the host's own backend for a token. Nothing is sent before it is set. */
  token: TokenFunction | undefined;

  /** Where the chosen company is remembered, for instance `sessionStorage`; nothing is stored without it. */
  memory: Storage | undefined;

  /** Where unfinished forms are kept over a reload, for instance `sessionStorage`; nothing is stored without it. */
  drafts: Storage | undefined;

  /**
   * Where addresses are searched for while somebody types one: a service of the host's own, or `null` for none. Without it the backend's
   * own service is asked, where it has one.
   */
  addresses: AddressService | null | undefined;

  /**
   * Gives the address of the page where a support case can be created, from what it is about. With it, elements lead there from where
   * something has failed or no access was given.
   */
  support: ((topic: SupportTopic) => string) | undefined;

  /** The operator's own words in place of ours, by glossary key and language. */
  words: Words | undefined;

  #connection: Connection | undefined;
  readonly #provision = new Provision(this);

  /** Tells that the host has signed the person in (again). The same person finds everything as it was, another one nothing of it. */
  resume(): void {
    this.#connection?.resume();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Back after having been removed: everything is asked for afresh.
    if (this.hasUpdated && !this.#connection) this.#connect();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // An element that is only being moved is connected again before this runs, and keeps its session (F22).
    queueMicrotask(() => {
      if (!this.isConnected) this.#disconnect();
    });
  }

  protected override updated(changed: ReadonlyMap<PropertyKey, unknown>): void {
    // `company` names the one to start with, and so does nothing later.
    // Nor does another token function in the place of one: a host may write it anew each time it draws.
    const first = changed.has('token') && !(changed.get('token') && this.token);
    if (first || ['api', 'mode', 'memory', 'words'].some((name) => changed.has(name))) this.#connect();
    else if (this.#connection) {
      const { drafts, addresses, support } = this;
      Object.assign(this.#connection, { drafts, addresses, support }); // given late, they make no other session
    }
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }

  #connect(): void {
    this.#disconnect();
    // In token mode nothing is sent before the host has said how to get one.
    if (!this.isConnected || (this.mode === 'token' && !this.token)) return;
    const { api, mode, company, memory, drafts, addresses, support, words } = this;
    const token: TokenFunction = (ask) => this.token?.(ask) ?? Promise.resolve(null);
    try {
      const connection: Connection = new Connection(
        { api, mode: mode === 'token' ? 'token' : 'cookie', token, company, memory, drafts, addresses, support, words },
        (session, problem) => {
          if (this.#connection === connection) this.#provision.set(connection, session, problem);
        },
      );
      this.#connection = connection;
      this.#provision.set(connection, undefined, undefined);
    } catch (error) {
      this.#provision.set(undefined, undefined, { kind: 'misconfigured' });
      // The one thing an integrator must see, since no event can be listened to this early.
      console.error(error);
    }
  }

  #disconnect(): void {
    this.#connection?.close();
    this.#connection = undefined;
    this.#provision.set(undefined, undefined, undefined);
  }
}
