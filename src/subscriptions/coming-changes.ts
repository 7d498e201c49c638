/** »Kommende ændringer«: what has been ordered for a subscription and has not come about yet, and the way to take it back. It comes when there is any. */
import { css, html, nothing, type TemplateResult } from 'lit';
import type { Read } from '../api/read.ts';
import { formatDay } from '../ui/format.ts';
import { alertIcon } from '../ui/icons.ts';
import { messages as comingMessages } from './coming-messages.ts';
import { Following } from './following.ts';
import type { ComingText, ProfileRoom } from './profile-room.ts';
import type { ComingChange, Subscription } from './subscription.ts';
import { amountOf } from './terms.ts';

export const messages = comingMessages;

export const styles = css`
  .changes {
    margin-block: 16px;
  }
  .changes ul {
    display: grid;
    gap: 8px;
    margin: 8px 0 0;
    padding: 0;
    list-style: none;
  }
  .changes .strip {
    flex-wrap: nowrap;
    justify-content: space-between;
    margin: 0;
  }
  .changes .strip p + p {
    font-size: 0.933em;
  }
  .failure {
    --_warning: var(--_danger);
  }
`;

export type Undo = (change: Read<ComingChange>) => void;

/** What the profile does with what is to come. */
export interface Coming {
  /** Without `undo`, nothing can be taken back. */
  readonly strips: (subscription: Read<Subscription>, undo: Undo | undefined) => unknown;
  /** What did not come about. */
  readonly failures: () => unknown;
  /** The profile has been read. */
  readonly seen: (subscriptions: readonly Read<Subscription>[]) => void;
  /** The profile could not be read this time. */
  readonly missed: () => void;
  /** Another profile is looked at, or none. */
  readonly stop: () => void;
}

/** `reload` reads the profile again. */
export const open = (room: ProfileRoom, reload: () => void): Coming => {
  const text = room.text as ComingText;
  const following = new Following({ room, text, reload });
  return {
    strips: (subscription, undo) => comingChanges(text, room.headingLevel + 2, subscription, undo),
    failures: () => following.failures.map((words) => html`<p class="strip failure">${alertIcon}${words}</p>`),
    seen: following.seen,
    missed: following.missed,
    stop: following.stop,
  };
};

/** What is to happen, in a sentence, and what else there is to know of it. */
export const wordsOf = (text: ComingText, { kind, date, requestedDate, moved, plan, monthly, sim }: Read<ComingChange>): string[] => {
  const day = (value: string) => formatDay(text.language, value);
  switch (kind) {
    case 'newSubscription': {
      if (!moved) return [date ? `${text.say('sub.start')}: ${day(date)}` : text.say('change.creating')];
      // What was wished for and what has been confirmed are told apart (NUM-9).
      const wished = requestedDate ? [text.say('change.requested', { date: day(requestedDate) })] : [];
      return date
        ? [text.say('sub.moves', { date: day(date) }), ...wished, text.say('change.confirmed', { date: day(date) })]
        : [text.say('change.moving'), ...wished];
    }
    case 'changePlan':
      return [
        text.say('state.changePlanned', { date: date ? day(date) : text.say('state.unknown') }),
        text.say('change.plan', {
          plan: plan ?? text.say('state.unknown'),
          amount: amountOf(text.language, monthly) ?? text.say('state.unknown'),
        }),
      ];
    case 'closeSubscription':
      return [text.say('sub.closes', { date: date ? day(date) : '' })];
    case 'replaceSim':
      return [text.say(sim === 'esim' ? 'change.esim' : 'change.sim')];
    case undefined:
      return [text.say('state.unknown'), ...(date ? [day(date)] : [])];
  }
};

/** A closing or a move that was not ordered here is told too. */
const comingChanges = (
  text: ComingText,
  level: number,
  { changes = [], status, lastDay, moveDate }: Read<Subscription>,
  undo: Undo | undefined,
): unknown => {
  const known = (kind: ComingChange['kind']) => changes.some((change) => change.kind === kind);
  const told =
    status === 'pendingTerminate' && lastDay && !known('closeSubscription')
      ? text.say('sub.closes', { date: formatDay(text.language, lastDay) })
      : moveDate && !known('newSubscription')
        ? text.say('sub.moves', { date: formatDay(text.language, moveDate) })
        : undefined;
  if (!changes.length && told === undefined) return nothing;
  return html`<div class="changes">
    <h4 aria-level=${level}>${text.say('change.title')}</h4>
    <ul role="list" aria-label=${text.say('change.title')}>
      ${told === undefined ? nothing : html`<li class="strip"><p>${told}</p></li>`} ${changes.map((change) => strip(text, change, undo))}
    </ul>
  </div>`;
};

const strip = (text: ComingText, change: Read<ComingChange>, undo: Undo | undefined): TemplateResult => {
  const { state, date, canUndo } = change;
  const [sentence = '', ...more] = wordsOf(text, change);
  // The day says more than the state, once there is one.
  const under = date === null && (state === 'acknowledged' || state === 'inProgress') ? [...more, text.say(`order.${state}`)] : more;
  return html`<li class="strip" data-change=${change.id}>
    <div>
      <p><strong>${sentence}</strong></p>
      ${under.length ? html`<p class="dim">${under.join(' · ')}</p>` : nothing}
    </div>
    ${
      canUndo && undo
        ? html`<button
            type="button"
            class="no-print"
            aria-label="${text.say('act.undo')}: ${sentence}"
            @click=${() => {
              undo(change);
            }}
          >
            ${text.say('act.undo')}
          </button>`
        : nothing
    }
  </li>`;
};
