/** What is on its way: parcels, and changes of subscriptions. */
import type { Read } from '../api/read.ts';
import type { OrderFigures } from './figures.ts';

export interface OnTheWay {
  readonly count: number;
  /** There may be more among the older orders, which were not asked for. */
  readonly atLeast: boolean;
  /** The nearest day something is delivered on, and the nearest on which a subscription comes, changes or goes, as far as they are known. */
  readonly delivery: string | undefined;
  readonly change: string | undefined;
  /** The order, where it is one only and of products. */
  readonly only: string | undefined;
}

const isOpen = (state: string | undefined): boolean => state === 'acknowledged' || state === 'inProgress';

const nearest = (days: readonly (string | null | undefined)[]): string | undefined => days.flatMap((day) => day ?? []).sort()[0];

export const onTheWay = ({ items, total }: Read<OrderFigures>): OnTheWay => {
  const open = items.filter(({ state }) => isOpen(state));
  const parts = open.flatMap((order) => order.items).filter(({ state }) => isOpen(state));
  const [first] = open;
  return {
    count: open.length,
    atLeast: (total ?? items.length) > items.length,
    delivery: nearest(parts.map(({ product }) => product?.parcel?.expected)),
    change: nearest(parts.map(({ product, date }) => (product === null ? date : undefined))),
    only: open.length === 1 && first?.items.some(({ product }) => product) ? first.id : undefined,
  };
};
