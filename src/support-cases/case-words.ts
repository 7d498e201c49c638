/** The room of an open case: it has learnt its words. */
import type { CaseCategory, CasePriority } from '../api/case.ts';
import type { Client } from '../api/client.ts';
import type { Text, Values } from '../ui/text.ts';
import type { CaseKey } from './case-messages.ts';
import type { MessageKey } from './messages.ts';
import type { CasesRoom } from './room.ts';

export type CaseText = Text<MessageKey | CaseKey>;

export interface CaseRoom extends CasesRoom {
  readonly text: CaseText;
  readonly say: (key: MessageKey | CaseKey, values?: Values) => string;
}

/** Which case of which company, and for whom. */
export type Of = readonly [client: Client, company: string, id: string];

export const categoryWords: Readonly<Record<CaseCategory, CaseKey>> = {
  subscription: 'case.catSubscription',
  sim: 'case.catSim',
  invoice: 'case.catInvoice',
  order: 'case.catOrder',
  fault: 'case.catFault',
  access: 'case.catAccess',
  other: 'case.catOther',
};

export const priorityWords: Readonly<Record<CasePriority, CaseKey>> = {
  low: 'case.prioLow',
  normal: 'case.prioNormal',
  high: 'case.prioHigh',
  urgent: 'case.prioUrgent',
};
