/** »Mine supportsager«: the company's cases that changed last (R3, D2). */
import { html, nothing, type TemplateResult } from 'lit';
import type { CaseState } from '../api/case.ts';
import type { Read } from '../api/read.ts';
import { formatMoment } from '../ui/format.ts';
import { lockIcon } from '../ui/icons.ts';
import { link } from '../ui/link.ts';
import type { State } from '../ui/resource.ts';
import { show } from '../ui/show.ts';
import type { Values } from '../ui/text.ts';
import type { CaseFigures } from './figures.ts';
import type { MessageKey } from './messages.ts';
import type { TileHost } from './tile.ts';

export interface CasesHost extends TileHost {
  readonly say: (key: MessageKey, values?: Values) => string;
}

export interface CasesParts {
  readonly state: State<Read<CaseFigures>>;
  readonly denied: boolean;
  readonly mayCreate: boolean;
  readonly reload: () => void;
}

/** In a word, a colour and a shape (SUP-1). */
const marks: Readonly<Record<CaseState, readonly [kind: string, words: MessageKey]>> = {
  acknowledged: ['coming', 'case.new'],
  inProgress: ['coming', 'case.open'],
  held: ['coming', 'case.open'],
  pending: ['ending', 'case.pending'],
  resolved: ['good', 'case.solved'],
  closed: ['', 'case.closed'],
};

export const cases = (host: CasesHost, { state, denied, mayCreate, reload }: CasesParts): TemplateResult => {
  const { say } = host;
  const closed = () => html`<p class="dim closed">${lockIcon}<span>${say('acc.noArea', { area: say('cases.area') })}</span></p>`;
  return html`<section class="cases" part="cases" aria-labelledby="cases">
    <div class="cases-head">
      <h3 id="cases" aria-level=${host.headingLevel + 1} tabindex="-1">${say('nav.myCases')}</h3>
      ${denied ? nothing : link(host, 'cases', say('act.showAll'), 'link no-print')}
    </div>
    ${
      denied
        ? closed()
        : show(host, state, {
            waiting: caseBones,
            value: ({ items }) => (items.length ? list(host, items) : html`<p class="none dim">${say('case.none')}</p>`),
            retry: () => {
              reload();
              queueMicrotask(() => {
                host.renderRoot.querySelector<HTMLElement>('#cases')?.focus();
              });
            },
            forbidden: closed,
          })
    }
    ${mayCreate && !denied ? html`<p class="no-print">${link(host, 'cases/new', say('act.createCase'), 'button')}</p>` : nothing}
  </section>`;
};

const list = (host: CasesHost, items: readonly Read<CaseFigures['items'][number]>[]): TemplateResult =>
  html`<ul class="panel">
    ${items.map((item) => row(host, item))}
  </ul>`;

const row = (host: CasesHost, { id, subject, state, changedAt, unread }: Read<CaseFigures['items'][number]>): TemplateResult => {
  const { say, language } = host;
  const [kind, words] = state === undefined ? ['', 'state.unknown' as const] : marks[state];
  const name = subject ?? say('case.noSubject');
  // The name begins with what is to be seen of it (R4.2).
  const more = html`<span aria-hidden="true">${say('act.showMore')}</span
    ><span class="visually-hidden">${say('a11y.moreAbout', { subject: name })}</span>`;
  return html`<li class=${unread ? 'unread' : ''}>
    <p class="subject" dir="auto">${name}</p>
    <p class="marks">
      <span class="tag ${kind}">${say(words)}</span>${unread ? html`<span class="tag good">${say('case.answered')}</span>` : nothing}
    </p>
    <p class="dim small">
      ${changedAt === undefined ? nothing : say('case.updated', { date: formatMoment(language, Date.parse(changedAt)) })}
    </p>
    ${link(host, `cases/${encodeURIComponent(id)}`, more, 'link no-print')}
  </li>`;
};

export const caseBones = (): TemplateResult =>
  html`<div class="panel case-bones">
    ${Array.from({ length: 5 }, () => html`<div><span class="bone"></span><span class="bone"></span></div>`)}
  </div>`;
