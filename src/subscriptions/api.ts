/** What the list asks the backend. It rejects with a `ProblemError`, or with the signal's reason. */
import type { Client } from '../api/client.ts';
import { path } from '../api/path.ts';
import { reading, type Read } from '../api/read.ts';
import { userPage, type UserPage } from './user-row.ts';
import type { UserSearch } from './user-search.ts';

/** One page of users, searched and sorted by the backend. */
export const searchUsers = (client: Client, company: string, question: UserSearch, signal: AbortSignal): Promise<Read<UserPage>> =>
  client.read(path('companies', company, 'users', 'search'), reading(userPage), { question, signal });
