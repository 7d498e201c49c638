/** The language a widget speaks, and its words in it. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { formatNumber, pluralOf, type Language } from './format.ts';

/** The words of one language by key. Keys of the glossary are its keys, letter for letter. */
type Dictionary<Key extends string> = Readonly<Record<Key, string>>;

/** Danish comes with the element; English is fetched by those who read it, for nobody should pay for both. */
export interface Messages<Key extends string> {
  readonly da: Dictionary<Key>;
  readonly en: () => Promise<Dictionary<Key>>;
}

/** What stands for the `{…}` in a text. Numbers are written as the language writes them. */
export type Values = Readonly<Record<string, string | number>>;

/** The keys of nouns that are counted: `user` for `user.one` and `user.other`. */
export type Counted<Key extends string> = Key extends `${infer Noun}.one` ? Noun : never;

export interface TextHost extends ReactiveControllerHost, HTMLElement {
  /** The operator's own words, where there are any. */
  readonly words: Readonly<Partial<Record<Language, Readonly<Record<string, string>>>>> | undefined;
}

/** Speaks the language of the nearest `lang` around the widget, across shadow roots; else Danish. Follows when it changes. */
export class Text<Key extends string> implements ReactiveController {
  readonly #host: TextHost;
  readonly #messages: Messages<string>[];
  readonly #observer = new MutationObserver(() => {
    this.#look();
  });
  #dictionary: Dictionary<string> | undefined;
  #language: Language = 'da';
  #wanted: Language | undefined;

  constructor(host: TextHost, messages: Messages<Key>) {
    this.#host = host;
    this.#messages = [messages];
    host.addController(this);
  }

  /** The language that is spoken now. */
  get language(): Language {
    return this.#language;
  }

  /** Whether there are words yet. */
  get ready(): boolean {
    return this.#dictionary !== undefined;
  }

  hostConnected(): void {
    for (let root: Node | null = this.#host; root; root = root instanceof ShadowRoot ? root.host : null) {
      root = root.getRootNode();
      this.#observer.observe(root, { subtree: true, attributeFilter: ['lang'] });
    }
    this.#look();
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }

  /** Adds words of code that came later; they can be said when it resolves. */
  async learn(messages: Messages<string>): Promise<void> {
    this.#messages.push(messages);
    await this.#speak();
  }

  /** The text for a key, with its `{…}` filled in. */
  readonly say = (key: Key, values: Values = {}): string =>
    (this.#host.words?.[this.#language]?.[key] ?? this.#dictionary?.[key] ?? this.#messages[0]?.da[key] ?? key).replace(
      /\{([^}]+)\}/g,
      (whole, name: string) => {
        const value = values[name];
        return typeof value === 'number' ? formatNumber(this.#language, value) : (value ?? whole);
      },
    );

  /** A counted noun: `1 bruger`, `24 brugere`. */
  readonly count = (noun: Counted<Key>, n: number): string => this.say(`${noun}.${pluralOf(this.#language, n)}` as Key, { n });

  #look(): void {
    let near: Element | null = this.#host;
    let found: Element | null = null;
    while (near && !found) {
      found = near.closest('[lang]');
      const root: Node = near.getRootNode();
      near = root instanceof ShadowRoot ? root.host : null;
    }
    const wanted = found?.getAttribute('lang')?.toLowerCase().startsWith('en') ? 'en' : 'da';
    if (wanted === this.#wanted) return;
    this.#wanted = wanted;
    void this.#speak();
  }

  async #speak(): Promise<void> {
    const wanted = this.#wanted;
    const danish = Object.assign({}, ...this.#messages.map(({ da }) => da)) as Dictionary<string>;
    if (wanted === 'en') {
      const count = this.#messages.length;
      // Without a network the words that are here must do.
      const english = await Promise.all(this.#messages.map(({ en }) => en())).catch(() => undefined);
      // Another language, or more words, have been asked for meanwhile: they come by themselves.
      if (this.#wanted !== 'en' || count !== this.#messages.length) return;
      if (english) {
        this.#use('en', Object.assign({}, ...english) as Dictionary<string>);
        return;
      }
    }
    this.#use('da', danish);
  }

  #use(language: Language, dictionary: Dictionary<string>): void {
    this.#language = language;
    this.#dictionary = dictionary;
    this.#host.requestUpdate();
  }
}
