/** Knowing when a story stands: nothing on screen is waiting any more, except in a story about waiting. */
import { isAsked } from './backend.ts';
import { seen, until } from './hands.ts';

/**
 * Waits until a story stands, and notes its id at the place it stands in. `stands` is a selector of what a story about waiting or failing
 * shows; every other one stands when the elements in it have drawn themselves, nothing is on its way, and nothing has failed.
 */
export const settle = async (place: HTMLElement, story: string, stands?: string): Promise<void> => {
  const count = (selector: string) => seen(place, selector).length;
  const isWell = () => !isAsked(story) && count('.bone') === 0 && count('.root > *') > 0 && count('[part=problem]') === 0;
  // What was pressed last takes a frame to be asked for.
  await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
  await until(() => (stands === undefined ? isWell() : count(stands) > 0), stands ?? 'that everything is there, and nothing has failed');
  place.dataset['stands'] = story;
};
