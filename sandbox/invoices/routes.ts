/** Invoices and credit notes, down to each line and call (R27, R28). */
import * as z from 'zod/mini';
import { invoiceCallPage, invoiceLinePage } from '../../src/invoices/invoice-line.ts';
import { invoiceUserQuestion } from '../../src/invoices/invoice-user-question.ts';
import { invoiceUserPage } from '../../src/invoices/invoice-user.ts';
import { invoice, invoiceFilter, invoicePage } from '../../src/invoices/invoice.ts';
import { safeId } from '../http/input.ts';
import { companyRoute, type Route } from '../http/route.ts';
import { listCalls } from './calls.ts';
import { findInvoice } from './detail.ts';
import { listLines } from './lines.ts';
import { listInvoices } from './list.ts';
import { searchUsers } from './users.ts';

const place = z.int().check(z.gte(0), z.lte(10_000_000));
const offset = z._default(place, 0);
const limit = z._default(z.int().check(z.gte(1), z.lte(100)), 50);

/** The query of the list. */
const listQuery = z.strictObject({
  year: z.optional(z.int().check(z.gte(1), z.lte(9999))),
  state: z.optional(invoiceFilter),
  offset,
  limit,
});

/** Whose lines or calls: of no user when none is named. An id that cannot be one is looked up all the same, as a path's is. */
const detailQuery = z.strictObject({ user: z.optional(z.string()), offset, limit });

const ofWhom = ({ user, ...page }: z.output<typeof detailQuery>) => ({ ...page, user: user === undefined ? null : safeId(user) });

const list = companyRoute({
  method: 'GET',
  path: '/companies/{company}/invoices',
  summary: 'Invoices and credit notes, the newest first, with what is to be paid in all and what each of the last twelve months came to.',
  needs: 'invoices',
  query: listQuery,
  answer: invoicePage,
  run: ({ reader, grant, query, clock }) => listInvoices(reader, grant.companyId, clock.today(), query),
});

const detail = companyRoute({
  method: 'GET',
  path: '/companies/{company}/invoices/{invoice}',
  summary: 'An invoice or credit note in sums that agree to the øre.',
  needs: 'invoices',
  answer: invoice,
  run: async ({ reader, grant, params, clock }) => {
    const found = await findInvoice(reader, grant.companyId, params['invoice'] ?? '');
    return found && { ...found, today: clock.today() };
  },
});

const users = companyRoute({
  method: 'POST',
  path: '/companies/{company}/invoices/{invoice}/users/search',
  summary: 'A page of the users on an invoice, by the names they had then, in Danish order.',
  needs: 'invoices',
  body: z.strictObject({ ...invoiceUserQuestion.shape, offset: place }),
  answer: invoiceUserPage,
  run: ({ reader, grant, params, body }) => searchUsers(reader, grant.companyId, params['invoice'] ?? '', body),
});

const lines = companyRoute({
  method: 'GET',
  path: '/companies/{company}/invoices/{invoice}/lines',
  summary: 'A page of the lines of a user, or of those of no user.',
  needs: 'invoices',
  query: detailQuery,
  answer: invoiceLinePage,
  run: ({ reader, grant, params, query }) => listLines(reader, grant.companyId, params['invoice'] ?? '', ofWhom(query)),
});

const calls = companyRoute({
  method: 'GET',
  path: '/companies/{company}/invoices/{invoice}/calls',
  summary: 'A page of the calls of a user, or of those of no user, as long as they are kept: masked, and without the free ones.',
  needs: 'invoices',
  query: detailQuery,
  answer: invoiceCallPage,
  run: ({ reader, grant, params, query }) => listCalls(reader, grant.companyId, params['invoice'] ?? '', ofWhom(query)),
});

export const invoiceRoutes: readonly Route[] = [list, detail, users, lines, calls];
