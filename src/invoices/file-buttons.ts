/** The buttons that download. What they do comes with the first click. */
import { html, type ReactiveControllerHost } from 'lit';
import { Later, type Styled } from '../ui/later.ts';
import { problemNotice, type ShowHost } from '../ui/show.ts';
import type { Document, Downloading, FileKind, Files, InvoicesRoom } from './room.ts';
import { doingOf } from './state.ts';

export interface ButtonsHost extends ReactiveControllerHost, ShowHost {
  readonly text: InvoicesRoom['text'];
}

export class FileButtons {
  readonly #host: ButtonsHost;
  readonly #later: Later<Downloading>;
  #files: Files | undefined;
  /** What was clicked while the code that fetches it was not here. */
  readonly #wanted = new Map<string, readonly [Document, FileKind]>();

  constructor(host: ButtonsHost, adopt: (module: Styled) => Promise<void>, room: () => InvoicesRoom) {
    this.#host = host;
    this.#later = new Later<Downloading>(
      host,
      () => import('./downloads.ts'),
      async (module) => {
        await adopt(module);
        this.#files = module.files(room());
      },
    );
  }

  /** It stays the same button while it is busy, so that the focus stays too. */
  readonly button: InvoicesRoom['download'] = (document, kind, name, looks, content = name) => {
    const busy = this.#files?.isBusy(document, kind) ?? (this.#wanted.has(kind + document.id) && !this.#later.failed);
    return html`<button
      type="button"
      class=${looks}
      aria-label=${doingOf(this.#host.text, name, document)}
      aria-disabled=${busy ? 'true' : 'false'}
      @click=${() => {
        if (!busy) this.#start(document, kind);
      }}
    >
      ${content}
    </button>`;
  };

  readonly notice: InvoicesRoom['downloading'] = (document, kind) => {
    if (this.#files) return this.#files.notice(document, kind);
    if (!this.#later.failed || !this.#wanted.has(kind + document.id)) return undefined;
    return problemNotice(this.#host, { kind: 'unreachable' }, () => {
      this.#start(document, kind);
    });
  };

  readonly forget = (): void => {
    this.#wanted.clear();
    this.#files?.forget();
  };

  #start(document: Document, kind: FileKind): void {
    this.#wanted.set(kind + document.id, [document, kind]);
    this.#host.requestUpdate();
    void this.#later.load().then(() => {
      if (!this.#files) return;
      for (const wanted of this.#wanted.values()) this.#files.start(...wanted);
      this.#wanted.clear();
    });
  }
}
