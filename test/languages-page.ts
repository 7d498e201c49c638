/** What the test of languages does inside a page of Storybook: puts a host's words in, changes the language, and reads what is there. */
import type { Dictionary } from './languages-texts.ts';

export type Language = 'da' | 'en';
export type HostWords = Readonly<Record<Language, Dictionary>>;

/** What the words of a host are put between, so that ours can be told from them. */
export const brackets: Readonly<Record<Language, readonly [string, string]>> = { da: ['⟦', '⟧'], en: ['⟪', '⟫'] };

/** A piece of text as it stands on screen or in an attribute that is read out. */
export interface Piece {
  readonly words: string;
  /** Where it stands, for people. */
  readonly where: string;
  /** Whether it tells those who do not see the page what happened last. */
  readonly told: boolean;
}

declare global {
  interface Window {
    kept: { readonly nodes: readonly HTMLElement[]; readonly values: readonly string[]; readonly active: Element | null };
    asked: { begun: number; ended: number; last: number };
  }
}

/** Gives these words to everything that has a host's words as a property, before it is used for the first time. */
export const giveWords = (words: HostWords): void => {
  const define = customElements.define.bind(customElements);
  customElements.define = (name, element, options) => {
    define(name, element, options);
    const { prototype } = element as { prototype: object };
    const property = Object.getOwnPropertyDescriptor(prototype, 'words');
    if (property?.set) Object.defineProperty(prototype, 'words', { ...property, get: () => words });
  };
};

/** Every text inside the shadow roots of the story, which is ours, whether it can be seen now or not; and where it says so what is read out. */
export const readPage = (): Piece[] => {
  const spoken = [
    'alt',
    'aria-description',
    'aria-label',
    'aria-placeholder',
    'aria-roledescription',
    'aria-valuetext',
    'label',
    'placeholder',
    'title',
  ];
  const pieces: Piece[] = [];
  const visit = (node: Element | ShadowRoot, inside: string, told: boolean): void => {
    for (const child of node.childNodes) {
      if (child instanceof Text && inside && child.data.trim()) pieces.push({ words: child.data, where: inside, told });
      if (!(child instanceof Element) || child instanceof HTMLStyleElement) continue;
      const where =
        inside && `${inside} ${child.localName}${child.className ? `.${String(child.getAttribute('class')).split(' ').join('.')}` : ''}`;
      if (inside)
        for (const name of spoken) {
          const words = child.getAttribute(name);
          if (words?.trim()) pieces.push({ words, where: `${where}[${name}]`, told: false });
        }
      visit(child, where, told || (child.matches('.visually-hidden') && child.getAttribute('role') === 'status'));
      if (child.shadowRoot) visit(child.shadowRoot, child.localName, false);
    }
  };
  const root = document.getElementById('storybook-root');
  if (root) visit(root, '', false);
  return pieces;
};

/** Remembers everything in the story that can have the focus or a value. */
export const keep = (): number => {
  const nodes: HTMLElement[] = [];
  const visit = (root: ParentNode): void => {
    for (const element of root.querySelectorAll<HTMLElement>('*')) {
      if (element.matches('input, select, textarea, button, a, summary, dialog, [tabindex], ss-session, ss-portal')) nodes.push(element);
      if (element.shadowRoot) visit(element.shadowRoot);
    }
  };
  visit(document);
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  const values = nodes.map((node) => ('value' in node ? `${String(node.value)} ${'checked' in node ? String(node.checked) : ''}` : ''));
  window.kept = { nodes, values, active };
  return nodes.length;
};

/** What has gone, or has changed, of what was kept; and whether the focus is elsewhere. */
export const lost = (): string[] => {
  const { nodes, values, active } = window.kept;
  let now = document.activeElement;
  while (now?.shadowRoot?.activeElement) now = now.shadowRoot.activeElement;
  const named = (node: Element | null): string => (node?.cloneNode() as Element | undefined)?.outerHTML ?? 'nothing';
  return [
    ...nodes.filter((node) => !node.isConnected).map((node) => `gone: ${named(node)}`),
    ...nodes.flatMap((node, index) => {
      const value = 'value' in node ? `${String(node.value)} ${'checked' in node ? String(node.checked) : ''}` : '';
      return value === values[index] ? [] : [`${named(node)}: »${value}« instead of »${values[index] ?? ''}«`];
    }),
    ...(now === active ? [] : [`the focus is at ${named(now)} instead of ${named(active)}`]),
  ];
};

/** Writes the language on whatever has one around the elements. */
export const speak = (language: string): void => {
  for (const element of document.querySelectorAll('#storybook-root [lang]')) element.setAttribute('lang', language);
};

/** The language written around the elements of the story. */
export const spoken = (): string => document.querySelector('#storybook-root [lang]')?.getAttribute('lang') ?? '';

/** Counts from now on what is asked of any server, and what has come back. */
export const count = (): void => {
  window.asked = { begun: 0, ended: 0, last: performance.now() };
  const inner = globalThis.fetch;
  globalThis.fetch = async (...call) => {
    window.asked.begun += 1;
    window.asked.last = performance.now();
    try {
      return await inner(...call);
    } finally {
      window.asked.ended += 1;
      window.asked.last = performance.now();
    }
  };
};
