/** Support cases as lists show them: what each is about, and how far it has come (R3). */
import * as z from 'zod/mini';
import { moment, whole } from './values.ts';

/**
 * How far it has come. What a person sees (SUP-1): `acknowledged` is Ny, `inProgress` and `held` are Åben, `pending` waits for the company's
 * answer, `resolved` is Løst, `closed` is Lukket.
 */
export const caseState = z.enum(['acknowledged', 'inProgress', 'held', 'pending', 'resolved', 'closed']);
export type CaseState = z.output<typeof caseState>;

export const caseCategory = z.enum(['subscription', 'sim', 'invoice', 'order', 'fault', 'access', 'other']);
export type CaseCategory = z.output<typeof caseCategory>;

export const casePriority = z.enum(['low', 'normal', 'high', 'urgent']);
export type CasePriority = z.output<typeof casePriority>;

/** What the list can be narrowed to: `open` is everything that is neither resolved nor closed, `pending` among it. */
export const caseFilter = z.enum(['open', 'pending', 'resolved', 'closed']);
export type CaseFilter = z.output<typeof caseFilter>;

/** What every answer about a case begins with. */
export const caseFields = {
  id: z.string(),
  /** What people call it by: digits, rising. */
  number: z.string(),
  subject: z.string(),
  state: caseState,
  category: z.nullable(caseCategory),
  priority: casePriority,
  createdAt: moment,
  /** The last time something was said or its state changed; the list's order (R3.3). */
  changedAt: moment,
  /** Whether the person who asks has reported it (D2). */
  mine: z.boolean(),
  /** Whether the operator has said something that this person has not seen. */
  unread: z.boolean(),
};

export const caseSummary = z.object(caseFields);
export type CaseSummary = z.output<typeof caseSummary>;

/** `POST /companies/{c}/cases/search`: the newest change first. */
export const casePage = z.object({
  items: z.array(caseSummary),
  total: whole,
  /** How many of the company's cases this person has not seen the newest answer of, whatever is asked for. */
  unread: whole,
  /** When any of the company's cases changed last; null when it has none. A list that is older has something new to show. */
  changedAt: z.nullable(moment),
});
export type CasePage = z.output<typeof casePage>;

/** A thing of the company's that a case can be about. */
export const caseAboutKind = z.enum(['user', 'order', 'invoice']);
export type CaseAboutKind = z.output<typeof caseAboutKind>;
