/** What the question asks the backend. It rejects with a `ProblemError`, or with the signal's reason. */
import type { Client } from '../api/client.ts';
import { path } from '../api/path.ts';
import { reading, type Read } from '../api/read.ts';
import { articleVotes, type ArticleVotes } from './vote.ts';

/** The votes in an answer. */
export const votesIn = reading(articleVotes);

/** The votes, and the person's own; of somebody who is not signed in, the one of this `voter`. */
export const readVotes = (client: Client, article: string, voter: string | undefined, signal: AbortSignal): Promise<Read<ArticleVotes>> =>
  client.read(path('articles', article, 'vote'), votesIn, { signal, ...(voter !== undefined && { query: { voter } }) });
