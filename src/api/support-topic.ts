/** What somebody needs help with, as far as the place knows where it hurts: hosts lead from it to the form for a support case (R8.2). */
import type { CaseAboutKind, CaseCategory } from './case.ts';

/** Nothing in it is personal: it may stand in an address (PRV-6). */
export interface SupportTopic {
  readonly category?: CaseCategory | undefined;
  /** The backend's name for the call that failed. */
  readonly requestId?: string | undefined;
  /** The thing it is about, by its id. */
  readonly about?: { readonly kind: CaseAboutKind; readonly id: string } | undefined;
}
