/** Those the company has already: found by the first letters of their names, and pointed out when a new one is called the same (R21, R22). */
import { formatPhone } from '../ui/format.ts';
import { danish } from '../ui/look-up-messages.ts';
import { lookUpStyles } from '../ui/look-up-styles.ts';
import { LookUp } from '../ui/look-up.ts';
import { Namesakes } from '../ui/namesakes.ts';
import type { Sender } from '../ui/submission.ts';
import type { Found } from '../ui/suggestions.ts';
import type { Messages } from '../ui/text.ts';
import { searchUsers } from './api.ts';
import type { WizardDraft } from './wizard-draft.ts';
import type { Stage } from './wizard-stage.ts';

export const styles = lookUpStyles;

export const messages: Messages<keyof typeof danish> = {
  da: danish,
  en: async () => (await import('../ui/look-up-messages.en.ts')).english,
};

type Known = NonNullable<WizardDraft['user']>;

export class UserLookUp {
  readonly #stage: Stage;
  readonly #lookUp: LookUp<Known>;
  readonly #namesakes: Namesakes<Known>;

  constructor(stage: Stage) {
    this.#stage = stage;
    const { room, change } = stage;
    const common = {
      say: room.say,
      sender: room.sender,
      label: ({ name }: Known) => name,
      describe: ({ detail }: Known) => detail,
      onProblem: room.failed,
    };
    this.#lookUp = new LookUp<Known>(room.element, {
      ...common,
      id: 'user',
      search: (sender, search, signal) => find(sender, search, signal),
      chosen: (user) => {
        change({ user: user ?? null });
      },
      createNew: (name) => {
        change({ userKind: 'new', name });
        void room.element.updateComplete.then(() => room.root.querySelector<HTMLElement>('#name')?.focus());
      },
    });
    this.#namesakes = new Namesakes<Known>(room.element, {
      ...common,
      search: (sender, search, signal) => find(sender, search, signal),
      use: (user) => {
        change({ userKind: 'existing', user });
        void room.element.updateComplete.then(() => room.root.querySelector<HTMLElement>('#user')?.focus());
      },
    });
  }

  readonly render = (): unknown => {
    const { room, content, errorOf } = this.#stage;
    return this.#lookUp.render({
      label: room.say('prod.lookup'),
      error: errorOf('user'),
      value: content.user ?? undefined,
    });
  };

  /** That somebody of this name is there already. */
  readonly hint = (name: string): unknown => {
    this.#namesakes.ask(name);
    return this.#namesakes.render();
  };

  readonly recover = (): void => {
    this.#lookUp.recover();
  };

  readonly forget = (): void => {
    this.#lookUp.forget();
  };
}

/** People, by the first letters of their names; a telephone number tells namesakes apart, else an e-mail address (R21.2). */
const find = async ([client, company]: Sender, search: string, signal: AbortSignal): Promise<Found<Known>> => {
  const question = { search, sort: 'name', direction: 'ascending', offset: 0, limit: 20 } as const;
  const { items, total = 0 } = await searchUsers(client, company, question, signal);
  const people = items.flatMap(({ user, subscriptions }) => {
    if (!user?.name) return [];
    const phone = subscriptions?.find((subscription) => subscription.phone)?.phone;
    return [{ id: user.id, name: user.name, detail: phone ? formatPhone(phone) : (user.email ?? '') }];
  });
  return { items: people, total: Math.max(people.length, total - (items.length - people.length)) };
};
