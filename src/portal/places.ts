/** The places of the portal: which area each is in, and what it is called. */
import type { Area } from '../session/session.ts';
import type { MessageKey } from './messages.ts';

/** An area, as the first part of a place; the overview has none. */
export type AreaName = '' | Area;

/** Where the two choices of »Abonnementer« are a page (D6). */
export const choicesPlace = 'subscriptions/choices';

export interface Place {
  readonly area: AreaName;
  /** The place inside the area's element. */
  readonly route: string;
  /** What it begins with. */
  readonly query: string;
}

/** The names of the areas in the menu. */
export const areaNames: Readonly<Record<AreaName, MessageKey>> = {
  '': 'nav.overview',
  subscriptions: 'nav.subscriptions',
  products: 'nav.products',
  invoices: 'nav.invoice',
  cases: 'nav.myCases',
};

const isArea = (name: string): name is AreaName => Object.hasOwn(areaNames, name);

/** The parts of a place such as `invoices/abc?…`; `undefined` where there is none of that name. */
export const placeIn = (place: string): Place | undefined => {
  const [path = '', query = ''] = place.split('?');
  const [area = '', ...rest] = path.split('/');
  return isArea(area) && (area !== '' || rest.length === 0) ? { area, route: rest.join('/'), query } : undefined;
};

/** The place of a place inside an area's element; the overview's are places of the portal already. */
export const placeOf = (area: AreaName, route: string): string => (area === '' || route === '' ? area || route : `${area}/${route}`);

/** What a place is called in the document's title: never by a name or a number that somebody has (PRV-6). */
export const titleKey = (place: string): MessageKey => {
  const { area, route } = placeIn(place) ?? {};
  if (area === undefined) return 'place.missing';
  if (area === 'subscriptions' && route?.startsWith('new')) return 'nav.newSubscription';
  if (area === 'subscriptions' && place !== choicesPlace && route) return 'place.details';
  if (area === 'products' && route?.startsWith('orders')) return 'place.orders';
  if (area === 'products' && route) return 'place.order';
  if (area === 'invoices' && route === 'e-invoice') return 'place.eInvoice';
  if (area === 'invoices' && route) return 'place.specified';
  if (area === 'cases' && route?.startsWith('new')) return 'act.createCase';
  if (area === 'cases' && route) return 'place.case';
  return areaNames[area];
};
