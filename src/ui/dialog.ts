/** A question or a small form above the rest. The browser's own dialog: focus, Escape and what lies behind are its business. */
import { css, html, nothing, type TemplateResult } from 'lit';

export const dialogStyles = css`
  dialog {
    inline-size: min(560px, calc(100vw - 32px));
    max-block-size: min(720px, calc(100dvh - 32px));
    padding: 0;
    border: 1px solid var(--_line);
    border-radius: min(var(--_radius) * 1.5, 18px);
    background: var(--_surface);
    color: var(--_text);
    box-shadow: 0 16px 48px rgb(0 0 0 / 0.24);
    overflow: auto;
  }
  dialog::backdrop {
    background: rgb(10 16 24 / 0.45);
  }
  .dialog-body {
    display: grid;
    gap: 16px;
    padding: 24px;
  }
  .dialog-actions {
    position: sticky;
    inset-block-end: 0;
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 8px 12px;
    padding: 16px 24px;
    border-block-start: 1px solid var(--_line);
    background: var(--_surface);
  }
  .danger {
    border-color: var(--_danger);
    background: var(--_danger);
    color: var(--_surface);
  }
  .danger:hover {
    background: color-mix(in oklch, var(--_danger) 88%, var(--_text));
  }
  /* Zoomed far in, buttons that stay would cover what they belong to. */
  @media (max-height: 420px) {
    .dialog-actions {
      position: static;
    }
  }
  @media (max-width: 479px) {
    .dialog-body,
    .dialog-actions {
      padding-inline: 16px;
    }
    .dialog-actions {
      padding-block: 12px;
    }
    .dialog-actions > * {
      flex: 1 1 auto;
    }
  }
`;

export interface DialogParts {
  /** Says the deed. */
  readonly title: string;
  readonly level: number;
  /** The title's id in the shadow root, where two may stand above one another. */
  readonly id?: string;
  readonly content: unknown;
  /** Buttons, the way out first; the one that does it repeats the verb. */
  readonly actions: unknown;
  /** Something is being sent: Escape does not leave. */
  readonly busy: boolean;
  /** It has been closed, by Escape or by {@link closeDialog}. */
  readonly closed: () => void;
}

/** Drawn while it is open. The host calls {@link showDialogs} after each update. */
export const dialog = ({ title, level, id = 'dialog-title', content, actions, busy, closed }: DialogParts): TemplateResult => html`
  <dialog
    aria-labelledby=${id}
    @keydown=${(event: KeyboardEvent) => {
      const { key, repeat } = event;
      // Asked a second time, a browser closes without asking us; and a key that is held down is meant once (F21).
      if ((busy && key === 'Escape') || (repeat && key === 'Enter')) event.preventDefault();
    }}
    @cancel=${(event: Event) => {
      if (busy) event.preventDefault();
    }}
    @close=${({ currentTarget }: Event) => {
      // Told a frame later, also of one that has gone or stands there again by then.
      const { open, isConnected } = currentTarget as HTMLDialogElement;
      if (isConnected && !open) closed();
    }}
  >
    <div class="dialog-body">
      <h3 id=${id} aria-level=${level}>${title}</h3>
      ${content}
    </div>
    ${actions === nothing ? nothing : html`<div class="dialog-actions">${actions}</div>`}
  </dialog>
`;

/** A click that was meant for what stood here a moment ago is none; keys are deliberate (T16). Milliseconds. */
const earlyMilliseconds = 300;

const deafToEarlyClicks = (element: HTMLDialogElement): void => {
  const shownAt = performance.now();
  element.addEventListener(
    'click',
    (event) => {
      if (event.detail === 0 || performance.now() - shownAt > earlyMilliseconds) return;
      event.preventDefault();
      event.stopPropagation();
    },
    { capture: true },
  );
};

/** Opens what has been drawn and is not open yet. */
export const showDialogs = (root: ParentNode): void => {
  for (const element of root.querySelectorAll<HTMLDialogElement>('dialog:not([open])')) {
    deafToEarlyClicks(element);
    element.showModal();
    // The browser's choice may be an empty line that is only there to be announced from.
    focusFirst(element);
  }
};

/** Begins at the first control of a dialog, unless the focus is on one. */
export const focusFirst = (element: Element): void => {
  const { activeElement } = element.getRootNode() as ShadowRoot;
  if (!activeElement?.matches('input, select, button')) element.querySelector<HTMLElement>('input, select, button')?.focus();
};

/** Closes the dialog that an event happened in; the focus goes back to where it was. */
export const closeDialog = (event: Event): void => {
  (event.currentTarget as HTMLElement).closest('dialog')?.close();
};
