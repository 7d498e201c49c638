/** Casting a vote, and changing it. It comes once the question is on screen, a little before it is answered. */
import { path } from '../api/path.ts';
import type { Read } from '../api/read.ts';
import { write } from '../api/write.ts';
import { newKey } from '../ui/new-key.ts';
import { Submission, type Sending } from '../ui/submission.ts';
import type { FeedbackRoom } from './room.ts';
import type { VoteRequest } from './vote-request.ts';
import type { ArticleVotes } from './vote.ts';

/** It looks like nothing of its own. */
export const styles = [] as const;

export const open = (room: FeedbackRoom): Voting => new Voting(room);

export class Voting {
  readonly #room: FeedbackRoom;
  readonly #sending: Submission<VoteRequest & { readonly article: string }, Read<ArticleVotes>>;

  constructor(room: FeedbackRoom) {
    this.#room = room;
    this.#sending = new Submission<VoteRequest & { readonly article: string }, Read<ArticleVotes>>(room.element, {
      sender: room.sender,
      // Repeating does no harm, so that it needs no key.
      send: ([client], { article, ...body }, _key, signal) =>
        write(client, path('articles', article, 'vote'), room.parse, { method: 'put', body, signal }),
      onDone: (votes, { helped }) => {
        room.counted(votes, helped);
      },
      onProblem: room.notCounted,
    });
  }

  get state(): Sending<Read<ArticleVotes>> {
    return this.#sending.state;
  }

  readonly cast = (helped: boolean): void => {
    const { article, isSignedIn, voter } = this.#room;
    // Whether the one before was kept no longer matters.
    this.#sending.forget();
    this.#sending.submit({ article, helped, voter: isSignedIn ? null : voter(newKey) });
  };

  readonly forget = (): void => {
    this.#sending.forget();
  };

  readonly recover = (): void => {
    this.#sending.recover();
  };
}
