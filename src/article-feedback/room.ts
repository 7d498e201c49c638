/** What the element gives to what comes later: the voting, and the form after a vote. */
import type { ReactiveControllerHost } from 'lit';
import type { Client } from '../api/client.ts';
import type { Problem } from '../api/problem.ts';
import type { Read } from '../api/read.ts';
import type { Styled } from '../ui/later.ts';
import type { ShowHost } from '../ui/show.ts';
import type { Sender } from '../ui/submission.ts';
import type { Values } from '../ui/text.ts';
import type { MessageKey } from './messages.ts';
import type { ArticleVotes } from './vote.ts';

export interface FeedbackRoom extends Omit<ShowHost, 'say'> {
  readonly element: HTMLElement & ReactiveControllerHost;
  readonly root: ParentNode;
  readonly say: (key: MessageKey, values?: Values) => string;
  /** Whom it is sent for: the client, and whose it is; empty is somebody who is not signed in. */
  readonly sender: () => Sender | undefined;
  readonly article: string;
  readonly headingLevel: number;
  readonly report: (problem: Problem) => void;
  readonly isSignedIn: boolean;
  /** Who votes, when nobody is signed in; `make` makes somebody up, where nobody has voted before. */
  readonly voter: (make: () => string) => string;
  /** Reads the votes in an answer. */
  readonly parse: (answer: unknown) => Read<ArticleVotes>;
  /** A vote has been counted, or has not. */
  readonly counted: (votes: Read<ArticleVotes>, helped: boolean) => void;
  readonly notCounted: (problem: Problem) => void;
}

export interface Why {
  readonly render: () => unknown;
  /** Another person, or another article: lets go of what was typed. */
  readonly forget: () => void;
  readonly recover: () => void;
  /** The person's own address, where they are signed in (R36.2). */
  readonly know: (client: Client, person: string) => void;
}

/** The module of the form. */
export interface Opening extends Styled {
  readonly open: (room: FeedbackRoom) => Why;
}
