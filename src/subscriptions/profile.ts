/** The profile: one person with all their subscriptions, or one subscription that no person has (R14.1). It comes when it is opened. */
import { css, html, nothing, type TemplateResult } from 'lit';
import type { Client } from '../api/client.ts';
import type { Read } from '../api/read.ts';
import { formatDay, formatMoney, formatPhone, formatSim } from '../ui/format.ts';
import { Resource } from '../ui/resource.ts';
import { show } from '../ui/show.ts';
import type { Text } from '../ui/text.ts';
import type { MessageKey } from './messages.ts';
import { placeBones } from './place-head.ts';
import { readSubscription, readUser } from './profile-api.ts';
import { messages as profileMessages, type ProfileKey } from './profile-messages.ts';
import type { Behind, Room } from './room.ts';
import { statusTag } from './status.ts';
import type { Subscription } from './subscription.ts';
import { nameOf } from './user-table.ts';
import type { User } from './user.ts';

export const messages = profileMessages;

export const styles = css`
  .cards {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 420px), 1fr));
    gap: 24px;
    align-items: start;
  }
  .card-head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
    margin-block-end: 16px;
  }
  dl > div {
    display: grid;
    grid-template-columns: minmax(9em, 2fr) 3fr;
    gap: 2px 16px;
    padding-block: 8px;
    border-block-start: 1px solid var(--_line);
  }
  dl > div:first-child {
    border: 0;
  }
  dt {
    color: var(--_muted);
  }
  dd {
    overflow-wrap: anywhere;
  }
  @container (max-width: 419px) {
    dl > div {
      grid-template-columns: 1fr;
    }
  }
`;

type Words = MessageKey | ProfileKey;
type ProfileRoom = Room & { readonly text: Text<Words> };
type ThingArgs = readonly [client: Client, company: string, id: string];

export const open = (room: Room): Behind => new Profile(room);

class Profile implements Behind {
  readonly #room: ProfileRoom;
  readonly #user: Resource<ThingArgs, Read<User>>;
  readonly #subscription: Resource<ThingArgs, Read<Subscription>>;

  constructor(room: Room) {
    this.#room = room as ProfileRoom; // its words have been learnt when this is made
    const { element } = room;
    const onProblem = room.failed;
    this.#user = new Resource(element, {
      owner: 3,
      args: () => this.#args('user'),
      load: (args, signal) => readUser(...args, signal),
      onProblem,
    });
    this.#subscription = new Resource(element, {
      owner: 3,
      args: () => this.#args('subscription'),
      load: (args, signal) => readSubscription(...args, signal),
      onProblem,
    });
  }

  readonly head = () => {
    const { text, known, param } = this.#room;
    const id = param('user');
    if (id === undefined) {
      const { state } = this.#subscription;
      const label = state.status === 'ready' ? state.value.label : known(param('subscription') ?? '')?.label;
      return { name: label ?? text.say('user.subscription'), under: text.say('user.nobody') };
    }
    const { state } = this.#user;
    const user = state.status === 'ready' ? state.value : known(id)?.user;
    const under = user ? (user.email ?? text.say(user.email === null ? 'user.noEmail' : 'state.unknown')) : '\u00a0';
    return { name: user ? nameOf(text, { user, label: null }) : text.say('user.profile'), under };
  };

  readonly render = (): unknown => {
    const room = this.#room;
    const common = { waiting: placeBones, forbidden: room.noAccess };
    return room.param('user') === undefined
      ? show(room, this.#subscription.state, {
          ...common,
          value: (value) => html`<div class="cards">${subscriptionCard(room, value, value.costCentre)}</div>`,
          retry: this.#subscription.reload,
        })
      : show(room, this.#user.state, { ...common, value: (value) => userProfile(room, value), retry: this.#user.reload });
  };

  readonly forget = (): void => {};

  readonly recover = (): void => {
    this.#user.recover();
    this.#subscription.recover();
  };

  #args(kind: 'user' | 'subscription'): ThingArgs | undefined {
    const sender = this.#room.sender();
    const id = this.#room.param(kind);
    return sender && id !== undefined ? [...sender, id] : undefined;
  }
}

const userProfile = (room: ProfileRoom, { costCentre, subscriptions }: Read<User>): TemplateResult =>
  subscriptions?.length
    ? html`<div class="cards">
        ${subscriptions.map((subscription) => subscriptionCard(room, subscription, subscription.costCentre ?? costCentre))}
      </div>`
    : html`<div class="panel card">
        <p>${room.text.say(subscriptions ? 'user.noSubscription' : 'state.unknown')}</p>
        ${costCentre ? html`<dl>${fact(room.text.say('user.costCentre'), costCentre)}</dl>` : nothing}
      </div>`;

const subscriptionCard = (room: ProfileRoom, subscription: Read<Subscription>, costCentre: string | null | undefined): TemplateResult => {
  const { text } = room;
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
      <h3 aria-level=${room.headingLevel + 1}>${plan ?? text.say('state.unknown')}</h3>
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

const dataOf = (text: Text<Words>, gigabytes: number | null | undefined): string =>
  gigabytes === undefined
    ? text.say('state.unknown')
    : gigabytes === null
      ? text.say('sub.freeData')
      : text.say('sub.gigabytes', { n: gigabytes });

/** One line of a definition list; what is not known says so (F09). */
const fact = (term: string, value: unknown, text?: Text<Words>): TemplateResult =>
  html`<div>
    <dt>${term}</dt>
    <dd>${value ?? html`<span class="dim">${text?.say('state.unknown')}</span>`}</dd>
  </div>`;
