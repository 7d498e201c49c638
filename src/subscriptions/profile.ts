/** The profile: one person with all their subscriptions, or one subscription that no person has (R14.1). It comes when it is opened. */
import { css, html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { Client } from '../api/client.ts';
import { ProblemError, type Problem } from '../api/problem.ts';
import type { Read } from '../api/read.ts';
import { Later, type Styled } from '../ui/later.ts';
import { placeBones } from '../ui/place-head.ts';
import { Resource } from '../ui/resource.ts';
import { problemNotice, show } from '../ui/show.ts';
import type * as ComingCode from './coming-changes.ts';
import type { Coming } from './coming-changes.ts';
import { readSubscription, readUser, type VersionedUser } from './profile-api.ts';
import { cardStyles, deedButton, subscriptionCard } from './profile-card.ts';
import type * as DoingsCode from './profile-doings.ts';
import { messages as profileMessages } from './profile-messages.ts';
import type { Doings, ProfileRoom } from './profile-room.ts';
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
  `,
];

/** The id is a person's, or that of a subscription which no person has. */
type ProfileArgs = readonly [client: Client, company: string, kind: 'user' | 'subscription', id: string];

interface Shown {
  /** Not there for a subscription alone. */
  readonly person: VersionedUser | undefined;
  readonly subscriptions: readonly Read<Subscription>[] | undefined;
}

export const open = (room: Room): Behind => new Profile(room);

class Profile implements Behind, ReactiveController {
  readonly #room: ProfileRoom;
  readonly #profile: Resource<ProfileArgs, Shown>;
  /** Those who wait for the profile to be read again. */
  #waiting: (() => void)[] = [];
  /** What is done from here, and what is to come: their code comes when there is any of it. */
  readonly #doingsCode: Later<typeof DoingsCode>;
  readonly #comingCode: Later<typeof ComingCode>;
  #doings: Doings | undefined;
  #coming: Coming | undefined;

  constructor(room: Room) {
    this.#room = room as ProfileRoom; // its words have been learnt when this is made
    const { element, adopt } = room;
    this.#profile = new Resource(element, {
      owner: 4,
      args: () => this.#args(),
      load: (args, signal) => this.#load(args, signal),
      onProblem: (problem: Problem) => {
        room.failed(problem);
        this.#coming?.missed();
        this.#settle();
      },
      onValue: () => {
        this.#coming?.seen(this.#subscriptions);
        this.#settle();
      },
    });
    const later = <Module extends Styled>(fetch: () => Promise<Module>, come: (module: Module) => void) =>
      new Later(element, fetch, async (module) => {
        await adopt(module);
        come(module);
      });
    this.#doingsCode = later(
      () => import('./profile-doings.ts'),
      ({ open: begin }) => {
        this.#doings = begin(this.#room, {
          subscription: (id) => this.#subscriptions.find((found) => found.id === id),
          user: () => this.#person,
          owner: () => this.head().name,
          refresh: this.#refresh,
        });
      },
    );
    this.#comingCode = later(
      () => import('./coming-changes.ts'),
      ({ open: follow }) => {
        this.#coming = follow(this.#room, this.#profile.reload);
      },
    );
    element.addController(this);
  }

  readonly head = () => {
    const { text, known, param } = this.#room;
    const id = param('user');
    const row = known(id ?? param('subscription') ?? '');
    if (id === undefined) {
      const label = this.#subscriptions[0]?.label ?? row?.label;
      return { name: label ?? text.say('user.subscription'), under: text.say('user.nobody') };
    }
    const user = this.#person?.user ?? row?.user;
    const under = user ? (user.email ?? text.say(user.email === null ? 'user.noEmail' : 'state.unknown')) : '\u00a0';
    return { name: user ? nameOf(text, { user, label: null }) : text.say('user.profile'), under };
  };

  readonly render = (): unknown => {
    const room = this.#room;
    return html`${
      this.#doingsCode.failed ? problemNotice(room, { kind: 'unreachable' }, () => void this.#doingsCode.load()) : this.#doings?.notice()
    }${this.#coming?.failures()}${show(room, this.#profile.state, {
      waiting: placeBones,
      value: (shown) => this.#body(shown),
      retry: this.#profile.reload,
      forbidden: room.noAccess,
    })}`;
  };

  readonly above = (): unknown => this.#doings?.above();

  readonly forget = (): void => {
    this.#doings?.forget();
    this.#coming?.stop();
  };

  readonly recover = (): void => {
    this.#profile.recover();
    this.#doings?.recover();
  };

  hostUpdate(): void {
    const { status } = this.#profile.state;
    if (status !== 'ready') this.#coming?.stop();
    if (status === 'idle') this.#settle();
  }

  get #shown(): Shown | undefined {
    const { state } = this.#profile;
    return state.status === 'ready' ? state.value : undefined;
  }

  get #person(): VersionedUser | undefined {
    return this.#shown?.person;
  }

  get #subscriptions(): readonly Read<Subscription>[] {
    return this.#shown?.subscriptions ?? [];
  }

  #args(): ProfileArgs | undefined {
    const { sender, param } = this.#room;
    const who = sender();
    const kind = param('user') === undefined ? 'subscription' : 'user';
    const id = param(kind);
    return who && id !== undefined ? [...who, kind, id] : undefined;
  }

  async #load([client, company, kind, id]: ProfileArgs, signal: AbortSignal): Promise<Shown> {
    const person = kind === 'user' ? await readUser(client, company, id, signal) : undefined;
    const subscriptions = person ? person.user.subscriptions : [await readSubscription(client, company, id, signal)];
    if (subscriptions?.some(isChanging)) {
      await this.#comingCode.load();
      if (!this.#coming) throw new ProblemError({ kind: 'unreachable' });
    }
    return { person, subscriptions };
  }

  /** Reads the profile and the list again. Resolves when the profile has been read, or cannot be. */
  readonly #refresh = (): Promise<void> => {
    this.#room.changed();
    if (this.#profile.state.status === 'idle') return Promise.resolve();
    this.#profile.reload();
    return new Promise((resolve) => this.#waiting.push(resolve));
  };

  #settle(): void {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }

  /** Something is to be done: what does it is fetched first. */
  readonly #act = (act: (doings: Doings) => void): void => {
    const { element } = this.#room;
    const { route } = element;
    void this.#doingsCode.load().then(() => {
      if (this.#doings && element.route === route) act(this.#doings);
    });
  };

  #body({ person, subscriptions }: Shown): TemplateResult {
    const { text, mayChange } = this.#room;
    const costCentre = person?.user.costCentre;
    return html`${person && (this.#doings?.form() ?? (mayChange && html`<div class="person deeds no-print">${deedButton(text, this.#act, 'user.edit')}</div>`))}${
      subscriptions?.length
        ? html`<div class="cards">
            ${subscriptions.map((subscription) =>
              subscriptionCard(this.#room, {
                subscription,
                costCentre: person ? (subscription.costCentre ?? costCentre) : subscription.costCentre,
                act: mayChange ? this.#act : undefined,
                unsure: this.#doings?.strip(subscription.id),
                coming: this.#coming?.strips(
                  subscription,
                  mayChange
                    ? (change) => {
                        this.#act(({ begin }) => {
                          begin('act.undo', subscription, change);
                        });
                      }
                    : undefined,
                ),
              }),
            )}
          </div>`
        : html`<div class="panel card">
            <p>${text.say(subscriptions ? 'user.noSubscription' : 'state.unknown')}</p>
            ${costCentre ? html`<dl>${fact(text, text.say('user.costCentre'), costCentre)}</dl>` : nothing}
          </div>`
    }`;
  }
}

const isChanging = ({ changes, lastDay, moveDate }: Read<Subscription>): boolean => [changes?.length, lastDay, moveDate].some(Boolean);
