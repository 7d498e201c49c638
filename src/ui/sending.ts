/** How the state of a submission stands under its form, and the button that sends. */
import { css, html, nothing, type TemplateResult } from 'lit';
import type { Problem, ProblemKind } from '../api/problem.ts';
import type { FormKey } from './form-messages.ts';
import { formatTime, type Language } from './format.ts';
import { alertIcon } from './icons.ts';
import type { MessageKey } from './messages.ts';
import { codeOf, problemWords } from './show.ts';
import type { Sending } from './submission.ts';
import type { Values } from './text.ts';

export const sendingStyles = css`
  .sending {
    display: grid;
    gap: 8px;
  }
  /* Nothing to see, yet there: a region that comes with its words is not read out everywhere. */
  .sending.quiet {
    position: absolute;
  }
  .outcome {
    --_tone: var(--_danger);
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 4px 10px;
    padding: 12px 16px;
    border: 1px solid var(--_tone);
    border-inline-start-width: 4px;
    border-radius: var(--_radius);
    background: color-mix(in oklch, var(--_tone) 8%, var(--_surface));
  }
  .outcome.unsure {
    --_tone: var(--_warning);
  }
  .outcome > svg {
    margin-block-start: 0.12em;
    color: var(--_tone);
  }
  .outcome > :not(svg) {
    grid-column: 2;
    justify-self: start;
  }
  .outcome > button {
    margin-block-start: 8px;
  }
  .submit {
    display: inline-grid;
  }
  .submit > * {
    grid-area: 1 / 1;
  }
  .submit[aria-disabled='true'] > :first-child,
  .submit[aria-disabled='false'] > :last-child {
    visibility: hidden;
  }
`;

/** What these parts need to know of the widget they are drawn for: it has learnt the words of forms. */
export interface SendingHost {
  readonly say: (key: MessageKey | FormKey, values?: Values) => string;
  readonly language: Language;
}

export interface SendingOptions {
  /** Said while it is on its way, where »Sender …« is not the word. */
  readonly sending?: string;
  /** Said once it has been done, where the screen does not say so by itself. */
  readonly done?: string;
  /** Said beside the reason when it has not been done, for instance »Bestillingen er ikke sendt. …«. */
  readonly notDone?: string;
  /** What was not accepted stands at its fields and in a list: it is not said again here. */
  readonly listed?: boolean;
  /** Finds out what became of it: the submission's `check`. */
  readonly check: () => void;
  /** Sends the same again. */
  readonly retry?: () => void;
  /** Fetches what has changed or gone meanwhile. */
  readonly reload?: () => void;
}

const words: Readonly<Partial<Record<ProblemKind, FormKey>>> = {
  offline: 'err.offlineSend',
  forbidden: 'err.mayNot',
  changed: 'err.conflict',
  late: 'err.late',
  rejected: 'err.rejected',
};

/** What these sentences say already: that nothing was sent, or that there is nothing to send again. */
const complete: ReadonlySet<ProblemKind> = new Set(['offline', 'forbidden', 'changed', 'late', 'missing']);
const final: ReadonlySet<ProblemKind> = new Set(['forbidden', 'changed', 'late', 'missing', 'rejected']);

/** The state of a submission, each told once; draw it from the beginning, also while nothing has been sent. */
export const sendingNotice = (host: SendingHost, state: Sending<unknown>, options: SendingOptions): TemplateResult => {
  const { status } = state;
  const outcome =
    status === 'unsure' ? unsure(host, state.problem, options) : status === 'failed' ? failed(host, state.problem, options) : nothing;
  const said = progress(host, state, options);
  return html`<div class="sending ${said || outcome !== nothing ? '' : 'quiet'}" tabindex="-1">
    <p role="status" class="dim">${said}</p>
    ${status === 'sending' && state.problem?.until !== undefined ? html`<p class="dim small">${again(host, state.problem.until)}</p>` : nothing}
    ${outcome}
  </div>`;
};

const progress = ({ say }: SendingHost, state: Sending<unknown>, options: SendingOptions): string => {
  switch (state.status) {
    case 'sending':
      if (state.problem?.kind === 'busy') return say('err.busy');
      if (state.problem?.kind === 'processing') return say('state.processing');
      if (state.checking) return say('state.checking');
      return state.long ? say('state.stillSending') : (options.sending ?? say('state.sending'));
    case 'waiting':
      return say('state.resumeSending');
    case 'done':
      return options.done ?? '';
    default:
      return '';
  }
};

const unsure = (host: SendingHost, problem: Problem, { check }: SendingOptions): TemplateResult =>
  html`<div class="outcome unsure" part="problem">
    ${alertIcon}
    <p role="alert">${host.say('err.unsure')}</p>
    ${reference(host, problem)} ${button(host.say('act.check'), check)}
  </div>`;

const failed = (host: SendingHost, problem: Problem, { notDone, listed, retry, reload }: SendingOptions): unknown => {
  const { say } = host;
  const { kind, until } = problem;
  if (kind === 'rejected' && listed) return nothing;
  const left = until === undefined ? 0 : until - Date.now();
  const act = final.has(kind) ? reload : retry;
  return html`<div class="outcome" part="problem">
    ${alertIcon}
    <p role="alert">${say(words[kind] ?? problemWords(kind))}${notDone && !complete.has(kind) ? ` ${notDone}` : nothing}</p>
    ${reference(host, problem)}
    ${
      act
        ? button(left > 0 && until !== undefined ? again(host, until) : say(final.has(kind) ? 'act.reload' : 'act.retry'), act, left > 0)
        : nothing
    }
  </div>`;
};

/** When the backend may be asked again: counted down in seconds, or as a time of day (F11). */
const again = ({ say, language }: SendingHost, until: number): string => {
  const seconds = Math.max(0, Math.ceil((until - Date.now()) / 1000));
  return seconds > 30 ? say('err.busyUntil', { time: formatTime(language, until) }) : say('err.busyFor', { n: seconds });
};

const reference = ({ say }: SendingHost, { requestId }: Problem): unknown =>
  requestId === undefined ? nothing : html`<p class="small dim">${codeOf(say('err.serverRef', { code: '\0' }), requestId)}</p>`;

/** It goes away with what it stands in, so the focus goes to the state that takes its place rather than nowhere. */
const button = (label: string, act: () => void, off = false): TemplateResult =>
  html`<button
    type="button"
    aria-disabled=${off ? 'true' : 'false'}
    @click=${(event: Event) => {
      if (off) return;
      const place = (event.currentTarget as HTMLElement).closest<HTMLElement>('.sending');
      act();
      place?.focus();
    }}
  >
    ${label}
  </button>`;

export interface SubmitParts {
  /** The verb of the deed. */
  readonly label: string;
  /** Said in its place while it is on its way. */
  readonly busyLabel: string;
  readonly busy: boolean;
  readonly danger?: boolean;
  /** Without it, it submits the form it stands in. */
  readonly press?: () => void;
}

/** The one button that sends. While it is busy it keeps its place, its width and the focus, and does nothing (F21). */
export const submitButton = ({ label, busyLabel, busy, danger, press }: SubmitParts): TemplateResult =>
  html`<button
    type=${press ? 'button' : 'submit'}
    class="submit ${danger ? 'danger' : 'primary'}"
    aria-disabled=${busy ? 'true' : 'false'}
    @click=${(event: Event) => {
      if (busy) event.preventDefault();
      else press?.();
    }}
  >
    <span>${label}</span><span>${busyLabel}</span>
  </button>`;
