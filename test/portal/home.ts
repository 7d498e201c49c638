/** The page of the tests and its address, which the elements of these tests change. */
import { until } from '../helpers.ts';

const home = location.href;

/** Gives the page its address back, and the entry of the history nothing to remember: for `afterEach`. */
export const goHome = (): void => {
  history.replaceState(null, '', home);
};

/** Stands at an address of the page, as if it had been opened there. The query of the page stays, `search` is added. */
export const openAt = (pathname: string, hash = '', search = ''): void => {
  const url = new URL(home);
  for (const [name, value] of new URLSearchParams(search)) url.searchParams.set(name, value);
  history.replaceState(null, '', pathname + url.search + hash);
};

/** Takes a step in the history, and waits until the page has taken it. */
export const step = async (by: number): Promise<void> => {
  let arrived = false;
  window.addEventListener('popstate', () => (arrived = true), { once: true });
  history.go(by);
  await until(() => arrived, 'the step in the history');
};

/** The path below the origin and the fragment, without the query that the tests themselves need. */
export const whereabouts = (): string => location.pathname + location.hash;
