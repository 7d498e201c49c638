/** What the overview reads of each area: of their answers only what it shows. */
import * as z from 'zod/mini';
import type { CaseState } from '../api/case.ts';
import { day, moment, money, whole } from '../api/values.ts';

/** Whether it is under way; of the other states nothing is shown. */
const state = z.string();

/** `POST /companies/{c}/users/search`: of the whole company. */
export const userFigures = z.object({ users: whole, subscriptions: whole });
export type UserFigures = z.output<typeof userFigures>;

/** `GET /companies/{c}/orders`: the newest first. */
export const orderFigures = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      state,
      items: z.array(
        z.object({
          id: z.string(),
          state,
          /** The day a change applies; null for a product, and while it is not known. */
          date: z.nullable(day),
          product: z.nullable(z.object({ parcel: z.nullable(z.object({ expected: z.nullable(day) })) })),
        }),
      ),
    }),
  ),
  total: whole,
});
export type OrderFigures = z.output<typeof orderFigures>;

/** `GET /companies/{c}/invoices`: of the whole company, with VAT. */
export const invoiceFigures = z.object({ outstanding: money, overdue: money, unpaid: whole });
export type InvoiceFigures = z.output<typeof invoiceFigures>;

/** `GET /companies/{c}/upcoming-charges`: what the next invoice comes to so far, without VAT. */
export const chargeFigures = z.object({ sum: money, invoiceDate: day });
export type ChargeFigures = z.output<typeof chargeFigures>;

/** How far a case has come; one list for the page, which shows nothing else of cases. */
const caseStates = ['acknowledged', 'inProgress', 'held', 'pending', 'resolved', 'closed'] as const satisfies readonly CaseState[];

/** `POST /companies/{c}/cases/search`: the newest change first. */
export const caseFigures = z.object({
  items: z.array(z.object({ id: z.string(), subject: z.string(), state: z.enum(caseStates), changedAt: moment, unread: z.boolean() })),
});
export type CaseFigures = z.output<typeof caseFigures>;
