/** What is asked of the users on an invoice, and of their lines and calls. Each rejects with a `ProblemError`, or with the signal's reason. */
import { ProblemError } from '../api/problem.ts';
import { reading, type Read } from '../api/read.ts';
import { invoiceCallPage, invoiceLinePage, type InvoiceCallPage, type InvoiceLinePage } from './invoice-line.ts';
import type { InvoiceUserQuestion } from './invoice-user-question.ts';
import { invoiceUserPage, type InvoiceUserPage } from './invoice-user.ts';
import { below, type Of } from './specified-api.ts';

/** A page of the users on it, by the names they had then. */
export const searchUsers = (of: Of, question: InvoiceUserQuestion, signal: AbortSignal): Promise<Read<InvoiceUserPage>> =>
  of[0].read(below(of, 'users', 'search'), reading(invoiceUserPage), { question, signal });

interface Part {
  /** Null for what is of no user. */
  readonly user: string | null;
  readonly offset: number;
  readonly limit: number;
}

const queryOf = ({ user, offset, limit }: Part) => ({ ...(user !== null && { user }), offset: String(offset), limit: String(limit) });

export const listLines = (of: Of, part: Part, signal: AbortSignal): Promise<Read<InvoiceLinePage>> =>
  of[0].read(below(of, 'lines'), reading(invoiceLinePage), { query: queryOf(part), signal });

export const listCalls = (of: Of, part: Part, signal: AbortSignal): Promise<Read<InvoiceCallPage>> =>
  of[0].read(below(of, 'calls'), reading(invoiceCallPage), { query: queryOf(part), signal });

/** So many users are looked through at a time. */
const stride = 100;

/** One user on it, as a page of one: looked for by a number of theirs, because a search knows no ids. */
export const findUser = async (of: Of, user: string, signal: AbortSignal): Promise<Read<InvoiceUserPage>> => {
  const { items } = await listLines(of, { user, offset: 0, limit: 1 }, signal);
  const search = items[0]?.phone ?? '';
  for (let offset = 0; ; offset += stride) {
    const page = await searchUsers(of, { search, offset, limit: stride }, signal);
    const found = page.items.find(({ id }) => id === user);
    if (found) return { items: [found], total: 1 };
    if (page.items.length < stride) throw new ProblemError({ kind: 'missing' });
  }
};
