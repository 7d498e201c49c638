import type { Language } from '../ui/format.ts';

/** The person wants to sign out. Uncancelled, and once everything unsaved has been asked about, the host's `signOut` is called. */
export class SignOutEvent extends Event {
  static readonly type = 'ss-sign-out';

  constructor() {
    super(SignOutEvent.type, { bubbles: true, composed: true, cancelable: true });
  }
}

/** The person wants another language. Uncancelled, the portal speaks it by its own `lang`. */
export class LanguageChangeEvent extends Event {
  static readonly type = 'ss-language-change';
  readonly language: Language;

  constructor(language: Language) {
    super(LanguageChangeEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.language = language;
  }
}

declare global {
  interface HTMLElementEventMap {
    'ss-sign-out': SignOutEvent;
    'ss-language-change': LanguageChangeEvent;
  }
}
