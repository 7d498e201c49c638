/** The files of a message that is being written: chosen, dropped or pasted, and sent at once, two at a time (F25, T13). */
import type { ReactiveController } from 'lit';
import { pluralOf } from '../ui/format.ts';
import { shownName } from './file-words.ts';
import { namesIn, refusalOf } from './files-check.ts';
import { messages as words } from './files-messages.ts';
import type { FilesRoom } from './files-room.ts';
import { filesStyles } from './files-styles.ts';
import { filesView, type FileRow } from './files-view.ts';
import type { Attachments, AttachmentsOptions, CasesRoom, KeptFile } from './room.ts';
import { Upload, type UploadState } from './upload.ts';

export const messages = words;
export const styles = filesStyles;

export const attach = (room: CasesRoom, options: AttachmentsOptions): Attachments => new Files(room as FilesRoom, options); // its words have been learnt when this is made

/** So many are sent at once; the others wait for their turn. */
const atOnce = 2;

interface Item {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  /** Together with name and size it tells a file from another; 0 where it is not known. */
  readonly lastModified: number;
  /** How it is sent; `undefined` when it was refused beforehand, or sent before the page was loaded anew. */
  readonly upload: Upload | undefined;
  /** What it is when nothing is sent of it. */
  readonly settled: UploadState | undefined;
}

const stateOf = ({ upload, settled }: Item): UploadState => settled ?? upload?.state ?? { status: 'waiting' };

class Files implements Attachments, ReactiveController {
  readonly #room: FilesRoom;
  readonly #options: AttachmentsOptions;
  #items: readonly Item[] = [];
  #notes: readonly string[] = [];
  #over = false;
  #last = 0;
  /** Nobody has been here since the session ended. */
  #away = false;

  constructor(room: FilesRoom, options: AttachmentsOptions) {
    this.#room = room;
    this.#options = options;
    room.element.addController(this);
  }

  readonly render = (): unknown =>
    filesView(this.#room, {
      rows: this.#items.map((item): FileRow => ({ ...item, state: stateOf(item) })),
      ...{ most: this.#options.most(), still: this.#options.still(), over: this.#over, notes: this.#notes, told: this.#told() },
      ...{ add: this.add, hover: this.#hover, retry: this.#retry, remove: this.#remove },
    });

  readonly add = (files: Iterable<File>): void => {
    if (this.#options.still()) return;
    const { say } = this.#room;
    const room = this.#options.most();
    const notes: string[] = [];
    const over: string[] = [];
    const taken = [...this.#items];
    for (const file of files) {
      const { name, size, lastModified } = file;
      const shown = shownName(name);
      if (taken.some((one) => one.name === name && one.size === size && one.lastModified === lastModified))
        notes.push(say('files.twice', { name: shown }));
      else if (taken.length >= room) over.push(shown);
      else taken.push(this.#item(file));
    }
    if (over.length) notes.push(say('files.tooMany', { n: room, names: namesIn(this.#room, over) }));
    this.#notes = notes;
    this.#set(taken);
  };

  readonly complete = (): readonly KeptFile[] =>
    this.#items.flatMap((item) => {
      const state = stateOf(item);
      return state.status === 'done' ? [{ id: state.id, name: item.name, size: item.size }] : [];
    });

  readonly isOpen = (): boolean => this.#items.some((item) => stateOf(item).status !== 'done');

  readonly restore = (files: readonly KeptFile[]): void => {
    this.#letGo();
    this.#set(
      files.map(({ id, name, size }) => ({
        ...{ id: this.#newId(), name, size, lastModified: 0, upload: undefined },
        settled: { status: 'done', id },
      })),
    );
  };

  readonly gone = (ids: readonly string[]): void => {
    this.#items = this.#items.map((item) => {
      const state = stateOf(item);
      if (state.status !== 'done' || !ids.includes(state.id)) return item;
      // What the page still holds is sent once more; the rest has to be chosen again.
      if (!item.upload) return { ...item, settled: { status: 'refused', why: 'gone' } };
      item.upload.again();
      return item;
    });
    this.#drawn();
  };

  readonly clear = (): void => {
    this.#notes = [];
    this.#set([]);
  };

  readonly forget = (): void => {
    this.#letGo();
    this.clear();
  };

  readonly recover = (): void => {
    for (const { upload } of this.#items) {
      const { status, ...rest } = upload?.state ?? { status: undefined };
      if (status === 'failed' && 'problem' in rest && (rest.problem.kind === 'offline' || rest.problem.kind === 'unreachable'))
        upload?.wait();
    }
    this.#pump();
  };

  /** The same person is back: what waited for them goes on (F15). */
  hostUpdate(): void {
    if (!this.#room.sender()) this.#away = true;
    else if (this.#away) {
      this.#away = false;
      for (const { upload } of this.#items)
        if (upload?.state.status === 'failed' && upload.state.problem.kind === 'signed-out') upload.wait();
      this.#pump();
    }
  }

  #item(file: File): Item {
    const { name, size, lastModified } = file;
    const why = refusalOf(file);
    return {
      ...{ id: this.#newId(), name, size, lastModified },
      upload: why ? undefined : new Upload(file, this.#drawn),
      settled: why && { status: 'refused', why },
    };
  }

  #newId(): string {
    return `file-${String((this.#last += 1))}`;
  }

  #set(items: readonly Item[]): void {
    this.#items = items;
    this.#drawn();
  }

  readonly #drawn = (): void => {
    this.#room.element.requestUpdate();
    this.#options.changed();
    this.#pump();
  };

  /** Begins what waits, as far as there is room: each that begins begins the next. */
  #pump(): void {
    const sender = this.#room.sender();
    const next = this.#items.find(({ upload }) => upload?.state.status === 'waiting')?.upload;
    const running = this.#items.filter((item) => stateOf(item).status === 'sending').length;
    if (sender && next && running < atOnce) void this.#run(next, sender);
  }

  async #run(upload: Upload, sender: NonNullable<ReturnType<FilesRoom['sender']>>): Promise<void> {
    await upload.run(sender);
    const { state } = upload;
    if (state.status === 'failed' && state.problem.kind !== 'signed-out' && this.#items.some((item) => item.upload === upload))
      this.#room.failed(state.problem);
  }

  readonly #hover = (over: boolean): void => {
    if (over === this.#over) return;
    this.#over = over;
    this.#room.element.requestUpdate();
  };

  readonly #retry = (id: string): void => {
    this.#items.find((item) => item.id === id)?.upload?.wait();
    this.#pump();
    this.#focus(`.file-remove[data-file=${id}]`);
  };

  readonly #remove = (id: string): void => {
    const at = this.#items.findIndex((item) => item.id === id);
    this.#items[at]?.upload?.abort(this.#room.sender());
    this.#notes = [];
    this.#set(this.#items.filter((item) => item.id !== id));
    // What comes next in the list, else the one before, else the place to choose another.
    const next = this.#items[at] ?? this.#items[at - 1];
    this.#focus(next ? `.file-remove[data-file=${next.id}]` : '#files');
  };

  #focus(selector: string): void {
    const { element, root } = this.#room;
    void element.updateComplete.then(() => {
      root.querySelector<HTMLElement>(selector)?.focus();
    });
  }

  /** Stops what is on its way. What is there already may be part of a draft that is kept. */
  #letGo(): void {
    const now = this.#room.sender();
    for (const { upload } of this.#items) if (upload?.state.status !== 'done') upload?.abort(now);
  }

  /** How many are there, once one has arrived or stopped: not every percent. */
  #told(): string {
    const { say, language } = this.#room;
    const count = (status: UploadState['status']) => this.#items.filter((item) => stateOf(item).status === status).length;
    const [done, failed, total] = [count('done'), count('failed') + count('refused'), this.#items.length];
    const ready =
      done === 0
        ? ''
        : done === total
          ? say(`files.readyCount.${pluralOf(language, done)}`, { n: done })
          : say('files.readyOf', { n: done, total });
    return [ready, failed ? say(`files.failedCount.${pluralOf(language, failed)}`, { n: failed }) : ''].filter(Boolean).join(' ');
  }
}
