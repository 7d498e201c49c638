/** What somebody has begun to fill in: bound to one person and one company, in memory, and where the host allows it over a reload (decision 10). */
import { newKey } from './new-key.ts';

const prefix = 'selvbetjening.draft.';

/** Whose it is, and of what form. */
export interface DraftOwner {
  readonly person: string;
  readonly company: string;
  /** The form's name, for instance `new-subscription`. */
  readonly form: string;
}

/** What is kept. */
export interface Draft<Content> {
  readonly content: Content;
  /** The key of the intention: a copy of the draft in another tab means the same order (F21). */
  readonly key: string;
}

export const newDraft = <Content>(content: Content): Draft<Content> => ({ content, key: newKey() });

const nameOf = ({ person, company, form }: DraftOwner): string => [prefix + person, company, form].map(encodeURIComponent).join('/');

/** Storage that is blocked, full or holds something else is as good as none (F30). */
const quietly = <Value>(act: () => Value): Value | undefined => {
  try {
    return act();
  } catch {
    return undefined;
  }
};

/** Keeps a draft, or throws it away. */
export const keepDraft = (storage: Storage | undefined, owner: DraftOwner, draft: Draft<unknown> | undefined): void => {
  quietly(() => {
    if (draft) storage?.setItem(nameOf(owner), JSON.stringify(draft));
    else storage?.removeItem(nameOf(owner));
  });
};

/** The draft that was kept, if `parse` finds it sound; those of other people are removed at the same time (T23). */
export const keptDraft = <Content>(
  storage: Storage | undefined,
  owner: DraftOwner,
  parse: (kept: unknown) => Content | undefined,
): Draft<Content> | undefined =>
  quietly(() => {
    if (!storage) return undefined;
    discardDrafts(storage, owner.person);
    const { content, key } = JSON.parse(storage.getItem(nameOf(owner)) ?? 'null') as { content?: unknown; key?: unknown };
    const sound = parse(content);
    return sound !== undefined && typeof key === 'string' ? { content: sound, key } : undefined;
  });

/** Removes unfinished forms from a storage, all of them or those of everybody else. The host calls it when it signs a person out. */
export const discardDrafts = (storage: Storage, exceptPerson?: string): void => {
  quietly(() => {
    const mine = exceptPerson === undefined ? undefined : `${encodeURIComponent(prefix + exceptPerson)}/`;
    for (const name of Object.keys(storage))
      if (name.startsWith(prefix) && !(mine !== undefined && name.startsWith(mine))) storage.removeItem(name);
  });
};

const channelName = 'selvbetjening.drafts';

/**
 * Tells other tabs with the same draft that it has been sent, also after the signal, and hears it from them until then. A message alone
 * decides nothing (T17).
 */
export const watchDrafts = (signal: AbortSignal, sent: (key: string) => void): ((key: string) => void) => {
  if (typeof BroadcastChannel !== 'function') return () => {};
  const channel = new BroadcastChannel(channelName);
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (typeof data === 'string') sent(data);
  });
  signal.addEventListener('abort', () => {
    channel.close();
  });
  return (key) => {
    // What finished after its element has gone is told all the same (F22).
    const way = signal.aborted ? new BroadcastChannel(channelName) : channel;
    way.postMessage(key);
    if (signal.aborted) way.close();
  };
};
