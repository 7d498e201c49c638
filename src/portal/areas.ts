/** The code of the areas: fetched when one is first visited, and beforehand when pointer or focus come near. */
import type { AreaName } from './places.ts';

const fetches: Readonly<Record<AreaName, () => Promise<unknown>>> = {
  '': () => import('../overview/ss-overview.ts'),
  subscriptions: () => import('../subscriptions/ss-subscriptions.ts'),
  products: () => import('../product-order/ss-product-order.ts'),
  invoices: () => import('../invoices/ss-invoices.ts'),
  cases: () => import('../support-cases/ss-support-cases.ts'),
};

/** The tags that show the areas. */
export const areaTags = {
  '': 'ss-overview',
  subscriptions: 'ss-subscriptions',
  products: 'ss-product-order',
  invoices: 'ss-invoices',
  cases: 'ss-support-cases',
} as const;

const fetched = new Map<AreaName, Promise<boolean>>();

/** Resolves to whether the code of an area is there. One that could not be fetched is tried again the next time. */
export const fetchArea = (area: AreaName): Promise<boolean> => {
  const known = fetched.get(area);
  if (known) return known;
  const fetching = fetches[area]().then(
    () => true,
    () => {
      fetched.delete(area);
      return false;
    },
  );
  fetched.set(area, fetching);
  return fetching;
};
