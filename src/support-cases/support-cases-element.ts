import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { CasePage, CaseSummary } from '../api/case.ts';
import type { Client } from '../api/client.ts';
import type { Problem } from '../api/problem.ts';
import type { Read } from '../api/read.ts';
import type { SupportTopic } from '../api/support-topic.ts';
import type { Area } from '../session/session.ts';
import { AreaWidget } from '../ui/area-widget.ts';
import { CountEvent } from '../ui/events.ts';
import { Later } from '../ui/later.ts';
import { link } from '../ui/link.ts';
import { pager, pagerStyles } from '../ui/pager.ts';
import { placeBones, placeHead, placeStyles } from '../ui/place-head.ts';
import { Resource } from '../ui/resource.ts';
import { noAccessNotice, problemNotice, show } from '../ui/show.ts';
import { styles as common } from '../ui/styles.ts';
import { Text } from '../ui/text.ts';
import { Views } from '../ui/views.ts';
import { searchCases } from './api.ts';
import type { CaseQuestion } from './case-request.ts';
import type { SupportCase } from './case.ts';
import { CaseCreatedEvent } from './events.ts';
import { messages, type MessageKey } from './messages.ts';
import type { News } from './news.ts';
import type { CasesRoom } from './room.ts';
import { Rooms, type RoomName } from './rooms.ts';
import { styles } from './styles.ts';
import { caseTable, tableBones } from './table.ts';
import { everything, isNarrowed, tools, type Filters } from './tools.ts';

type ListArgs = readonly [
  client: Client,
  company: string,
  search: string,
  state: CaseQuestion['state'],
  mine: boolean,
  offset: number,
  limit: number,
  version: number,
];

/** A page of the list, with what it answers: what is chosen meanwhile may be ahead of it. */
interface Listed {
  readonly page: Read<CasePage>;
  readonly search: string;
  readonly narrowed: boolean;
  readonly offset: number;
}

const defaultPageSize = 50;
/** So many stand there before »Vis alle« (D3). */
const fewest = 10;

/**
 * Shows the support cases of the active company, opens the conversation of each, and creates new ones.
 *
 * @tagname ss-support-cases
 * @slot empty - Said instead of our words when there are no cases.
 * @slot signed-out - Said instead of our words when nobody is signed in.
 * @csspart table - The list.
 * @csspart row - A row of it.
 * @csspart pager - The way from page to page.
 * @csspart case - A case that is open.
 * @csspart problem - What went wrong, and the way to try again.
 * @csspart no-access - Why the person cannot see this area.
 * @csspart signed-out - What is said when nobody is signed in.
 * @cssprop --ss-color-accent - The colour of what can be pressed or followed.
 * @cssprop --ss-color-surface - The ground of tables, panels and fields.
 * @cssprop --ss-color-text - The colour of text.
 * @cssprop --ss-font-family - The font; without it, the page's.
 * @cssprop --ss-font-size - The size of body text, from which all other sizes follow.
 * @cssprop --ss-radius - The radius of controls.
 * @fires {SsNavigateEvent} ss-navigate - The person wants to go to another place in the element; cancelable.
 * @fires {SignInEvent} ss-sign-in - Nobody is signed in.
 * @fires {ProblemEvent} ss-problem - Something failed, and the person has been told.
 * @fires {CountEvent} ss-count - How many cases have an answer that the person has not seen.
 * @fires {CaseCreatedEvent} ss-case-created - A case has been created, also when the element has left the page meanwhile.
 */
export class SupportCasesElement extends AreaWidget<MessageKey> {
  static override styles = [common, placeStyles, pagerStyles, styles];

  /** What the list is narrowed and ordered by: an entry of the history keeps it. @internal */
  static readonly kept = ['chosen', 'whole', 'offset'];

  static override properties: PropertyDeclarations = {
    pageSize: { type: Number, attribute: 'page-size' },
    topic: { attribute: false },
    chosen: { state: true },
    whole: { state: true },
    offset: { state: true },
    version: { state: true },
  };

  /** How many rows a page has once all cases are shown, 1 to 100. */
  pageSize = defaultPageSize;

  /** What a new case is about, as far as the page knows; the form begins with it. */
  topic: SupportTopic = {};

  private chosen: Filters = everything;
  /** All cases are shown, page by page, rather than the newest few. */
  private whole = false;
  private offset = 0;
  /** Counts how often the list was found to be old. */
  private version = 0;

  protected override readonly area = 'cases';

  /** @internal */
  override readonly text = new Text<MessageKey>(this, messages);

  readonly #cases = new Resource<ListArgs, Listed>(this, {
    owner: 2,
    args: () => this.#listArgs(),
    load: async ([client, company, search, state, mine, offset, limit], signal) => {
      const question = { search, state, mine, offset, limit };
      return { page: await searchCases(client, company, question, signal), search, narrowed: isNarrowed(question), offset };
    },
    onProblem: this.failed,
    onValue: (listed) => {
      this.#arrived(listed);
    },
  });

  protected override readonly views = new Views(
    this,
    [
      { path: '', render: () => this.#list() },
      { path: 'new{/:case}?', render: () => this.#behind('create') },
      { path: ':case', render: () => this.#behind('case') },
    ],
    () => this.#nowhere(),
  );

  #news: News | undefined;
  readonly #watching = new Later(
    this,
    () => import('./news.ts'),
    async (module) => {
      await this.adopt(module);
      this.#news = module.watch(this, {
        text: this.text,
        sender: this.sender,
        shown: () => (this.route ? undefined : this.#page),
        count: (unread) => {
          this.#count(unread);
        },
        fetch: this.#fetchNews,
      });
    },
  );

  readonly #rooms = new Rooms(this, this.adopt, () => this.#given);

  /** What every room behind the list is given. */
  readonly #given: CasesRoom = this.room({
    known: (id: string): Read<CaseSummary> | undefined => this.#page?.items.find((one) => one.id === id),
    mayRead: (area: Area) => (this.session?.company?.rights[area] ?? 'none') !== 'none',
    topic: () => this.topic,
    failed: (problem: Problem) => {
      this.failed(problem, this.#age);
    },
    changed: () => {
      this.#age();
    },
    unread: (count: number) => {
      this.#count(count);
    },
    created: ({ id, number = '' }: Read<SupportCase>) => {
      this.dispatchEvent(new CaseCreatedEvent(id, number));
      this.#choose(everything);
      this.#age();
    },
  });

  /** The person has turned the page, or asked for all of them, and is told when it is there. */
  #turned = false;

  /** How many the company has, and how many of them have something new. */
  #total: number | undefined;
  #unread: number | undefined;

  /** What the list was asked for last: a case opened from it leaves it as it is, so that the way back shows it at once. */
  #listed: ListArgs | undefined;

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const route = this.route || '';
    if (route) this.#rooms.load(/^new(?:\/|$)/.test(route) ? 'create' : 'case');
    // Somebody may have left an unfinished form behind.
    if (this.connection?.drafts && this.mayChange) this.#rooms.load('create');
  }

  protected override view(): unknown {
    return this.access === 'none'
      ? html`${this.#listHead()}${this.noAccess()}`
      : html`${this.views.outlet()}${this.#rooms.all.map((room) => room.above?.())}`;
  }

  protected override bones(): unknown {
    return this.route ? placeBones() : tableBones(fewest);
  }

  protected override forget(): void {
    this.chosen = everything;
    this.whole = false;
    this.offset = 0;
    this.#total = this.#unread = this.#listed = undefined;
    this.#rooms.each('forget');
    this.navigate('', true);
  }

  protected override recover(): void {
    this.#cases.recover();
    this.#rooms.each('recover');
  }

  protected override arrive(from: string | undefined): void {
    const find = (selector: string) => this.renderRoot.querySelector<HTMLElement>(selector);
    // Back in the list, what was followed; a list that is only now being fetched has none.
    (find(`:is(.head, td) > [data-route="${CSS.escape(from ?? '')}"]`) ?? find('h2'))?.focus();
  }

  #list(): TemplateResult {
    const { state } = this.#cases;
    const listed = state.status === 'ready' ? state.value : undefined;
    const unused = listed?.page.total === 0 && !listed.narrowed && !isNarrowed(this.chosen);
    const hits = listed?.search && this.chosen.search ? listed.page.total : undefined;
    return html`
      ${this.#listHead()} ${this.#rooms.all.map((room) => room.inList?.())}
      ${unused ? nothing : tools(this.text, this.chosen, hits, this.#choose)}
      ${show(this, state, {
        waiting: () => this.bones(),
        value: (value) => (unused ? this.#empty() : this.#rows(value, state.status === 'ready' && state.renewing)),
        retry: this.#cases.reload,
        forbidden: () => this.noAccess(),
      })}
    `;
  }

  #listHead(): TemplateResult {
    const counts = [
      this.#total === undefined ? '' : this.text.count('cases', this.#total),
      this.#unread ? this.text.count('unread', this.#unread) : '',
    ];
    return html`<div class="head">
      <h2 aria-level=${this.headingLevel} tabindex="-1">${this.say('nav.myCases')}</h2>
      <p class="dim under">${(this.access !== 'none' && counts.filter(Boolean).join(' · ')) || '\u00a0'}</p>
      ${this.mayChange ? link(this, 'new', this.say('act.createCase'), 'primary button lead no-print') : nothing}
    </div>`;
  }

  #rows({ page, narrowed, offset }: Listed, renewing: boolean): TemplateResult {
    const { items, total = offset + items.length } = page;
    // A page that is no longer there gives way to the last one at once.
    if (!items.length) return narrowed || !offset ? this.#noMatch() : html`${this.bones()}`;
    return html`<div role="status">${this.#news?.bar()}</div>
      <div class="panel list" aria-busy=${renewing ? 'true' : 'false'} @pointerover=${this.#expect} @focusin=${this.#expect}>
        ${caseTable(this, items)}
        ${
          this.whole || total <= items.length
            ? pager({
                offset,
                limit: this.#limit,
                total,
                range: this.#range(offset, items.length, total),
                previous: this.say('act.previous'),
                next: this.say('act.next'),
                go: (to) => {
                  this.#turn(to);
                },
              })
            : this.#more(items.length, total)
        }
      </div>`;
  }

  #more(rows: number, total: number): TemplateResult {
    return html`<div class="pager" part="pager">
      <span class="dim">${this.#range(0, rows, total)}</span>
      <button type="button" class="no-print" @click=${this.#showAll}>${this.say('act.showAll')}</button>
    </div>`;
  }

  #empty(): TemplateResult {
    return html`<slot name="empty">
      <div class="panel notice">
        <p role="status"><strong>${this.say('case.none')}</strong></p>
        ${this.mayChange ? link(this, 'new', this.say('act.createCase'), 'button no-print') : nothing}
      </div>
    </slot>`;
  }

  #noMatch(): TemplateResult {
    return html`<div class="panel notice">
      <p role="status"><strong>${this.say('case.noMatch')}</strong></p>
      <button type="button" @click=${this.#clear}>${this.say('act.clearFilters')}</button>
    </div>`;
  }

  #behind(name: RoomName): unknown {
    const id = this.views.param('case');
    if (name === 'case' && id === undefined) return this.#nowhere();
    const known = this.#given.known(id ?? '')?.subject;
    const title = name === 'create' ? this.say('act.createCase') : (known ?? this.say('case.one'));
    return this.#rooms.render(name, { name: title, under: '\u00a0' }, this.#head);
  }

  get #page(): Read<CasePage> | undefined {
    const { state } = this.#cases;
    return state.status === 'ready' ? state.value.page : undefined;
  }

  #nowhere(): unknown {
    return html`${this.#head(this.say('case.one'), nothing)}${problemNotice(this, { kind: 'missing' }, undefined)}`;
  }

  readonly #head = (name: string, under: unknown): TemplateResult => placeHead(this, { name, under, page: this.say('nav.myCases') });

  protected override noAccess(): TemplateResult {
    return noAccessNotice(this, this.say('nav.myCases'), this.contact());
  }

  get #limit(): number {
    const most = Number.isInteger(this.pageSize) && this.pageSize >= 1 && this.pageSize <= 100 ? this.pageSize : defaultPageSize;
    return this.whole ? most : Math.min(fewest, most);
  }

  #listArgs(): ListArgs | undefined {
    const owner = this.sender();
    if (!owner) return undefined;
    if (this.route) return this.#listed;
    const { search, state, mine } = this.chosen;
    return (this.#listed = [...owner, search.trim(), state, mine, this.offset, this.#limit, this.version]);
  }

  #arrived({ page, narrowed, offset }: Listed): void {
    void this.#watching.load();
    const { items, total, unread } = page;
    if (!narrowed) this.#total = total;
    if (unread !== undefined) this.#count(unread);
    if (this.#turned) this.announce(this.#range(offset, items.length, total ?? 0));
    this.#turned = false;
    // The page asked for is no longer there: the last one is.
    if (!items.length && total && offset) this.offset = Math.floor((total - 1) / this.#limit) * this.#limit;
  }

  #count(unread: number): void {
    if (unread === this.#unread) return;
    this.#unread = unread;
    this.dispatchEvent(new CountEvent(unread));
    this.requestUpdate();
  }

  /** The list is old: it is fetched again, at once or when it is next in sight. */
  readonly #age = (): void => {
    this.version += 1;
  };

  readonly #fetchNews = (): void => {
    this.#age();
    this.offset = 0;
    this.#turned = true;
    this.renderRoot.querySelector('h2')?.focus();
  };

  /** A case is going to be opened. */
  readonly #expect = (): void => {
    this.#rooms.load('case');
  };

  readonly #choose = (chosen: Partial<Filters>): void => {
    this.chosen = { ...this.chosen, ...chosen };
    this.offset = 0;
  };

  readonly #clear = (): void => {
    this.#choose(everything);
    this.renderRoot.querySelector<HTMLElement>('#search')?.focus();
  };

  readonly #showAll = (): void => {
    this.whole = true;
    this.#turned = true;
    // Its place goes to others: the last row that was there is where the rest goes on.
    [...this.renderRoot.querySelectorAll<HTMLElement>('td [data-route]')].at(-1)?.focus();
  };

  #range(offset: number, rows: number, total: number): string {
    return this.say('page.range', { from: offset + Math.min(1, rows), to: offset + rows, total });
  }

  #turn(offset: number): void {
    this.offset = offset;
    this.#turned = true;
    const list = this.renderRoot.querySelector('.list');
    // Read from the top, wherever the page was turned.
    if (list && list.getBoundingClientRect().top < 0) list.scrollIntoView();
  }
}
