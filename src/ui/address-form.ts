/** Where something is sent: the company's main address as text, or another Danish address in fields (R23, D16, D17). */
import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { parseAddress, type Address, type AddressProblem, type Postcodes, type TypedAddress } from '../api/address.ts';
import type { RejectedField } from '../api/problem.ts';
import type { Read } from '../api/read.ts';
import { addressLines } from './address-lines.ts';
import { fieldOf, labels, sentenceOf, type AddressField, type AddressWords } from './address-problems.ts';
import type * as SearchCode from './address-search.ts';
import type { AddressSearch, AddressSearchOptions } from './address-search.ts';
import { textField, type FormError } from './field.ts';
import { Later } from './later.ts';

export interface AddressFormOptions {
  /** Begins the ids of the fields in the shadow root: `{id}-street`, `{id}-houseNumber`, … */
  readonly id: string;
  /** The widget has learnt the words of addresses and of forms. */
  readonly say: AddressWords;
  /** The company's main address; null where there is none on record (R23.8), `undefined` while it is not known. */
  readonly main: () => Read<Address> | null | undefined;
  /** Something has been typed, or the main address put back: the owner may keep {@link AddressForm.typed} in its draft. */
  readonly changed?: () => void;
  /** What it takes to search for an address while it is typed (R23.6); without it there are only the fields. */
  readonly search?: Pick<AddressSearchOptions, 'room' | 'find'>;
  /** An operator's own list of postcodes in place of ours (ADR-6). */
  readonly postcodes?: () => Promise<Postcodes>;
}

const fields = ['street', 'houseNumber', 'floor', 'door', 'place', 'postcode'] as const satisfies readonly AddressField[];
const optional: ReadonlySet<AddressField> = new Set(['floor', 'door', 'place']);

/** What a browser may fill in; it knows no house numbers, so they come with the street. */
const filledIn: Readonly<Partial<Record<AddressField, AutoFill>>> = {
  street: 'shipping address-line1',
  postcode: 'shipping postal-code',
};

/** »Prøvevej 12B, 2. th.« in the field of the street. */
const wholeLine = /^(.*\p{L}\S*) (\d{1,3} ?\p{L}?)(?:,? (\S+?)\.?(?:,? (\S+?)\.?)?)?$/u;

const pointer = /^\/delivery\/(street|houseNumber|floor|door|place|postcode|town)$/;

export class AddressForm implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #options: AddressFormOptions;
  /** The search comes when an address is typed, where there is anything to search in. */
  readonly #searchCode: Later<typeof SearchCode>;
  #search: AddressSearch | undefined;
  #isDisposed = false;
  #typed: TypedAddress | undefined;
  #postcodes: Postcodes | undefined;
  #loading: Promise<void> | undefined;
  /** The list of postcodes could not be fetched (F29). */
  #failed = false;
  /** The fields whose problems are shown: those that were left with something in them, or all once it was to be sent. */
  #judged: ReadonlySet<AddressField> = new Set();
  /** What the backend did not accept, until it is changed. */
  #refused: readonly AddressProblem[] = [];

  constructor(host: ReactiveControllerHost & Element, options: AddressFormOptions) {
    this.#host = host;
    this.#options = options;
    this.#searchCode = new Later(
      host,
      () => import('./address-search.ts'),
      async (module) => {
        await options.search?.room.adopt(module);
        if (!this.#isDisposed) this.#search = this.#searchIn(module);
      },
    );
    host.addController(this);
  }

  hostUpdate(): void {
    if (!this.#fields) return;
    if (!this.#failed) void this.#load();
    if (!this.#searchCode.failed) this.#fetchSearch();
  }

  /** What is typed in place of the main address; `undefined` while that is meant. */
  get typed(): TypedAddress | undefined {
    return this.#typed;
  }

  /** Takes up what was typed before, or the main address. */
  readonly restore = (typed: TypedAddress | undefined): void => {
    this.#typed = typed;
    this.#judged = new Set();
    this.#refused = [];
    this.#search?.forget();
    this.#host.requestUpdate();
  };

  /** Another person or company: lets go of what was typed. */
  readonly forget = (): void => {
    this.restore(undefined);
  };

  /** What failed may work again. */
  readonly recover = (): void => {
    this.#search?.recover();
  };

  /** Lets go of the widget it stood in. */
  readonly dispose = (): void => {
    this.#isDisposed = true;
    this.#search?.dispose();
    this.#host.removeController(this);
  };

  /** Where to send as it stands now; `undefined` while something is missing or wrong. It tells nothing of that on screen. */
  get address(): Address | undefined {
    const typed = this.#fields;
    if (!typed) return this.#main ?? undefined;
    if (this.#search?.isPending) return undefined;
    const parsed = this.#postcodes && !this.#refused.length && parseAddress(typed, this.#postcodes);
    return parsed && 'address' in parsed ? parsed.address : undefined;
  }

  /** Where to send. `undefined` while something is wrong, which then is on screen and in {@link errors}, or the main address is not known. */
  readonly check = async (): Promise<Address | undefined> => {
    if (this.#fields) {
      await this.#load();
      this.#judged = new Set(fields);
      this.#search?.tell();
      this.#host.requestUpdate();
    }
    return this.address;
  };

  /** What the backend did not accept of it is shown at its fields, which are opened; gives back what is not about the address (F19). */
  readonly reject = (rejected: readonly RejectedField[]): RejectedField[] => {
    const mine = new Map(
      rejected.flatMap((one) => {
        const field = pointer.exec(one.pointer)?.[1] as keyof Address | undefined;
        return field ? [[one, { field, type: one.type as AddressProblem['type'] }]] : [];
      }),
    );
    if (mine.size) this.restore(this.#fields ?? this.#start());
    this.#refused = [...mine.values()];
    return rejected.filter((one) => !mine.has(one));
  };

  /** What is wrong and on screen, for the list of errors. */
  get errors(): FormError[] {
    const own = fields.flatMap((field) => {
      const text = this.#errorOf(field);
      return text === undefined ? [] : [{ id: this.#idOf(field), text }];
    });
    return [...((this.#fields && this.#search?.errors) ?? []), ...own];
  }

  render(): TemplateResult {
    const { say } = this.#options;
    const typed = this.#fields;
    const main = this.#main;
    if (!typed)
      return html`<div class="address">
        <p class="dim small">${say(main ? 'del.main' : 'state.loading')}</p>
        ${
          main
            ? html`${addressLines(main)}
                <button
                  type="button"
                  id=${this.#idOf('edit')}
                  @pointerenter=${this.#fetchSearch}
                  @focus=${this.#fetchSearch}
                  @click=${this.#edit}
                >
                  ${say('step.edit')}<span class="visually-hidden"> ${say('del.address').toLowerCase()}</span>
                </button>`
            : nothing
        }
      </div>`;
    const town = this.#town(typed);
    return html`<div class="address">
      ${this.#search?.render()}
      <div class="address-fields">
        ${this.#field('street', 'main', typed)} ${this.#field('houseNumber', 'third', typed)} ${this.#field('floor', 'half', typed)}
        ${this.#field('door', 'half', typed)} ${this.#field('place', '', typed)} ${this.#field('postcode', 'third', typed)}
        <div class="rest">
          ${textField({ id: this.#idOf('town'), label: say('del.town'), value: town, readonly: true, typed: () => {} })}
        </div>
      </div>
      <p role="status" class="visually-hidden">${town}</p>
      ${main ? html`<button type="button" @click=${this.#reset}>${say('del.reset')}</button>` : nothing}
    </div>`;
  }

  #field(field: AddressField, width: string, typed: TypedAddress): TemplateResult {
    const { say } = this.#options;
    return html`<div class=${width}>
      ${textField({
        id: this.#idOf(field),
        label: say(labels[field]),
        value: typed[field],
        error: this.#errorOf(field),
        optional: optional.has(field) ? say('state.optional') : undefined,
        autocomplete: filledIn[field] ?? 'off',
        most: 200,
        ...(field === 'postcode' && { inputmode: 'numeric' }),
        typed: (value) => {
          this.#type(field, value);
        },
        left: () => {
          this.#leave(field);
        },
      })}
    </div>`;
  }

  /** The main address, if all of it could be read (F09). */
  get #main(): Address | null | undefined {
    const main = this.#options.main();
    return main && Object.values(main).includes(undefined) ? null : (main as Address | null | undefined);
  }

  /** What stands in the fields; `undefined` while the main address is meant. */
  get #fields(): TypedAddress | undefined {
    return this.#typed ?? (this.#main === null ? this.#start() : undefined);
  }

  #idOf(part: string): string {
    return `${this.#options.id}-${part}`;
  }

  #town({ postcode }: TypedAddress): string {
    return this.#postcodes?.(postcode.replace(/\D/g, ''))?.town ?? '';
  }

  #errorOf(field: AddressField): string | undefined {
    const typed = this.#fields;
    if (!typed) return undefined;
    const { say } = this.#options;
    if (this.#failed && field === 'postcode' && this.#judged.has(field)) return say('err.unreachable');
    const parsed = this.#postcodes && this.#judged.has(field) ? parseAddress(typed, this.#postcodes) : { problems: [] };
    const problems = [...this.#refused, ...('problems' in parsed ? parsed.problems : [])];
    const problem = problems.find((one) => fieldOf(one.field) === field);
    return problem && sentenceOf(say, field, problem.type, typed);
  }

  /** The fields as they open: with what is known of the main address. */
  #start(): TypedAddress {
    return typedOf(this.#options.main());
  }

  #searchIn({ open }: typeof SearchCode): AddressSearch | undefined {
    const { say, search } = this.#options;
    return (
      search &&
      open(this.#host, {
        ...search,
        id: this.#idOf('search'),
        say: say as AddressSearchOptions['say'], // its words are learnt with it
        chosen: (address) => {
          this.#typed = typedOf(address);
          this.#judged = new Set(fields);
          this.#refused = [];
          this.#options.changed?.();
        },
        gone: () => {
          this.#focus('street');
        },
      })
    );
  }

  readonly #fetchSearch = (): void => {
    const { search } = this.#options;
    if (search && search.room.connection?.addresses !== null) void this.#searchCode.load();
  };

  #type(field: AddressField, value: string): void {
    this.#search?.forget();
    this.#typed = { ...(this.#fields ?? this.#start()), [field]: value };
    this.#judged = new Set([...this.#judged].filter((one) => one !== field));
    this.#refused = this.#refused.filter((problem) => fieldOf(problem.field) !== field);
    this.#options.changed?.();
    this.#host.requestUpdate();
  }

  #leave(field: AddressField): void {
    const typed = this.#typed;
    if (!typed?.[field].trim()) return;
    const whole = field === 'street' ? wholeLine.exec(typed.street.trim()) : null;
    const [, street, houseNumber, floor = typed.floor, door = typed.door] = whole ?? [];
    if (street && houseNumber && !typed.houseNumber) {
      this.#typed = { ...typed, street, houseNumber, floor, door };
      this.#options.changed?.();
    }
    this.#judged = new Set([...this.#judged, field]);
    this.#host.requestUpdate();
  }

  readonly #edit = (): void => {
    this.restore(this.#start());
    this.#options.changed?.();
    this.#focus('search', 'street');
  };

  readonly #reset = (): void => {
    this.restore(undefined);
    this.#options.changed?.();
    this.#focus('edit');
  };

  /** What was pressed goes away: the focus goes to what takes its place. */
  #focus(...parts: readonly string[]): void {
    const root = this.#host.shadowRoot ?? this.#host;
    const find = (part: string) => root.querySelector<HTMLElement>(`#${CSS.escape(this.#idOf(part))}`);
    void this.#host.updateComplete.then(() => parts.map(find).find(Boolean)?.focus());
  }

  #load(): Promise<void> {
    const { postcodes = ours } = this.#options;
    return (this.#loading ??= postcodes().then(
      (list) => {
        this.#postcodes = list;
        this.#failed = false;
        this.#host.requestUpdate();
      },
      () => {
        this.#loading = undefined;
        this.#failed = true;
        this.#host.requestUpdate();
      },
    ));
  }
}

/** An address in fields. */
const typedOf = (address: Read<Address> | null | undefined): TypedAddress =>
  Object.fromEntries(fields.map((field) => [field, address?.[field] ?? ''])) as TypedAddress;

/** It comes when an address is edited. */
const ours = async (): Promise<Postcodes> => (await import('../api/postcodes.ts')).townOf;
