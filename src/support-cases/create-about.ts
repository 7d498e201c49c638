/** What a new case is about: a user looked up by name, or one of the newest orders or invoices. It comes when something is to be named. */
import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { CaseAboutKind } from '../api/case.ts';
import type { Client } from '../api/client.ts';
import { findPeople } from '../api/find-people.ts';
import type { Read } from '../api/read.ts';
import { describedBy, field } from '../ui/field.ts';
import { formatDay, formatMoment, formatPhone } from '../ui/format.ts';
import { lookUpStyles } from '../ui/look-up-styles.ts';
import { LookUp } from '../ui/look-up.ts';
import { Resource } from '../ui/resource.ts';
import { problemWords, waiting } from '../ui/show.ts';
import { messages as words } from './create-about-messages.ts';
import type { CreateStage } from './create-stage.ts';
import { findCase, findThings, mostThings, type NumberedCase, type Thing } from './create-things.ts';

export const messages = words;
export const styles = lookUpStyles;

interface User {
  readonly id: string;
  readonly name: string;
  readonly detail: string;
}

type Args = readonly [client: Client, company: string, kind: CaseAboutKind, id: string];

type FollowedArgs = readonly [client: Client, company: string, id: string];

export class About {
  readonly #stage: CreateStage;
  readonly #people: LookUp<User>;
  readonly #things: Resource<Args, readonly Thing[]>;
  readonly #followed: Resource<FollowedArgs, Read<NumberedCase>>;
  /** The kind that was asked for last, and the id of what was chosen of it then. */
  #asked: readonly [kind: CaseAboutKind, id: string] | undefined;

  constructor(stage: CreateStage) {
    this.#stage = stage;
    const { room } = stage;
    const { element, say, sender } = room;
    this.#people = new LookUp<User>(element, {
      ...{ id: 'about', say, sender, onProblem: room.failed },
      label: ({ name }) => name,
      describe: ({ detail }) => detail,
      search: async (who, text, signal) => {
        const { items, total } = await findPeople(who, text, signal);
        // Somebody without a name cannot be chosen by it (F09).
        const users = items.flatMap(({ id, name, email, phone }) =>
          name ? [{ id, name, detail: phone ? formatPhone(phone) : (email ?? '') }] : [],
        );
        return { items: users, total };
      },
      chosen: (user) => {
        stage.change({ about: user ?? null });
      },
    });
    this.#things = new Resource<Args, readonly Thing[]>(element, {
      owner: 3,
      args: () => this.#args(),
      load: (args, signal) => findThings(...args, signal),
      onProblem: (problem) => {
        // What led here is gone, or not for this person to see: the case can be about something else.
        const { kind } = problem;
        if (this.#asked?.[1] && (kind === 'missing' || kind === 'forbidden')) {
          this.#asked = undefined;
          stage.aboutGone();
        } else room.failed(problem);
      },
    });
    this.#followed = new Resource<FollowedArgs, Read<NumberedCase>>(element, {
      owner: 2,
      args: () => {
        const who = room.sender();
        return who && stage.place && room.known(stage.place)?.number === undefined ? [...who, stage.place] : undefined;
      },
      load: (args, signal) => findCase(...args, signal),
    });
  }

  /** The number of the case that is followed, as soon as it is known. */
  get followed(): string | undefined {
    const { state } = this.#followed;
    return state.status === 'ready' ? state.value.number : undefined;
  }

  readonly render = (): unknown => {
    const { content, errorOf } = this.#stage;
    const { aboutKind, about } = content;
    if (aboutKind !== 'user') return this.#select(aboutKind === 'order' ? 'about.order' : 'about.invoice');
    const { state } = this.#things;
    if (about && !about.name && (state.status === 'idle' || state.status === 'loading')) return this.#bone();
    const found = about && !about.name && state.status === 'ready' ? state.value.find(({ id }) => id === about.id) : undefined;
    const user = about && { ...about, name: [about.name, found?.name].find(Boolean) ?? this.#stage.room.say('state.unknown') };
    return this.#people.render({ label: this.#stage.room.say('prod.lookup'), error: errorOf('about'), value: user ?? undefined });
  };

  readonly recover = (): void => {
    this.#people.recover();
    this.#things.recover();
  };

  readonly forget = (): void => {
    this.#people.forget();
    this.#asked = undefined;
  };

  #args(): Args | undefined {
    const { place, content, room } = this.#stage;
    const { aboutKind, about } = content;
    const sender = room.sender();
    if (!sender || place === undefined || !aboutKind) return undefined;
    // What is chosen afterwards is one of those that are there.
    if (this.#asked?.[0] !== aboutKind) this.#asked = [aboutKind, aboutKind === 'user' && about?.name ? '' : (about?.id ?? '')];
    return aboutKind === 'user' && !this.#asked[1] ? undefined : [...sender, ...this.#asked];
  }

  #bone(): TemplateResult {
    const { state } = this.#things;
    return waiting(this.#stage.room, state.status === 'loading' && state.long, () => html`<span class="bone"></span>`);
  }

  #select(label: 'about.order' | 'about.invoice'): TemplateResult {
    const { room, content, change, errorOf } = this.#stage;
    const { say, language } = room;
    const { state } = this.#things;
    if (state.status === 'failed')
      return html`<div class="strip">
        <span role="alert">${say(problemWords(state.problem.kind))}</span>
        <button type="button" @click=${this.#things.reload}>${say('act.retry')}</button>
      </div>`;
    if (state.status !== 'ready') return this.#bone();
    const things = state.value;
    const parts = {
      ...{ id: 'about', label: say(label), error: errorOf('about') },
      help: things.length ? (things.length >= mostThings ? say('about.newest', { n: mostThings }) : undefined) : say('about.none'),
    };
    const dayOf = ({ at }: Thing) => (at.includes('T') ? formatMoment(language, Date.parse(at)) : at && formatDay(language, at, 'table'));
    return field(
      parts,
      html`<select
        id="about"
        aria-invalid=${parts.error ? 'true' : 'false'}
        aria-describedby=${ifDefined(describedBy(parts))}
        @change=${(event: Event) => {
          const { value } = event.target as HTMLSelectElement;
          const thing = things.find(({ id }) => id === value);
          change({ about: thing ? { id: thing.id, name: thing.name, detail: '' } : null });
        }}
      >
        <option value="" .selected=${!content.about}>${say('about.choose')}</option>
        ${things.map(
          (thing) =>
            html`<option value=${thing.id} .selected=${thing.id === content.about?.id}>
              ${[thing.name || say('state.unknown'), dayOf(thing)].filter(Boolean).join(' · ')}
            </option>`,
        )}
      </select>`,
    );
  }
}
