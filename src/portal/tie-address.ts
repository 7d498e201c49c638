/** Addresses for the places of one embedded element, for hosts that have none of their own to give. */
import type { SsNavigateEvent } from '../ui/events.ts';
import { Journey } from './journey.ts';
import { giveBack } from './remembered.ts';

/** An element with places inside it: `<ss-subscriptions>`, `<ss-product-order>`, `<ss-invoices>`, `<ss-support-cases>`. */
export interface PlacedElement extends HTMLElement {
  route: string;
  href: ((route: string) => string) | undefined;
}

/**
 * Ties the places inside an element to addresses of the page: links are real ones, Back and Forward work, a reload comes back to the place,
 * and scroll, focus and what was searched for return. Nothing of that but the place itself stands in the address.
 *
 * `base` is a path such as `/business/subscriptions/`, below which the server answers with this page; `#/` on a page that cannot route; or
 * `#name=` when several elements share the fragment: `#phones=users/1&bills=e-invoice`. Throws a `TypeError` for another base, or when the
 * addresses are taken already. Returns a function that unties.
 *
 * @example
 * tieAddress(document.querySelector('ss-subscriptions'), '#phones=');
 */
export const tieAddress = (element: PlacedElement, base: string): (() => void) => {
  const journey = new Journey({
    show: async (route, back) => {
      giveBack(element, back?.list);
      element.route = route;
      await Promise.resolve();
      return element;
    },
    shown: () => element,
    mayLeave: () => Promise.resolve(true), // inside an element nothing is lost
    arrived: () => {},
  });
  if (!journey.begin(base, element.route)) throw new TypeError(`Selvbetjening Elements: the addresses below "${base}" are taken.`);
  const gone = new AbortController();
  element.addEventListener(
    'ss-navigate',
    (event: SsNavigateEvent) => {
      // Somebody else has answered.
      if (event.defaultPrevented) return;
      event.preventDefault();
      void journey.go(event.route, event.replace);
    },
    { signal: gone.signal },
  );
  element.href = journey.href;
  return () => {
    gone.abort();
    journey.end();
    element.href = undefined;
  };
};
