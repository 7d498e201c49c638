/** Whether something has changed since the list on screen came; it is asked now and then. It comes after the list. */
import { css, html, nothing, type ReactiveControllerHost } from 'lit';
import type { CasePage } from '../api/case.ts';
import type { Read } from '../api/read.ts';
import type { Sender } from '../ui/submission.ts';
import type { Text } from '../ui/text.ts';
import { searchCases } from './api.ts';
import type { MessageKey } from './messages.ts';
import { messages, type NewsKey } from './news-messages.ts';
import { Polling } from './polling.ts';

export { messages };

export const styles = css`
  .news {
    border-inline-start-color: var(--_accent);
    background: var(--_accent-soft);
  }
`;

export interface NewsOptions {
  readonly text: Text<MessageKey>;
  readonly sender: () => Sender | undefined;
  /** The list on screen; nothing while there is none, or something else is. */
  readonly shown: () => Read<CasePage> | undefined;
  /** How many cases have an answer that the person has not seen. */
  readonly count: (unread: number) => void;
  /** Fetches the list again. */
  readonly fetch: () => void;
}

const anyCase = { search: '', state: null, mine: false, offset: 0, limit: 1 };

export interface News {
  /** What is said when the list is old. */
  readonly bar: () => unknown;
}

/** Watches for the element from now on. */
export const watch = (element: HTMLElement & ReactiveControllerHost, { text: given, sender, shown, count, fetch }: NewsOptions): News => {
  const text = given as Text<MessageKey | NewsKey>; // its words have been learnt when this is made
  /** The list that is known to be old. */
  let old: Read<CasePage> | undefined;
  const look = async (signal: AbortSignal): Promise<void> => {
    const [who, list] = [sender(), shown()];
    if (!who || !list) return;
    // What cannot be asked now is asked later.
    const newest = await searchCases(...who, anyCase, signal).catch(() => undefined);
    if (!newest || signal.aborted || list !== shown()) return;
    const { changedAt, unread } = newest;
    if (changedAt && Date.parse(changedAt) > Date.parse(list.changedAt ?? '1970')) old = list;
    if (unread !== undefined) count(unread);
    element.requestUpdate();
  };
  new Polling(element, { wanted: () => sender() !== undefined && shown() !== undefined, ask: look });
  return {
    // The rows stay where they are, under the pointer and for those who read them, until the person wants the new ones.
    bar: () =>
      old && old === shown()
        ? html`<p class="strip news">
            <span>${text.say('case.news')}</span>
            <button type="button" @click=${fetch}>${text.say('case.fetch')}</button>
          </p>`
        : nothing,
  };
};
