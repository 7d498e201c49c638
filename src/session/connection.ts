/** Opens, renews and closes one session, for the elements below one root. */
import { Client } from '../api/client.ts';
import type { AddressService } from '../api/found-address.ts';
import { problemIn, type Problem } from '../api/problem.ts';
import { reading } from '../api/read.ts';
import type { SupportTopic } from '../api/support-topic.ts';
import { apiBase } from './api-base.ts';
import type { Session, SessionConnection, Words } from './contexts.ts';
import { watchPage } from './page.ts';
import { sessionAnswer, type Company } from './session.ts';
import { snapshot } from './snapshot.ts';
import { Tokens, type TokenFunction } from './tokens.ts';

export interface ConnectOptions {
  /** The contract's base address, for instance `https://api.operator.example/selvbetjening/v1`: `https:`, or the page's own origin, or loopback. */
  readonly api: string;
  /** `cookie` (the default): the browser sends the backend's session cookie. `token`: the host's callback says who asks. */
  readonly mode?: 'cookie' | 'token' | undefined;
  readonly token?: TokenFunction | undefined;
  /** The id of the company to start with; one the person may not administer is dropped unseen. */
  readonly company?: string | undefined;
  /** Where the chosen company is remembered, for instance `sessionStorage`. Nothing is stored without it (PRV-5). */
  readonly memory?: Storage | undefined;
  /**
   * Where unfinished forms are kept over a reload, for instance `sessionStorage`: bound to person and company. The host empties it with
   * `discardDrafts` when it signs the person out. Nothing is stored without it (PRV-5).
   */
  readonly drafts?: Storage | undefined;
  /**
   * Where addresses are searched for while somebody types one: a service of the host's own, or `null` for none, which leaves the plain fields.
   * Without it the contract's `/addresses` is asked, where the operator has that.
   *
   * @example
   * connect({ api, addresses: { search: (text, signal, within) => searchRegister({ text, within, signal }) } });
   */
  readonly addresses?: AddressService | null | undefined;
  /**
   * Gives the address of the page where a support case can be created, beginning with what it is about. With it, elements lead there from
   * where something has failed or no access was given.
   *
   * @example
   * connect({ api, support: ({ category = '', requestId = '' }) => `/support/new?${new URLSearchParams({ category, requestId })}` });
   */
  readonly support?: ((topic: SupportTopic) => string) | undefined;
  /** The operator's own words in place of ours, by glossary key. */
  readonly words?: Words | undefined;
  /** Stands in for the page's `fetch`. */
  readonly fetch?: typeof fetch | undefined;
}

/** What the elements are to see from now on. */
export type Publish = (session: Session | null | undefined, problem: Problem | undefined) => void;

const memoryKey = 'selvbetjening.company';
/** A busy backend that wants to be left alone for longer is asked again by the person only. Milliseconds. */
const patience = 30_000;

export class Connection implements SessionConnection {
  readonly words: Words | undefined;
  drafts: Storage | undefined;
  addresses: AddressService | null | undefined;
  support: ((topic: SupportTopic) => string) | undefined;
  readonly #options: ConnectOptions;
  readonly #publish: Publish;
  readonly #closed = new AbortController();
  readonly #guards = new Set<() => Promise<boolean>>();
  readonly #wakes = new Set<() => void>();
  readonly #tokens: Tokens | undefined;
  readonly #base: string;
  readonly #tellOtherTabs: (who: string) => void;
  #told: string | undefined;
  #quiet = false;
  #again: ReturnType<typeof setTimeout> | undefined;
  #client: Client;
  #session: Session | null | undefined;
  #problem: Problem | undefined;
  /** Who was here last, so that the same person finds everything as it was and another one nothing of it (F15, F24). */
  #known: Session | undefined;
  #wanted: string | undefined;
  #loading: AbortController | undefined;
  #choosing = 0;

  /** Throws a `TypeError` when `api` is no address that a session may be sent to (T09). */
  constructor(options: ConnectOptions, publish: Publish) {
    this.#options = options;
    this.#publish = publish;
    this.words = options.words;
    this.drafts = options.drafts;
    this.addresses = options.addresses;
    this.support = options.support;
    this.#base = apiBase(options.api);
    const { token } = options;
    if (options.mode === 'token')
      this.#tokens = new Tokens(
        token ?? (() => Promise.reject(new TypeError('mode "token" needs a token function'))),
        this.#closed.signal,
        () => {
          this.#wake();
        },
      );
    this.#client = this.#newClient();
    const wanted = this.#remembered() ?? options.company;
    this.#wanted = wanted === '' ? undefined : wanted; // an empty attribute names none
    this.#tellOtherTabs = watchPage(this.#base, this.#closed.signal, {
      cover: () => {
        this.#cover();
      },
      check: (quiet) => {
        this.#load(quiet);
      },
      who: () => (this.#session === undefined ? undefined : (this.#session?.person.id ?? '')),
      wake: () => {
        this.#wake();
      },
    });
    this.#load();
  }

  get client(): Client {
    return this.#client;
  }

  get companyId(): string | undefined {
    // Covered, nothing is asked for before it is known who is here; and everything is asked for afresh (F23).
    return this.#known ? this.#session?.company?.id : this.#wanted;
  }

  guard(ask: () => Promise<boolean>): () => void {
    this.#guards.add(ask);
    return () => this.#guards.delete(ask);
  }

  async mayLeave(): Promise<boolean> {
    for (const ask of this.#guards) if (!(await ask())) return false;
    return true;
  }

  async choose(company: Company): Promise<boolean> {
    const turn = ++this.#choosing;
    if (!(await this.mayLeave())) return false;
    // A later choice, or the end of the session, has overtaken this one.
    if (turn !== this.#choosing || !this.#session) return false;
    this.#remember(company.id);
    this.#set({ ...this.#session, company, lost: undefined }, undefined);
    // What the person may do is asked for again, beside the new company's first list (R7.2).
    this.#load();
    return true;
  }

  refresh(): void {
    this.#again = undefined;
    if (this.#session === undefined) this.#cover();
    this.#load();
  }

  onWake(callback: () => void): () => void {
    this.#wakes.add(callback);
    return () => this.#wakes.delete(callback);
  }

  /** The host has signed the person in (again): finds out who it is and goes on. */
  resume(): void {
    this.#tokens?.forget();
    this.#cover();
    this.#load();
  }

  /** Ends the connection: everything of the session is taken off the screen, what is under way is aborted, nothing is left listening. */
  close(): void {
    this.#closed.abort();
    this.#loading?.abort();
    this.#tokens?.forget();
    this.#known = undefined;
    this.#guards.clear();
    this.#wakes.clear();
    this.#set(undefined, undefined);
  }

  #newClient(): Client {
    const client: Client = new Client({
      base: this.#base,
      // The page's fetch of the moment, which a host may have wrapped after us (F30).
      fetch: this.#options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
      credentials: this.#tokens,
      onSignedOut: () => {
        // A late refusal of the person before says nothing about the present one (F24).
        if (client === this.#client) this.#signOut();
      },
    });
    return client;
  }

  #load(quiet = false): void {
    this.#quiet = quiet;
    void this.#loadSession();
  }

  async #loadSession(): Promise<void> {
    this.#loading?.abort();
    const loading = (this.#loading = new AbortController());
    const signal = AbortSignal.any([loading.signal, this.#closed.signal]);
    const company = this.#known?.company?.id ?? this.#wanted;
    try {
      const answer = await this.#client.read('session', reading(sessionAnswer), { signal, ...(company && { query: { company } }) });
      const session = snapshot(answer, this.#known, this.#wanted);
      if (this.#known && this.#known.person.id !== session.person.id) this.#client = this.#newClient();
      this.#set(session, undefined);
      this.#tell(session.person.id);
    } catch (error) {
      // A session that was known stays: its panels tell for themselves what fails.
      if (!signal.aborted && this.#session === undefined) this.#fail(problemIn(error));
    } finally {
      if (this.#loading === loading) this.#loading = undefined;
    }
  }

  #fail(problem: Problem): void {
    this.#set(undefined, problem);
    // A busy backend has said when to come back: once it is asked by itself, never at once, and not after long (F11).
    const wait = (problem.until ?? Infinity) - Date.now();
    if (this.#again || wait > patience) return;
    this.#again = setTimeout(
      () => {
        this.#load();
      },
      Math.max(wait, 1_000),
    );
  }

  #set(session: Session | null | undefined, problem: Problem | undefined): void {
    clearTimeout(this.#again);
    if (session !== undefined) this.#again = undefined;
    this.#session = session;
    this.#problem = problem;
    if (session) this.#known = session;
    this.#publish(session, problem);
  }

  /** Takes everything off the screen until it is known who is here. */
  #cover(): void {
    this.#choosing += 1; // what was being chosen may be somebody else's company
    this.#loading?.abort();
    this.#set(undefined, undefined);
  }

  #signOut(): void {
    if (this.#session === null || this.#closed.signal.aborted) return;
    this.#loading?.abort();
    this.#tokens?.forget();
    this.#set(null, undefined);
    this.#tell('');
  }

  /** Tells the other tabs who is here, if that is news. */
  #tell(who: string): void {
    if (who !== this.#told && !this.#quiet) this.#tellOtherTabs(who);
    this.#told = who;
    this.#quiet = false;
  }

  #wake(): void {
    if (this.#session === undefined && this.#problem) this.#load();
    for (const callback of this.#wakes) callback();
  }

  #remembered(): string | undefined {
    try {
      return this.#options.memory?.getItem(memoryKey) ?? undefined;
    } catch {
      return undefined; // Blocked storage is no reason not to start (F30).
    }
  }

  #remember(id: string): void {
    this.#wanted = id;
    try {
      this.#options.memory?.setItem(memoryKey, id);
    } catch {
      // The choice holds for this page all the same.
    }
  }
}
