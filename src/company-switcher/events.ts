import type { Company } from '../session/session.ts';

/** Somebody wants to work for another company. Uncancelled, and once everything unsaved has been asked about, it becomes the active one. */
export class CompanyChangeEvent extends Event {
  static readonly type = 'ss-company-change';
  readonly company: Company;
  readonly previous: Company;

  constructor(company: Company, previous: Company) {
    super(CompanyChangeEvent.type, { bubbles: true, composed: true, cancelable: true });
    this.company = company;
    this.previous = previous;
  }
}

declare global {
  interface HTMLElementEventMap {
    'ss-company-change': CompanyChangeEvent;
  }
}
