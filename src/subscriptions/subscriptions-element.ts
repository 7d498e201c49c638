import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { Client } from '../api/client.ts';
import type { Problem } from '../api/problem.ts';
import type { Read } from '../api/read.ts';
import { AreaWidget } from '../ui/area-widget.ts';
import { CountEvent } from '../ui/events.ts';
import { Later } from '../ui/later.ts';
import { pager, pagerStyles } from '../ui/pager.ts';
import { placeBones, placeHead, placeStyles } from '../ui/place-head.ts';
import { Resource } from '../ui/resource.ts';
import { noAccessNotice, problemNotice, show, waiting } from '../ui/show.ts';
import { styles as common } from '../ui/styles.ts';
import { Text } from '../ui/text.ts';
import { Views } from '../ui/views.ts';
import { searchUsers } from './api.ts';
import { messages, type MessageKey } from './messages.ts';
import type { Behind, Opening } from './room.ts';
import { styles } from './styles.ts';
import { emptyNotice, listHead, noMatch, toolbar } from './user-list.ts';
import type { SortDirection, UserPage, UserRow, UserSort } from './user-row.ts';
import { columns, nameOf, tableBones, userTable, type TableOrder } from './user-table.ts';

type ListArgs = readonly [
  client: Client,
  company: string,
  search: string,
  sort: UserSort,
  direction: SortDirection,
  offset: number,
  limit: number,
];

/** A page of the list, with what it answers: what is typed meanwhile may be ahead of it. */
interface Listed {
  readonly page: Read<UserPage>;
  readonly search: string;
  readonly offset: number;
}

const byName: TableOrder = { sort: 'name', direction: 'ascending' };
const defaultPageSize = 50;

/**
 * Shows all users of the active company with their subscriptions, finds and sorts them, and opens the profile of each.
 *
 * @tagname ss-subscriptions
 * @slot empty - Said instead of our words when the company has no users and no subscriptions.
 * @slot signed-out - Said instead of our words when nobody is signed in.
 * @csspart table - The list.
 * @csspart row - A row of it.
 * @csspart sort - The control »Sorter visning«.
 * @csspart pager - The way from page to page.
 * @csspart subscription - A subscription in a profile.
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
 * @fires {OrderPlacedEvent} ss-order-placed - Something has been ordered, also when the element has left the page meanwhile.
 * @fires {OrderCancelledEvent} ss-order-cancelled - An order has been taken back, likewise.
 * @fires {UserChangedEvent} ss-user-changed - The name, e-mail address or cost centre of a user has been changed, likewise.
 * @fires {SubscriptionChangedEvent} ss-subscription-changed - A subscription has been blocked or opened again, likewise.
 * @fires {CountEvent} ss-count - How many users the company has.
 */
export class SubscriptionsElement extends AreaWidget<MessageKey> {
  static override styles = [common, placeStyles, pagerStyles, styles];

  /** What the list is narrowed and ordered by: an entry of the history keeps it. @internal */
  static readonly kept = ['search', 'order', 'offset'];

  static override properties: PropertyDeclarations = {
    pageSize: { type: Number, attribute: 'page-size' },
    orderBy: { attribute: 'order-by' },
    search: { state: true },
    order: { state: true },
    offset: { state: true },
  };

  /** How many rows a page has, 1 to 100. */
  pageSize = defaultPageSize;

  /** What »by name« means: the name as it is displayed, or its last word first (`last-name`). */
  orderBy: 'name' | 'last-name' = 'name';

  private search = '';
  private order: TableOrder = byName;
  private offset = 0;

  protected override readonly area = 'subscriptions';

  /** @internal */
  override readonly text = new Text<MessageKey>(this, messages);

  readonly #users = new Resource<ListArgs, Listed>(this, {
    owner: 2,
    args: () => this.#listArgs(),
    load: async ([client, company, search, sort, direction, offset, limit], signal) => {
      const page = await searchUsers(client, company, { search, sort, direction, offset, limit }, signal);
      return { page, search, offset };
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
      { path: 'users/:user', render: () => this.#behind('profile') },
      { path: 'subscriptions/:subscription', render: () => this.#behind('profile') },
      { path: 'new', render: () => this.#guide() },
      { path: 'new/:step', render: () => this.#guide() },
    ],
    () => this.#nowhere(),
  );

  readonly #menu = new Later(this, () => import('./sort-menu.ts'), this.adopt);

  /** The rooms behind the list that have come. */
  readonly #rooms: Partial<Record<'profile' | 'wizard', Behind>> = {};
  readonly #profile = this.#opening('profile', () => import('./profile.ts'));
  readonly #wizard = this.#opening('wizard', () => import('./wizard.ts'));

  /** The person has turned the page, and is told when it is there. */
  #turned = false;

  /** What the list was asked for last: a profile opened from it leaves it as it is, so that the way back shows it at once. */
  #listed: ListArgs | undefined;

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const route = this.route || '';
    const later = route.startsWith('new') ? this.#wizard : this.#profile;
    if (route && !later.failed) void later.load();
    // Somebody may have left an unfinished guide behind.
    if (this.connection?.drafts && this.mayChange && !this.#wizard.failed) void this.#wizard.load();
  }

  protected override view(): unknown {
    return this.access === 'none'
      ? html`${listHead(this)}${this.noAccess()}`
      : html`${this.views.outlet()}${this.#rooms.profile?.above?.()}${this.#rooms.wizard?.above?.()}`;
  }

  protected override bones(): unknown {
    return this.route ? placeBones() : tableBones(Math.min(this.#limit, 10));
  }

  protected override forget(): void {
    this.search = '';
    this.order = byName;
    this.offset = 0;
    this.#listed = undefined;
    for (const room of Object.values(this.#rooms)) room.forget();
    this.navigate('', true);
  }

  protected override recover(): void {
    this.#users.recover();
    for (const room of Object.values(this.#rooms)) room.recover();
  }

  protected override arrive(from: string | undefined): void {
    const find = (selector: string) => this.renderRoot.querySelector<HTMLElement>(selector);
    // Back in the list, the name that was followed; a list that is only now being fetched has none.
    (find(`td [data-route="${CSS.escape(from ?? '')}"]`) ?? find('h2'))?.focus();
  }

  #list(): TemplateResult {
    const { state } = this.#users;
    const listed = state.status === 'ready' ? state.value : undefined;
    const unused = listed?.page.total === 0 && !listed.search && !this.search;
    return html`
      ${listHead(this, listed?.page, this.mayChange)}${this.#rooms.wizard?.inList?.()}
      ${
        unused
          ? nothing
          : toolbar(this, {
              search: this.search,
              hits: listed?.search && this.search ? listed.page.total : undefined,
              order: this.order,
              menu: this.#menu,
              find: (search) => {
                this.#find(search);
              },
              sort: (sort) => {
                this.#sort(sort);
              },
            })
      }
      ${show(this, state, {
        waiting: () => this.bones(),
        value: (value) => (unused ? emptyNotice(this, this.mayChange) : this.#rows(value, state.status === 'ready' && state.renewing)),
        retry: this.#users.reload,
        forbidden: () => this.noAccess(),
      })}
    `;
  }

  #rows({ page, search, offset }: Listed, renewing: boolean): TemplateResult {
    const { items, total = offset + items.length } = page;
    // A page that is no longer there gives way to the last one at once.
    if (!items.length) return search || !offset ? noMatch(this, search, this.#clear) : html`${this.bones()}`;
    const range = this.#range(offset, items.length, total);
    return html`<div
      class="panel list"
      aria-busy=${renewing ? 'true' : 'false'}
      @pointerover=${this.#profile.load}
      @focusin=${this.#profile.load}
    >
      ${userTable(this, this.say('nav.subscriptions'), this.order, items)}
      ${pager({
        offset,
        limit: this.#limit,
        total,
        range,
        previous: this.say('act.previous'),
        next: this.say('act.next'),
        go: (to) => {
          this.#turn(to);
        },
      })}
    </div>`;
  }

  /** A room behind the list: its head at once, its bones until its code has come. */
  #behind(kind: 'profile' | 'wizard'): unknown {
    const room = this.#rooms[kind];
    const [later, title] = kind === 'profile' ? [this.#profile, 'user.profile' as const] : [this.#wizard, 'nav.newSubscription' as const];
    if (kind === 'profile' && this.views.param('user') === undefined && this.views.param('subscription') === undefined)
      return this.#nowhere();
    const user = this.#known(this.views.param('user') ?? '')?.user;
    const { name, under } = room?.head() ?? { name: user ? nameOf(this.text, { user, label: null }) : this.say(title), under: '\u00a0' };
    return html`${this.#head(name, under)}
    ${room ? room.render() : later.failed ? problemNotice(this, { kind: 'unreachable' }, () => void later.load()) : waiting(this, false, placeBones)}`;
  }

  /** The guide is for those who may change something (R9.4). */
  #guide(): unknown {
    return this.mayChange
      ? this.#behind('wizard')
      : html`${this.#head(this.say('nav.newSubscription'), nothing)}${this.noAccess('nav.newSubscription')}`;
  }

  #opening<Module extends Opening>(kind: 'profile' | 'wizard', fetch: () => Promise<Module>): Later<Module> {
    return new Later(this, fetch, async (module) => {
      await this.adopt(module);
      this.#rooms[kind] = module.open(
        this.room({
          known: (id: string) => this.#known(id),
          failed: (problem: Problem) => {
            this.failed(problem, this.#users.reload);
          },
          changed: this.#users.reload,
        }),
      );
    });
  }

  /** The row that led here, so that the name stands there before the profile has come. */
  #known(id: string): Read<UserRow> | undefined {
    const { state } = this.#users;
    return state.status === 'ready' ? state.value.page.items.find((row) => row.id === id) : undefined;
  }

  #nowhere(): unknown {
    return html`${this.#head(this.say('nav.subscriptions'), nothing)}${problemNotice(this, { kind: 'missing' }, undefined)}`;
  }

  #head(name: string, under: unknown): TemplateResult {
    return placeHead(this, { name, under, page: this.say('nav.subscriptions') });
  }

  protected override noAccess(what: 'nav.subscriptions' | 'nav.newSubscription' = 'nav.subscriptions'): TemplateResult {
    return noAccessNotice(this, this.say(what), this.contact());
  }

  get #limit(): number {
    return Number.isInteger(this.pageSize) && this.pageSize >= 1 && this.pageSize <= 100 ? this.pageSize : defaultPageSize;
  }

  #listArgs(): ListArgs | undefined {
    const owner = this.sender();
    if (!owner) return undefined;
    if (this.route) return this.#listed;
    const { sort, direction } = this.order;
    return (this.#listed = [
      ...owner,
      this.search.trim(),
      sort === 'name' && this.orderBy === 'last-name' ? 'lastName' : sort,
      direction,
      this.offset,
      this.#limit,
    ]);
  }

  #arrived({ page, offset }: Listed): void {
    const { items, total, users } = page;
    if (users !== undefined) this.dispatchEvent(new CountEvent(users));
    if (this.#turned) this.announce(this.#range(offset, items.length, total ?? 0));
    this.#turned = false;
    // The page asked for is no longer there: the last one is.
    if (!items.length && total && offset > 0) this.offset = Math.floor((total - 1) / this.#limit) * this.#limit;
  }

  #find(search: string): void {
    this.search = search;
    this.offset = 0;
  }

  readonly #clear = (): void => {
    this.#find('');
    this.renderRoot.querySelector<HTMLElement>('#search')?.focus();
  };

  #sort(sort: UserSort): void {
    const again = sort === this.order.sort && this.order.direction === 'ascending';
    this.order = { sort, direction: again ? 'descending' : 'ascending' };
    this.offset = 0;
    const field = columns.find(([column]) => column === sort)?.[1] ?? 'user.name';
    const direction = this.say(again ? 'user.sortDesc' : 'user.sortAsc').toLowerCase();
    this.announce(this.say('a11y.sorted', { field: this.say(field).toLowerCase(), direction }));
  }

  #range(offset: number, rows: number, total: number): string {
    return this.say('page.range', { from: offset + 1, to: offset + rows, total });
  }

  #turn(offset: number): void {
    this.offset = offset;
    this.#turned = true;
    const head = this.renderRoot.querySelector('.list');
    // Read from the top, wherever the page was turned.
    if (head && head.getBoundingClientRect().top < 0) head.scrollIntoView();
  }
}
