/** Whether help articles helped, and what people say of them (R33, R34, R36). */
import { sql } from 'drizzle-orm';
import type { FeedbackRequest, VoteRequest } from '../../src/article-feedback/vote-request.ts';
import type { ArticleVotes } from '../../src/article-feedback/vote.ts';
import { rowsOf, type Db } from '../database/database.ts';
import { contentOf } from '../http/idempotency.ts';
import { Problem } from '../http/problem.ts';

/**
 * Who votes: the person, or what a page made up for somebody who is not signed in, kept as a hash so that nobody can vote as them who reads
 * the table. Null is nobody: the page has made up nothing.
 */
export const voterOf = async (personId: string | null, madeUp: string | null): Promise<string | null> =>
  personId ?? (madeUp === null ? null : contentOf('voter', madeUp));

/** The votes, and the one of the voter. */
export async function countVotes(db: Db, article: string, voter: string | null): Promise<ArticleVotes> {
  const [found] = await rowsOf<ArticleVotes>(
    db,
    sql`select count(*) filter (where helped)::int as helpful, count(*)::int as total, bool_or(helped) filter (where voter = ${voter}) as helped
      from article_vote where article = ${article}`,
  );
  if (found === undefined) throw new Error('A count has one row.');
  return found;
}

/** One vote of each, whichever came last (R33.2). @throws Problem 422 when it cannot be told whose it is. */
export async function vote(
  db: Db,
  article: string,
  personId: string | null,
  { helped, voter: madeUp }: VoteRequest,
): Promise<ArticleVotes> {
  const voter = await voterOf(personId, madeUp);
  if (voter === null) throw new Problem('invalid', { errors: [{ pointer: '/voter', type: 'required' }] });
  await db.execute(sql`insert into article_vote (article, voter, helped) values (${article}, ${voter}, ${helped})
    on conflict (article, voter) do update set helped = excluded.helped`);
  return countVotes(db, article, voter);
}

/**
 * Keeps what somebody says, once for each key; resolves to whether it was there already.
 *
 * @throws Problem 422 of the kind `key-reused` when the key stands for something else.
 */
export async function keepFeedback(
  db: Db,
  { article, key, at }: { readonly article: string; readonly key: string; readonly at: Date },
  { email, text }: FeedbackRequest,
): Promise<boolean> {
  const content = await contentOf(article, email, text);
  const kept = await rowsOf(
    db,
    sql`insert into article_feedback (key, content, article, email, text, at)
      values (${key}, ${content}, ${article}, ${email}, ${text}, ${at.toISOString()})
      on conflict do nothing returning key`,
  );
  if (kept.length > 0) return false;
  const [before] = await rowsOf<{ content: string }>(db, sql`select content from article_feedback where key = ${key}`);
  if (before?.content !== content) throw new Problem('key-reused');
  return true;
}

/** What somebody has said of an article. */
export interface Feedback {
  readonly article: string;
  readonly email: string;
  readonly text: string;
  readonly at: Date;
}

/** The newest, for the operator's desk. */
export async function listFeedback(db: Db): Promise<Feedback[]> {
  const rows = await rowsOf<Omit<Feedback, 'at'> & { at: string | Date }>(
    db,
    sql`select article, email, text, at from article_feedback order by at desc, key limit 50`,
  );
  return rows.map((row) => ({ ...row, at: new Date(row.at) }));
}
