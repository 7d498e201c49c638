/** The first question: who the product is for, somebody new or somebody the company has already (R20–R22). */
import { html, nothing, type TemplateResult } from 'lit';
import { choicesField, textField } from '../ui/field.ts';
import { Later } from '../ui/later.ts';
import type { KnownPerson, PeopleLookUp } from '../ui/people-look-up.ts';
import { problemNotice, waiting } from '../ui/show.ts';
import type { ProductDraft } from './form-draft.ts';
import type { FormStage } from './form-stage.ts';
import type * as People from './people.ts';

export class UserQuestion {
  readonly #stage: FormStage;
  readonly #people: Later<typeof People>;
  #lookUp: PeopleLookUp | undefined;

  constructor(stage: FormStage) {
    this.#stage = stage;
    const { room, change } = stage;
    this.#people = new Later(
      room.element,
      () => import('./people.ts'),
      async (module) => {
        await room.adopt(module);
        this.#lookUp = module.open({
          ...{ room, id: 'user', nameId: 'name' },
          chosen: this.#choose,
          createNew: (name) => {
            change({ userKind: 'new', name });
          },
          use: (user) => {
            change({ userKind: 'existing' });
            this.#choose(user);
          },
        });
      },
    );
  }

  readonly render = (): TemplateResult => {
    const { room, content, change, errorOf } = this.#stage;
    const { say } = room;
    const { userKind } = content;
    return html`
      ${choicesField<'new' | 'existing'>({
        id: 'userKind',
        label: say('prod.forWhom'),
        error: errorOf('userKind'),
        value: userKind || undefined,
        choices: [
          { value: 'new', label: say('prod.newUser') },
          { value: 'existing', label: say('prod.existingUser') },
        ],
        chosen: (chosen) => {
          // What was offered of somebody else is not put down for a new user.
          change({ userKind: chosen, ...(chosen === 'new' && this.#costCentre('')) });
          void this.#people.load();
        },
      })}
      ${userKind === 'new' ? this.#newUser() : userKind === 'existing' ? this.#existing() : nothing}
    `;
  };

  readonly recover = (): void => {
    this.#lookUp?.recover();
  };

  readonly forget = (): void => {
    this.#lookUp?.forget();
  };

  #newUser(): TemplateResult {
    const { room, content } = this.#stage;
    return html`
      <div>${this.#text('name', room.say('user.name'), 100)} ${this.#lookUp?.hint(content.name) ?? nothing}</div>
      ${this.#text('email', room.say('user.email'), 254, room.say('state.optional'))}
    `;
  }

  #text(id: 'name' | 'email', label: string, most: number, optional?: string): TemplateResult {
    const { content, change, errorOf, left } = this.#stage;
    return textField({
      ...{ id, label, most, optional, error: errorOf(id), value: content[id] },
      ...(id === 'email' && { type: 'email', inputmode: 'email' }),
      typed: (value) => {
        change({ [id]: value });
        void this.#people.load();
      },
      left: () => {
        left(id);
      },
    });
  }

  #existing(): unknown {
    const { room, content, errorOf } = this.#stage;
    if (this.#lookUp) return this.#lookUp.render(content.user ?? undefined, errorOf('user'));
    if (!this.#people.failed) void this.#people.load();
    return this.#people.failed
      ? problemNotice(room, { kind: 'unreachable' }, () => void this.#people.load())
      : waiting(room, false, () => html`<span class="bone"></span>`);
  }

  /** What the company has put down for the person is offered, and what somebody has typed is left alone. */
  readonly #choose = (user: KnownPerson | undefined): void => {
    this.#stage.change({ user: user ?? null, ...this.#costCentre(user?.costCentre ?? '') });
  };

  #costCentre(usersCostCentre: string): Partial<ProductDraft> {
    const { content } = this.#stage;
    const untouched = content.costCentre === content.usersCostCentre;
    return { usersCostCentre, ...(untouched && { costCentre: usersCostCentre }) };
  }
}
