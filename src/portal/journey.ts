/** Goes from place to place: asks before something is lost, lets a later wish beat an earlier one, and keeps the page's address in step. */
import { Address, ownScrolling, type Kept } from './address.ts';
import { putBack, remember } from './remembered.ts';

/** What is shown of the places, and by whom. */
export interface Stage {
  /** Shows a place; resolves to the element that does, once it stands on the page. `back` is what the entry remembers of it, to be given back. */
  readonly show: (place: string, back: Kept | undefined) => Promise<HTMLElement | undefined>;
  /** The element that shows the present place. */
  readonly shown: () => HTMLElement | undefined;
  /** Whether the present place may be left for another. */
  readonly mayLeave: (to: string) => Promise<boolean>;
  /** A place has been reached, by a link or by the history. */
  readonly arrived: (place: string, back: boolean) => void;
}

/** Whether nothing later has been wished for since. */
const isNow = ({ aborted }: AbortSignal): boolean => !aborted;

export class Journey {
  readonly #stage: Stage;
  #address: Address | undefined;
  #place = '';
  /** Ends what an earlier place still waits for. */
  #turn = new AbortController();
  #leave: (() => void) | undefined;

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  /** Where the person is. */
  get place(): string {
    return this.#place;
  }

  /** The address of a place; `undefined` where there are no addresses. */
  get href(): ((place: string) => string) | undefined {
    const address = this.#address;
    return address && ((place) => address.of(place));
  }

  /** Whether the page's address is ours to keep in step. */
  get isAddressed(): boolean {
    return this.#address !== undefined;
  }

  /**
   * Begins at the place that the page's address names, or at `otherwise` without addresses. Throws a `TypeError` when the base is none; tells
   * whether these addresses are ours, or there are none.
   */
  begin(base: string | undefined, otherwise: string): boolean {
    const address = base === undefined || base === '' ? undefined : new Address(base);
    const ours =
      address?.take(() => {
        void this.#moved();
      }) ?? true;
    this.#address = ours ? address : undefined;
    if (this.#address) {
      const free = ownScrolling();
      const gone = new AbortController();
      const keep = () => {
        this.#keep();
      };
      window.addEventListener('pagehide', keep, { signal: gone.signal });
      this.#leave = () => {
        gone.abort();
        free();
      };
    }
    this.#place = this.#address?.read() ?? otherwise;
    void this.#show(this.#place, this.#address?.kept ?? {});
    return ours;
  }

  end(): void {
    this.#turn.abort();
    this.#leave?.();
    this.#leave = undefined;
    this.#address?.leave();
    this.#address = undefined;
  }

  /** Goes there, unless something unsaved keeps the person here. A later wish beats this one. */
  async go(place: string, replace = false): Promise<void> {
    const turn = this.#begin();
    if (place === this.#place) return;
    if (!(await this.#stage.mayLeave(place)) || turn.aborted) return;
    if (!replace) this.#keep();
    this.#place = place;
    this.#address?.go(place, replace);
    await this.#show(place, undefined, turn);
    if (!replace && isNow(turn)) this.#stage.arrived(place, false);
  }

  /** The place that a link of ours leads to; `undefined` for others. */
  placeOf(link: HTMLAnchorElement): string | undefined {
    return this.#address?.placeOf(new URL(link.href));
  }

  /** Back, Forward, or an address typed over the present one. */
  async #moved(): Promise<void> {
    const address = this.#address;
    const place = address?.read();
    if (!address || place === undefined) return;
    const turn = this.#begin();
    // A step of another element of the page, or of the host: what has been searched for here since is not taken back.
    if (place === this.#place) return;
    const kept = address.kept;
    if (!(await this.#stage.mayLeave(place))) {
      // The history has moved already: the place that is kept becomes its newest.
      if (!turn.aborted) address.go(this.#place, false);
      return;
    }
    if (turn.aborted) return;
    this.#place = place;
    await this.#show(place, kept, turn);
    if (isNow(turn)) this.#stage.arrived(place, true);
  }

  #begin(): AbortSignal {
    this.#turn.abort();
    this.#turn = new AbortController();
    return this.#turn.signal;
  }

  async #show(place: string, back: Kept | undefined, turn = this.#begin()): Promise<void> {
    const element = await this.#stage.show(place, back);
    if (!element || turn.aborted || !back) return;
    if (back.scroll || back.focus !== undefined) putBack(element, back, turn);
  }

  #keep(): void {
    this.#address?.keep(remember(this.#stage.shown()));
  }
}
