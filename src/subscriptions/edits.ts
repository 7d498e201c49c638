/** Editing a person where their profile stands, and the question before what was typed would be lost. */
import type { ReactiveController } from 'lit';
import { Guard } from '../ui/guard.ts';
import { Later } from '../ui/later.ts';
import { LeaveQuestion } from '../ui/leave-question.ts';
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
  readonly #leaving: LeaveQuestion;
  readonly #guard = new Guard(() => this.#mayLeave());

  constructor(room: ProfileRoom, deeds: Deeds, options: DoingsOptions) {
    this.#room = room;
    this.#deeds = deeds;
    this.#options = options;
    this.#code = new Later(room.element, () => import('./edit-user.ts'), room.adopt);
    this.#leaving = new LeaveQuestion(room, (room.text as DeedText).say);
    room.element.addController(this);
  }

  readonly form = (): unknown => this.#begun.get(this.#room.param('user') ?? '')?.form();

  readonly approach = (): void => {
    void this.#code.load();
  };

  readonly above = (): unknown => this.#leaving.render();

  readonly forget = (): void => {
    for (const editing of this.#begun.values()) editing.dispose();
    this.#begun.clear();
    this.#leaving.answer(true);
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
    if (!sender()) this.#leaving.answer(false);
    this.#guard.at(connection);
  }

  hostDisconnected(): void {
    this.#guard.at(undefined);
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

  #mayLeave(): Promise<boolean> {
    const atRisk = this.#deeds.isOpen || [...this.#begun.values()].some(({ isDirty }) => isDirty());
    return atRisk ? this.#leaving.ask() : Promise.resolve(true);
  }
}
