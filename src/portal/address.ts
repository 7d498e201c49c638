/**
 * The one place where an address of the page is read or written. Three kinds of base: a path (`/selvbetjening/`) that the server answers with
 * this page; `#/` on a page that cannot route; `#name=` for one of several elements that share the fragment (`#phones=users/1&bills=e-invoice`).
 */

/** What is kept with an entry of the history besides its address; nothing of it ever stands in an address (PRV-6). */
export interface Kept {
  /** How far the page was scrolled. Pixels. */
  readonly scroll?: number;
  /** The place whose link had the focus. */
  readonly focus?: string;
  /** What an element lists by: its search, order and page. */
  readonly list?: Readonly<Record<string, unknown>>;
}

/** Ours in an entry's state, by base; what the host keeps there stays. */
const stateKey = 'selvbetjening';

/** Who has which addresses of this page: two with the same would send each other away. */
const taken = new Set<string>();

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

const oursIn = (state: unknown): Readonly<Record<string, unknown>> => {
  const ours = isRecord(state) ? state[stateKey] : undefined;
  return isRecord(ours) ? ours : {};
};

/** What a place may be told by a query: nothing personal. All else in a query is the host's and stays. */
const told = ['category', 'request', 'about'];

const asTold = (query: URLSearchParams): [string, string][] => [...query].filter(([key]) => told.includes(key));

/** A place as an address has it: what would end it, or lead elsewhere, is escaped or left out; slashes inside it are not. */
const escaped = (place: string): string =>
  encodeURI(
    place
      .replace(/\p{Surrogate}/gu, '\ufffd')
      .split(/[\\/]/)
      .filter((part) => part && !/^(?:\.|%2e){1,2}$/i.test(part))
      .join('/'),
  )
    .replaceAll('#', '%23')
    .replaceAll('%25', '%');

/** Whether two bases would send each other away. */
const quarrel = (one: string, other: string): boolean =>
  one === other || (one.startsWith('#') && other.startsWith('#') && (one === '#/' || other === '#/'));

export class Address {
  readonly #base: string;
  /** The name in a shared fragment, or empty for the whole fragment. */
  readonly #name: string | undefined;
  /** Whoever takes this has addresses; `undefined` while somebody else has them. */
  #listening: AbortController | undefined;

  /** Throws a `TypeError` when `base` is neither a path of this page's origin nor begins with `#`. */
  constructor(base: string) {
    const fragment = /^#(?:\/|([\w-]+)=)$/.exec(base);
    const url = base.startsWith('#') ? undefined : URL.parse(base, document.baseURI);
    if (!fragment && (url?.origin !== location.origin || url.pathname.startsWith('//')))
      throw new TypeError(`Selvbetjening Elements: "${base}" is no address to begin from.`);
    this.#name = fragment ? (fragment[1] ?? '') : undefined;
    this.#base = url ? url.pathname.replace(/\/*$/, '/') : base;
  }

  /** Begins to listen, unless these addresses belong to somebody else on the page; tells whether. `moved` is called after Back, Forward and the like. */
  take(moved: () => void): boolean {
    const whose = this.#name === undefined ? '/' : this.#base;
    if (this.#listening) return true;
    if ([...taken].some((other) => quarrel(whose, other))) return false;
    taken.add(whose);
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    window.addEventListener('popstate', moved, { signal });
    signal.addEventListener('abort', () => taken.delete(whose));
    return true;
  }

  /** Leaves the addresses to others. */
  leave(): void {
    this.#listening?.abort();
    this.#listening = undefined;
  }

  /** The place that the page's address names; `undefined` when it lies outside the base. */
  read(): string | undefined {
    return this.placeOf(new URL(location.href));
  }

  /** The place that an address names, with what it is told; `undefined` when it leads elsewhere. */
  placeOf({ origin, pathname, search, hash }: URL): string | undefined {
    if (origin !== location.origin) return undefined;
    const name = this.#name;
    if (name === undefined) {
      if (!`${pathname}/`.startsWith(this.#base)) return undefined;
      const query = new URLSearchParams(asTold(new URLSearchParams(search))).toString();
      return pathname.slice(this.#base.length).replace(/\/$/, '') + (query && `?${query}`);
    }
    if (pathname !== location.pathname || search !== location.search) return undefined;
    if (name === '') return hash.startsWith('#/') ? hash.slice(2) : '';
    const part = hash
      .slice(1)
      .split('&')
      .find((one) => one.startsWith(`${name}=`));
    return part?.slice(name.length + 1).replaceAll('%26', '&') ?? '';
  }

  /** The address of a place, as a link takes it. */
  of(place: string): string {
    const name = this.#name;
    if (name === undefined) {
      const [path = '', more = ''] = place.split('?');
      const kept = [...new URLSearchParams(location.search)].filter(([key]) => !told.includes(key));
      const query = new URLSearchParams([...kept, ...asTold(new URLSearchParams(more))]).toString();
      // The fragment is another element's place only when there is one.
      return this.#base + escaped(path) + (query && `?${query}`) + (taken.size > 1 ? location.hash : '');
    }
    const page = location.pathname + location.search;
    if (name === '') return `${page}#/${escaped(place)}`;
    const others = location.hash
      .slice(1)
      .split('&')
      .filter((part) => part.includes('=') && !part.startsWith(`${name}=`));
    const parts = place === '' ? others : [...others, `${name}=${escaped(place).replaceAll('&', '%26')}`];
    return parts.length ? `${page}#${parts.join('&')}` : page;
  }

  /** Goes to a place. The entry that is left keeps what {@link keep} has given it. */
  go(place: string, replace: boolean): void {
    const state: unknown = history.state;
    const ours = { ...oursIn(state), [this.#base]: undefined };
    // What the host keeps with an entry belongs to that entry, not to the next one.
    const theirs = replace && isRecord(state) ? state : {};
    history[replace ? 'replaceState' : 'pushState']({ ...theirs, [stateKey]: ours }, '', this.of(place));
  }

  /** Keeps something with the present entry. */
  keep(kept: Kept): void {
    const state: unknown = history.state;
    history.replaceState({ ...(isRecord(state) ? state : {}), [stateKey]: { ...oursIn(state), [this.#base]: kept } }, '');
  }

  /** What was kept with the present entry, as far as it can be trusted to be that. */
  get kept(): Kept {
    const kept = oursIn(history.state)[this.#base];
    if (!isRecord(kept)) return {};
    const { scroll, focus, list } = kept;
    return {
      ...(typeof scroll === 'number' && { scroll }),
      ...(typeof focus === 'string' && { focus }),
      ...(isRecord(list) && { list }),
    };
  }
}

/** Loads the page anew: code that a new version has taken the place of can only be had that way (F29). */
export const loadAgain = (): void => {
  location.reload();
};

/** How many put the page where it was, and who did before them. */
let scrollers = 0;
let before: ScrollRestoration = 'auto';

/** Lets the caller put the page where it was, in the browser's place; the returned function gives that back, once nobody else does it either. */
export const ownScrolling = (): (() => void) => {
  if (scrollers === 0) before = history.scrollRestoration;
  scrollers += 1;
  history.scrollRestoration = 'manual';
  return () => {
    scrollers -= 1;
    if (scrollers === 0) history.scrollRestoration = before;
  };
};
