import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { Client } from '../api/client.ts';
import type { Problem } from '../api/problem.ts';
import type { Read } from '../api/read.ts';
import { alertIcon, checkIcon } from '../ui/icons.ts';
import { Later } from '../ui/later.ts';
import { Resource } from '../ui/resource.ts';
import { problemNotice, problemWords } from '../ui/show.ts';
import { styles as common } from '../ui/styles.ts';
import type { Sender, Sending } from '../ui/submission.ts';
import { Text } from '../ui/text.ts';
import { Widget } from '../ui/widget.ts';
import { readVotes, votesIn } from './api.ts';
import { messages, type MessageKey } from './messages.ts';
import type { FeedbackRoom, Opening, Why } from './room.ts';
import { styles } from './styles.ts';
import type { ArticleVotes } from './vote.ts';
import { keepVoter, knownVoter } from './voter.ts';
import type * as VotingCode from './voting.ts';

/**
 * Asks whether a help text was any help, says how many found so, and takes what they want to say about it. Works signed out too.
 *
 * @tagname ss-article-feedback
 * @slot comments - What the operator shows under »Kommentarer«; without it there is no such heading.
 * @csspart question - The question and the two answers.
 * @csspart problem - What went wrong.
 * @cssprop --ss-color-accent - The colour of what can be pressed or followed.
 * @cssprop --ss-color-surface - The ground of buttons and fields.
 * @cssprop --ss-color-text - The colour of text.
 * @cssprop --ss-font-family - The font; without it, the page's.
 * @cssprop --ss-font-size - The size of body text, from which all other sizes follow.
 * @cssprop --ss-radius - The radius of controls.
 * @fires {ProblemEvent} ss-problem - Something failed, and the person has been told.
 */
export class ArticleFeedbackElement extends Widget<MessageKey> {
  static override styles = [common, styles];

  static override properties: PropertyDeclarations = {
    article: {},
    memory: { attribute: false },
    votes: { state: true },
    commented: { state: true },
  };

  /** Which article it is about, by its id at the backend. */
  article = '';

  /**
   * Where it is remembered, for instance in `localStorage`, which vote was given here by somebody who is not signed in, so that it can be
   * changed later. Without it, it is remembered as long as the page lives (PRV-5).
   */
  memory: Storage | undefined;

  private votes: Read<ArticleVotes> | undefined;
  private commented = false;

  /** @internal */
  override readonly text = new Text<MessageKey>(this, messages);

  readonly #read = new Resource<readonly [client: Client, who: string, article: string], Read<ArticleVotes>>(this, {
    owner: 3,
    args: () => {
      const sender = this.#sender();
      return sender && this.article ? [...sender, this.article] : undefined;
    },
    load: ([client, who, article], signal) => readVotes(client, article, who ? undefined : knownVoter(this.memory), signal),
    onValue: (votes) => {
      // A vote that was cast meanwhile is newer.
      const { status } = this.#voting?.state ?? {};
      if (this.#wanted === undefined && status !== 'sending' && status !== 'done') this.votes = votes;
      void this.#votingCode.load();
    },
    onProblem: (problem) => {
      if (!hides(problem)) this.report(problem);
    },
  });

  readonly #votingCode = new Later<typeof VotingCode>(
    this,
    () => import('./voting.ts'),
    async (module) => {
      await this.adopt(module);
      this.#voting = module.open(this.#room());
      if (this.#wanted !== undefined) this.#voting.cast(this.#wanted);
    },
  );
  #voting: VotingCode.Voting | undefined;

  readonly #form = new Later<Opening>(
    this,
    () => import('./form.ts'),
    async (module) => {
      await this.adopt(module);
      this.#why = module.open(this.#room());
    },
  );
  #why: Why | undefined;

  /** What was pressed last, until it is known what became of it. */
  #wanted: boolean | undefined;
  /** A vote was given here, and not only found. */
  #voted = false;
  /** Whose vote is on screen, and for which article. */
  #of: readonly [who: string | undefined, article: string] = [undefined, ''];

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const [client, who] = this.#sender() ?? [];
    if (!client || who === undefined) return;
    const [before, article] = this.#of;
    if (who !== before || article !== this.article) {
      this.#of = [who, this.article];
      this.votes = this.#wanted = undefined;
      this.#voted = false;
      this.#voting?.forget();
      this.#why?.forget();
    }
    if (who && this.#voted) this.#why?.know(client, who);
  }

  protected override updated(changed: PropertyValues): void {
    // Nobody has to sign in to read an article: the page is not told that nobody has.
    super.updated(new Map([...changed].filter(([name]) => name !== 'session')));
  }

  protected override render(): TemplateResult {
    return html`${super.render()}
      <section class="root comments" lang=${this.language} ?hidden=${!this.commented}>
        <h2 aria-level=${this.headingLevel}>${this.say('fb.comments')}</h2>
        <slot name="comments" @slotchange=${this.#comment}></slot>
      </section>`;
  }

  protected override view(): unknown {
    return this.#question();
  }

  protected override signedOut(): TemplateResult {
    return html`${this.#question()}`;
  }

  protected override noCompanies(): TemplateResult {
    return html`${this.#question()}`;
  }

  protected override bones(): unknown {
    return html`<div class="answer-bone"></div>`;
  }

  /** Another company changes nothing here, and another person is noticed by the client. */
  protected override forget(): void {}

  protected override recover(): void {
    this.#read.recover();
    this.#voting?.recover();
    this.#why?.recover();
  }

  #question(): unknown {
    const { state } = this.#read;
    // An article that the backend does not know, or nobody who could ask for it: there is nothing to answer.
    if (!this.article || (state.status === 'failed' && hides(state.problem))) return nothing;
    const helped = this.#wanted ?? this.votes?.helped;
    return html`<div class="question" part="question">
      <h2 aria-level=${this.headingLevel} tabindex="-1" id="question">${this.say('fb.ask')}</h2>
      <div class="answers">
        <div role="group" aria-labelledby="question">${this.#answer(true, helped)} ${this.#answer(false, helped)}</div>
        <p class="dim count">${this.#count()}</p>
      </div>
      ${this.#notice()} ${this.#voted ? html`<div class="more">${this.#more()}</div>` : nothing}
    </div>`;
  }

  #answer(helped: boolean, chosen: boolean | null | undefined): TemplateResult {
    return html`<button
      type="button"
      aria-pressed=${chosen === helped ? 'true' : 'false'}
      @click=${() => {
        this.#vote(helped);
      }}
    >
      ${checkIcon}${this.say(helped ? 'fb.yes' : 'fb.no')}
    </button>`;
  }

  /** How many found it useful; nothing while nobody has voted (R34.1). */
  #count(): unknown {
    const { helpful, total } = this.votes ?? {};
    return helpful === undefined || !total ? nothing : this.say('fb.count', { x: helpful, y: total });
  }

  /** What went wrong, near what was pressed. */
  #notice(): unknown {
    const voting: Sending<unknown> = this.#votingCode.failed
      ? { status: 'failed', problem: { kind: navigator.onLine ? 'unreachable' : 'offline' } }
      : (this.#voting?.state ?? { status: 'ready' });
    const read = this.#read.state;
    const words =
      voting.status === 'unsure'
        ? this.say('vote.unsure')
        : voting.status === 'failed'
          ? `${this.say(problemWords(voting.problem.kind))} ${this.say('vote.notKept')}`
          : read.status === 'failed' && !this.votes
            ? this.say(problemWords(read.problem.kind))
            : voting.status === 'sending' && voting.long
              ? this.say('state.stillLoading')
              : '';
    const failed = words !== '' && voting.status !== 'sending';
    return html`<div role=${failed ? 'alert' : 'status'}>
      ${words === '' ? nothing : html`<p class="strip" part="problem">${failed ? alertIcon : nothing}<span>${words}</span></p>`}
    </div>`;
  }

  /** After a vote, and only then, there is something more to say (R35.1). */
  #more(): unknown {
    const { failed, load } = this.#form;
    return failed ? problemNotice(this, { kind: 'unreachable' }, () => void load()) : (this.#why?.render() ?? nothing);
  }

  /** Whom a request is for, and who that is; empty is somebody who is not signed in. */
  readonly #sender = (): Sender | undefined => {
    const { connection, session } = this;
    return connection && session !== undefined ? [connection.client, session?.person.id ?? ''] : undefined;
  };

  #room(): FeedbackRoom {
    // eslint-disable-next-line @typescript-eslint/no-this-alias -- its getters are not this element's
    const element = this;
    const { say, support, report } = this;
    return {
      ...{ element, say, support, report, sender: this.#sender },
      get root() {
        return element.renderRoot;
      },
      get language() {
        return element.language;
      },
      get article() {
        return element.article;
      },
      get headingLevel() {
        return element.headingLevel;
      },
      get isSignedIn() {
        return !!element.session;
      },
      voter: (make) => keepVoter(this.memory, knownVoter(this.memory) ?? make()),
      parse: votesIn,
      counted: (votes, helped) => {
        this.#counted(votes, helped);
      },
      notCounted: (problem) => {
        this.#notCounted(problem);
      },
    };
  }

  readonly #vote = (helped: boolean): void => {
    const { status } = this.#voting?.state ?? {};
    if (helped === (this.#wanted ?? (status === 'failed' || status === 'unsure' ? undefined : this.votes?.helped))) return;
    this.#wanted = helped;
    void this.#form.load();
    if (status === 'sending') this.requestUpdate();
    else if (this.#voting) this.#voting.cast(helped);
    else void this.#begin();
  };

  /** What votes has not come yet. */
  async #begin(): Promise<void> {
    this.requestUpdate();
    await this.#votingCode.load();
    if (!this.#votingCode.failed) return;
    this.#wanted = undefined;
    this.requestUpdate();
  }

  #counted(votes: Read<ArticleVotes>, helped: boolean): void {
    this.votes = votes;
    this.#voted = true;
    // Another answer was pressed meanwhile: the last one counts (R33.2).
    if (this.#wanted !== undefined && this.#wanted !== helped) {
      this.#voting?.cast(this.#wanted);
      return;
    }
    this.#wanted = undefined;
    const { helpful, total } = votes;
    if (helpful !== undefined && total) this.announce(this.say('fb.count', { x: helpful, y: total }));
  }

  #notCounted(problem: Problem): void {
    this.#wanted = undefined;
    this.report(problem);
    // Nobody is signed in any more, and a vote of nobody is none.
    if (problem.kind === 'rejected') this.connection?.refresh();
  }

  readonly #comment = (event: Event): void => {
    this.commented = (event.target as HTMLSlotElement).assignedNodes().length > 0;
  };
}

/** There is no such article, or nobody in whose name it could be asked for: no question, rather than one that cannot be answered. */
const hides = ({ kind }: Problem): boolean => kind === 'missing' || kind === 'signed-out';
