import { html, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { Client } from '../api/client.ts';
import type { Problem } from '../api/problem.ts';
import type { Read } from '../api/read.ts';
import { AreaWidget } from '../ui/area-widget.ts';
import { Later } from '../ui/later.ts';
import { link } from '../ui/link.ts';
import { pager, pagerStyles } from '../ui/pager.ts';
import { placeBones, placeHead, placeStyles } from '../ui/place-head.ts';
import { Resource } from '../ui/resource.ts';
import { noAccessNotice, problemNotice, show } from '../ui/show.ts';
import { styles as common } from '../ui/styles.ts';
import { Text } from '../ui/text.ts';
import { Views } from '../ui/views.ts';
import { listInvoices } from './api.ts';
import { FileButtons } from './file-buttons.ts';
import { filterIn, filters, type Filters } from './filters.ts';
import type { InvoiceFilter, InvoicePage } from './invoice.ts';
import { messages, type MessageKey } from './messages.ts';
import { owed, owedBones } from './owed.ts';
import type { InvoicesRoom } from './room.ts';
import { Rooms, type RoomName } from './rooms.ts';
import { styles } from './styles.ts';
import { invoiceTable, tableBones } from './table.ts';

type ListArgs = readonly [client: Client, company: string, year: string, state: string, offset: number, limit: number];

/** A page of the list, with what it answers: what is chosen meanwhile may be ahead of it. */
interface Listed {
  readonly page: Read<InvoicePage>;
  readonly offset: number;
}

const defaultPageSize = 50;

/**
 * Shows all invoices and credit notes of the active company, opens each down to its lines, downloads them, and has them sent by e-mail.
 *
 * @tagname ss-invoices
 * @slot empty - Said instead of our words when there are no invoices yet.
 * @slot signed-out - Said instead of our words when nobody is signed in.
 * @csspart table - The list.
 * @csspart row - A row of it.
 * @csspart pager - The way from page to page.
 * @csspart invoice - An invoice that is open.
 * @csspart e-invoice - Who gets the invoices by e-mail.
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
 * @fires {EInvoiceChangedEvent} ss-e-invoice-changed - Who gets the invoices by e-mail has been changed, also when the element has left the page meanwhile.
 */
export class InvoicesElement extends AreaWidget<MessageKey> {
  static override styles = [common, placeStyles, pagerStyles, styles];

  /** What the list is narrowed and ordered by: an entry of the history keeps it. @internal */
  static readonly kept = ['chosen', 'offset'];

  static override properties: PropertyDeclarations = {
    pageSize: { type: Number, attribute: 'page-size' },
    status: {},
    chosen: { state: true },
    offset: { state: true },
  };

  /** How many rows a page has, 1 to 100. */
  pageSize = defaultPageSize;

  /** What the list shows until the person chooses something else: `unpaid`, `overdue`, `paid`, `creditNotes`, or everything. */
  status: InvoiceFilter | '' = '';

  private chosen: Partial<Filters> = {};
  private offset = 0;

  protected override readonly area = 'invoices';

  /** @internal */
  override readonly text = new Text<MessageKey>(this, messages);

  readonly #invoices = new Resource<ListArgs, Listed>(this, {
    owner: 2,
    args: () => this.#listArgs(),
    load: async ([client, company, year, state, offset, limit], signal) => ({
      page: await listInvoices(client, company, { year, state, offset, limit }, signal),
      offset,
    }),
    onProblem: this.failed,
    onValue: (listed) => {
      this.#arrived(listed);
    },
  });

  protected override readonly views = new Views(
    this,
    [
      { path: '', render: () => this.#list() },
      { path: 'e-invoice', render: () => this.#behind('eInvoice') },
      { path: ':invoice{/users/:user}?', render: () => this.#behind('specified') },
    ],
    () => this.#nowhere(),
  );

  readonly #rooms = new Rooms(this, this.adopt, () => this.#given);
  readonly #months = new Later(
    this,
    () => import('./months.ts'),
    async (module) => {
      await this.adopt(module);
      module.attend(this, this.#invoices.reload);
    },
  );
  readonly #files = new FileButtons(this, this.adopt, () => this.#given);

  /** What every room behind the list is given. */
  readonly #given: InvoicesRoom = this.room({
    listed: () => this.#page,
    failed: (problem: Problem) => {
      this.failed(problem, this.#renew);
    },
    download: this.#files.button,
    downloading: this.#files.notice,
  });

  /** The person has turned the page, and is told when it is there. */
  #turned = false;

  /** What the list was asked for last: an invoice opened from it leaves it as it is, so that the way back shows it at once. */
  #listed: ListArgs | undefined;

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.route) this.#rooms.load(this.route === 'e-invoice' ? 'eInvoice' : 'specified');
  }

  protected override view(): unknown {
    return this.access === 'none'
      ? html`${this.#listHead()}${this.noAccess()}`
      : html`${this.views.outlet()}${this.#rooms.all.map((room) => room.above?.())}`;
  }

  protected override bones(): unknown {
    return this.route ? placeBones() : html`${owedBones()}${tableBones(10)}`;
  }

  protected override forget(): void {
    this.chosen = {};
    this.offset = 0;
    this.#listed = undefined;
    this.#files.forget();
    this.#rooms.each('forget');
    this.navigate('', true);
  }

  protected override recover(): void {
    this.#invoices.recover();
    this.#rooms.each('recover');
  }

  protected override arrive(from: string | undefined): void {
    const find = (selector: string) => this.renderRoot.querySelector<HTMLElement>(selector);
    // Back in the list, what was followed; a list that is only now being fetched has none.
    (find(`:is(.head, td) > [data-route="${CSS.escape(from ?? '')}"]`) ?? find('h2'))?.focus();
  }

  #list(): TemplateResult {
    const { state } = this.#invoices;
    const page = this.#page;
    const unused = page?.total === 0 && page.years?.length === 0;
    return html`
      ${this.#listHead()}
      ${page && !unused ? [owed(this.text, page, this.#months), filters(this.text, this.#filters, page.years ?? [], this.#choose)] : nothing}
      ${show(this, state, {
        waiting: () => this.bones(),
        value: (value) => (unused ? this.#empty() : this.#rows(value, state.status === 'ready' && state.renewing)),
        retry: this.#invoices.reload,
        forbidden: () => this.noAccess(),
      })}
    `;
  }

  #listHead(): TemplateResult {
    return html`<div class="head">
      <h2 aria-level=${this.headingLevel} tabindex="-1">${this.say('nav.invoice')}</h2>
      <p class="dim under">${this.say('inv.list')}</p>
      ${this.access === 'none' ? nothing : link(this, 'e-invoice', this.say('ef.title'), 'button lead no-print')}
    </div>`;
  }

  #rows({ page, offset }: Listed, renewing: boolean): TemplateResult {
    const { items, total = offset + items.length, today } = page;
    // A page that is no longer there gives way to the last one at once.
    if (!items.length) return offset ? html`${this.bones()}` : this.#noMatch();
    return html`<div class="panel list" aria-busy=${renewing ? 'true' : 'false'} @pointerover=${this.#expect} @focusin=${this.#expect}>
      ${invoiceTable(this.#given, items, today)}
      ${pager({
        offset,
        limit: this.#limit,
        total,
        range: this.#range(offset, items.length, total),
        previous: this.say('act.previous'),
        next: this.say('act.next'),
        go: (to) => {
          this.#turn(to);
        },
      })}
    </div>`;
  }

  #empty(): TemplateResult {
    return html`<slot name="empty">${this.#notice(this.say('inv.none', { company: this.session?.company?.name ?? '' }))}</slot>`;
  }

  #noMatch(): TemplateResult {
    return this.#notice(
      this.say('invoice.noMatch'),
      html`<button type="button" @click=${this.#clear}>${this.say('act.clearFilters')}</button>`,
    );
  }

  #notice(words: string, way?: TemplateResult): TemplateResult {
    return html`<div class="panel notice">
      <p><strong>${words}</strong></p>
      ${way}
    </div>`;
  }

  #behind(name: RoomName): unknown {
    if (name === 'specified' && this.views.param('invoice') === undefined) return this.#nowhere();
    return this.#rooms.render(name, this.say(name === 'specified' ? 'nav.invoice' : 'ef.title'), this.#head);
  }

  get #page(): Read<InvoicePage> | undefined {
    const { state } = this.#invoices;
    return state.status === 'ready' ? state.value.page : undefined;
  }

  #nowhere(): unknown {
    return html`${this.#head(this.say('nav.invoice'), nothing)}${problemNotice(this, { kind: 'missing' }, undefined)}`;
  }

  readonly #head = (name: string, under: unknown): TemplateResult => placeHead(this, { name, under, page: this.say('nav.invoice') });

  protected override noAccess(): TemplateResult {
    return noAccessNotice(this, this.say('nav.invoice'), this.contact());
  }

  get #limit(): number {
    return Number.isInteger(this.pageSize) && this.pageSize >= 1 && this.pageSize <= 100 ? this.pageSize : defaultPageSize;
  }

  get #filters(): Filters {
    return { year: '', state: filterIn(this.status), ...this.chosen };
  }

  #listArgs(): ListArgs | undefined {
    const owner = this.sender();
    if (!owner) return undefined;
    if (this.route) return this.#listed;
    const { year, state } = this.#filters;
    return (this.#listed = [...owner, year, state, this.offset, this.#limit]);
  }

  #arrived({ page, offset }: Listed): void {
    void this.#months.load();
    const { items, total } = page;
    if (this.#turned) this.announce(items.length ? this.#range(offset, items.length, total ?? 0) : this.say('invoice.noMatch'));
    this.#turned = false;
    // The page asked for is no longer there: the last one is.
    if (!items.length && total && offset) this.offset = Math.floor((total - 1) / this.#limit) * this.#limit;
  }

  /** An invoice is going to be opened. */
  readonly #expect = (): void => {
    this.#rooms.load('specified');
  };

  /** What may have changed at the operator meanwhile is asked for again; what is on screen stays until then. */
  readonly #renew = (): void => {
    this.#invoices.reload();
    this.#rooms.each('renew');
  };

  readonly #choose = (chosen: Partial<Filters>): void => {
    this.chosen = { ...this.chosen, ...chosen };
    this.#turn(0);
  };

  readonly #clear = (): void => {
    this.#choose({ year: '', state: '' });
    this.renderRoot.querySelector<HTMLElement>('.filters select')?.focus();
  };

  #range(offset: number, rows: number, total: number): string {
    return this.say('page.range', { from: offset + 1, to: offset + rows, total });
  }

  #turn(offset: number): void {
    this.offset = offset;
    this.#turned = true;
    const list = this.renderRoot.querySelector('.list');
    // Read from the top, wherever the page was turned.
    if (list && list.getBoundingClientRect().top < 0) list.scrollIntoView();
  }
}
