/** Follows what has been ordered and is under way: the profile is read again, with growing pauses, until it has come about (R17.4). */
import type { ReactiveController } from 'lit';
import { readOrder } from '../api/orders.ts';
import type { Read } from '../api/read.ts';
import { GrowingPauses } from '../ui/growing-pauses.ts';
import type { ComingText, ProfileRoom } from './profile-room.ts';
import type { ComingChange, Subscription } from './subscription.ts';

/** The longest pause, seconds. */
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
  readonly #pauses: GrowingPauses;
  #watched = new Map<string, Read<ComingChange>>();
  /** Ends when another profile is looked at, or none. */
  #looking = new AbortController();
  #failures: readonly string[] = [];

  constructor(options: FollowingOptions) {
    this.#options = options;
    this.#pauses = new GrowingPauses(options.reload, longest);
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
    if ([...this.#watched.keys()].some((id) => !before.has(id))) this.#pauses.restart();
    if (this.#watched.size) this.#pauses.wait();
    else this.#pauses.stop();
  };

  /** The profile could not be read this time. */
  readonly missed = (): void => {
    if (this.#watched.size) this.#pauses.wait();
  };

  /** Another profile, or none. */
  readonly stop = (): void => {
    this.#pauses.stop();
    this.#looking.abort();
    this.#looking = new AbortController();
    this.#watched.clear();
    this.#failures = [];
  };

  hostDisconnected(): void {
    this.stop();
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
