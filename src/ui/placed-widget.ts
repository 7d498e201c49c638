/** A widget with places inside it: a list, a profile, a step. */
import type { PropertyDeclarations, PropertyValues } from 'lit';
import { SsNavigateEvent } from './events.ts';
import type { LinkHost } from './link.ts';
import type { Views } from './views.ts';
import { Widget } from './widget.ts';

export abstract class PlacedWidget<Key extends string> extends Widget<Key> implements LinkHost {
  static override properties: PropertyDeclarations = { route: {}, href: { attribute: false } };

  /** The place inside the element; empty is its first page. A host that has addresses sets it from them. */
  route = '';

  /** Gives the address of a place, from a host that has addresses: links then are real ones, which open in a new tab. */
  href: ((route: string) => string) | undefined;

  protected abstract readonly views: Views;
  /** Where the person wanted to go, so that the focus goes along. */
  #wanted: string | undefined;
  /** The focus was in here before the last change. */
  #focused = false;

  /** @internal */
  readonly navigate = (route: string, replace = false): void => {
    if (route === this.route) return;
    this.#wanted = replace ? undefined : route;
    if (this.dispatchEvent(new SsNavigateEvent(route, replace))) this.route = route;
  };

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#focused = !!this.shadowRoot?.activeElement;
    // An attribute that has been taken away is the first page too.
    this.views.show(this.route || '');
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (!changed.has('route')) return;
    const from = changed.get('route') as string | undefined;
    // A place set by the host, by Back for instance, leaves the focus nowhere when it was in what has gone.
    const lost = this.#focused && !this.shadowRoot?.activeElement;
    if (lost || this.#wanted === this.route) this.arrive(from);
    this.#wanted = undefined;
  }

  /** Puts the focus where the person now is; `from` is the place they left. */
  protected abstract arrive(from: string | undefined): void;
}
