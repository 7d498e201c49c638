/** »Bestillinger«: the list, and one order of it. It comes when it is opened. */
import { pagerStyles } from '../ui/pager.ts';
import { detailStyles } from './order-detail-parts.ts';
import { undoStyles } from './order-detail-undo.ts';
import { OrderDetail } from './order-detail.ts';
import { OrdersList } from './orders-list.ts';
import { messages as ordersMessages } from './orders-messages.ts';
import { tableStyles, type OrdersRoom } from './orders-table.ts';
import { parcelStyles } from './parcel.ts';
import type { Behind, ProductRoom } from './room.ts';

export const messages = ordersMessages;

export const styles = [pagerStyles, tableStyles, detailStyles, parcelStyles, ...undoStyles];

export const open = (given: ProductRoom): Behind => {
  const room = given as OrdersRoom; // its words have been learnt when this is made
  const { text, param } = room;
  const list = new OrdersList(room);
  const detail = new OrderDetail(room, { known: list.known, changed: list.reload });
  const isOne = () => param('order') !== undefined;
  return {
    head: () => (isOne() ? { ...detail.head(), back: 'orders' } : { name: text.say('nav.orders'), under: list.count ?? '\u00a0' }),
    render: () => (isOne() ? detail.render() : list.render()),
    above: detail.above,
    forget: () => {
      list.forget();
      detail.forget();
    },
    recover: () => {
      list.recover();
      detail.recover();
    },
  };
};
