/** The first step: who the subscription is for, somebody new or somebody the company has already (R20–R22). */
import { html, nothing, type TemplateResult } from 'lit';
import { isEmail } from '../api/email.ts';
import { choicesField, textField, type FormError } from '../ui/field.ts';
import { Later } from '../ui/later.ts';
import type { PeopleLookUp } from '../ui/people-look-up.ts';
import { problemNotice, waiting } from '../ui/show.ts';
import type { WizardDraft } from './wizard-draft.ts';
import { filled } from './wizard-fields.ts';
import type * as People from './wizard-people.ts';
import type { Stage, Step } from './wizard-stage.ts';

export class UserStep implements Step {
  readonly #stage: Stage;
  readonly #users: Later<typeof People>;
  #lookUp: PeopleLookUp | undefined;

  constructor(stage: Stage) {
    this.#stage = stage;
    const { room } = stage;
    this.#users = new Later(
      room.element,
      () => import('./wizard-people.ts'),
      async (module) => {
        await room.adopt(module);
        this.#lookUp = module.open(stage);
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
        label: say('guide.forWhom'),
        error: errorOf('userKind'),
        value: userKind || undefined,
        choices: [
          { value: 'new', label: say('prod.newUser') },
          { value: 'existing', label: say('prod.existingUser') },
        ],
        chosen: (chosen) => {
          change({ userKind: chosen });
          void this.#users.load();
        },
      })}
      ${userKind === 'new' ? this.#newUser() : userKind === 'existing' ? this.#existing() : nothing}
    `;
  };

  readonly errors = (): FormError[] => {
    const { room, content } = this.#stage;
    const { userKind, name, email, user } = content;
    if (userKind === '') return [{ id: 'userKind', text: room.say('err.whose') }];
    if (userKind === 'existing') return user ? [] : [{ id: 'user', text: room.say('err.userPick') }];
    return [
      ...filled(room, { id: 'name', value: name, label: room.say('user.name') }),
      ...(email.trim() && !isEmail(email.trim()) ? [{ id: 'email', text: room.say('err.email') }] : []),
    ];
  };

  readonly recover = (): void => {
    this.#lookUp?.recover();
  };

  readonly forget = (): void => {
    this.#lookUp?.forget();
  };

  #newUser(): TemplateResult {
    const { room } = this.#stage;
    const optional = room.say('state.optional');
    return html`
      <div>${this.#text('name', room.say('user.name'), 100)} ${this.#lookUp?.hint(this.#stage.content.name) ?? nothing}</div>
      ${this.#text('email', room.say('user.email'), 254, optional)} ${this.#text('costCentre', room.say('user.costCentre'), 50, optional)}
    `;
  }

  #text(id: keyof WizardDraft & ('name' | 'email' | 'costCentre'), label: string, most: number, optional?: string): TemplateResult {
    const { content, change, errorOf } = this.#stage;
    return textField({
      ...{ id, label, most, optional, error: errorOf(id), value: content[id] },
      ...(id === 'email' && { type: 'email', inputmode: 'email' }),
      typed: (value) => {
        change({ [id]: value });
        void this.#users.load();
      },
      left: () => {
        this.#stage.left(id);
      },
    });
  }

  #existing(): unknown {
    const { room, content, errorOf } = this.#stage;
    if (this.#lookUp) return this.#lookUp.render(content.user ?? undefined, errorOf('user'));
    if (!this.#users.failed) void this.#users.load();
    return this.#users.failed
      ? problemNotice(room, { kind: 'unreachable' }, () => void this.#users.load())
      : waiting(room, false, () => html`<span class="bone"></span>`);
  }
}
