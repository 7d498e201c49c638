/** A case: what was said, what is known of it, and what can be said to it (R4.1). It comes when it is opened. */
import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { problemIn } from '../api/problem.ts';
import type { Read } from '../api/read.ts';
import { placeBones } from '../ui/place-head.ts';
import { Resource } from '../ui/resource.ts';
import { show } from '../ui/show.ts';
import { markRead, readCase } from './case-api.ts';
import { Decisions } from './case-decision.ts';
import { facts } from './case-facts.ts';
import { CaseFiles } from './case-files.ts';
import { messages as caseMessages } from './case-messages.ts';
import { Reply } from './case-reply.ts';
import { caseStyles } from './case-styles.ts';
import { talk } from './case-talk.ts';
import type { CaseRoom, Of } from './case-words.ts';
import type { CaseMessage, SupportCase } from './case.ts';
import { Polling } from './polling.ts';
import { replyPlace } from './reply-form.ts';
import type { Behind, CasesRoom } from './room.ts';
import { Seen } from './seen.ts';
import { stateTag, stateWords } from './state.ts';
import { Still } from './still.ts';

export const messages = caseMessages;
export const styles = caseStyles;

export const open = (room: CasesRoom): Behind => new CasePlace(room as CaseRoom); // its words have been learnt when this is made

class CasePlace implements Behind, ReactiveController {
  readonly #room: CaseRoom;
  readonly #found: Resource<Of, Read<SupportCase>>;
  readonly #files: CaseFiles;
  readonly #reply: Reply;
  readonly #decisions: Decisions;
  readonly #still: Still;
  /** What has come since by other ways: newer than what was found. */
  #newest: Read<SupportCase> | undefined;
  /** The first message of the case with this id that the person had not seen when it came. */
  #line: { readonly id: string; readonly at: number | undefined } | undefined;

  constructor(room: CaseRoom) {
    this.#room = room;
    const { element } = room;
    // Before everything that asks for something: what stands on the screen is measured before it changes.
    this.#still = new Still(element, () => this.#anchor());
    this.#found = new Resource<Of, Read<SupportCase>>(element, {
      owner: 3,
      args: () => this.#of(),
      load: readCase,
      onProblem: room.failed,
      onValue: (found) => {
        this.#take(found);
      },
    });
    this.#files = new CaseFiles(room, () => this.#of());
    const reload = () => {
      this.#found.reload();
    };
    this.#reply = new Reply(room, { found: () => this.#value, done: this.#said, reload });
    this.#decisions = new Decisions(room, { done: this.#said, reload });
    new Seen(element, {
      last: () => room.root.querySelector('.message:last-child'),
      unseen: () => (this.#value ? unseenIn(this.#value) : undefined),
      tell: (message, signal) => this.#tellSeen(message, signal),
    });
    new Polling(element, {
      wanted: () => this.#found.state.status === 'ready' && this.#of() !== undefined,
      ask: (signal) => this.#ask(signal),
    });
    element.addController(this);
  }

  hostUpdate(): void {
    const id = this.#of()?.[2];
    if (id !== this.#line?.id) this.#line = undefined;
    if (id !== this.#newest?.id) this.#newest = undefined;
  }

  readonly head: Behind['head'] = () => {
    const { text, known, param } = this.#room;
    const found = this.#value ?? known(param('case') ?? '');
    if (!found) return { name: text.say('case.one'), under: '\u00a0' };
    const { subject, number, state } = found;
    const unknown = text.say('state.unknown');
    return {
      name: subject ?? unknown,
      under: html`<span class="case-under">${text.say('case.numbered', { number: number ?? unknown })} ${stateTag(text, state)}</span>`,
    };
  };

  readonly render = (): unknown => {
    const room = this.#room;
    const { state, reload } = this.#found;
    return show(room, state, {
      waiting: placeBones,
      value: (found) => this.#place(this.#value ?? found),
      retry: reload,
      forbidden: room.noAccess,
    });
  };

  readonly above = (): unknown => this.#reply.leaving.render();

  readonly forget = (): void => {
    this.#newest = undefined;
    this.#line = undefined;
    this.#files.forget();
    this.#reply.forget();
    this.#decisions.forget();
  };

  readonly recover = (): void => {
    this.#found.recover();
    this.#reply.recover();
    this.#decisions.recover();
  };

  readonly renew = (): void => {
    if (this.#found.state.status === 'ready') this.#found.reload();
  };

  #place(found: Read<SupportCase>): TemplateResult {
    const room = this.#room;
    const { say, headingLevel, mayChange } = room;
    const line = this.#line?.at;
    return html`<div class="case" part="case">
      <section class="conversation" aria-labelledby="talk">
        <div class="talk-head">
          <h3 id="talk" aria-level=${headingLevel + 1}>${say('case.talk')}</h3>
          ${line ? html`<button type="button" class="link" @click=${this.#goToNew}>${say('case.toNew')}</button>` : nothing}
        </div>
        ${talk(room, found.messages ?? [], line, this.#files)}
        ${replyPlace(room, found, this.#reply, mayChange ? this.#decisions.button(found) : nothing)} ${this.#decisions.notice(found.id)}
      </section>
      ${facts(room, found)}
    </div>`;
  }

  get #value(): Read<SupportCase> | undefined {
    const { state } = this.#found;
    return state.status === 'ready' ? (this.#newest ?? state.value) : undefined;
  }

  #of(): Of | undefined {
    const { sender, param, element } = this.#room;
    const who = sender();
    const id = param('case');
    return who && id !== undefined && element.route && !/^new(?:\/|$)/.test(element.route) ? [...who, id] : undefined;
  }

  /** The field that is being typed in, else the first message in sight. */
  #anchor(): Element | undefined {
    const { root } = this.#room;
    const focused = root.querySelector('.reply:focus-within');
    if (focused) return focused;
    return [...root.querySelectorAll('.message')].find((message) => message.getBoundingClientRect().bottom > 0);
  }

  /** What is newer than what is there takes its place: nothing that was said is ever unsaid. */
  #take(found: Read<SupportCase>): boolean {
    const before = this.#newest;
    if (before?.id === found.id && isOlder(found, before)) return false;
    this.#newest = found;
    // While the case stays open the line stays where it was.
    this.#line ??= { id: found.id, at: firstNew(found.messages ?? [], found.seen ?? 0) };
    return true;
  }

  /** The answer to what the person did: what is new was seen, and the list is another. */
  readonly #said = (answer: Read<SupportCase>): void => {
    const { changed, param, element } = this.#room;
    changed();
    if (param('case') !== answer.id) return;
    this.#take(answer);
    this.#line = { id: answer.id, at: undefined };
    element.requestUpdate();
  };

  async #ask(signal: AbortSignal): Promise<void> {
    const of = this.#of();
    if (!of) return;
    const before = this.#value;
    try {
      const found = await readCase(of, signal);
      if (!signal.aborted && this.#of()?.[2] === found.id) this.#arrived(found, before);
    } catch (error) {
      const { kind } = problemIn(error);
      // What may not be seen any more is told; anything else is asked for again later.
      if (!signal.aborted && (kind === 'forbidden' || kind === 'missing')) this.#found.reload();
    }
  }

  /** Something came by itself: it is told, and moves nothing. */
  #arrived(found: Read<SupportCase>, before: Read<SupportCase> | undefined): void {
    const { announce, say, text, changed, element } = this.#room;
    if (before && !isNewer(found, before)) return;
    const had = before?.messages?.length ?? 0;
    if (!this.#take(found)) return;
    changed();
    const more = (found.messages ?? []).slice(had).filter(({ mine }) => !mine);
    if (more.length && this.#line?.at === undefined) this.#line = { id: found.id, at: firstNew(found.messages ?? [], had) };
    const [first] = more;
    if (first)
      announce(first.from === 'operator' ? say('case.supportAnswered') : say('case.added', { name: first.author ?? say('state.unknown') }));
    else if (found.state !== before?.state) announce(say('case.stateNow', { state: stateWords(text, found.state) }));
    this.#still.expect();
    element.requestUpdate();
  }

  async #tellSeen(message: string, signal: AbortSignal): Promise<void> {
    const of = this.#of();
    if (!of) return;
    const unread = await markRead(of, message, signal);
    const { changed, unread: count } = this.#room;
    changed();
    if (unread !== undefined) count(unread);
  }

  readonly #goToNew = (): void => {
    const line = this.#room.root.querySelector<HTMLElement>('.new-from');
    line?.scrollIntoView({ block: 'start' });
    line?.focus();
  };
}

const lengthOf = ({ messages = [] }: Read<SupportCase>): number => messages.length;
const changedIn = ({ changedAt = '' }: Read<SupportCase>): number => Date.parse(changedAt) || 0;

const isOlder = (one: Read<SupportCase>, other: Read<SupportCase>): boolean =>
  lengthOf(one) < lengthOf(other) || changedIn(one) < changedIn(other);

const isNewer = (one: Read<SupportCase>, other: Read<SupportCase>): boolean =>
  lengthOf(one) > lengthOf(other) || changedIn(one) > changedIn(other);

/** Where what others have said begins among what is new; `undefined` when there is none. */
const firstNew = (said: readonly Read<CaseMessage>[], from: number): number | undefined => {
  const at = said.findIndex(({ mine }, index) => index >= from && !mine);
  return at < 0 ? undefined : at;
};

/** The last message, if somebody else has said something that the person has not seen. */
const unseenIn = ({ messages = [], seen = 0 }: Read<SupportCase>): string | undefined =>
  firstNew(messages, seen) === undefined ? undefined : messages.at(-1)?.id;
