/** What every widget may say to the page around it. */
import type { ProblemKind } from '../api/problem.ts';

/** Somebody wants to go to another place inside an element. Uncancelled, the element goes there by itself. */
export class SsNavigateEvent extends Event {
  static readonly type = 'ss-navigate';
  /** The place inside the element, for instance `users/abc`; empty is its first page. */
  readonly route: string;
  /** The new place takes the old one's in the history, because the old one is no longer there. */
  readonly replace: boolean;

  constructor(route: string, replace = false) {
    super(SsNavigateEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.route = route;
    this.replace = replace;
  }
}

/** Nobody is signed in. The host signs the person in, in its own way, and then calls `resume()` or reloads. */
export class SignInEvent extends Event {
  static readonly type = 'ss-sign-in';
  /** The person has pressed »Log ind«; otherwise the element has just found out. */
  readonly asked: boolean;

  constructor(asked: boolean) {
    super(SignInEvent.type, { bubbles: true, composed: true });
    this.asked = asked;
  }
}

/** Something failed, and the person has been told. Holds no personal data. */
export class ProblemEvent extends Event {
  static readonly type = 'ss-problem';
  readonly kind: ProblemKind;
  /** The backend's name for the call, where it gave one. */
  readonly requestId: string | undefined;

  constructor(kind: ProblemKind, requestId: string | undefined) {
    super(ProblemEvent.type, { bubbles: true, composed: true });
    this.kind = kind;
    this.requestId = requestId;
  }
}

/** How many there are of what an element lists, for a host's menu. */
export class CountEvent extends Event {
  static readonly type = 'ss-count';
  readonly count: number;

  constructor(count: number) {
    super(CountEvent.type, { bubbles: true, composed: true });
    this.count = count;
  }
}

declare global {
  interface HTMLElementEventMap {
    'ss-navigate': SsNavigateEvent;
    'ss-sign-in': SignInEvent;
    'ss-problem': ProblemEvent;
    'ss-count': CountEvent;
  }
}
