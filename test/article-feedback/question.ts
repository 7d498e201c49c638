/** Opens the question under an article, signed in or not, and reads it as a person does. */
import { html, type TemplateResult } from 'lit';
import type { ArticleFeedbackElement } from '../../src/article-feedback/article-feedback-element.ts';
import '../../src/article-feedback/ss-article-feedback.ts';
import type { ArticleVotes } from '../../src/article-feedback/vote.ts';
import type { ConnectOptions } from '../../src/session/connection.ts';
import { fixture, signIn, until, type Person } from '../helpers.ts';
import { all, control, one, plain } from '../subscriptions/screen.ts';

let last = 0;

/** An article that nobody has voted for. */
export const newArticle = (): string => `test-${String(Date.now())}-${String((last += 1))}`;

export const under = (article: string, memory?: Storage): TemplateResult =>
  html`<ss-article-feedback article=${article} .memory=${memory}></ss-article-feedback>`;

/** The element with its question, seen by one of the sample people. */
export const asked = async (
  person: Person,
  template: TemplateResult,
  options: Partial<ConnectOptions> = {},
): Promise<ArticleFeedbackElement> => {
  signIn(person, options);
  return shown(await fixture<ArticleFeedbackElement>(template));
};

/** The same, seen by somebody who is not signed in. */
export const askedUnknown = async (template: TemplateResult, options: Partial<ConnectOptions> = {}): Promise<ArticleFeedbackElement> => {
  signIn('maja', { mode: 'cookie', ...options });
  return shown(await fixture<ArticleFeedbackElement>(template));
};

const shown = async (element: ArticleFeedbackElement): Promise<ArticleFeedbackElement> => {
  await until(() => all(element, '[aria-pressed]').length === 2, 'the question');
  return element;
};

/** Which answer is pressed: `Ja`, `Nej`, or nothing. */
export const pressed = (element: Element): string =>
  all(element, '[aria-pressed=true]')
    .map((button) => plain(button.innerText))
    .join();

export const count = (element: Element): string => plain(one(element, '.count').innerText);

/** Waits until the count reads so. */
export const counts = (element: Element, words: string): Promise<boolean> => until(() => count(element) === words, `the count »${words}«`);

export const form = (element: Element): Promise<HTMLElement> => until(() => all(element, 'form')[0], 'the form');

export const write = (element: Element, selector: string, words: string): void => {
  const field = one<HTMLInputElement | HTMLTextAreaElement>(element, selector);
  field.value = words;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
};

export const press = (element: Element, name: string): void => {
  control(element, name).click();
};

/** Votes as somebody else. */
export const voteOf = async (person: Person, article: string, helped: boolean): Promise<void> => {
  const response = await fetch(`/v1/articles/${article}/vote`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${person}`, 'content-type': 'application/json' },
    body: JSON.stringify({ helped, voter: null }),
  });
  if (!response.ok) throw new Error(`The vote of ${person}: ${String(response.status)}`);
};

/** What the backend has. */
export const votesOf = async (person: Person, article: string): Promise<ArticleVotes> => {
  const response = await fetch(`/v1/articles/${article}/vote`, { headers: { authorization: `Bearer ${person}` } });
  return (await response.json()) as ArticleVotes;
};

/** A storage of its own, that nobody else fills. */
export const storage = (): Storage => {
  const kept = new Map<string, string>();
  return {
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => kept.set(name, value),
    removeItem: (name) => kept.delete(name),
    clear: () => {
      kept.clear();
    },
    key: (index) => [...kept.keys()][index] ?? null,
    get length() {
      return kept.size;
    },
  };
};

/** A `fetch` that sends these requests one way, and the rest their own. */
export const apart =
  (fits: (request: Request) => boolean, way: typeof fetch, inner: typeof fetch = fetch): typeof fetch =>
  (...call) => {
    const request = new Request(...call);
    return fits(request) ? way(request) : inner(request);
  };
