/** »Bestillinger«: what has been ordered, for whom, by whom, and how far it has come, the newest first. */
import { html, type TemplateResult } from 'lit';
import type { Client } from '../api/client.ts';
import type { Order, OrderPage } from '../api/order.ts';
import { listOrders } from '../api/orders.ts';
import type { Read } from '../api/read.ts';
import { link } from '../ui/link.ts';
import { pager } from '../ui/pager.ts';
import { Resource } from '../ui/resource.ts';
import { show } from '../ui/show.ts';
import { ordersTable, tableBones, type OrdersRoom } from './orders-table.ts';

/** So many orders stand on a page. */
const limit = 50;

type ListArgs = readonly [client: Client, company: string, offset: number];

export class OrdersList {
  readonly #room: OrdersRoom;
  readonly #orders: Resource<ListArgs, { readonly page: Read<OrderPage>; readonly offset: number }>;
  #offset = 0;
  /** An order opened from the list leaves it as it is, so that the way back shows it at once. */
  #listed: ListArgs | undefined;
  /** The person has turned the page, and is told when it is there. */
  #turned = false;

  constructor(room: OrdersRoom) {
    this.#room = room;
    this.#orders = new Resource<ListArgs, { page: Read<OrderPage>; offset: number }>(room.element, {
      owner: 2,
      args: () => this.#args(),
      load: async ([client, company, offset], signal) => ({
        page: await listOrders(client, company, { area: 'products', offset, limit }, signal),
        offset,
      }),
      onProblem: room.failed,
      onValue: ({ page, offset }) => {
        this.#arrived(page, offset);
      },
    });
  }

  readonly reload = (): void => {
    this.#orders.reload();
  };

  readonly recover = (): void => {
    this.#orders.recover();
  };

  readonly forget = (): void => {
    this.#offset = 0;
    this.#listed = undefined;
  };

  /** An order that stands in the list. */
  readonly known = (id: string): Read<Order> | undefined => {
    const { state } = this.#orders;
    return state.status === 'ready' ? state.value.page.items.find((order) => order.id === id) : undefined;
  };

  /** How many there are, once that is known, where there are any. */
  get count(): string | undefined {
    const { state } = this.#orders;
    const total = state.status === 'ready' ? state.value.page.total : undefined;
    return total ? this.#room.text.count('order', total) : undefined;
  }

  readonly render = (): unknown => {
    const room = this.#room;
    const { state, reload } = this.#orders;
    return show(room, state, {
      waiting: () => tableBones(8),
      value: ({ page, offset }) => this.#page(page, offset, state.status === 'ready' && state.renewing),
      retry: reload,
      forbidden: room.noAccess,
    });
  };

  #args(): ListArgs | undefined {
    const { sender, element, param } = this.#room;
    if (!(element.route || '').startsWith('orders')) return (this.#listed = undefined);
    const who = sender();
    if (who && param('order') !== undefined) return this.#listed;
    return (this.#listed = who && [...who, this.#offset]);
  }

  #arrived({ items, total = 0 }: Read<OrderPage>, offset: number): void {
    if (this.#turned) this.#room.announce(this.#range(offset, items.length, total));
    this.#turned = false;
    // The page asked for is no longer there: the last one is.
    if (!items.length && total && offset > 0) this.#offset = Math.floor((total - 1) / limit) * limit;
  }

  #range(offset: number, rows: number, total: number): string {
    return this.#room.text.say('page.range', { from: offset + 1, to: offset + rows, total });
  }

  #page({ items, total = items.length }: Read<OrderPage>, offset: number, renewing: boolean): TemplateResult {
    const room = this.#room;
    const { say } = room.text;
    if (!items.length) return offset ? tableBones(8) : none(room);
    return html`<div class="panel orders" aria-busy=${renewing ? 'true' : 'false'}>
      ${ordersTable(room, items)}
      ${pager({
        offset,
        limit,
        total,
        range: this.#range(offset, items.length, total),
        previous: say('act.previous'),
        next: say('act.next'),
        go: (to) => {
          this.#turn(to);
        },
      })}
    </div>`;
  }

  #turn(offset: number): void {
    const { element, root } = this.#room;
    this.#offset = offset;
    this.#turned = true;
    const list = root.querySelector('.orders');
    // Read from the top, wherever the page was turned.
    if (list && list.getBoundingClientRect().top < 0) list.scrollIntoView();
    element.requestUpdate();
  }
}

const none = (room: OrdersRoom): TemplateResult =>
  html`<div class="panel notice">
    <p role="status"><strong>${room.text.say('order.none')}</strong></p>
    ${link(room, '', room.text.say('order.toShelf'), 'button')}
  </div>`;
