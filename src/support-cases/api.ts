/** What the list asks the backend. It rejects with a `ProblemError`, or with the signal's reason. */
import { casePage, type CasePage } from '../api/case.ts';
import type { Client } from '../api/client.ts';
import { path } from '../api/path.ts';
import { reading, type Read } from '../api/read.ts';
import type { CaseQuestion } from './case-request.ts';

/** One page of cases, the newest change first; searched by the backend. */
export const searchCases = (client: Client, company: string, question: CaseQuestion, signal: AbortSignal): Promise<Read<CasePage>> =>
  client.read(path('companies', company, 'cases', 'search'), reading(casePage), { question, signal });
