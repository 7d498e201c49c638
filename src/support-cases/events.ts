/** What the page hears of support cases. */

/** A case has been created; told also when the element has left the page meanwhile. Holds no personal data. */
export class CaseCreatedEvent extends Event {
  static readonly type = 'ss-case-created';
  readonly caseId: string;
  /** What people call it by. */
  readonly number: string;

  constructor(caseId: string, number: string) {
    super(CaseCreatedEvent.type, { bubbles: true, composed: true });
    this.caseId = caseId;
    this.number = number;
  }
}

declare global {
  interface HTMLElementEventMap {
    'ss-case-created': CaseCreatedEvent;
  }
}
