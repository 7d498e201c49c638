/** How the files of a message stand on the screen: the place to choose or drop them, and each with how far it has come (F25). */
import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { alertIcon } from '../ui/icons.ts';
import { problemWords } from '../ui/show.ts';
import { fileEndings } from './case-file.ts';
import { formatSize, shownName } from './file-words.ts';
import { limitWords, refusalWords } from './files-check.ts';
import type { FilesRoom } from './files-room.ts';
import type { UploadState } from './upload.ts';

/** A file in the list. */
export interface FileRow {
  /** Of its own on the page. */
  readonly id: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly state: UploadState;
}

export interface FilesView {
  readonly rows: readonly FileRow[];
  readonly most: number;
  readonly still: boolean;
  /** Files are held above the place to drop them. */
  readonly over: boolean;
  /** What was not taken of what was chosen last. */
  readonly notes: readonly string[];
  /** How many are there, told politely. */
  readonly told: string;
  readonly add: (files: Iterable<File>) => void;
  readonly hover: (over: boolean) => void;
  readonly retry: (id: string) => void;
  readonly remove: (id: string) => void;
}

const accept = fileEndings.map((ending) => `.${ending}`).join();

/** Files are held above something, rather than words or a picture of the page. */
export const holdsFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') === true;

export const filesView = (room: FilesRoom, view: FilesView): TemplateResult => {
  const { rows, most, still, notes, told } = view;
  const full = rows.length >= most;
  return html`<div class="files" role="group" aria-labelledby="files-label" ?inert=${still}>
    <span id="files-label">${room.say('case.files')} <span class="dim optional">${room.say('state.optional')}</span></span>
    ${full ? html`<p class="dim small" id="files-limits">${limitWords(room, 0)}</p>` : dropPlace(room, view)}
    <div role="alert">${notes.map((note) => html`<p class="file-why small">${alertIcon}<span>${note}</span></p>`)}</div>
    ${
      rows.length
        ? html`<ul class="file-list" role="list">
            ${rows.map((row) => keyed(row.id, fileRow(room, row, view)))}
          </ul>`
        : nothing
    }
    <p role="status" class="dim small">${told}</p>
  </div>`;
};

const dropPlace = (room: FilesRoom, { most, over, add, hover }: FilesView): TemplateResult =>
  html`<label
    class="drop ${over ? 'over' : ''}"
    @dragenter=${(event: DragEvent) => {
      if (holdsFiles(event)) hover(true);
    }}
    @dragover=${(event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      hover(true);
    }}
    @dragleave=${({ currentTarget, relatedTarget }: DragEvent) => {
      if (!(relatedTarget instanceof Node && (currentTarget as Node).contains(relatedTarget))) hover(false);
    }}
    @drop=${(event: DragEvent) => {
      hover(false);
      if (!holdsFiles(event)) return;
      event.preventDefault();
      event.stopPropagation();
      add(event.dataTransfer?.files ?? []);
    }}
  >
    <strong>${room.say('case.drop')}</strong>
    <span class="dim small" id="files-limits">${limitWords(room, most)}</span>
    <input
      id="files"
      type="file"
      multiple
      accept=${accept}
      aria-label=${room.say('case.drop')}
      aria-describedby="files-limits"
      @change=${(event: Event) => {
        const input = event.target as HTMLInputElement;
        const chosen = [...(input.files ?? [])];
        input.value = ''; // the same one can be chosen again after it has been taken away
        add(chosen);
      }}
    />
  </label>`;

const fileRow = (room: FilesRoom, { id, name, size, state }: FileRow, { retry, remove }: FilesView): TemplateResult => {
  const { say, language } = room;
  const shown = shownName(name);
  const under = state.status === 'waiting' || state.status === 'sending';
  const way = (words: string, label: string, act: (id: string) => void, kind: string) =>
    html`<button
      type="button"
      class="link ${kind}"
      data-file=${id}
      aria-label=${label}
      @click=${() => {
        act(id);
      }}
    >
      ${words}
    </button>`;
  return html`<li class="file" data-file=${id}>
    <span class="file-name"><bdi>${shown}</bdi> <span class="dim small nowrap">${formatSize(language, size)}</span></span>
    <div class="file-state small">${stateOf(room, shown, size, state)}</div>
    <div class="file-ways">
      ${state.status === 'failed' ? way(say('act.retry'), say('files.retryOf', { name: shown }), retry, 'file-retry') : nothing}
      ${way(say(under ? 'act.cancel' : 'act.remove'), say(under ? 'files.cancelOf' : 'files.removeOf', { name: shown }), remove, 'file-remove')}
    </div>
  </li>`;
};

const stateOf = (room: FilesRoom, name: string, size: number, state: UploadState): TemplateResult => {
  const { say } = room;
  const why = (words: string) => html`<span class="file-why">${alertIcon}<span>${words}</span></span>`;
  switch (state.status) {
    case 'waiting':
      return html`<span class="tag">${say('files.waits')}</span>`;
    case 'sending':
      return html`<progress max=${size} .value=${state.received} aria-label=${say('files.sendingOf', { name })}></progress>
        <span class="dim">${say('files.percent', { n: Math.floor((100 * state.received) / size) })}</span>`;
    case 'done':
      return html`<span class="tag good">${say('files.ready')}</span>`;
    case 'failed':
      return why(say(problemWords(state.problem.kind)));
    case 'refused':
      return why(refusalWords(room, state.why));
  }
};
