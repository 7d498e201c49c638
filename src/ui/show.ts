/** The one way to show a remote value, and the only place where waiting, empty and failed are drawn. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Problem, ProblemKind } from '../api/problem.ts';
import type { SupportTopic } from '../api/support-topic.ts';
import { formatMoment, formatTime, type Language } from './format.ts';
import { alertIcon, lockIcon } from './icons.ts';
import type { MessageKey } from './messages.ts';
import type { State } from './resource.ts';
import type { Values } from './text.ts';

/** What {@link show} needs to know of the widget it draws for. */
export interface ShowHost {
  readonly say: (key: MessageKey, values?: Values) => string;
  readonly language: Language;
  /** The way to a support case, where the host has one. */
  readonly support: (topic: SupportTopic) => unknown;
}

const words: Readonly<Partial<Record<ProblemKind, MessageKey>>> = {
  offline: 'err.offline',
  unreachable: 'err.unreachable',
  slow: 'err.slow',
  'no-token': 'err.noToken',
  misconfigured: 'err.misconfigured',
  missing: 'err.missing',
  busy: 'err.busy',
};

/** The sentence for a problem. */
export const problemWords = (kind: ProblemKind): MessageKey => words[kind] ?? 'err.server';

/** The control that tries again. It goes away with what failed, so the focus goes to the heading of the place rather than nowhere. */
const retryButton = (words: string, retry: () => void, off = false): TemplateResult =>
  html`<button
    type="button"
    aria-disabled=${off ? 'true' : 'false'}
    @click=${(event: Event) => {
      if (off) return;
      retry();
      ((event.currentTarget as HTMLElement).getRootNode() as ShadowRoot).querySelector('h2')?.focus();
    }}
  >
    ${words}
  </button>`;

/** What went wrong, what to do, a way to try again, and the request's id to give to support. Announced once; the focus stays where it is. */
export const problemNotice = (host: ShowHost, problem: Problem, retry: (() => void) | undefined): TemplateResult => {
  const { say, language } = host;
  const seconds = problem.until === undefined ? 0 : Math.ceil((problem.until - Date.now()) / 1000);
  const waits = seconds > 0;
  return html`<div class="panel notice problem" part="problem">
    ${alertIcon}
    <p role="alert"><strong>${say(problemWords(problem.kind))}</strong></p>
    ${waits && seconds > 30 && problem.until ? html`<p>${say('err.busyUntil', { time: formatTime(language, problem.until) })}</p>` : nothing}
    ${problem.requestId === undefined ? nothing : html`<p class="small dim">${codeOf(say('err.serverRef', { code: '\0' }), problem.requestId)}</p>`}
    ${problem.requestId && host.support({ requestId: problem.requestId })}
    ${retry ? retryButton(waits && seconds <= 30 ? say('err.busyFor', { n: seconds }) : say('act.retry'), retry, waits) : nothing}
  </div>`;
};

/** A sentence about a code, with the code itself easy to take hold of; a NUL stands where it belongs. */
export const codeOf = (sentence: string, code: string): TemplateResult => {
  const [before = '', after = ''] = sentence.split('\0');
  return html`${before}<code>${code}</code>${after}`;
};

/** Says that the person has no right to an area, why, and whom to ask (R8.1, R8.2). */
export const noAccessNotice = (host: ShowHost, area: string, contact: unknown): TemplateResult => html`
  <div class="panel notice" part="no-access">
    ${lockIcon}
    <p role="status"><strong>${host.say('acc.noArea', { area })}</strong></p>
    <p>${host.say('acc.why')}</p>
    <p>${host.say('acc.contact')}</p>
    ${contact} ${host.support({ category: 'access' })}
  </div>
`;

export interface ShowOptions<Value> {
  /** The bones of what is to come. */
  readonly waiting: () => unknown;
  readonly value: (value: Value) => unknown;
  readonly retry: () => void;
  /** Stands in for »no right to it«, which every area says in its own words (R7.3). */
  readonly forbidden: () => unknown;
}

export const show = <Value>(host: ShowHost, state: State<Value>, options: ShowOptions<Value>): unknown => {
  switch (state.status) {
    case 'idle':
      return waiting(host, false, options.waiting);
    case 'loading':
      return waiting(host, state.long, options.waiting);
    case 'failed':
      return state.problem.kind === 'forbidden' ? options.forbidden() : problemNotice(host, state.problem, options.retry);
    case 'ready':
      return html`${state.problem ? staleStrip(host, state.problem, state.at, options.retry) : nothing}${options.value(state.value)}`;
  }
};

/** The room of what is to come, told once to those who do not see it. */
export const waiting = ({ say }: ShowHost, long: boolean, bones: () => unknown): TemplateResult =>
  html`<p role="status" class=${long ? 'dim small long' : 'visually-hidden'}>${say(long ? 'state.stillLoading' : 'state.loading')}</p>
    <div aria-hidden="true">${bones()}</div>`;

const staleStrip = ({ say, language }: ShowHost, problem: Problem, at: number, retry: () => void): TemplateResult => {
  return html`<div class="strip" part="problem">
    <span role="alert">${say(problemWords(problem.kind))}</span>
    <span class="dim small">${say('state.updatedAt', { date: formatMoment(language, at), time: formatTime(language, at) })}</span>
    ${retryButton(say('act.retry'), retry)}
  </div>`;
};
