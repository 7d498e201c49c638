/** The one sandbox behind all stories of a page. Each story speaks to it under a name of its own, and with its own faults. */
import { openBrowserSandbox, type BrowserSandbox } from '../sandbox/browser.ts';
import type { Fault, Fetch } from '../test/faults.ts';

// A name that no network knows: a call that passed us by would fail.
const domain = '.stories.invalid';
const lines = new Map<string, { fetch: Fetch; underWay: number }>();
let sandbox: Promise<BrowserSandbox> | undefined;

const open = async (): Promise<BrowserSandbox> => {
  const answer = await fetch(new URL('../node_modules/.cache/selvbetjening-elements/stories.tar.gz', import.meta.url));
  return openBrowserSandbox(await answer.blob());
};

/** The sandbox of this page; the first who asks opens it. */
export const sandboxOfThePage = (): Promise<BrowserSandbox> => (sandbox ??= open());

/** The address of the API for one story. */
export const apiOf = (story: string): string => `https://${story}${domain}/v1`;

/** From now on the calls of this story reach the sandbox through this fault, if there is one. */
export const route = (story: string, fault: Fault = (inner) => inner): void => {
  const line = { underWay: 0, fetch: fault(answered) };
  async function answered(...call: Parameters<Fetch>): Promise<Response> {
    line.underWay += 1;
    try {
      return await (await sandboxOfThePage()).fetch(...call);
    } finally {
      line.underWay -= 1;
    }
  }
  lines.set(story + domain, line);
};

/** Whether the sandbox is working for this story; a call that a fault keeps to itself does not count. */
export const isAsked = (story: string): boolean => (lines.get(story + domain)?.underWay ?? 0) > 0;

const fetchOfThePage = globalThis.fetch.bind(globalThis);
globalThis.fetch = (input, init) => {
  const address = new URL(input instanceof Request ? input.url : input, location.href);
  return (lines.get(address.host)?.fetch ?? fetchOfThePage)(input, init);
};
