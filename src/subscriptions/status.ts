/** The state of a subscription, in a word, a colour and a shape. */
import { html, type TemplateResult } from 'lit';
import type { Read } from '../api/read.ts';
import { formatDay } from '../ui/format.ts';
import type { Text } from '../ui/text.ts';
import type { MessageKey } from './messages.ts';
import type { SubscriptionStatus, SubscriptionSummary } from './subscription-summary.ts';

const marks: Readonly<Record<SubscriptionStatus, readonly [kind: string, words: MessageKey]>> = {
  pendingActive: ['coming', 'state.creating'],
  active: ['good', 'state.active'],
  suspended: ['stopped', 'state.blocked'],
  pendingTerminate: ['ending', 'state.terminating'],
  terminated: ['', 'state.terminated'],
};

/** A state we do not know is neutral, and says so (F09). */
export const statusTag = (text: Text<MessageKey>, { status, moveDate, lastDay }: Read<SubscriptionSummary>): TemplateResult => {
  const [kind, words] = status === undefined ? ['', 'state.unknown' as const] : marks[status];
  const date = lastDay ? formatDay(text.language, lastDay, 'table') : '';
  const said = status === 'pendingActive' && moveDate ? text.say('state.awaitingMove') : text.say(words, { date });
  return html`<span class="tag ${kind}">${said.trim()}</span>`;
};
