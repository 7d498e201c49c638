/** Follows what has been ordered and is under way: the profile is read again, with growing pauses, until it has come about (R17.4). */
import type { ReactiveController } from 'lit';
import { readOrder } from '../api/orders.ts';
import type { Read } from '../api/read.ts';
import type { ComingText, ProfileRoom } from './profile-room.ts';
import type { ComingChange, Subscription } from './subscription.ts';

/** Each pause is the two before it together, seconds. */
const longest = 60;

/** Under way, and not waiting for a day. */
const isFollowed = ({ state, date }: Read<ComingChange>): boolean => (state === 'acknowledged' || state === 'inProgress') && date === null;

export interface FollowingOptions {
  readonly room: ProfileRoom;
  readonly text: ComingText;
  /** Reads the profile again. */
  readonly reload: () => void;
}

export class Following implements ReactiveController {
  readonly #options: FollowingOptions;
  #watched = new Map<string, Read<ComingChange>>();
  #pause: readonly [last: number, next: number] = [1, 1];
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Ends when another profile is looked at, or none. */
  #looking = new AbortController();
  #failures: readonly string[] = [];

  constructor(options: FollowingOptions) {
    this.#options = options;
    options.room.element.addController(this);
  }

  /** What did not come about, in words. */
  get failures(): readonly string[] {
    return this.#failures;
  }

  /** The profile has been read. */
  readonly seen = (subscriptions: readonly Read<Subscription>[]): void => {
    const before = this.#watched;
    const changes = subscriptions.flatMap((subscription) => subscription.changes ?? []);
    this.#watched = new Map(changes.filter(isFollowed).map((change) => [change.id, change]));
    const gone = [...before.values()].filter(({ id }) => !this.#watched.has(id));
    if (gone.length) this.#options.room.changed();
    for (const change of gone) void this.#tell(change, this.#looking.signal);
    if ([...this.#watched.keys()].some((id) => !before.has(id))) this.#pause = [1, 1];
    this.#wait();
  };

  /** Another profile, or none. */
  readonly stop = (): void => {
    clearTimeout(this.#timer);
    this.#looking.abort();
    this.#looking = new AbortController();
    this.#watched.clear();
    this.#failures = [];
  };

  hostDisconnected(): void {
    this.stop();
  }

  #wait(): void {
    clearTimeout(this.#timer);
    if (!this.#watched.size) return;
    const [last, next] = this.#pause;
    this.#pause = [next, Math.min(last + next, longest)];
    const { signal } = this.#looking;
    const { reload } = this.#options;
    this.#timer = setTimeout(() => {
      // While nobody looks it is not asked after (F23).
      if (document.hidden) document.addEventListener('visibilitychange', reload, { once: true, signal });
      else reload();
    }, next * 1000);
  }

  /** What became of it is told once; of what was taken back somebody knows already. */
  async #tell({ id, kind }: Read<ComingChange>, signal: AbortSignal): Promise<void> {
    const { text, room } = this.#options;
    const { sender, announce, element } = room;
    const who = sender();
    if (!who || !kind) return;
    const order = await readOrder(...who, id, signal).catch(() => undefined);
    if (signal.aborted) return;
    if (order?.state === 'completed') announce(text.say(`done.${kind}`));
    if (order?.state !== 'failed') return;
    const words = text.say(`failed.${kind}`);
    this.#failures = [...this.#failures, words];
    announce(words);
    element.requestUpdate();
  }
}
