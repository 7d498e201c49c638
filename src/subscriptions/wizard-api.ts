/** What the guide asks the backend. Each rejects with a `ProblemError`, or with the signal's reason. */
import type { Client } from '../api/client.ts';
import { path } from '../api/path.ts';
import { reading, type Read } from '../api/read.ts';
import { write } from '../api/write.ts';
import { companyDetails, type CompanyDetails } from '../session/company.ts';
import { numberHold, numberPage, type NumberHold, type NumberPage } from './number.ts';
import { planPage, type PlanPage } from './plan.ts';

/** What the company may have, and the days that go with an order placed now. */
export const listPlans = (client: Client, company: string, signal: AbortSignal): Promise<Read<PlanPage>> =>
  client.read(path('companies', company, 'plans'), reading(planPage), { signal });

/** A few of the free numbers that hold these digits in a row. */
export const listNumbers = (
  client: Client,
  company: string,
  digits: string,
  offset: number,
  signal: AbortSignal,
): Promise<Read<NumberPage>> =>
  client.read(path('companies', company, 'numbers'), reading(numberPage), { signal, query: { digits, offset: String(offset) } });

/** Keeps a number for the person for fifteen minutes. Repeating it does no harm: they begin anew. */
export const holdNumber = (client: Client, company: string, phone: string, signal: AbortSignal): Promise<Read<NumberHold>> =>
  write(client, path('companies', company, 'numbers', phone, 'hold'), reading(numberHold), { method: 'post', signal });

export const readCompany = (client: Client, company: string, signal: AbortSignal): Promise<Read<CompanyDetails>> =>
  client.read(path('companies', company), reading(companyDetails), { signal });
