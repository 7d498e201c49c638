/** What an open case asks of the backend, and tells it. It rejects with a `ProblemError`, or with the signal's reason. */
import { path } from '../api/path.ts';
import { reading, type Read } from '../api/read.ts';
import { write } from '../api/write.ts';
import type { CaseReply } from './case-request.ts';
import type { Of } from './case-words.ts';
import { seenCases, supportCase, type SupportCase } from './case.ts';

const at = (company: string, id: string, ...rest: string[]): string => path('companies', company, 'cases', id, ...rest);

export const readCase = ([client, company, id]: Of, signal: AbortSignal): Promise<Read<SupportCase>> =>
  client.read(at(company, id), reading(supportCase), { signal });

/** Says something once, however often it is called with the same key. */
export const sendReply = ([client, company, id]: Of, body: CaseReply, key: string, signal: AbortSignal): Promise<Read<SupportCase>> =>
  write(client, at(company, id, 'messages'), reading(supportCase), { method: 'post', body, key, signal });

export type Decision = 'resolve' | 'reopen';

export const decide = ([client, company, id]: Of, decision: Decision, key: string, signal: AbortSignal): Promise<Read<SupportCase>> =>
  write(client, at(company, id, decision), reading(supportCase), { method: 'post', body: {}, key, signal });

/** Everything up to a message has been seen; gives how many of the company's cases have something new. */
export const markRead = async ([client, company, id]: Of, message: string, signal: AbortSignal): Promise<number | undefined> => {
  const { unread } = await write(client, at(company, id, 'read'), reading(seenCases), { method: 'post', body: { message }, signal });
  return unread;
};
