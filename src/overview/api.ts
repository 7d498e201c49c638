/** What the overview asks the backend, a little of each area. Each rejects with a `ProblemError`, or with the signal's reason. */
import type { Client } from '../api/client.ts';
import { path } from '../api/path.ts';
import { reading, type Read } from '../api/read.ts';
import {
  caseFigures,
  chargeFigures,
  invoiceFigures,
  orderFigures,
  userFigures,
  type CaseFigures,
  type ChargeFigures,
  type InvoiceFigures,
  type OrderFigures,
  type UserFigures,
} from './figures.ts';

export type Of = readonly [client: Client, company: string];

/** So many cases stand on the overview. */
const cases = 5;
/** What is under way is among so many of the newest orders. */
const orders = 50;

export const readUsers = ([client, company]: Of, signal: AbortSignal): Promise<Read<UserFigures>> =>
  client.read(path('companies', company, 'users', 'search'), reading(userFigures), {
    signal,
    question: { search: '', sort: 'name', direction: 'ascending', offset: 0, limit: 1 },
  });

export const readOrders = ([client, company]: Of, signal: AbortSignal): Promise<Read<OrderFigures>> =>
  client.read(path('companies', company, 'orders'), reading(orderFigures), { signal, query: { offset: '0', limit: String(orders) } });

export const readInvoices = ([client, company]: Of, signal: AbortSignal): Promise<Read<InvoiceFigures>> =>
  client.read(path('companies', company, 'invoices'), reading(invoiceFigures), { signal, query: { offset: '0', limit: '1' } });

export const readCharges = ([client, company]: Of, signal: AbortSignal): Promise<Read<ChargeFigures>> =>
  client.read(path('companies', company, 'upcoming-charges'), reading(chargeFigures), { signal, query: { offset: '0', limit: '1' } });

export const readCases = ([client, company]: Of, signal: AbortSignal): Promise<Read<CaseFigures>> =>
  client.read(path('companies', company, 'cases', 'search'), reading(caseFigures), {
    signal,
    question: { search: '', state: null, mine: false, offset: 0, limit: cases },
  });
