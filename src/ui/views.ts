/** Places inside a widget. */
import { Routes, type PathRouteConfig } from '@lit-labs/router/routes.js';
import type { ReactiveControllerHost } from 'lit';

/** A place and what stands there; `path` is a URLPattern's, for instance `users/:id`. */
export interface View extends PathRouteConfig {
  readonly render: (params: Readonly<Record<string, string | undefined>>) => unknown;
}

/**
 * The router's matching without its reach: it hears no link and touches no address, because the page is not ours. A widget gives it
 * its `route` before it renders; an unknown route renders `fallback`.
 */
export class Views extends Routes {
  constructor(host: ReactiveControllerHost & HTMLElement, views: readonly View[], fallback: () => unknown) {
    super(host, [...views], { fallback: { render: fallback } });
  }

  /** Goes there at once: without `enter` hooks nothing in the router's `goto` waits. */
  show(route: string): void {
    void this.goto(route);
  }

  /** A part of the present place, decoded; `undefined` where the place has none, or has one that nobody can have written. */
  param(name: string): string | undefined {
    try {
      return decodeURIComponent(this.params[name] ?? '') || undefined;
    } catch {
      return undefined;
    }
  }

  /** A router of the host page must not take our places for its own: ours do not announce themselves. */
  override hostConnected(): void {}
  override hostDisconnected(): void {}
}
