/** Editing a person where their profile stands, and the question before what was typed would be lost. */
import { nothing, type ReactiveController } from 'lit';
import type { SessionConnection } from '../session/contexts.ts';
import { showDialogs } from '../ui/dialog.ts';
import { Later } from '../ui/later.ts';
import { leaveQuestion } from '../ui/leave-question.ts';
import type { Deeds } from './deeds.ts';
import type * as EditUser from './edit-user.ts';
import type { EditPlace, UserEditing } from './edit-user.ts';
import type { DeedText, DoingsOptions, ProfileRoom } from './profile-room.ts';

export class Edits implements ReactiveController {
  readonly #room: ProfileRoom;
  readonly #deeds: Deeds;
  readonly #options: DoingsOptions;
  readonly #code: Later<typeof EditUser>;
  /** What has been typed, by the person's id: leaving the profile loses nothing. */
  readonly #begun = new Map<string, UserEditing>();
  #guarded: SessionConnection | undefined;
  #unguard: (() => void) | undefined;
  /** Waits to hear whether what was typed may be lost. */
  #answer: ((leave: boolean) => void) | undefined;

  constructor(room: ProfileRoom, deeds: Deeds, options: DoingsOptions) {
    this.#room = room;
    this.#deeds = deeds;
    this.#options = options;
    this.#code = new Later(room.element, () => import('./edit-user.ts'), room.adopt);
    room.element.addController(this);
  }

  readonly form = (): unknown => this.#begun.get(this.#room.param('user') ?? '')?.form();

  readonly approach = (): void => {
    void this.#code.load();
  };

  readonly above = (): unknown =>
    this.#answer ? leaveQuestion((this.#room.text as DeedText).say, this.#room.headingLevel + 1, this.#reply) : nothing;

  readonly forget = (): void => {
    for (const editing of this.#begun.values()) editing.dispose();
    this.#begun.clear();
    this.#reply(true);
  };

  readonly recover = (): void => {
    for (const editing of this.#begun.values()) editing.recover();
  };

  hostUpdate(): void {
    const { connection, sender, param } = this.#room;
    for (const [id, editing] of this.#begun)
      if (id !== param('user') && !editing.isDirty()) {
        editing.dispose();
        this.#begun.delete(id);
      }
    // What is covered can ask nothing.
    if (!sender()) this.#reply(false);
    if (connection === this.#guarded) return;
    this.#unguard?.();
    this.#guarded = connection;
    this.#unguard = connection?.guard(this.#ask);
  }

  hostUpdated(): void {
    if (this.#answer) showDialogs(this.#room.root);
  }

  hostDisconnected(): void {
    this.#unguard?.();
    this.#guarded = this.#unguard = undefined;
    this.#reply(true);
  }

  readonly begin = async (): Promise<void> => {
    const { element, root, param } = this.#room;
    const id = param('user');
    const there = await this.#deeds.load(this.#code, this.begin);
    const read = this.#options.user();
    if (!there || !this.#code.module || !read || id === undefined || id !== param('user') || this.#begun.has(id)) return;
    const { refresh, user } = this.#options;
    const room = this.#room as EditPlace['room']; // its words have been learnt by now
    const newest = () => (param('user') === id ? user() : undefined);
    const leave = (done?: string) => {
      void this.#leave(id, editing, done);
    };
    const editing = this.#code.module.open({ room, read, newest, refresh, leave });
    this.#begun.set(id, editing);
    element.requestUpdate();
    await element.updateComplete;
    root.querySelector<HTMLElement>('#edit-name')?.focus();
  };

  async #leave(id: string, editing: UserEditing, done: string | undefined): Promise<void> {
    const { element, root, announce, param } = this.#room;
    // One that has been let go of says so late.
    if (this.#begun.get(id) !== editing) return;
    editing.dispose();
    this.#begun.delete(id);
    if (done !== undefined) announce(done);
    element.requestUpdate();
    await element.updateComplete;
    if (param('user') === id) root.querySelector<HTMLElement>('.person button')?.focus();
  }

  readonly #ask = (): Promise<boolean> => {
    if (!this.#deeds.isOpen && ![...this.#begun.values()].some(({ isDirty }) => isDirty())) return Promise.resolve(true);
    this.#reply(false);
    return new Promise((resolve) => {
      this.#answer = resolve;
    });
  };

  readonly #reply = (leave: boolean): void => {
    this.#answer?.(leave);
    this.#answer = undefined;
    this.#room.element.requestUpdate();
  };
}
