/** What is known of a case beside what was said: its facts, and the states it has had. */
import { html, nothing, type TemplateResult } from 'lit';
import type { CaseAboutKind } from '../api/case.ts';
import type { Read } from '../api/read.ts';
import { link } from '../ui/link.ts';
import type { CaseKey } from './case-messages.ts';
import { categoryWords, priorityWords, type CaseRoom } from './case-words.ts';
import type { SupportCase } from './case.ts';
import { stateWords } from './state.ts';
import { momentOf } from './table.ts';

const things: Readonly<Record<CaseAboutKind, CaseKey | undefined>> = { user: undefined, order: 'case.order', invoice: 'case.invoice' };

export const facts = (room: CaseRoom, found: Read<SupportCase>): TemplateResult => {
  const { say, text, headingLevel } = room;
  const { category, priority, createdAt, reporter, about, follows, history } = found;
  const fact = (name: CaseKey, value: unknown) =>
    html`<div>
      <dt>${say(name)}</dt>
      <dd>${value}</dd>
    </div>`;
  return html`<aside class="panel facts" aria-labelledby="about-case">
    <h3 id="about-case" aria-level=${headingLevel + 1}>${say('case.about')}</h3>
    <dl>
      ${fact('case.category', say(category === null ? 'case.notChosen' : category === undefined ? 'state.unknown' : categoryWords[category]))}
      ${fact('case.priority', say(priority === undefined ? 'state.unknown' : priorityWords[priority]))}
      ${fact('case.createdAt', momentOf(text, createdAt))} ${fact('case.reporter', html`<bdi>${reporter ?? say('state.unknown')}</bdi>`)}
      ${about ? fact('case.concerns', html`<bdi>${aboutWords(room, about)}</bdi>`) : nothing}
    </dl>
    ${
      follows
        ? html`<p>
            ${link(room, encodeURIComponent(follows.id), say('case.follows', { number: follows.number ?? say('state.unknown') }))}
          </p>`
        : nothing
    }
    <details>
      <summary>${say('case.history')}</summary>
      <ol role="list">
        ${(history ?? []).map(({ state, at }) => html`<li><span>${stateWords(text, state)}</span> <span class="dim small">${momentOf(text, at)}</span></li>`)}
      </ol>
    </details>
  </aside>`;
};

const aboutWords = ({ say }: CaseRoom, { kind, name }: NonNullable<Read<SupportCase>['about']>): string => {
  if (name === null) return say('case.hidden');
  if (name === undefined) return say('state.unknown');
  const words = kind && things[kind];
  return words ? say(words, { name }) : name;
};
