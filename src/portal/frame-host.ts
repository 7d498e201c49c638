/** What the parts of the portal's frame know of it. */
import type { Session } from '../session/contexts.ts';
import type { Area } from '../session/session.ts';
import type { Language } from '../ui/format.ts';
import type { MessageKey } from './messages.ts';
import type { AreaName } from './places.ts';

export interface FrameHost {
  readonly say: (key: MessageKey, values?: Readonly<Record<string, string | number>>) => string;
  readonly language: Language;
  /** `undefined` is not known yet, `null` is signed out. */
  readonly session: Session | null | undefined;
  /** Where the person is. */
  readonly place: string;
  /** The address of a place, where there are addresses. */
  readonly href: ((place: string) => string) | undefined;
  readonly navigate: (place: string) => void;
  /** Fetches the code of an area that somebody is about to visit. */
  readonly near: (area: AreaName) => void;
  /** Whether the person is known to have no access to an area (R8.1). */
  readonly isDenied: (area: Area) => boolean;
  /** Whether something new may be ordered (R9.4). */
  readonly mayOrder: boolean;
  /** Areas without access are left out of the menu (D5). */
  readonly hideUnavailable: boolean;
  /** Whether the host lets people sign out here. */
  readonly canSignOut: boolean;
  readonly signOut: () => void;
  readonly speak: (language: Language) => void;
}
