/** `/desk/sager`: the support cases of all companies, and one of them to answer; below them what is said of the help articles. */
import { html } from 'hono/html';
import type { Feedback } from '../../../article-feedback/votes.ts';
import { longestAnswer } from '../../../support-cases/operator.ts';
import type { DeskCase, DeskCaseSummary } from '../../../support-cases/operator.ts';
import { document, withFrame } from '../layout.ts';
import type { Html, Viewer } from '../layout.ts';
import { feedbackTable } from './desk-feedback.ts';
import { caseStateWords, categoryWords, momentOf, priorityWords } from './desk-words.ts';

/** The address of the list; a case lies below it by its id. */
export const deskCasesAddress = '/desk/sager';

export function deskCasesPage(viewer: Viewer, cases: readonly DeskCaseSummary[], feedback: readonly Feedback[]): Html {
  const main = html`<main id="indhold" class="wide desk" tabindex="-1">
    <header class="desk-head">
      <h1 id="sager">Supportsager</h1>
      <p>De sager, der venter på os, står øverst. <a href="${deskCasesAddress}">Hent igen</a> <a href="/desk">Driftsbord</a></p>
    </header>
    ${cases.length === 0 ? html`<p class="small">Der er ingen supportsager.</p>` : caseTable(cases)} ${feedbackTable(feedback)}
  </main>`;
  return page(viewer, 'Supportsager', deskCasesAddress, main);
}

function caseTable(cases: readonly DeskCaseSummary[]): Html {
  return html`<div class="table" role="region" aria-labelledby="sager" tabindex="0">
    <table>
      <thead>
        <tr>
          <th scope="col">Sag</th>
          <th scope="col">Emne</th>
          <th scope="col">Virksomhed</th>
          <th scope="col">Prioritet</th>
          <th scope="col">Senest</th>
          <th scope="col">Status</th>
        </tr>
      </thead>
      <tbody>
        ${cases.map(
          ({ id, number, company, subject, state, priority, changedAt, answered }) =>
            html`<tr>
              <td>${number}</td>
              <th scope="row">
                <a href="${deskCasesAddress}/${id}"><bdi>${subject}</bdi></a>
              </th>
              <td>${company}</td>
              <td>${priorityWords[priority]}</td>
              <td>${momentOf(changedAt)}</td>
              <td>
                <span class="state ${state}">${caseStateWords[state]}</span>
                ${answered || state === 'closed' ? '' : html`<br /><span class="small">Venter på os</span>`}
              </td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

export interface DeskCasePageOptions {
  readonly viewer: Viewer;
  readonly proof: string;
  /** Made for this showing of the form: sent twice, it is one answer. */
  readonly key: string;
  readonly shown: DeskCase;
  /** What was wrong with the answer that was sent, and its text. */
  readonly problem?: string;
  readonly typed?: string;
}

/** One case: its texts as they came, and nothing of them as markup (T12). */
export function deskCasePage({ viewer, proof, key, shown, problem, typed = '' }: DeskCasePageOptions): Html {
  const { id, number, company, subject, state, category, priority, reporter, about, messages } = shown;
  const address = `${deskCasesAddress}/${id}`;
  const main = html`<main id="indhold" class="wide desk" tabindex="-1">
    <nav aria-label="Brødkrumme" class="mail-back"><a href="${deskCasesAddress}">Supportsager</a></nav>
    <article class="mail">
      <header>
        <h1><bdi>${subject}</bdi></h1>
        <dl>
          ${[
            ['Sagsnummer', number],
            ['Virksomhed', company],
            ['Indberettet af', reporter],
            ['Status', caseStateWords[state]],
            ['Kategori', category === null ? 'Ikke valgt' : categoryWords[category]],
            ['Prioritet', priorityWords[priority]],
            ...(about === null ? [] : [['Handler om', about]]),
          ].map(
            ([what, value]) =>
              html`<div>
                <dt>${what}</dt>
                <dd><bdi>${value}</bdi></dd>
              </div>`,
          )}
        </dl>
      </header>
      <ol class="talk">
        ${messages.map(
          ({ from, author, at, text, files }) =>
            html`<li class="${from}">
              <p class="small"><strong>${author}</strong>${from === 'operator' ? ' · Support' : ''} · ${momentOf(at)}</p>
              <div class="mail-text" dir="auto">${text}</div>
              ${files.length === 0 ? '' : html`<p class="small">Vedhæftet: ${files.map(({ name }) => html`<bdi>${name}</bdi> `)}</p>`}
            </li>`,
        )}
      </ol>
      ${state === 'closed' ? html`<p class="small">Sagen er lukket og kan ikke besvares.</p>` : answer({ address, proof, key, problem, typed, state })}
    </article>
  </main>`;
  return page(viewer, problem === undefined ? 'Supportsag' : 'Fejl: Supportsag', address, main);
}

interface AnswerOptions {
  readonly address: string;
  readonly proof: string;
  readonly key: string;
  readonly problem: string | undefined;
  readonly typed: string;
  readonly state: DeskCase['state'];
}

/** What the case is afterwards, as far as an employee decides it. */
export const answerStates = ['pending', 'resolved', 'inProgress', 'held'] as const;
const afterwards: Readonly<Record<(typeof answerStates)[number], string>> = {
  pending: 'Vi venter på kundens svar',
  resolved: 'Sagen er løst',
  inProgress: 'Vi arbejder videre',
  held: 'Vi venter på andre (vises som åben)',
};

function answer({ address, proof, key, problem, typed, state }: AnswerOptions): Html {
  const chosen = answerStates.find((one) => one === state) ?? 'pending';
  return html`<form method="post" action="${address}" class="answer">
    <input type="hidden" name="bevis" value="${proof}" />
    <input type="hidden" name="noegle" value="${key}" />
    <label for="svar">Svar til kunden</label>
    ${problem === undefined ? '' : html`<p class="problem" id="problem" role="alert">${problem}</p>`}
    <textarea
      id="svar"
      name="svar"
      rows="6"
      maxlength="${String(longestAnswer)}"
      ${problem === undefined ? '' : html`aria-describedby="problem" aria-invalid="true" autofocus`}
    >
${typed}</textarea>
    <label for="status">Bagefter</label>
    <p class="buttons">
      <select id="status" name="status">
        ${answerStates.map((one) => html`<option value="${one}" ${one === chosen ? html`selected` : ''}>${afterwards[one]}</option>`)}
      </select>
      <button class="button">Send svar</button>
    </p>
  </form>`;
}

/** The title says nothing of the case: titles end up in histories and shared screens (PRV-6). */
const page = (viewer: Viewer, title: string, returnTo: string, main: Html): Html =>
  document({
    title: `${title} – Eksempeltele`,
    styles: ['/site/desk.css', '/site/mail.css'],
    body: withFrame(viewer, 'front', returnTo, main),
  });
