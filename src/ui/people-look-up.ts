/** Those the company has already: found by the first letters of their names, and pointed out when a new one is called the same (R21, R22). */
import type { ReactiveControllerHost } from 'lit';
import type { FoundPerson } from '../api/found-person.ts';
import type { Problem } from '../api/problem.ts';
import type { Read } from '../api/read.ts';
import { formatPhone } from './format.ts';
import { danish } from './look-up-messages.ts';
import type { LookUpWords } from './look-up-parts.ts';
import { lookUpStyles } from './look-up-styles.ts';
import { LookUp } from './look-up.ts';
import { Namesakes } from './namesakes.ts';
import type { Sender } from './submission.ts';
import type { Found } from './suggestions.ts';
import type { Messages } from './text.ts';

export const styles = lookUpStyles;

export const messages: Messages<keyof typeof danish> = {
  da: danish,
  en: async () => (await import('./look-up-messages.en.ts')).english,
};

/** Somebody the company has, with what tells namesakes apart: a telephone number, else an e-mail address (R21.2). */
export interface KnownPerson {
  readonly id: string;
  readonly name: string;
  readonly detail: string;
  /** As it is put down for them; empty where there is none. */
  readonly costCentre?: string;
}

export interface PeopleLookUpOptions {
  /** What it stands in; it has learnt the words of looking up. */
  readonly room: {
    readonly element: ReactiveControllerHost & HTMLElement;
    readonly root: ParentNode;
    readonly say: LookUpWords;
    readonly sender: () => Sender | undefined;
    readonly failed: (problem: Problem) => void;
  };
  /** The id of the field in the shadow root. */
  readonly id: string;
  /** The id of the field for the name of somebody new. */
  readonly nameId: string;
  readonly find: (sender: Sender, search: string, signal: AbortSignal) => Promise<Found<Read<FoundPerson>>>;
  /** Somebody has been chosen from the list; `undefined` once the text is changed again. */
  readonly chosen: (person: KnownPerson | undefined) => void;
  /** It is to be somebody new, of this name (R22.2). */
  readonly createNew: (name: string) => void;
  /** It is to be this one rather than somebody new of the same name (R22.3). */
  readonly use: (person: KnownPerson) => void;
}

export class PeopleLookUp {
  readonly #options: PeopleLookUpOptions;
  readonly #lookUp: LookUp<KnownPerson>;
  readonly #namesakes: Namesakes<KnownPerson>;

  constructor(options: PeopleLookUpOptions) {
    this.#options = options;
    const { room, id, nameId, find, chosen, createNew, use } = options;
    const focus = (field: string) =>
      void room.element.updateComplete.then(() => room.root.querySelector<HTMLElement>(`#${CSS.escape(field)}`)?.focus());
    const common = {
      say: room.say,
      sender: room.sender,
      label: ({ name }: KnownPerson) => name,
      describe: ({ detail }: KnownPerson) => detail,
      search: async (sender: Sender, search: string, signal: AbortSignal) => {
        const { items, total } = await find(sender, search, signal);
        return { items: items.flatMap(known), total };
      },
      onProblem: room.failed,
    };
    this.#lookUp = new LookUp(room.element, {
      ...common,
      ...{ id, chosen },
      createNew: (name) => {
        createNew(name);
        focus(nameId);
      },
    });
    this.#namesakes = new Namesakes(room.element, {
      ...common,
      use: (person) => {
        use(person);
        focus(id);
      },
    });
  }

  readonly render = (value: KnownPerson | undefined, error: string | undefined): unknown =>
    this.#lookUp.render({ label: this.#options.room.say('prod.lookup'), error, value });

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
    this.#namesakes.forget();
  };
}

/** Somebody without a name cannot be chosen by it (F09). */
const known = ({ id, name, email, phone, costCentre }: Read<FoundPerson>): KnownPerson[] =>
  name ? [{ id, name, detail: phone ? formatPhone(phone) : (email ?? ''), costCentre: costCentre ?? '' }] : [];
