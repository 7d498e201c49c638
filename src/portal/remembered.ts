/** What an entry of the history remembers of an element beside its address: what it lists by, what had the focus, how far the page was scrolled. */
import type { Kept } from './address.ts';

interface Remembering extends HTMLElement {
  readonly constructor: { readonly kept?: readonly string[] } & NewableFunction;
}

/** The names of the properties that an element lists by; each element says so itself. */
const namesOf = (element: Remembering): readonly string[] => element.constructor.kept ?? [];

/** What the present entry should remember of an element and of the page. */
export const remember = (element: HTMLElement | undefined): Kept => {
  const focused = element?.shadowRoot?.activeElement?.closest<HTMLElement>('[data-route]')?.dataset['route'];
  const names = element ? namesOf(element) : [];
  return {
    scroll: window.scrollY,
    ...(focused !== undefined && { focus: focused }),
    ...(element && names.length > 0 && { list: Object.fromEntries(names.map((name) => [name, Reflect.get(element, name) as unknown])) }),
  };
};

/** Gives an element back what it listed by. Something of another kind than it has is from another version, and left out. */
export const giveBack = (element: HTMLElement, list: Kept['list']): void => {
  for (const name of namesOf(element)) {
    const value = list?.[name];
    if (value !== undefined && value !== null && typeof value === typeof Reflect.get(element, name)) Reflect.set(element, name, value);
  }
};

/** How long the content may take to come before the page stays where it is. Milliseconds. */
const patience = 3_000;

/**
 * Puts the page and the focus where they were, as soon as what stood there has come. The person who scrolls or types meanwhile decides; so does
 * the signal, for a later place.
 */
export const putBack = (element: HTMLElement, { scroll = 0, focus }: Kept, later: AbortSignal): void => {
  const end = new AbortController();
  const signal = AbortSignal.any([later, end.signal, AbortSignal.timeout(patience)]);
  const stop = () => {
    end.abort();
  };
  const look = () => {
    const root = element.shadowRoot;
    const wanted = focus === undefined ? undefined : root?.querySelector<HTMLElement>(`[data-route="${CSS.escape(focus)}"]`);
    if (wanted === null || document.documentElement.scrollHeight - innerHeight < scroll) return;
    stop();
    // A focus that has gone somewhere else meanwhile is the person's.
    if (wanted && !root?.activeElement) wanted.focus({ preventScroll: true });
    window.scrollTo({ top: scroll, behavior: 'instant' });
  };
  const watch = new ResizeObserver(look);
  watch.observe(element);
  signal.addEventListener('abort', () => {
    watch.disconnect();
  });
  for (const own of ['wheel', 'touchstart', 'keydown', 'pointerdown'] as const)
    window.addEventListener(own, stop, { signal, passive: true });
  look();
};
