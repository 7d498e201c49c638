/** The profile: one person with all their subscriptions, or one subscription that no person has (R14.1). It comes when it is opened. */
import { css, html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { Client } from '../api/client.ts';
import type { Problem } from '../api/problem.ts';
import type { Read } from '../api/read.ts';
import { alertIcon } from '../ui/icons.ts';
import { Resource } from '../ui/resource.ts';
import { show } from '../ui/show.ts';
import { Following } from './following.ts';
import { placeBones } from './place-head.ts';
import { readSubscription, readUser, type VersionedUser } from './profile-api.ts';
import { cardStyles, subscriptionCard } from './profile-card.ts';
import { Deeds } from './profile-deeds.ts';
import { Edits } from './profile-edits.ts';
import { messages as profileMessages } from './profile-messages.ts';
import type { ProfileRoom } from './profile-room.ts';
import type { Behind, Room } from './room.ts';
import type { Subscription } from './subscription.ts';
import { fact } from './terms.ts';
import { nameOf } from './user-table.ts';

export const messages = profileMessages;

export const styles = [
  ...cardStyles,
  css`
    .person {
      margin-block: -8px 24px;
    }
    .failure {
      --_warning: var(--_danger);
    }
  `,
];

type ThingArgs = readonly [client: Client, company: string, id: string];

export const open = (room: Room): Behind => new Profile(room);

class Profile implements Behind, ReactiveController {
  readonly #room: ProfileRoom;
  readonly #user: Resource<ThingArgs, VersionedUser>;
  readonly #subscription: Resource<ThingArgs, Read<Subscription>>;
  readonly #deeds: Deeds;
  readonly #edits: Edits;
  readonly #following: Following;
  /** Those who wait for the profile to be read again. */
  #waiting: (() => void)[] = [];

  constructor(room: Room) {
    this.#room = room as ProfileRoom; // its words have been learnt when this is made
    const { element } = room;
    const onProblem = (problem: Problem) => {
      room.failed(problem);
      this.#settle();
    };
    const onValue = () => {
      this.#following.seen(this.#subscriptions());
      this.#settle();
    };
    this.#user = new Resource(element, {
      ...{ owner: 3, onProblem, onValue },
      args: () => this.#args('user'),
      load: (args, signal) => readUser(...args, signal),
    });
    this.#subscription = new Resource(element, {
      ...{ owner: 3, onProblem, onValue },
      args: () => this.#args('subscription'),
      load: (args, signal) => readSubscription(...args, signal),
    });
    this.#following = new Following(this.#room, this.#reload);
    this.#deeds = new Deeds(this.#room, {
      subscription: (id) => this.#subscriptions().find((found) => found.id === id),
      owner: () => this.head().name,
      refresh: this.#refresh,
    });
    this.#edits = new Edits(this.#room, this.#deeds, {
      user: () => (this.#user.state.status === 'ready' ? this.#user.state.value : undefined),
      refresh: this.#refresh,
    });
    element.addController(this);
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
    const user = state.status === 'ready' ? state.value.user : known(id)?.user;
    const under = user ? (user.email ?? text.say(user.email === null ? 'user.noEmail' : 'state.unknown')) : '\u00a0';
    return { name: user ? nameOf(text, { user, label: null }) : text.say('user.profile'), under };
  };

  readonly render = (): unknown => {
    const room = this.#room;
    const common = { waiting: placeBones, forbidden: room.noAccess };
    return html`${this.#deeds.notice()}${this.#following.failures.map(failure)}${
      room.param('user') === undefined
        ? show(room, this.#subscription.state, {
            ...common,
            value: (value) => html`<div class="cards">${this.#card(value, value.costCentre)}</div>`,
            retry: this.#subscription.reload,
          })
        : show(room, this.#user.state, { ...common, value: (value) => this.#person(value), retry: this.#user.reload })
    }`;
  };

  readonly above = (): unknown => html`${this.#deeds.above()}${this.#edits.above()}`;

  readonly forget = (): void => {
    this.#deeds.forget();
    this.#edits.forget();
    this.#following.stop();
  };

  readonly recover = (): void => {
    this.#user.recover();
    this.#subscription.recover();
    this.#deeds.recover();
    this.#edits.recover();
  };

  hostUpdate(): void {
    const { status } = this.#present.state;
    if (status !== 'ready') this.#following.stop();
    if (status === 'idle') this.#settle();
  }

  /** The one that the present place is about. */
  get #present(): Resource<ThingArgs, VersionedUser> | Resource<ThingArgs, Read<Subscription>> {
    return this.#room.param('user') === undefined ? this.#subscription : this.#user;
  }

  #subscriptions(): readonly Read<Subscription>[] {
    const [user, subscription] = [this.#user.state, this.#subscription.state];
    if (user.status === 'ready') return user.value.user.subscriptions ?? [];
    return subscription.status === 'ready' ? [subscription.value] : [];
  }

  readonly #reload = (): void => {
    this.#present.reload();
  };

  /** Reads the profile and the list again. Resolves when the profile has been read, or cannot be. */
  readonly #refresh = (): Promise<void> => {
    this.#room.changed();
    if (this.#present.state.status === 'idle') return Promise.resolve();
    this.#reload();
    return new Promise((resolve) => this.#waiting.push(resolve));
  };

  #settle(): void {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }

  #person({ user: { costCentre, subscriptions } }: VersionedUser): TemplateResult {
    const { text } = this.#room;
    return html`${this.#edits.person()}${
      subscriptions?.length
        ? html`<div class="cards">
            ${subscriptions.map((subscription) => this.#card(subscription, subscription.costCentre ?? costCentre))}
          </div>`
        : html`<div class="panel card">
            <p>${text.say(subscriptions ? 'user.noSubscription' : 'state.unknown')}</p>
            ${costCentre ? html`<dl>${fact(text, text.say('user.costCentre'), costCentre)}</dl>` : nothing}
          </div>`
    }`;
  }

  #card(subscription: Read<Subscription>, costCentre: string | null | undefined): TemplateResult {
    return subscriptionCard(this.#room, subscription, costCentre, this.#room.mayChange ? this.#deeds : undefined);
  }

  #args(kind: 'user' | 'subscription'): ThingArgs | undefined {
    const sender = this.#room.sender();
    const id = this.#room.param(kind);
    return sender && id !== undefined ? [...sender, id] : undefined;
  }
}

const failure = (words: string): TemplateResult => html`<p class="strip failure">${alertIcon}${words}</p>`;
