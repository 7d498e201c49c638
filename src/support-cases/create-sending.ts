/** Sending a new case, and what becomes of it. It comes once something has been written. */
import { html, nothing, type TemplateResult } from 'lit';
import { path } from '../api/path.ts';
import type { Problem } from '../api/problem.ts';
import { reading, type Read } from '../api/read.ts';
import { write } from '../api/write.ts';
import { FormWatch, networkNotice } from '../ui/form-watch.ts';
import { LeaveQuestion } from '../ui/leave-question.ts';
import { link } from '../ui/link.ts';
import { sendingNotice, sendingStyles, submitButton } from '../ui/sending.ts';
import { Submission, type Sender } from '../ui/submission.ts';
import type { CaseRequest } from './case-request.ts';
import { supportCase, type SupportCase } from './case.ts';
import { Checking } from './create-checking.ts';
import { createdWords, receipt, receiptStyles, type Created } from './create-receipt.ts';
import { messages as words } from './create-sending-messages.ts';
import type { CreateStage } from './create-stage.ts';

export const messages = words;
export const styles = [sendingStyles, receiptStyles];

/** Creates once, however often it is called with the same key. */
const createCase = ([client, company]: Sender, body: CaseRequest, key: string, signal: AbortSignal): Promise<Read<SupportCase>> =>
  write(client, path('companies', company, 'cases'), reading(supportCase), { method: 'post', body, key, signal });

export class CreateSending {
  /** What is wrong with what was written. */
  readonly checking: Checking;
  /** Asked before what was written is lost, or sight of what is being sent. */
  readonly leaving: LeaveQuestion;
  readonly #stage: CreateStage;
  readonly #sending: Submission<CaseRequest, Read<SupportCase>>;
  /** The place whose case is being sent, and what is sent. */
  #sent: { readonly place: string; readonly request: CaseRequest } | undefined;
  #created: Created | undefined;
  /** The receipt has been in sight. */
  #seen = false;
  /** Something was refused that stands at no field. */
  #unlisted = false;
  /** What is written changes because of the refusal, which is still to be told. */
  #refusing = false;
  /** Keys of drafts that seem to have become cases in another tab. */
  readonly #elsewhere = new Set<string>();

  constructor(stage: CreateStage) {
    this.#stage = stage;
    this.checking = new Checking(stage);
    const { room } = stage;
    this.leaving = new LeaveQuestion(room, room.say);
    this.#sending = new Submission<CaseRequest, Read<SupportCase>>(room.element, {
      ...{ sender: room.sender, send: createCase, onDone: this.#done, onProblem: this.#refused },
    });
    new FormWatch(room.element, () => room.root.querySelector('.create-form'));
  }

  /** The place whose case is on its way, or may have been created. */
  get open(): string | undefined {
    return this.#sending.isOpen ? this.#sent?.place : undefined;
  }

  /** Sends, unless something is missing. */
  readonly submit = (): void => {
    const { place, keyOf, change } = this.#stage;
    if (this.#sending.isOpen || place === undefined || !this.checking.isWhole()) return;
    change({}); // what led here may be all there is: it is a draft from now on
    const key = keyOf(place);
    if (key === undefined) return;
    this.#sent = { place, request: this.checking.request() };
    this.#unlisted = false;
    this.#sending.submit(this.#sent.request, key);
  };

  /** Another tab says that it has sent the case of this key: that is told, and decides nothing (F21, T17). */
  readonly heard = (key: string): void => {
    this.#elsewhere.add(key);
    this.#stage.room.changed();
    this.#stage.room.element.requestUpdate();
  };

  readonly news = (): unknown => {
    const { room, place, keyOf, end } = this.#stage;
    const key = place === undefined ? undefined : keyOf(place);
    if (key !== undefined && place !== undefined && this.#elsewhere.has(key))
      return html`<div class="strip">
        <span role="alert">${room.say('create.elsewhere')}</span>
        ${link(room, '', room.say('created.list'), 'button')}
        <button
          type="button"
          @click=${() => {
            end(place);
            void room.element.updateComplete.then(() => room.root.querySelector<HTMLElement>('#subject')?.focus());
          }}
        >
          ${room.say('create.startOver')}
        </button>
      </div>`;
    return this.checking.alone ? html`<p class="strip" role="alert">${room.say('err.followsGone')}</p>` : nothing;
  };

  readonly notice = (): TemplateResult => {
    const { room } = this.#stage;
    return html`${networkNotice(room.say, this.#sending.state)}${sendingNotice(room, this.#sending.state, {
      notDone: room.say('create.notSent'),
      listed: !this.#unlisted,
      check: this.#sending.check,
      retry: this.submit,
    })}`;
  };

  /** »Opret supportsag«; while the outcome is not known there is only finding out, and nothing for who may not create any more. */
  readonly action = (): unknown => {
    const { say } = this.#stage.room;
    const { state } = this.#sending;
    return state.status === 'unsure' || (state.status === 'failed' && state.problem.kind === 'forbidden')
      ? nothing
      : submitButton({ label: say('act.createCase'), busyLabel: say('state.sending'), busy: this.#sending.isOpen });
  };

  /** Of the case that was created from the form in sight. */
  readonly receipt = (): unknown => {
    if (!this.#created || this.#created.place !== this.#stage.place) return undefined;
    this.#seen = true;
    return receipt(this.#stage.room, this.#created);
  };

  /** What the list says of a case on its way, or of one whose receipt has not been seen. */
  readonly strip = (): unknown => {
    const { room } = this.#stage;
    const { open } = this;
    const unsure = this.#sending.state.status === 'unsure';
    if (open !== undefined)
      return strip(
        room.say(unsure ? 'err.unsure' : 'create.sending'),
        link(room, placeRoute(open), room.say(unsure ? 'act.check' : 'create.see'), 'button'),
      );
    if (!this.#created || this.#seen) return undefined;
    const { id } = this.#created.supportCase;
    return strip(createdWords(room, this.#created), link(room, encodeURIComponent(id), room.say('created.see'), 'button'));
  };

  /** Another place is in sight: a receipt that has been seen is put away. */
  readonly leave = (): void => {
    this.checking.forget();
    if (this.#seen) this.#created = undefined;
    this.renew();
  };

  /** Something has been written anew: what was said of the last sending is said of it no longer. */
  readonly renew = (): void => {
    if (!this.#refusing && this.#sending.state.status === 'failed') this.#sending.forget();
  };

  readonly recover = (): void => {
    this.#sending.recover();
  };

  readonly forget = (): void => {
    this.#sending.forget();
    this.#created = undefined;
    this.#elsewhere.clear();
  };

  readonly #done = (created: Read<SupportCase>): void => {
    const { room, place, sent } = this.#stage;
    const from = this.#sent?.place ?? '';
    this.#created = { place: from, supportCase: created };
    this.#seen = false;
    room.created(created);
    room.announce(createdWords(room, this.#created));
    sent(from);
    if (place === from)
      void room.element.updateComplete.then(() => {
        room.root.querySelector<HTMLElement>('.created h3')?.focus();
      });
  };

  readonly #refused = (problem: Problem): void => {
    const { room, keyOf } = this.#stage;
    room.failed(problem);
    if (problem.kind !== 'rejected' || !this.#sent) return;
    const { fields = [] } = problem;
    const key = keyOf(this.#sent.place);
    // Nothing of it is wrong: the key stands for another case, which another tab has sent from this draft.
    if (!fields.length && key !== undefined) this.heard(key);
    this.#refusing = true;
    this.#unlisted = !this.checking.refuse(fields, this.#sent.request);
    this.#refusing = false;
  };
}

/** The place in the element of a form. */
export const placeRoute = (place: string): string => (place ? `new/${encodeURIComponent(place)}` : 'new');

const strip = (text: string, way: TemplateResult): TemplateResult =>
  html`<div class="strip no-print"><span role="status">${text}</span> ${way}</div>`;
