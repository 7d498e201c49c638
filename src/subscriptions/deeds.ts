/** What is being done from the profile: fetches the code of a deed when it is begun, and holds it until its outcome is known. */
import { html, nothing, type ReactiveController } from 'lit';
import type { Read } from '../api/read.ts';
import { Later, type Styled } from '../ui/later.ts';
import { problemNotice } from '../ui/show.ts';
import type { Deed, DeedKind, DeedModule, DeedPlace, DoingsOptions, ProfileRoom } from './profile-room.ts';
import type { ComingChange, Subscription } from './subscription.ts';

interface Begun {
  readonly deed: Deed;
  readonly place: DeedPlace;
  readonly subscription: string;
  /** Where it was begun; elsewhere it is not drawn. */
  readonly route: string;
}

const modules: Readonly<Record<DeedKind, () => Promise<DeedModule>>> = {
  'sub.change': () => import('./change-plan.ts'),
  'sub.terminate': () => import('./close-subscription.ts'),
  'act.undo': () => import('./undo-change.ts'),
  'sim.block': () => import('./block.ts'),
  'sim.unblock': () => import('./block.ts'),
  'sim.replace': () => import('./replace-sim.ts'),
  'codes.show': () => import('./secrets-view.ts'),
  'codes.showEsim': () => import('./secrets-view.ts'),
};

export class Deeds implements ReactiveController {
  readonly #room: ProfileRoom;
  readonly #options: DoingsOptions;
  readonly #modules = new Map<() => Promise<DeedModule>, Later<DeedModule>>();
  readonly #begun = new Map<string, Begun>();
  /** The one the person is at. */
  #present: string | undefined;
  /** The code of a deed could not be fetched. */
  #again: (() => void) | undefined;

  constructor(room: ProfileRoom, options: DoingsOptions) {
    this.#room = room;
    this.#options = options;
    room.element.addController(this);
  }

  /** Whether something may have been done and is not known. */
  get isOpen(): boolean {
    return [...this.#begun.values()].some(({ deed }) => deed.isOpen());
  }

  readonly begin = (kind: DeedKind, { id }: Read<Subscription>, change?: Read<ComingChange>): void => {
    void this.#begin(kind, id, change);
  };

  readonly approach = (kind: DeedKind): void => {
    void this.#later(kind).load();
  };

  readonly strip = (subscription: string): unknown => {
    const [key] =
      [...this.#begun].find(([at, begun]) => at !== this.#present && begun.subscription === subscription && begun.deed.isOpen()) ?? [];
    if (key === undefined) return nothing;
    const { text, element } = this.#room as DeedPlace['room'];
    const check = () => {
      this.#present = key;
      element.requestUpdate();
    };
    return html`<div class="strip">
      <span>${text.say('err.unsure')}</span>
      <button type="button" @click=${check}>${text.say('act.check')}</button>
    </div>`;
  };

  /** What stands above everything: the deed that the person is at. */
  readonly above = (): unknown => {
    const begun = this.#present === undefined ? undefined : this.#begun.get(this.#present);
    return begun?.route === this.#room.element.route ? begun.deed.dialog() : nothing;
  };

  /** What is said when the code of a deed could not be fetched. */
  readonly notice = (): unknown => (this.#again ? problemNotice(this.#room, { kind: 'unreachable' }, this.#again) : nothing);

  readonly forget = (): void => {
    for (const { deed } of this.#begun.values()) deed.dispose();
    this.#begun.clear();
    this.#present = undefined;
    this.#again = undefined;
  };

  readonly recover = (): void => {
    for (const { deed } of this.#begun.values()) deed.recover();
  };

  /** Elsewhere, a deed that is still only thought of is let go of. */
  hostUpdate(): void {
    this.#drop(({ route }) => route !== this.#room.element.route);
  }

  hostDisconnected(): void {
    this.#present = undefined;
    this.#drop(() => true);
  }

  #drop(isLeft: (begun: Begun) => boolean): void {
    for (const [key, begun] of this.#begun)
      if (isLeft(begun) && !begun.deed.isOpen()) {
        begun.deed.dispose();
        this.#begun.delete(key);
      }
  }

  #later(kind: DeedKind): Later<DeedModule> {
    const fetch = modules[kind];
    const { element, adopt } = this.#room;
    const later = this.#modules.get(fetch) ?? new Later(element, fetch, adopt);
    this.#modules.set(fetch, later);
    return later;
  }

  /** Fetches the code of something that is begun, and resolves to whether it is there; where it is not, that is said. */
  async load<Module extends Styled>(code: Later<Module>, again: () => unknown): Promise<boolean> {
    this.#again = undefined;
    await code.load();
    if (!code.module) this.#again = () => void again();
    this.#room.element.requestUpdate();
    return code.module !== undefined;
  }

  async #begin(kind: DeedKind, subscription: string, change: Read<ComingChange> | undefined): Promise<void> {
    const { element } = this.#room;
    const { route } = element;
    const code = this.#later(kind);
    const there = await this.load(code, () => this.#begin(kind, subscription, change));
    const known = this.#options.subscription(subscription);
    if (!there || !code.module || !known || element.route !== route || !this.#room.mayChange) return;
    const key = `${kind}/${change?.id ?? subscription}`;
    if (!this.#begun.has(key)) {
      const place = this.#place(key, kind, known, change);
      this.#begun.set(key, { deed: code.module.open(place), place, subscription, route });
    }
    this.#present = key;
    element.requestUpdate();
  }

  #place(key: string, kind: DeedKind, known: Read<Subscription>, change: Read<ComingChange> | undefined): DeedPlace {
    const { subscription, owner, refresh } = this.#options;
    let last = known;
    const place: DeedPlace = {
      room: this.#room as DeedPlace['room'], // its words have been learnt with this file
      kind,
      change,
      owner: owner(),
      refresh,
      get subscription() {
        return (last = subscription(known.id) ?? last);
      },
      show: () => {
        if (this.#begun.get(key)?.place === place) this.#present ??= key;
        this.#room.element.requestUpdate();
      },
      leave: (done) => {
        void this.#leave(key, place, done);
      },
    };
    return place;
  }

  /** Takes a deed off the screen; what came of it is told, and the focus goes where it is to be seen. */
  async #leave(key: string, place: DeedPlace, done: string | undefined): Promise<void> {
    const { element, root, announce } = this.#room;
    const begun = this.#begun.get(key);
    // One that has been left already says so late.
    if (begun?.place !== place) return;
    const { deed, subscription, route } = begun;
    const wasPresent = this.#present === key;
    if (wasPresent) this.#present = undefined;
    if (!deed.isOpen()) {
      deed.dispose();
      this.#begun.delete(key);
    }
    if (done !== undefined) announce(done);
    element.requestUpdate();
    await element.updateComplete;
    // What was pressed may have gone with what it did.
    if (!wasPresent || element.route !== route || (done === undefined && element.shadowRoot?.activeElement)) return;
    (root.querySelector<HTMLElement>(`[data-subscription="${CSS.escape(subscription)}"] h3`) ?? root.querySelector('h2'))?.focus();
  }
}
