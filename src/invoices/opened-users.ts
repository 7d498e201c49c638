/** The lines of those who are open, and the calls of those whose calls are asked for. */
import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { Read } from '../api/read.ts';
import { show } from '../ui/show.ts';
import type { Text } from '../ui/text.ts';
import { callsTable } from './calls-table.ts';
import { GrowingList } from './growing-list.ts';
import type { InvoiceCall, InvoiceLine } from './invoice-line.ts';
import { linesTable } from './lines-table.ts';
import type { MessageKey } from './messages.ts';
import type { OpenedKey } from './opened-messages.ts';
import type { Looked, Opened } from './opened-room.ts';
import type { SpecifiedKey } from './specified-messages.ts';
import { tableBones } from './table.ts';
import { Turns } from './turns.ts';
import { listCalls, listLines } from './users-api.ts';
import type { UsersKey } from './users-messages.ts';
import type { UsersRoom } from './users-words.ts';

export type OpenedText = Text<OpenedKey | UsersKey | SpecifiedKey | MessageKey>;

/** A page of users opened at once asks for so many of them at a time. */
const atOnce = 4;

interface OpenUser {
  readonly lines: GrowingList<Read<InvoiceLine>>;
  /** Once they have been asked for. */
  calls?: GrowingList<Read<InvoiceCall>> | undefined;
}

export class OpenedUsers implements Opened, ReactiveController {
  readonly #room: UsersRoom;
  readonly #text: OpenedText;
  readonly #looked: Looked;
  readonly #turns = new Turns(atOnce);
  readonly #users = new Map<string | null, OpenUser>();
  #invoice: string | undefined;

  constructor(room: UsersRoom, looked: Looked) {
    this.#room = room;
    this.#text = room.text as OpenedText; // its words have been learnt when this is made
    this.#looked = looked;
    room.element.addController(this);
  }

  hostUpdate(): void {
    const [, , invoice] = this.#looked.of() ?? [];
    const wanted = this.#looked.wanted();
    for (const [id, user] of this.#users) {
      if (invoice === this.#invoice && wanted.has(id)) continue;
      user.lines.end();
      user.calls?.end();
      this.#users.delete(id);
    }
    this.#invoice = invoice;
    if (invoice !== undefined) for (const id of wanted) if (!this.#users.has(id)) this.#users.set(id, { lines: this.#lines(id) });
  }

  readonly recover = (): void => {
    for (const { lines, calls } of this.#users.values()) {
      lines.recover();
      calls?.recover();
    }
  };

  readonly render: Opened['render'] = (invoice, id, user) => {
    const open = this.#users.get(id);
    if (!open) return tableBones(2);
    const { lines } = open;
    const bones = () => tableBones(Math.min(user?.lines ?? 2, 8));
    return html`<div class="inside">
      ${
        isWaiting(open) && this.#areMany
          ? html`<div aria-hidden="true">${bones()}</div>`
          : show(this.#room, lines.state, {
              waiting: bones,
              value: ({ items, total = items.length }) =>
                items.length
                  ? html`${guard([items, this.#text.say('line.text'), user?.costCentre], () => linesTable(this.#text, items, !user?.costCentre))}
                    ${this.#more(lines, items.length, total)}`
                  : html`<p class="dim">${this.#text.say('line.none')}</p>`,
              retry: lines.reload,
              forbidden: this.#room.noAccess,
            })
      }
      ${invoice.hasCalls ? this.#calls(open, id) : nothing}
    </div>`;
  };

  /** Several are waited for at once: it is not said of each. */
  get #areMany(): boolean {
    return [...this.#users.values()].filter(isWaiting).length > 1;
  }

  #lines(user: string | null): OpenUser['lines'] {
    return new GrowingList(this.#room.element, {
      of: this.#looked.of,
      load: (of, page, signal) => this.#turns.take(() => listLines(of, { user, ...page }, signal), signal),
      onProblem: this.#room.failed,
    });
  }

  #calls(open: OpenUser, user: string | null): TemplateResult {
    const { calls } = open;
    const { say } = this.#text;
    return html`<p class="no-print">
        <button
          type="button"
          class="link"
          aria-expanded=${calls ? 'true' : 'false'}
          aria-describedby=${`by-of-${user ?? 'nobody'}`}
          @click=${() => {
            this.#toggleCalls(open, user);
          }}
        >
          ${say(calls ? 'call.hide' : 'call.show')}
        </button>
      </p>
      ${
        calls
          ? show(this.#room, calls.state, {
              waiting: () => tableBones(4),
              value: ({ items, total = items.length }) =>
                items.length
                  ? html`${guard([items, this.#text.say('line.text')], () => callsTable(this.#text, items))}
                      ${this.#more(calls, items.length, total)}
                      <p class="dim small">${say('inv.masked')} ${say('inv.freeCallsHidden')}</p>`
                  : html`<p class="dim">${say('call.none')} ${say('inv.freeCallsHidden')}</p>`,
              retry: calls.reload,
              forbidden: this.#room.noAccess,
            })
          : nothing
      }`;
  }

  #toggleCalls(open: OpenUser, user: string | null): void {
    const { element, failed } = this.#room;
    if (open.calls) {
      open.calls.end();
      open.calls = undefined;
    } else
      open.calls = new GrowingList(element, {
        of: this.#looked.of,
        load: (of, page, signal) => listCalls(of, { user, ...page }, signal),
        onProblem: failed,
      });
    element.requestUpdate();
  }

  #more(list: Pick<GrowingList<unknown>, 'more' | 'state'>, shown: number, total: number): unknown {
    if (shown >= total) return nothing;
    const { state } = list;
    const busy = state.status === 'ready' && state.renewing;
    const { say } = this.#text;
    return html`<p class="actions no-print">
      <button type="button" aria-disabled=${busy ? 'true' : 'false'} @click=${busy ? nothing : list.more}>${say('line.more')}</button>
      <span class="dim small" role="status">${say('line.shown', { n: shown, total })}</span>
    </p>`;
  }
}

const isWaiting = ({ lines: { state } }: OpenUser): boolean => state.status === 'idle' || state.status === 'loading';
