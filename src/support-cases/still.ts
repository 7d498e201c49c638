/** Keeps what is being read or typed where it is on screen while something comes in above or below it. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

export class Still implements ReactiveController {
  readonly #anchor: () => Element | null | undefined;
  #expected = false;
  #held: { readonly element: Element; readonly top: number } | undefined;

  /** `anchor` is what must not move. */
  constructor(host: ReactiveControllerHost, anchor: () => Element | null | undefined) {
    this.#anchor = anchor;
    host.addController(this);
  }

  /** Something comes in with the next drawing that the person did not ask for. */
  readonly expect = (): void => {
    this.#expected = true;
  };

  hostUpdate(): void {
    if (!this.#expected) return;
    this.#expected = false;
    const element = this.#anchor();
    if (element) this.#held = { element, top: element.getBoundingClientRect().top };
  }

  hostUpdated(): void {
    const held = this.#held;
    this.#held = undefined;
    if (!held?.element.isConnected) return;
    const moved = held.element.getBoundingClientRect().top - held.top;
    if (moved) scrollerOf(held.element)?.scrollBy({ top: moved, behavior: 'instant' });
  }
}

/** What scrolls it: the nearest box around it that can, else the page. */
const scrollerOf = (element: Element): Element | null => {
  for (let box = outside(element); box; box = outside(box)) {
    const { overflowY } = getComputedStyle(box);
    if ((overflowY === 'auto' || overflowY === 'scroll') && box.scrollHeight > box.clientHeight) return box;
  }
  return element.ownerDocument.scrollingElement;
};

const outside = (element: Element): Element | null => {
  if (element.assignedSlot ?? element.parentElement) return element.assignedSlot ?? element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
};
