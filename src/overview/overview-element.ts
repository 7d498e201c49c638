import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { Client } from '../api/client.ts';
import type { Problem } from '../api/problem.ts';
import type { Read } from '../api/read.ts';
import type { Access, Area } from '../session/session.ts';
import { SsNavigateEvent } from '../ui/events.ts';
import { formatDay, formatMoney } from '../ui/format.ts';
import { alertIcon, checkIcon } from '../ui/icons.ts';
import { link, type LinkHost } from '../ui/link.ts';
import { Resource } from '../ui/resource.ts';
import { styles as common } from '../ui/styles.ts';
import { Text } from '../ui/text.ts';
import { Widget, type CompanySession } from '../ui/widget.ts';
import { readCases, readCharges, readInvoices, readOrders, readUsers, type Of } from './api.ts';
import { caseBones, cases } from './cases.ts';
import type { ChargeFigures, InvoiceFigures, OrderFigures, UserFigures } from './figures.ts';
import { messages, type MessageKey } from './messages.ts';
import { onTheWay } from './orders.ts';
import { whenBack } from './seen-again.ts';
import { styles } from './styles.ts';
import { tile, tileBones, type Told } from './tile.ts';

/** What is asked, and whether the person has a right to any of the areas it is of. */
interface Source<Value> {
  readonly resource: Resource<readonly [Client, string], Value>;
  readonly may: () => boolean;
}

/**
 * Greets with what matters now in each area of the active company, and with its newest support cases.
 *
 * @tagname ss-overview
 * @slot signed-out - Said instead of our words when nobody is signed in.
 * @csspart tile - An area in a few words.
 * @csspart cases - The newest support cases.
 * @csspart problem - What went wrong, and the way to try again.
 * @csspart signed-out - What is said when nobody is signed in.
 * @cssprop --ss-color-accent - The colour of what can be pressed or followed.
 * @cssprop --ss-color-surface - The ground of tiles and lists.
 * @cssprop --ss-color-text - The colour of text.
 * @cssprop --ss-font-family - The font; without it, the page's.
 * @cssprop --ss-font-size - The size of body text, from which all other sizes follow.
 * @cssprop --ss-radius - The radius of controls.
 * @fires {SsNavigateEvent} ss-navigate - The person wants to go to another place in the portal.
 * @fires {SignInEvent} ss-sign-in - Nobody is signed in.
 * @fires {ProblemEvent} ss-problem - Something failed, and the person has been told.
 */
export class OverviewElement extends Widget<MessageKey> implements LinkHost {
  static override styles = [common, styles];

  static override properties: PropertyDeclarations = { href: { attribute: false } };

  /** Gives the address of a place in the portal, from a host that has addresses: links then are real ones, which open in a new tab. */
  href: ((place: string) => string) | undefined;

  /** @internal */
  override readonly text = new Text<MessageKey>(this, messages);

  readonly #users = this.#source<Read<UserFigures>>(['subscriptions'], readUsers);
  readonly #orders = this.#source<Read<OrderFigures>>(['products', 'subscriptions'], readOrders);
  readonly #invoices = this.#source<Read<InvoiceFigures>>(['invoices'], readInvoices);
  readonly #charges = this.#source<Read<ChargeFigures>>(['invoices'], readCharges);
  readonly #cases = this.#source(['cases'], readCases);
  readonly #all = [this.#users, this.#orders, this.#invoices, this.#charges, this.#cases];

  constructor() {
    super();
    whenBack(this, () => {
      for (const one of this.#all) one.resource.reload();
    });
  }

  /** @internal */
  readonly navigate = (place: string): void => {
    this.dispatchEvent(new SsNavigateEvent(place));
  };

  protected override view({ company: { rights } }: CompanySession): TemplateResult {
    const areas = Object.values(rights);
    return html`
      <div class="head">
        <h2 aria-level=${this.headingLevel} tabindex="-1">${this.say('nav.overview')}</h2>
        ${
          rights.subscriptions === 'full'
            ? link(this, 'subscriptions/new', this.say('nav.newSubscription'), 'button primary lead no-print')
            : nothing
        }
      </div>
      <div class="page">
        <div class="main">
          <div class="panel tiles">${this.#tiles()}</div>
          ${areas.includes('none') ? this.#askForAccess() : nothing}
        </div>
        ${cases(this, {
          state: this.#cases.resource.state,
          denied: rights.cases === 'none',
          mayCreate: rights.cases === 'full',
          reload: this.#cases.resource.reload,
        })}
      </div>
    `;
  }

  protected override bones(): TemplateResult {
    const bone = html`<div class="tile"><span class="bone name"></span>${tileBones()}</div>`;
    return html`<div class="head"><div class="title-bone"></div></div>
      <div class="page">
        <div class="main"><div class="panel tiles">${[bone, bone, bone, bone]}</div></div>
        <div class="cases">
          <div class="cases-head"><span class="bone name"></span></div>
          ${caseBones()}
        </div>
      </div>`;
  }

  protected override forget(): void {}

  protected override recover(): void {
    for (const one of this.#all) one.resource.recover();
  }

  #tiles(): readonly unknown[] {
    const { say } = this;
    return [
      this.#tile('users', say('nav.subscriptions'), this.#users, (value) => this.#ofUsers(value), say('nav.subscriptions')),
      this.#tile('orders', say('orders.title'), this.#orders, (value) => this.#ofOrders(value), say('nav.products')),
      this.#tile('invoices', say('nav.invoice'), this.#invoices, (value) => this.#ofInvoices(value), say('nav.invoice')),
      // Said once of the area is enough.
      this.#charges.may() ? this.#tile('charges', say('next.title'), this.#charges, (value) => this.#ofCharges(value), '') : nothing,
    ];
  }

  #tile<Value>(id: string, name: string, { resource, may }: Source<Value>, told: (value: Value) => Told, area: string): TemplateResult {
    const { state, reload } = resource;
    return tile(this, { id, name, denied: may() ? undefined : area, state, reload, told });
  }

  #ofUsers({ users, subscriptions }: Read<UserFigures>): Told {
    const { text, say } = this;
    return {
      figure: users === undefined ? say('state.unknown') : text.count('users', users),
      dim: [subscriptions === undefined ? nothing : text.count('subscriptions', subscriptions)],
      way: ['subscriptions', say('nav.allSubscriptions')],
    };
  }

  #ofOrders(value: Read<OrderFigures>): Told {
    const { say } = this;
    const { count, atLeast, delivery, change, only } = onTheWay(value);
    const on = (key: MessageKey, day: string | undefined) => (day === undefined ? nothing : say(key, { date: this.#day(day) }));
    const ofProducts = this.#access('products') !== 'none';
    return {
      figure: count ? say(atLeast ? 'orders.atLeast' : 'orders.way', { n: count }) : say('orders.none'),
      dim: [
        on('orders.delivery', delivery),
        on('orders.change', change),
        count && delivery === undefined && change === undefined ? say('orders.noDay') : nothing,
      ],
      way: !ofProducts
        ? ['subscriptions', say('nav.allSubscriptions')]
        : only === undefined
          ? ['products/orders', say('orders.all')]
          : [`products/orders/${encodeURIComponent(only)}`, say('orders.see')],
    };
  }

  #ofInvoices({ outstanding, overdue, unpaid }: Read<InvoiceFigures>): Told {
    const { text, say, language } = this;
    const nothingDue = outstanding?.amount === 0;
    return {
      figure: html`${this.#money(outstanding)} <span class="unit">${say('inv.toPay')}</span>`,
      dim: [
        nothingDue
          ? html`<span class="with-icon">${checkIcon}${say('invoice.allPaid')}</span>`
          : unpaid === undefined
            ? nothing
            : text.count('unpaid', unpaid),
        overdue?.amount
          ? html`<span class="with-icon late"
              >${alertIcon}${say('invoice.overdueSum', { amount: formatMoney(language, overdue.amount) })}</span
            >`
          : nothing,
      ],
      way: ['invoices', say('inv.list')],
    };
  }

  #ofCharges({ sum, invoiceDate }: Read<ChargeFigures>): Told {
    const { say } = this;
    return {
      figure: this.#money(sum),
      dim: [invoiceDate === undefined ? nothing : say('next.on', { date: this.#day(invoiceDate) })],
      way: ['invoices', say('next.see')],
    };
  }

  /** One sentence for all areas without access: whom to ask (R8.2). */
  #askForAccess(): TemplateResult {
    return html`<div class="ask">
      <p class="dim">${this.say('acc.contact')}</p>
      ${this.contact()} ${this.support({ category: 'access' })}
    </div>`;
  }

  /** An amount of the contract; one that was not understood says so (F09). */
  #money(money: Read<ChargeFigures['sum']> | undefined): string {
    return money?.amount === undefined ? this.say('state.unknown') : formatMoney(this.language, money.amount);
  }

  #day(day: string): string {
    return formatDay(this.language, day);
  }

  #access(area: Area): Access {
    return this.session?.company?.rights[area] ?? 'none';
  }

  /** Begins at once, also while it is not known yet who is here, and never without a right to one of the areas. */
  #source<Value>(areas: readonly Area[], load: (of: Of, signal: AbortSignal) => Promise<Value>): Source<Value> {
    const may = () => areas.some((area) => this.#access(area) !== 'none');
    const resource = new Resource<readonly [Client, string], Value>(this, {
      owner: 2,
      args: () => {
        const { connection, session } = this;
        return connection?.companyId !== undefined && (session === undefined || may())
          ? [connection.client, connection.companyId]
          : undefined;
      },
      load,
      onProblem: (problem) => {
        this.#failed(problem);
      },
    });
    return { resource, may };
  }

  /** Tells the page, and finds out anew what the person may do (R7.3). */
  #failed(problem: Problem): void {
    const { kind } = problem;
    const isRefused = kind === 'missing' || kind === 'forbidden';
    // Asked beside the session, for a company that the session will drop or has no right to: nobody is shown it.
    if (this.session === undefined && isRefused) return;
    this.report(problem);
    if (isRefused) this.connection?.refresh();
  }
}
