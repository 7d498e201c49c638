/** What every element with business data has in common: whom it shows things to, in which language, and what it says when it cannot. */
import { ContextConsumer } from '@lit/context';
import { html, LitElement, nothing, type CSSResult, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { Problem } from '../api/problem.ts';
import type { SupportTopic } from '../api/support-topic.ts';
import {
  connectionContext,
  sessionContext,
  sessionProblemContext,
  type Session,
  type SessionConnection,
  type Words,
} from '../session/contexts.ts';
import type { Company } from '../session/session.ts';
import { ProblemEvent, SignInEvent } from './events.ts';
import { formatPhone, type Language } from './format.ts';
import { lockIcon } from './icons.ts';
import type { Styled } from './later.ts';
import type { MessageKey } from './messages.ts';
import { problemNotice, waiting, type ShowHost } from './show.ts';
import type { Text, TextHost, Values } from './text.ts';

/** A session in which there is a company to show. */
export interface CompanySession extends Session {
  readonly company: Company;
}

export abstract class Widget<Key extends string> extends LitElement implements ShowHost, TextHost {
  static override properties: PropertyDeclarations = {
    headingLevel: { attribute: 'heading-level', converter: (level: string | null) => (/^[1-6]$/.test(level ?? '') ? Number(level) : 2) },
    connection: { state: true },
    session: { state: true },
    sessionProblem: { state: true },
    announcement: { state: true },
  };

  /** The level of the element's own heading, 1 to 6, so that it fits the headings of the page. */
  headingLevel = 2;

  protected connection: SessionConnection | undefined;
  protected session: Session | null | undefined;
  protected sessionProblem: Problem | undefined;

  /** Said to those who cannot see it; the last thing that happened. */
  private announcement = '';

  /** @internal */
  abstract readonly text: Text<Key | MessageKey>;
  #forgetWake: (() => void) | undefined;
  #owner: unknown[] = [];
  /** The person asked here to be signed in, and has not been since. */
  #asked = false;
  #tick: ReturnType<typeof setTimeout> | undefined;
  readonly #later: CSSResult[] = [];

  /** @internal */
  get words(): Words | undefined {
    return this.connection?.words;
  }

  /** @internal */
  get language(): Language {
    return this.text.language;
  }

  /** @internal */
  readonly say = (key: Key | MessageKey, values?: Values): string => this.text.say(key, values);

  /** @internal */
  readonly support = (topic: SupportTopic): unknown => {
    // Whoever may not create one is not led to where that is said.
    const address = (this.session?.company?.rights.cases ?? 'full') === 'full' && this.connection?.support?.(topic);
    return address && html`<a class="link" href=${address}>${this.text.say('act.createCase')}</a>`;
  };

  constructor() {
    super();
    new ContextConsumer(this, {
      context: connectionContext,
      subscribe: true,
      callback: (value) => {
        this.connection = value;
      },
    });
    new ContextConsumer(this, {
      context: sessionContext,
      subscribe: true,
      callback: (value) => {
        this.session = value;
      },
    });
    new ContextConsumer(this, {
      context: sessionProblemContext,
      subscribe: true,
      callback: (value) => {
        this.sessionProblem = value;
      },
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // Put back elsewhere, it must not show what belongs to where it was (F22).
    this.connection = undefined;
    this.session = undefined;
    this.sessionProblem = undefined;
    this.#forgetWake?.();
    clearTimeout(this.#tick);
  }

  /** In another document the style sheets of this one do not count, and coming back they are gone (F22). */
  adoptedCallback(): void {
    this.#dress();
  }

  /** Adds the styles and the words of code that came later; resolves when they can be used. */
  protected readonly adopt = async ({ styles, messages }: Styled): Promise<void> => {
    this.#later.push(...[styles].flat());
    this.#dress();
    if (messages) await this.text.learn(messages);
  };

  #dress(): void {
    const root = this.renderRoot;
    if (!(root instanceof ShadowRoot)) return;
    const { elementStyles } = this.constructor as unknown as { elementStyles: CSSResult[] }; // ours are never bare style sheets
    root.adoptedStyleSheets = [...elementStyles, ...this.#later].map((styles) => sheetFor(styles, this.ownerDocument));
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('connection')) {
      this.#forgetWake?.();
      this.#forgetWake = this.connection?.onWake(() => {
        this.recover();
      });
    }
    if (this.session) {
      const owner = [this.connection?.client, this.session.company?.id];
      if (owner.some((part, index) => part !== this.#owner[index])) {
        const first = this.#owner.length === 0;
        this.#owner = owner;
        this.announcement = '';
        if (!first) this.forget();
      }
    } else this.announcement = ''; // it may name somebody's company
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (changed.has('session') && this.session === null) this.dispatchEvent(new SignInEvent(false));
    const heading = this.#asked && this.session && this.renderRoot.querySelector('h2');
    if (heading) {
      this.#asked = false;
      // What they pressed is gone; unless they have gone elsewhere meanwhile, they go on here.
      if (document.activeElement === document.body) heading.focus();
    }
    if (changed.has('sessionProblem') && this.sessionProblem) this.report(this.sessionProblem);
    clearTimeout(this.#tick);
    // A countdown is only one if it counts (F11).
    if ((this.sessionProblem?.until ?? 0) > Date.now())
      this.#tick = setTimeout(() => {
        this.requestUpdate();
      }, 1000);
  }

  protected override render(): TemplateResult {
    return html`<div class="root" lang=${this.language}>
      ${this.text.ready ? this.#gate() : this.bones()}
      <div role="status" class="visually-hidden">${this.announcement}</div>
    </div>`;
  }

  /** What the element shows of a company. */
  protected abstract view(session: CompanySession): unknown;

  /** The room of what is to come, while it is not known who is here. */
  protected abstract bones(): unknown;

  /** Another person or another company: lets go of whatever was typed, chosen or opened for the one before (R5.5). */
  protected abstract forget(): void;

  /** What failed may work again. */
  protected abstract recover(): void;

  /**
   * Tells the page that something failed.
   *
   * @internal
   */
  readonly report = ({ kind, requestId }: Problem): void => {
    this.dispatchEvent(new ProblemEvent(kind, requestId));
  };

  /** Words that are the same as the last are said again: a screen reader tells only what has changed. */
  protected announce(words: string): void {
    this.announcement = words === this.announcement ? `${words}\u00a0` : words;
  }

  /** How the operator can be reached, as far as it has said; only addresses that are what they seem (T12). */
  protected contact(): unknown {
    const { phone, email, url } = this.session?.operator ?? {};
    const ways = [
      phone && html`<a class="link" href="tel:${phone.replace(/[^+\d]/g, '')}">${formatPhone(phone)}</a>`,
      email && html`<a class="link" href="mailto:${encodeURIComponent(email).replace('%40', '@')}">${email}</a>`,
      url?.startsWith('https://') && html`<a class="link" href=${url}>${this.text.say('nav.contact')}</a>`,
    ].filter(Boolean);
    return ways.length ? html`<p class="actions">${ways}</p>` : nothing;
  }

  /** What is said when nobody is signed in (R2.2). */
  protected signedOut(): TemplateResult {
    return html`<slot name="signed-out">
      <div class="panel notice" part="signed-out">
        ${lockIcon}
        <p><strong>${this.text.say('acc.signedOut')}</strong></p>
        <p class="dim">${this.text.say('acc.signedOutHint')}</p>
        <button type="button" class="primary" @click=${this.askSignIn}>${this.text.say('nav.login')}</button>
      </div>
    </slot>`;
  }

  /** What is said when it cannot be found out who is here. */
  protected problem(problem: Problem, retry: (() => void) | undefined): TemplateResult {
    return problemNotice(this, problem, retry);
  }

  /** What is said to a person who may administer no company. */
  protected noCompanies(): TemplateResult {
    return html`<div class="panel notice">
      ${lockIcon}
      <p><strong>${this.text.say('nav.noCompanies')}</strong></p>
      ${this.contact()}
    </div>`;
  }

  protected readonly askSignIn = (): void => {
    this.#asked = true;
    this.dispatchEvent(new SignInEvent(true));
  };

  #gate(): unknown {
    const { session, sessionProblem, connection } = this;
    if (session === null) return this.signedOut();
    if (sessionProblem)
      return this.problem(
        sessionProblem,
        connection &&
          (() => {
            connection.refresh();
          }),
      );
    if (session === undefined) return waiting(this, false, () => this.bones());
    return session.company ? this.view({ ...session, company: session.company }) : this.noCompanies();
  }
}

const sheetFor = ({ styleSheet, cssText }: CSSResult, target: Document): CSSStyleSheet => {
  if (target === document && styleSheet) return styleSheet;
  const { CSSStyleSheet: Sheet } = target.defaultView ?? window;
  const copy = new Sheet();
  copy.replaceSync(cssText);
  return copy;
};
