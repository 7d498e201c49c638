/** Where in the guide the person is, and where the focus goes with them (R16.7). */
import { focusErrors } from '../ui/field.ts';
import type { Told } from '../ui/told.ts';
import type { Room } from './room.ts';

/** The place the route names: a step, the receipt, anything; `undefined` outside the guide. */
export const placeIn = ({ element, param }: Room): string | undefined => {
  const route = element.route || '';
  return route === 'new' ? 'user' : route.startsWith('new/') ? (param('step') ?? '') : undefined;
};

/** Puts the focus on the step's heading, or on what is wrong; it is left alone when it is elsewhere on the page. */
export const focusPlace = ({ element, root }: Room, told: Told): void => {
  const focused = element.shadowRoot?.activeElement;
  if (!focused) return;
  if (told.listed) focusErrors(root, told.errors);
  else if (focused.localName === 'h2') root.querySelector<HTMLElement>('#step-title')?.focus();
};
