/** The files of a conversation: fetched with the right to them, and saved (T13, T14). No address that somebody could pass on is ever made. */
import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { fetchFile } from '../api/file.ts';
import { path } from '../api/path.ts';
import { problemIn, type ProblemKind } from '../api/problem.ts';
import type { Read } from '../api/read.ts';
import { saveFile } from '../ui/save-file.ts';
import { problemWords } from '../ui/show.ts';
import type { CaseRoom, Of } from './case-words.ts';
import type { CaseFile } from './case.ts';
import { formatSize, shownName } from './file-words.ts';

type Download =
  /** On its way; `long` after a second. */
  | { readonly status: 'fetching'; readonly stop: AbortController; readonly long: boolean }
  | { readonly status: 'failed'; readonly kind: ProblemKind };

/** A file that takes less is saved without a word. */
const longMilliseconds = 1_000;

export class CaseFiles implements ReactiveController {
  readonly #room: CaseRoom;
  readonly #of: () => Of | undefined;
  readonly #downloads = new Map<string, Download>();

  constructor(room: CaseRoom, of: () => Of | undefined) {
    this.#room = room;
    this.#of = of;
    room.element.addController(this);
  }

  hostDisconnected(): void {
    this.forget();
  }

  readonly forget = (): void => {
    for (const download of this.#downloads.values()) if (download.status === 'fetching') download.stop.abort();
    this.#downloads.clear();
  };

  readonly list = (files: readonly Read<CaseFile>[]): unknown =>
    files.length
      ? html`<ul class="case-files" role="list" aria-label=${this.#room.say('case.files')}>
          ${files.map((file) => html`<li>${this.#button(file)}${this.#notice(file)}</li>`)}
        </ul>`
      : nothing;

  /** It stays the same button while it is busy, so that the focus stays too. */
  #button(file: Read<CaseFile>): TemplateResult {
    const { say, language } = this.#room;
    const name = this.#nameOf(file);
    const size = file.size === undefined ? say('state.unknown') : formatSize(language, file.size);
    const busy = this.#downloads.get(file.id)?.status === 'fetching';
    return html`<button
      type="button"
      class="file-button"
      aria-disabled=${busy ? 'true' : 'false'}
      @click=${() => {
        if (!busy) void this.#fetch(file);
      }}
    >
      ${clip}<span class="visually-hidden">${say('file.download', { name, size })}</span> <bdi aria-hidden="true">${name}</bdi
      ><span class="dim small" aria-hidden="true">${size}</span>
    </button>`;
  }

  #notice(file: Read<CaseFile>): unknown {
    const { say } = this.#room;
    const download = this.#downloads.get(file.id);
    const name = this.#nameOf(file);
    if (download?.status === 'fetching')
      return download.long ? html`<p role="status" class="dim small">${say('caseFile.fetching', { name })}</p>` : nothing;
    if (!download) return nothing;
    const { kind } = download;
    const words =
      kind === 'missing' || kind === 'forbidden'
        ? say('caseFile.missing', { name })
        : kind === 'unexpected' || kind === 'slow'
          ? say('caseFile.failed', { name })
          : say(problemWords(kind));
    return html`<p role="alert" class="file-failed small" part="problem">${words}</p>`;
  }

  #nameOf({ name }: Read<CaseFile>): string {
    return name === undefined ? this.#room.say('state.unknown') : shownName(name);
  }

  async #fetch(file: Read<CaseFile>): Promise<void> {
    const of = this.#of();
    if (!of) return;
    const [client, company, id] = of;
    const stop = new AbortController();
    const { signal } = stop;
    this.#set(file, { status: 'fetching', stop, long: false });
    const timer = setTimeout(() => {
      if (this.#downloads.get(file.id)?.status === 'fetching') this.#set(file, { status: 'fetching', stop, long: true });
    }, longMilliseconds);
    const fetched = await fetchFile(client, path('companies', company, 'cases', id, 'files', file.id), {
      ...{ signal, type: file.type ?? '' },
      isWhole: ({ size }) => Promise.resolve(file.size === undefined || size === file.size),
    }).catch((error: unknown) => problemIn(error));
    clearTimeout(timer);
    // Another company may have been chosen in the same instant (T05).
    if (signal.aborted || this.#room.sender()?.[1] !== company) return;
    if ('kind' in fetched) {
      this.#set(file, { status: 'failed', kind: fetched.kind });
      this.#room.failed(fetched);
      return;
    }
    const name = this.#nameOf(file);
    saveFile(fetched.blob, fetched.name ?? name);
    this.#set(file);
    this.#room.announce(this.#room.say('caseFile.saved', { name }));
  }

  #set({ id }: Read<CaseFile>, download?: Download): void {
    if (download) this.#downloads.set(id, download);
    else this.#downloads.delete(id);
    this.#room.element.requestUpdate();
  }
}

const clip = html`<svg viewBox="0 0 20 20" aria-hidden="true"><path d="M10 3.5v9M6 9l4 4 4-4M4 16.5h12" /></svg>`;
