/** »Forbrug pr. bruger«: who is on an invoice, searched by the backend, and each down to the line when opened (R28.2, R28.7). */
import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { Read } from '../api/read.ts';
import { searchIcon } from '../ui/icons.ts';
import { Later } from '../ui/later.ts';
import { link } from '../ui/link.ts';
import { pager } from '../ui/pager.ts';
import { Resource } from '../ui/resource.ts';
import { problemNotice, show, waiting } from '../ui/show.ts';
import type { InvoiceUser, InvoiceUserPage } from './invoice-user.ts';
import type { Invoice } from './invoice.ts';
import type { Opened, Opening, Users, UsersOpening } from './opened-room.ts';
import type { Of } from './specified-api.ts';
import { amountOf } from './state.ts';
import { tableBones } from './table.ts';
import { findUser, searchUsers } from './users-api.ts';
import { messages as usersMessages } from './users-messages.ts';
import { usersStyles } from './users-styles.ts';
import { disclosure, usersTable } from './users-table.ts';
import { usersTools } from './users-tools.ts';
import type { UsersRoom } from './users-words.ts';

/** So many users stand on a page. */
const limit = 50;

type Args = readonly [...of: Of, user: string | undefined, search: string, offset: number];

interface Listed {
  readonly page: Read<InvoiceUserPage>;
  readonly search: string;
  readonly offset: number;
}

export const messages = usersMessages;
export const styles = usersStyles;

export const open: UsersOpening['open'] = (room, of, found) => new InvoiceUsers(room as UsersRoom, of, found); // its words have been learnt when this is made

class InvoiceUsers implements Users, ReactiveController {
  readonly #room: UsersRoom;
  readonly #of: () => Of | undefined;
  readonly #found: () => Read<Invoice> | undefined;
  readonly #users: Resource<Args, Listed>;
  readonly #later: Later<Opening>;
  #opened: Opened | undefined;
  #search = '';
  #offset = 0;
  /** Whose lines are open; null for those of no user. */
  #open = new Set<string | null>();
  #shown: string | undefined;
  /** What was found out of the invoice has been looked at. */
  #looked = false;
  #turned = false;

  constructor(room: UsersRoom, of: () => Of | undefined, found: () => Read<Invoice> | undefined) {
    this.#room = room;
    this.#of = of;
    this.#found = found;
    room.element.addController(this);
    this.#users = new Resource<Args, Listed>(room.element, {
      owner: 4,
      args: () => this.#args(),
      load: async ([client, company, invoice, user, search, offset], signal) => {
        const asked: Of = [client, company, invoice];
        const page = await (user === undefined ? searchUsers(asked, { search, offset, limit }, signal) : findUser(asked, user, signal));
        return { page, search, offset };
      },
      onProblem: room.failed,
      onValue: (listed) => {
        this.#arrived(listed);
      },
    });
    this.#later = new Later<Opening>(
      room.element,
      () => import('./opened.ts'),
      async (module) => {
        await room.adopt(module);
        this.#opened = module.open(room, { of, wanted: () => this.#wanted });
      },
    );
  }

  /** Another invoice has nothing of it open. */
  hostUpdate(): void {
    const [, , invoice] = this.#of() ?? [];
    if (invoice !== this.#shown) this.forget();
    this.#shown = invoice;
    const found = this.#found();
    // Where there are no users, what is of nobody is all there is.
    if (!this.#looked && found?.users === 0) this.#open.add(null);
    this.#looked ||= found !== undefined;
    if (this.#wanted.size && !this.#later.failed) void this.#later.load();
  }

  readonly forget = (): void => {
    this.#search = '';
    this.#offset = 0;
    this.#open = new Set();
    this.#looked = false;
  };

  readonly recover = (): void => {
    this.#users.recover();
    this.#opened?.recover();
  };

  readonly render = (invoice: Read<Invoice>): TemplateResult => {
    const { state, reload } = this.#users;
    const room = this.#room;
    const level = room.headingLevel + 1;
    const { say, count } = room.text;
    const { users } = invoice;
    const listed = state.status === 'ready' ? state.value : undefined;
    return html`${
      users === 0
        ? nothing
        : html`<section class="per-user" @pointerover=${this.#later.load} @focusin=${this.#later.load}>
            <div class="section-head">
              <h3 aria-level=${level}>${say('inv.perUser')}</h3>
              <p class="dim">${users === undefined ? nothing : count('user', users)} · ${say('usage.reminder')}</p>
            </div>
            ${this.#tools(listed, users === 1)}
            ${show(room, state, {
              waiting: () => tableBones(8),
              value: (value) => this.#page(value, invoice, state.status === 'ready' && state.renewing),
              retry: reload,
              forbidden: room.noAccess,
            })}
          </section>`
    }
    ${this.#ofNobody(invoice, listed)}`;
  };

  /** Whose lines are on screen, those of the place among them. */
  get #wanted(): ReadonlySet<string | null> {
    const user = this.#room.param('user');
    return user === undefined || !this.#of() ? this.#open : new Set([...this.#open, user]);
  }

  #args(): Args | undefined {
    const of = this.#of();
    return of && [...of, this.#room.param('user'), this.#search.trim(), this.#offset];
  }

  #arrived({ page: { items, total = 0 }, offset }: Listed): void {
    if (this.#turned) this.#room.announce(this.#range(offset, items.length, total));
    this.#turned = false;
    // Whoever is no longer in sight is closed.
    this.#open = new Set([...this.#open].filter((id) => id === null || items.some((user) => user.id === id)));
    if (!items.length && total && offset > 0) this.#offset = Math.floor((total - 1) / limit) * limit;
  }

  #range(offset: number, rows: number, total: number): string {
    return this.#room.text.say('page.range', { from: offset + 1, to: offset + rows, total });
  }

  #tools(listed: Listed | undefined, few: boolean): unknown {
    const { text, param, element } = this.#room;
    const { say } = text;
    if (param('user') !== undefined)
      return html`<p class="no-print">${link(this.#room, encodeURIComponent(param('invoice') ?? ''), say('bill.allUsers'), 'button')}</p>`;
    if (few) return nothing;
    const ids = listed?.page.items.map(({ id }) => id) ?? [];
    const all = ids.length > 0 && ids.every((id) => this.#open.has(id));
    return usersTools(text, {
      search: this.#search,
      hits: listed?.search && this.#search ? listed.page.total : undefined,
      all,
      none: !ids.length,
      find: (search) => {
        this.#find(search);
      },
      toggleAll: () => {
        for (const id of ids)
          if (all) this.#open.delete(id);
          else this.#open.add(id);
        element.requestUpdate();
      },
    });
  }

  #page({ page: { items, total = items.length }, search, offset }: Listed, invoice: Read<Invoice>, renewing: boolean): TemplateResult {
    const { text } = this.#room;
    const { say } = text;
    if (!items.length) return offset ? tableBones(8) : this.#noMatch(search);
    return html`<div class="panel users" aria-busy=${renewing ? 'true' : 'false'}>
      ${usersTable(text, items, { isOpen: (id) => this.#wanted.has(id), toggle: this.#toggle, inside: (user) => this.#inside(invoice, user.id, user) })}
      ${pager({
        offset,
        limit,
        total,
        range: this.#range(offset, items.length, total),
        previous: say('act.previous'),
        next: say('act.next'),
        go: (to) => {
          this.#offset = to;
          this.#turned = true;
          this.#room.root.querySelector('.per-user')?.scrollIntoView();
          this.#room.element.requestUpdate();
        },
      })}
    </div>`;
  }

  #noMatch(search: string): TemplateResult {
    const { text, root } = this.#room;
    return html`<div class="panel notice">
      ${searchIcon}
      <p><strong>${text.say('user.noMatch', { q: search })}</strong></p>
      <button
        type="button"
        @click=${() => {
          this.#find('');
          root.querySelector<HTMLElement>('#search')?.focus();
        }}
      >
        ${text.say('act.clearSearch')}
      </button>
    </div>`;
  }

  /** The lines of no user stand in a group of their own (R28.4); not where it is known that there are none. */
  #ofNobody(invoice: Read<Invoice>, listed: Listed | undefined): unknown {
    const { text, param, headingLevel } = this.#room;
    // It stands below the users, so not before they do.
    const { status } = this.#users.state;
    if (invoice.users !== 0 && (status === 'idle' || status === 'loading')) return nothing;
    const { items = [] } = listed?.page ?? {};
    const whole = invoice.users === 0 || (items.length === invoice.users && !listed?.search);
    const others = whole ? (invoice.lines ?? NaN) - items.reduce((sum, { lines = NaN }) => sum + lines, 0) : NaN;
    if (param('user') !== undefined || others === 0 || (!whole && invoice.ofCompany?.amount === 0)) return nothing;
    const open = this.#open.has(null);
    return html`<section class="panel nobody">
      <div class="nobody-head">
        <h3 aria-level=${headingLevel + 1}>
          ${disclosure(text.say('bill.nobody'), open, 'of-nobody', () => {
            this.#toggle(null);
          })}
        </h3>
        <span class="amount">${amountOf(text, invoice.ofCompany)}</span>
      </div>
      <div id="of-nobody" ?hidden=${!open}>${open ? this.#inside(invoice, null) : nothing}</div>
    </section>`;
  }

  /** What is open: its bones until its code has come. */
  #inside(invoice: Read<Invoice>, id: string | null, user?: Read<InvoiceUser>): unknown {
    if (this.#opened) return this.#opened.render(invoice, id, user);
    const { failed, load } = this.#later;
    if (failed) return problemNotice(this.#room, { kind: 'unreachable' }, () => void load());
    // It is said of one, not of each on the page.
    return this.#wanted.size > 1 ? html`<div aria-hidden="true">${tableBones(2)}</div>` : waiting(this.#room, false, () => tableBones(2));
  }

  #find(search: string): void {
    this.#search = search;
    this.#offset = 0;
    this.#room.element.requestUpdate();
  }

  readonly #toggle = (id: string | null): void => {
    const { param, navigate, element } = this.#room;
    // The place itself says that they are open.
    if (id !== null && id === param('user')) navigate(encodeURIComponent(param('invoice') ?? ''));
    else if (!this.#open.delete(id)) this.#open.add(id);
    element.requestUpdate();
  };
}
