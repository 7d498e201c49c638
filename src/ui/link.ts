/** A way to another place inside a widget. */
import { html, type TemplateResult } from 'lit';

export interface LinkHost {
  /** The address of a place, from a host that has addresses. */
  readonly href: ((route: string) => string) | undefined;
  /** Asks the page, and goes there unless it says no. */
  readonly navigate: (route: string) => void;
}

/** Only the plain click is ours: new tabs, new windows and downloads belong to the browser (R13.1). */
const isPlain = (event: MouseEvent): boolean => event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

/** A real link where the host has addresses, otherwise a button that looks the same. */
export const link = (host: LinkHost, route: string, content: unknown, kind = 'link'): TemplateResult => {
  const follow = (event: MouseEvent) => {
    if (!isPlain(event)) return;
    event.preventDefault();
    host.navigate(route);
  };
  const address = host.href?.(route);
  return address === undefined
    ? html`<button type="button" class=${kind} data-route=${route} @click=${follow}>${content}</button>`
    : html`<a class=${kind} data-route=${route} href=${address} @click=${follow}>${content}</a>`;
};
