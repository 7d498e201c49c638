/** A widget that shows one area of the portal: what the person may do in it, and what it gives to the rooms that open behind its first page. */
import type { ReactiveControllerHost } from 'lit';
import type { Problem } from '../api/problem.ts';
import type { SessionConnection } from '../session/contexts.ts';
import type { Access, Area } from '../session/session.ts';
import type { Styled } from './later.ts';
import type { LinkHost } from './link.ts';
import type { MessageKey } from './messages.ts';
import { PlacedWidget } from './placed-widget.ts';
import type { ShowHost } from './show.ts';
import type { Sender } from './submission.ts';
import type { Text } from './text.ts';

/** What every room behind a first page is given; `Part` names the parts that places have, for instance the id in `users/{user}`. */
export interface AreaRoom<Key extends string, Part extends string = string> extends ShowHost, LinkHost {
  /** The element, to be rendered anew and to hear events from. */
  readonly element: HTMLElement & ReactiveControllerHost & { readonly route: string };
  readonly navigate: (route: string, replace?: boolean) => void;
  readonly root: ParentNode;
  readonly text: Text<Key>;
  readonly headingLevel: number;
  readonly connection: SessionConnection | undefined;
  /** Whom a request is for; nobody while signed out, and not without the right to look. */
  readonly sender: () => Sender | undefined;
  /** The id of the person who is signed in. */
  readonly person: string | undefined;
  /** The name of the active company. */
  readonly company: string;
  /** Whether the person may change or order something (R7.1). */
  readonly mayChange: boolean;
  /** A part of the present place. */
  readonly param: (name: Part) => string | undefined;
  readonly announce: (words: string) => void;
  /** Takes in the styles and the words of what a room opens later. */
  readonly adopt: (module: Styled) => Promise<void>;
  /** Said to a person without the right to this area. */
  readonly noAccess: () => unknown;
}

export abstract class AreaWidget<Key extends string> extends PlacedWidget<Key> {
  protected abstract readonly area: Area;

  protected abstract noAccess(): unknown;

  protected get access(): Access {
    return this.session?.company?.rights[this.area] ?? 'none';
  }

  protected get mayChange(): boolean {
    return this.access === 'full';
  }

  /** Whom a request would be for; nobody while signed out, and not without the right. While the session is not known, it may be there. */
  protected readonly sender = (): Sender | undefined => {
    const { connection } = this;
    const may = this.session === undefined || this.access !== 'none';
    return connection?.companyId !== undefined && may ? [connection.client, connection.companyId] : undefined;
  };

  /** Tells the page, and finds out anew what the person may do; `gone` finds out what there is instead of what was looked for (F17). */
  protected readonly failed = (problem: Problem, gone = () => this.connection?.refresh()): void => {
    const { kind } = problem;
    // Asked beside the session, for a company that the session will drop or has no right to: nobody is shown it.
    if (this.session === undefined && (kind === 'missing' || kind === 'forbidden')) return;
    this.report(problem);
    // What the person may do has changed (R7.3).
    if (kind === 'forbidden') this.connection?.refresh();
    else if (kind === 'missing') gone();
  };

  /** What a room is given, and `more` of what only this area has. */
  protected room<More extends object>(more: More): AreaRoom<Key | MessageKey> & More {
    // eslint-disable-next-line @typescript-eslint/no-this-alias -- its getters are not this element's
    const element = this;
    const { text, say, support, adopt, navigate, sender } = this;
    return Object.assign(
      {
        ...{ element, text, say, support, adopt, navigate, sender },
        get root() {
          return element.renderRoot;
        },
        get language() {
          return element.language;
        },
        get headingLevel() {
          return element.headingLevel;
        },
        get href() {
          return element.href;
        },
        get connection() {
          return element.connection;
        },
        get person() {
          return element.session?.person.id;
        },
        get company() {
          return element.session?.company?.name ?? '';
        },
        get mayChange() {
          return element.mayChange;
        },
        param: (name: string) => this.views.param(name),
        announce: (words: string) => {
          this.announce(words);
        },
        noAccess: () => this.noAccess(),
      },
      more,
    );
  }
}
