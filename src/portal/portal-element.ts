import { ContextEvent, type Context } from '@lit/context';
import { html, LitElement, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { AddressService } from '../api/found-address.ts';
import type { SupportTopic } from '../api/support-topic.ts';
import { connectionContext, sessionContext, type Session, type SessionConnection, type Words } from '../session/contexts.ts';
import type { Area } from '../session/session.ts';
import type { TokenFunction } from '../session/tokens.ts';
import { SsNavigateEvent } from '../ui/events.ts';
import type { Language } from '../ui/format.ts';
import { styles as common } from '../ui/styles.ts';
import { Text, type TextHost } from '../ui/text.ts';
import { loadAgain, type Kept } from './address.ts';
import { areaTags, fetchArea } from './areas.ts';
import { choicesPage, nowherePage } from './choices-page.ts';
import { LanguageChangeEvent, SignOutEvent } from './events.ts';
import type { FrameHost } from './frame-host.ts';
import { footBar, topBar } from './frame.ts';
import { Journey } from './journey.ts';
import type { Leaving } from './leaving.ts';
import { messages, type MessageKey } from './messages.ts';
import { choicesPlace, placeIn, placeOf, titleKey, type AreaName } from './places.ts';
import { giveBack } from './remembered.ts';
import { styles } from './styles.ts';
import { queryOf, topicIn } from './topic.ts';
import { isPlain } from './ways.ts';

/** Begins what stands for an address in a portal that has none: it leads nowhere but to the portal. */
const inside = '#ss-portal/';

/**
 * A complete Selvbetjening: the top menu with the company switcher, all areas with their addresses, language and signing out.
 *
 * @tagname ss-portal
 * @slot brand - The operator's mark, at the beginning of the top menu; without it the name »Selvbetjening«.
 * @slot footer - What stands below the areas.
 * @csspart bar - The top menu.
 * @csspart foot - The menu at the foot of a narrow screen.
 * @csspart main - The area that is open.
 * @csspart sign-out - The control »Log ud«.
 * @cssprop --ss-color-accent - The colour of what can be pressed or followed.
 * @cssprop --ss-color-sunken - The ground behind the areas.
 * @cssprop --ss-color-surface - The ground of the menu, of tables, panels and fields.
 * @cssprop --ss-color-text - The colour of text.
 * @cssprop --ss-font-family - The font; without it, the page's.
 * @cssprop --ss-font-size - The size of body text, from which all other sizes follow.
 * @cssprop --ss-radius - The radius of controls.
 * @cssprop --ss-portal-block-size - The least height of the whole, the screen's unless told otherwise.
 * @fires {SsNavigateEvent} ss-navigate - The person wants to go to another place in the portal; cancelable.
 * @fires {CompanyChangeEvent} ss-company-change - The person wants to work for another company; cancelable.
 * @fires {LanguageChangeEvent} ss-language-change - The person wants another language; uncancelled, the portal's own `lang` says it.
 * @fires {SignOutEvent} ss-sign-out - The person wants to sign out; cancelable.
 * @fires {SignInEvent} ss-sign-in - Nobody is signed in.
 * @fires {ProblemEvent} ss-problem - Something failed, and the person has been told.
 */
export class PortalElement extends LitElement implements TextHost {
  static override styles = [common, styles];

  static override properties: PropertyDeclarations = {
    api: {},
    mode: {},
    company: {},
    base: {},
    route: {},
    hideUnavailable: { type: Boolean, attribute: 'hide-unavailable' },
    token: { attribute: false },
    memory: { attribute: false },
    drafts: { attribute: false },
    addresses: { attribute: false },
    words: { attribute: false },
    signOut: { attribute: false },
    connection: { state: true },
    session: { state: true },
    failed: { state: true },
    signOutFailed: { state: true },
    leaving: { state: true },
  };

  /** The contract's base address: with it the portal opens a session of its own; without it the one around it counts. */
  api = '';

  /** How the backend learns who asks: by its session `cookie`, or by a `token` from the host's callback. */
  mode: 'cookie' | 'token' = 'cookie';

  /** The id of the company to start with. */
  company: string | undefined;

  /**
   * Where the portal's addresses begin: a path such as `/selvbetjening/`, below which the server answers with this page, or `#/` on a page that
   * cannot route. Without it the place is kept in the portal alone.
   */
  base = '';

  /** The place in the portal, for instance `invoices` or `subscriptions/users/abc`; empty is the overview. */
  route = '';

  /** Areas without access are left out of the menu, instead of shown as not available (D5). */
  hideUnavailable = false;

  /** In token mode: asks the host's own backend for a token. Nothing is sent before it is set. */
  token: TokenFunction | undefined;

  /** Where the chosen company is remembered, for instance `sessionStorage`; nothing is stored without it. */
  memory: Storage | undefined;

  /** Where unfinished forms are kept over a reload, for instance `sessionStorage`; signing out here empties it of them. */
  drafts: Storage | undefined;

  /** Where addresses are searched for while somebody types one: a service of the host's own, or `null` for none. */
  addresses: AddressService | null | undefined;

  /** The operator's own words in place of ours, by glossary key and language. */
  words: Words | undefined;

  /** The host's part of signing out; resolves when it is done. Without it there is no »Log ud«. */
  signOut: (() => void | Promise<void>) | undefined;

  private connection: SessionConnection | undefined;
  private session: Session | null | undefined;
  /** The code of the area could not be fetched, so many times in a row. */
  private failed = 0;
  private signOutFailed = false;
  private leaving: Leaving | undefined;

  /** @internal */
  readonly text = new Text<MessageKey>(this, messages);

  /** The elements of the areas that have been visited: what was searched for in one is there when the person comes back. */
  readonly #areas = new Map<AreaName, HTMLElement>();
  #element: HTMLElement | undefined;
  /** What the page was called before. */
  #title = '';
  /** Who was here last, and for which company. */
  #known: Session | null | undefined;
  readonly #unwatch = new Map<unknown, (() => void) | undefined>();

  readonly #journey = new Journey({
    show: (place, back) => this.#show(place, back),
    shown: () => this.#element,
    mayLeave: (to) => this.#mayLeave(to),
    arrived: (_, back) => {
      this.#arrived(back);
    },
  });

  /** Tells that the host has signed the person in (again). The same person finds everything as it was, another one nothing of it. */
  resume(): void {
    const own = this.renderRoot.querySelector('ss-session');
    if (own) own.resume();
    else this.connection?.refresh();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const unwatch of this.#unwatch.values()) unwatch?.();
    this.#unwatch.clear();
    if (this.#journey.isAddressed) document.title = this.#title;
    this.#journey.end();
    this.#areas.clear();
    this.#element = undefined;
    this.connection = undefined;
    this.session = undefined;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('session')) this.#follow();
    if (!changed.has('route') || !this.hasUpdated || this.route === this.#journey.place) return;
    const wanted = this.route || '';
    // Until it is known that nothing unsaved stands in the way, the person is where they were.
    this.route = this.#journey.place;
    void this.#journey.go(wanted, true);
  }

  protected override firstUpdated(): void {
    this.renderRoot.addEventListener('click', (event) => {
      this.#followLink(event as MouseEvent);
    });
    this.#begin();
  }

  protected override updated(): void {
    this.leaving?.shown(this.renderRoot);
    // No name in it: titles end up in histories and on shared screens (PRV-6).
    if (this.#journey.isAddressed && this.text.ready) document.title = `${this.text.say(titleKey(this.route))} – ${this.#title}`;
  }

  protected override render(): TemplateResult {
    const { api, mode, company, token, memory, drafts, addresses, words } = this;
    // The same root in both: who asks for the session stands in it.
    return api
      ? html`<ss-session
          .api=${api}
          .mode=${mode}
          .company=${company}
          .token=${token}
          .memory=${memory}
          .drafts=${drafts}
          .addresses=${addresses}
          .words=${words}
          .support=${this.#support}
          >${this.#frame()}</ss-session
        >`
      : this.#frame();
  }

  #frame(): TemplateResult {
    const host = this.#host;
    return html`<div class="root frame" lang=${this.text.language} @ss-navigate=${this.#navigated}>
      ${topBar(host, html`<a class="skip" href="#main" @click=${this.#skip}>${host.say('nav.skip')}</a>`)}
      <main id="main" part="main" tabindex="-1" aria-label=${host.say(titleKey(this.route))}>
        ${this.signOutFailed ? html`<div class="strip"><span role="alert">${host.say('err.server')}</span></div>` : nothing}
        ${
          // Whoever is signed in has the heading of the place.
          this.session === null ? html`<h1 class="visually-hidden">${host.say('nav.product')}</h1>` : nothing
        }
        ${this.#content(host)}
      </main>
      ${footBar(host)}
      <slot name="footer"></slot>
      ${this.leaving?.render(host)}
    </div>`;
  }

  #content(host: FrameHost): unknown {
    if (this.route === choicesPlace) return choicesPage(host);
    if (!placeIn(this.route)) return nowherePage(host);
    if (this.failed) return this.#notFetched();
    return this.#element ?? html`<div class="bones" aria-hidden="true"><span class="bone"></span></div>`;
  }

  /** Code that could not be fetched: there is no network, or a new version has taken its place (F29). */
  #notFetched(): TemplateResult {
    const { say } = this.text;
    const again = this.failed > 1 && navigator.onLine;
    return html`<div class="panel notice problem" part="problem">
      <p role="alert"><strong>${say(again ? 'portal.replaced' : navigator.onLine ? 'err.unreachable' : 'err.offline')}</strong></p>
      <button
        type="button"
        @click=${() => {
          if (again) loadAgain();
          else void this.#show(this.route, undefined);
        }}
      >
        ${say(again ? 'act.reload' : 'act.retry')}
      </button>
    </div>`;
  }

  get #host(): FrameHost {
    const { text, session, route, hideUnavailable } = this;
    return {
      say: text.say,
      language: text.language,
      session,
      place: route,
      href: this.#journey.href,
      navigate: this.#navigate,
      near: (area) => void fetchArea(area),
      isDenied: (area) => this.#isDenied(area),
      mayOrder: !session?.company || session.company.rights.subscriptions === 'full',
      hideUnavailable,
      canSignOut: this.signOut !== undefined,
      signOut: () => void this.#signOut(),
      speak: (language) => {
        this.#speak(language);
      },
    };
  }

  #isDenied(area: Area): boolean {
    return this.session?.company?.rights[area] === 'none';
  }

  /** Finds the session and the place, each time the portal comes onto a page. */
  #begin(): void {
    this.#title = document.title;
    this.#watch(connectionContext, (connection) => {
      this.connection = connection;
      // Its words are the frame's too.
      if (connection?.words) this.words ??= connection.words;
      // The session is the host's, and so is the way to a support case, if it has given one.
      if (connection && !connection.support) Object.assign(connection, { support: this.#support });
    });
    this.#watch(sessionContext, (session) => {
      this.session = session;
    });
    if (!this.#journey.begin(this.base, this.route || ''))
      // The one thing an integrator must see: nothing is wrong with the page otherwise.
      console.error(`Selvbetjening Elements: the addresses below "${this.base}" belong to another element of this page.`);
  }

  /** Asks for a part of the session from inside the frame: that is where the portal's own session is heard. */
  #watch<Value>(context: Context<unknown, Value>, set: (value: Value) => void): void {
    const root = this.renderRoot.querySelector('.root');
    if (!root) return;
    const heard = (value: Value, unsubscribe?: () => void): void => {
      if (this.#unwatch.get(context) !== unsubscribe) this.#unwatch.get(context)?.();
      this.#unwatch.set(context, unsubscribe);
      set(value);
    };
    root.dispatchEvent(new ContextEvent(context, root, heard, true));
  }

  async #show(place: string, back: Kept | undefined): Promise<HTMLElement | undefined> {
    this.route = place;
    const there = place === choicesPlace ? undefined : placeIn(place);
    this.#element = there && this.#areas.get(there.area);
    if (this.#element) this.failed = 0;
    if (there && !this.#element) {
      this.requestUpdate();
      const isThere = await fetchArea(there.area);
      if (this.route !== place || !this.isConnected) return undefined;
      this.failed = isThere ? 0 : this.failed + 1;
      if (isThere) this.#element = this.#areas.get(there.area) ?? this.#open(there.area);
    }
    const element = this.#element;
    if (there && element) {
      giveBack(element, back?.list);
      Object.assign(element, there.area === '' ? {} : { route: there.route }, there.query && { topic: topicIn(there.query) });
    }
    this.requestUpdate();
    await this.updateComplete;
    return element;
  }

  #open(area: AreaName): HTMLElement {
    const href = this.#journey.href;
    const element = Object.assign(document.createElement(areaTags[area]), {
      headingLevel: 1,
      href: href && ((route: string) => href(placeOf(area, route))),
    });
    this.#areas.set(area, element);
    return element;
  }

  /** Whatever is unsaved is in the area that is open: inside it nothing is lost. */
  async #mayLeave(to: string): Promise<boolean> {
    const same = placeIn(to)?.area === placeIn(this.route)?.area && to !== choicesPlace;
    return same || !this.#element || !this.connection || this.connection.mayLeave();
  }

  #arrived(back: boolean): void {
    const area = this.#element?.shadowRoot;
    // Inside an area the area itself puts the focus where the person now is.
    if (!area?.activeElement && !back) this.renderRoot.querySelector('main')?.focus({ preventScroll: true });
    if (!back && this.getBoundingClientRect().top < 0) this.scrollIntoView({ behavior: 'instant' });
  }

  /** Somebody is here, or for another company: nothing of those before is kept, and nobody is left where they have no access (D1, D4). */
  #follow(): void {
    const { session } = this;
    if (session === undefined) return;
    const known = this.#known;
    this.#known = session;
    const same = session?.person.id === known?.person.id && session?.company?.id === known?.company?.id;
    if (same || known === undefined) return;
    for (const [area, element] of this.#areas) if (element !== this.#element) this.#areas.delete(area);
    const area = placeIn(this.route)?.area;
    if (!session || !area || !this.#isDenied(area)) return;
    // What that area still wishes for itself counts no more.
    this.#areas.delete(area);
    this.#element = undefined;
    void this.#journey.go('', true);
  }

  readonly #support = (topic: SupportTopic): string => {
    const place = `cases/new?${queryOf(topic)}`;
    return this.#journey.href?.(place) ?? inside + place;
  };

  readonly #navigate = (place: string, replace = false): void => {
    if (this.dispatchEvent(new SsNavigateEvent(place, replace))) void this.#journey.go(place, replace);
  };

  /** An area wants to go somewhere: its places are places of ours. */
  readonly #navigated = (event: SsNavigateEvent): void => {
    event.stopPropagation();
    event.preventDefault();
    const area = placeIn(this.route)?.area;
    if (area !== undefined && event.target === this.#element) this.#navigate(placeOf(area, event.route), event.replace);
  };

  /** A link that some area has made by the address alone, for instance to a support case. */
  #followLink(event: MouseEvent): void {
    const link = event.composedPath().find((target) => target instanceof HTMLAnchorElement);
    if (!link || event.defaultPrevented || !isPlain(event) || link.target || link.download) return;
    const written = link.getAttribute('href') ?? '';
    const place = this.#journey.placeOf(link) ?? (written.startsWith(inside) ? written.slice(inside.length) : undefined);
    if (place === undefined) return;
    event.preventDefault();
    this.#navigate(place);
  }

  readonly #skip = (event: Event): void => {
    event.preventDefault();
    this.renderRoot.querySelector('main')?.focus();
  };

  #speak(language: Language): void {
    if (this.dispatchEvent(new LanguageChangeEvent(language))) this.lang = language;
  }

  async #signOut(): Promise<void> {
    if (!this.dispatchEvent(new SignOutEvent()) || !((await this.connection?.mayLeave()) ?? true)) return;
    // Forms that outlive a reload need no question when an area is left, but end with the session (T23).
    const drafts = this.#draftKeys();
    if (drafts.length > 0 && !(await this.#mayGiveUp())) return;
    this.signOutFailed = false;
    // Before the host's part, which may lead away from this page.
    for (const key of drafts) this.#drafts?.removeItem(key);
    try {
      await this.signOut?.();
      this.resume();
    } catch {
      this.signOutFailed = true;
    }
  }

  /** Of our own session, or of the one around us. */
  get #drafts(): Storage | undefined {
    return this.drafts ?? this.connection?.drafts;
  }

  /** The keys are those of ui/drafts.ts, which would bring along what forms are made of. */
  #draftKeys(): readonly string[] {
    try {
      return Object.keys(this.#drafts ?? {}).filter((key) => key.startsWith('selvbetjening.draft.'));
    } catch {
      return []; // Blocked storage is no reason to stay signed in (F30).
    }
  }

  async #mayGiveUp(): Promise<boolean> {
    const { Leaving } = await import('./leaving.ts');
    const leaving = new Leaving();
    const { styleSheet } = leaving.styles;
    const root = this.renderRoot;
    if (root instanceof ShadowRoot && styleSheet && !root.adoptedStyleSheets.includes(styleSheet)) root.adoptedStyleSheets.push(styleSheet);
    this.leaving = leaving;
    const answer = leaving.ask();
    await this.updateComplete;
    const leave = await answer;
    this.leaving = undefined;
    return leave;
  }
}
