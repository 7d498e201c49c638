/** Voting for help articles, and saying why, signed in or not (R33.2, R34.1, R36.1). */
import * as z from 'zod/mini';
import { feedbackRequest, voteRequest } from '../../src/article-feedback/vote-request.ts';
import { articleVotes } from '../../src/article-feedback/vote.ts';
import type { AppOptions } from '../app.ts';
import { openRoute } from '../http/open-route.ts';
import type { Route } from '../http/route.ts';
import { countVotes, keepFeedback, vote, voterOf } from './votes.ts';

/**
 * The article an address is about. An operator says which there are, so that nobody fills the table with votes for what nobody has written;
 * where nothing is said, whatever can be an id is one.
 */
const about = ({ article = '' }: Readonly<Record<string, string>>, { articles }: AppOptions): string | null =>
  /^[a-z0-9-]{1,100}$/.test(article) && articles?.includes(article) !== false ? article : null;

const path = '/articles/{article}/vote';

const readVotes = openRoute({
  method: 'GET',
  path,
  summary: 'How many the article helped, and the own vote. Signed in it is the person’s; otherwise that of what the page made up.',
  query: z.strictObject({ voter: z.optional(z.string().check(z.maxLength(64))) }),
  answer: articleVotes,
  about,
  run: async ({ db, personId, about: article, query: { voter = null } }) => ({
    answer: await countVotes(db, article, await voterOf(personId, voter)),
  }),
});

const castVote = openRoute({
  method: 'PUT',
  path,
  summary: 'Votes, or changes the vote. Signed in it is the person’s, whatever the page made up; otherwise `voter` is needed.',
  body: voteRequest,
  answer: articleVotes,
  about,
  run: async ({ db, personId, about: article, body }) => ({ answer: await vote(db, article, personId, body) }),
});

const sendFeedback = openRoute({
  method: 'POST',
  path: '/articles/{article}/feedback',
  summary: 'Tells the operator what is wrong with the article.',
  body: feedbackRequest,
  answer: z.strictObject({}),
  keyed: true,
  about,
  run: async ({ db, clock, about: article, body, key }) => ({
    answer: {},
    replayed: await keepFeedback(db, { article, key, at: clock.now() }, body),
  }),
});

export const articleRoutes: readonly Route[] = [readVotes, castVote, sendFeedback];
