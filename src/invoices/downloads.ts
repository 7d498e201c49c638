/**
 * Downloads: a file is fetched with the right to it, looked over, and saved under the backend's name for it (R29, F28). No address that
 * somebody could pass on is ever made (T14). It comes with the first click.
 */
import { css, html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { fetchFile } from '../api/file.ts';
import { path } from '../api/path.ts';
import { problemIn, type Problem, type ProblemKind } from '../api/problem.ts';
import { formatTime } from '../ui/format.ts';
import { saveFile } from '../ui/save-file.ts';
import { codeOf, problemWords } from '../ui/show.ts';
import type { Text } from '../ui/text.ts';
import { messages as downloadMessages, type DownloadKey } from './downloads-messages.ts';
import { types } from './file-types.ts';
import type { MessageKey } from './messages.ts';
import type { Document, FileKind, Files, InvoicesRoom } from './room.ts';

export const messages = downloadMessages;

export const styles = css`
  .download {
    margin: 0;
  }
  .download button {
    min-block-size: 36px;
  }
  /* What is said of a file in the list stands below its row. */
  .told td {
    border: 0;
    padding-block-start: 0;
  }
  @container (max-width: 859px) {
    .list tbody tr.told {
      padding-block-start: 0;
      border: 0;
    }
    .list .told td {
      inline-size: 100%;
    }
  }
`;

export const files = (room: InvoicesRoom): Files => new Downloads(room);

type Download =
  /** On its way; `long` after a second. `making` while the backend has not finished it. */
  | { readonly status: 'fetching'; readonly stop: AbortController; readonly long: boolean; readonly making: boolean }
  | { readonly status: 'failed'; readonly problem: Problem };

/** A file that takes less is saved without a word. */
const longMilliseconds = 1_000;
/** A file that is being made is asked for by itself for so long; after that by the person. Milliseconds. */
const patience = 120_000;
/** Where the backend names no time, and the least there is between two questions. Milliseconds. */
const pause = 2_000;
const shortestPause = 1_000;
/** A backend that wants to be left alone for longer is asked again by the person (F11). */
const longestPause = 30_000;

const said: Readonly<Partial<Record<ProblemKind, DownloadKey>>> = {
  missing: 'file.missing',
  forbidden: 'file.forbidden',
  unexpected: 'file.failed',
  slow: 'file.stalled',
};

class Downloads implements Files, ReactiveController {
  readonly #room: InvoicesRoom;
  readonly #text: Text<DownloadKey | MessageKey>;
  readonly #downloads = new Map<string, Download>();

  constructor(room: InvoicesRoom) {
    this.#room = room;
    this.#text = room.text as Text<DownloadKey | MessageKey>; // its words have been learnt when this is made
    room.element.addController(this);
  }

  hostDisconnected(): void {
    this.forget();
  }

  readonly isBusy: Files['isBusy'] = (document, kind) => this.#downloads.get(keyOf(document, kind))?.status === 'fetching';

  readonly forget = (): void => {
    for (const download of this.#downloads.values()) if (download.status === 'fetching') download.stop.abort();
    this.#downloads.clear();
  };

  readonly start: Files['start'] = (document, kind) => {
    if (!this.isBusy(document, kind)) void this.#run(document, kind);
  };

  readonly notice: Files['notice'] = (document, kind) => {
    const download = this.#downloads.get(keyOf(document, kind));
    if (download?.status === 'failed') return this.#failed(download.problem, document, kind);
    if (!download || !(download.long || download.making)) return undefined;
    const { say } = this.#text;
    return html`<div class="strip download">
      <span role="status">${say(download.making ? 'file.making' : 'file.fetching')}</span>
      <button
        type="button"
        @click=${() => {
          download.stop.abort();
          this.#set(document, kind);
        }}
      >
        ${say('act.cancel')}
      </button>
    </div>`;
  };

  #failed({ kind: problem, requestId, until }: Problem, document: Document, kind: FileKind): TemplateResult {
    const { say, language } = this.#text;
    const notReady = kind === 'pdf' ? 'inv.pdfNotReady' : 'file.notReady';
    const gone = problem === 'missing' || problem === 'forbidden';
    return html`<div class="strip download" part="problem">
      <span role="alert">${say(problem === 'processing' ? notReady : (said[problem] ?? problemWords(problem)))}</span>
      ${until !== undefined && until > Date.now() ? html`<span class="small dim">${say('err.busyUntil', { time: formatTime(language, until) })}</span>` : nothing}
      ${problem === 'unexpected' && requestId ? html`<span class="small dim">${codeOf(say('err.serverRef', { code: '\0' }), requestId)}</span>` : nothing}
      ${
        gone
          ? nothing
          : html`<button
              type="button"
              @click=${() => {
                this.start(document, kind);
              }}
            >
              ${say('act.retry')}
            </button>`
      }
    </div>`;
  }

  async #run(document: Document, kind: FileKind): Promise<void> {
    const sender = this.#room.sender();
    if (!sender) return;
    const [client, company] = sender;
    const stop = new AbortController();
    const { signal } = stop;
    const isStopped = () => signal.aborted;
    const state = { status: 'fetching', stop, long: false, making: false } as const;
    this.#set(document, kind, state);
    const timer = setTimeout(() => {
      const now = this.#downloads.get(keyOf(document, kind));
      if (!signal.aborted && now?.status === 'fetching') this.#set(document, kind, { ...now, long: true });
    }, longMilliseconds);
    try {
      for (const begun = Date.now(); !isStopped();) {
        const problem = await fetchFile(client, path('companies', company, 'invoices', document.id, kind), { signal, ...types[kind] }).then(
          ({ blob, name = `${document.number ?? document.id}.${kind}` }) => {
            // Another company may have been chosen in the same instant (T05).
            if (this.#room.sender()?.[1] === company) this.#save(blob, name, document, kind);
          },
          problemIn,
        );
        if (!problem || isStopped()) return;
        const wait = problem.kind === 'processing' ? waitFor(problem, Date.now() - begun) : undefined;
        if (wait === undefined) {
          this.#set(document, kind, { status: 'failed', problem });
          this.#room.failed(problem);
          return;
        }
        this.#set(document, kind, { ...state, making: true });
        await rest(wait, signal);
      }
    } finally {
      clearTimeout(timer);
    }
  }

  #save(blob: Blob, name: string, document: Document, kind: FileKind): void {
    saveFile(blob, name);
    this.#set(document, kind);
    this.#room.announce(this.#text.say('file.saved', { name }));
  }

  #set(document: Document, kind: FileKind, download?: Download): void {
    if (download) this.#downloads.set(keyOf(document, kind), download);
    else this.#downloads.delete(keyOf(document, kind));
    this.#room.element.requestUpdate();
  }
}

const keyOf = ({ id }: Document, kind: FileKind): string => `${kind} ${id}`;

/** How long to wait before asking again by itself, after so many milliseconds; `undefined` when the person decides. */
const waitFor = ({ until }: Problem, spent: number): number | undefined => {
  const wait = until === undefined ? pause : Math.max(until - Date.now(), shortestPause);
  return wait > longestPause || spent + wait > patience ? undefined : wait;
};

/** Waits so many milliseconds, or until it is stopped. */
const rest = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
