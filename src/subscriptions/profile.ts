/** The profile: one person with all their subscriptions, or one subscription that no person has (R14.1). */
import { html, nothing, type TemplateResult } from 'lit';
import type { Read } from '../api/read.ts';
import { formatDay, formatMoney, formatPhone, formatSim } from '../ui/format.ts';
import { backIcon } from '../ui/icons.ts';
import { link, type LinkHost } from '../ui/link.ts';
import type { Text } from '../ui/text.ts';
import type { MessageKey } from './messages.ts';
import { statusTag } from './status.ts';
import type { Subscription } from './subscription.ts';
import type { User } from './user.ts';

export interface ProfileHost extends LinkHost {
  readonly text: Text<MessageKey>;
  readonly headingLevel: number;
}

/** The way back, the name and what is dim under it. Stands above the value, so that it stays while that is fetched. */
export const profileHead = (host: ProfileHost, name: string, under: unknown): TemplateResult => html`
  <div class="back">
    ${link(host, '', html`${backIcon}${host.text.say('nav.backTo', { page: host.text.say('nav.subscriptions') })}`, 'link back-link')}
  </div>
  <div class="head">
    <h2 aria-level=${host.headingLevel} tabindex="-1">${name}</h2>
    <p class="dim under">${under}</p>
  </div>
`;

export const userProfile = (host: ProfileHost, { costCentre, subscriptions }: Read<User>): TemplateResult =>
  subscriptions?.length
    ? html`<div class="cards">
        ${subscriptions.map((subscription) => subscriptionCard(host, subscription, subscription.costCentre ?? costCentre))}
      </div>`
    : html`<div class="panel card">
        <p>${host.text.say(subscriptions ? 'user.noSubscription' : 'state.unknown')}</p>
        ${costCentre ? html`<dl>${fact(host.text.say('user.costCentre'), costCentre)}</dl>` : nothing}
      </div>`;

export const subscriptionCard = (
  host: ProfileHost,
  subscription: Read<Subscription>,
  costCentre: string | null | undefined,
): TemplateResult => {
  const { text } = host;
  const { plan, phone, status, lastDay, moveDate, price, included, boundUntil, notice, firstLastDay, start, sim } = subscription;
  const day = (date: string | null | undefined) => (date ? formatDay(text.language, date) : undefined);
  const comes =
    status === 'pendingTerminate' && lastDay
      ? (['sub.closes', lastDay] as const)
      : moveDate
        ? (['sub.moves', moveDate] as const)
        : undefined;
  return html`<section class="panel card" part="subscription" aria-label=${plan ?? text.say('user.subscription')}>
    <div class="card-head">
      <h3 aria-level=${host.headingLevel + 1}>${plan ?? text.say('state.unknown')}</h3>
      ${statusTag(text, subscription)}
    </div>
    ${comes ? html`<p class="strip">${text.say(comes[0], { date: formatDay(text.language, comes[1]) })}</p>` : nothing}
    <dl>
      ${fact(text.say('user.phone'), phone === null ? '–' : phone && formatPhone(phone), text)}
      ${fact(
        text.say('sub.price'),
        price?.amount === undefined || !price.currency
          ? undefined
          : html`${text.say('sub.perMonth', { amount: formatMoney(text.language, price.amount) })}
              <span class="dim">${text.say('sub.exVat')}</span>`,
        text,
      )}
      ${fact(text.say('sub.included'), included && html`${dataOf(text, included.data)}<br />${included.talk === undefined ? nothing : text.say(included.talk ? 'sub.freeTalk' : 'sub.dataOnly')}`, text)}
      ${fact(text.say('sub.start'), day(start), text)}
      ${fact(text.say('sub.binding'), boundUntil === null ? text.say('sub.unbound') : boundUntil && text.say('sub.boundUntil', { date: day(boundUntil) ?? '' }), text)}
      ${fact(
        text.say('sub.noticePeriod'),
        notice?.length === undefined || !notice.unit
          ? undefined
          : text.count(notice.unit === 'monthsAfterRunning' ? 'sub.months' : 'sub.days', notice.length),
        text,
      )}
      ${lastDay ? fact(text.say('sub.lastDay'), day(lastDay), text) : fact(text.say('sub.firstLastDay'), day(firstLastDay), text)}
      ${fact(
        sim?.kind === 'esim' ? text.say('sim.esim') : text.say('sim.card'),
        sim === null ? '–' : sim?.number && html`<span class="nowrap">${formatSim(sim.number)}</span>`,
        text,
      )}
      ${fact(text.say('user.costCentre'), costCentre === null ? '–' : costCentre, text)}
    </dl>
  </section>`;
};

const dataOf = (text: Text<MessageKey>, gigabytes: number | null | undefined): string =>
  gigabytes === undefined
    ? text.say('state.unknown')
    : gigabytes === null
      ? text.say('sub.freeData')
      : text.say('sub.gigabytes', { n: gigabytes });

/** One line of a definition list; what is not known says so (F09). */
const fact = (term: string, value: unknown, text?: Text<MessageKey>): TemplateResult =>
  html`<div>
    <dt>${term}</dt>
    <dd>${value ?? html`<span class="dim">${text?.say('state.unknown')}</span>`}</dd>
  </div>`;

/** The bones of a profile: a card as high as the real one. */
export const profileBones = (): TemplateResult => html`
  <div class="panel card">
    ${Array.from({ length: 9 }, () => html`<div class="bone-row"><span class="bone"></span><span class="bone"></span></div>`)}
  </div>
`;
