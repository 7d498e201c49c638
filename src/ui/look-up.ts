/** Looking somebody up in a list that the backend searches: a combobox by the ARIA pattern (R21, R22). Its keys are combobox-nav's. */
import Combobox from '@github/combobox-nav';
import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { keyed } from 'lit/directives/keyed.js';
import { describedBy, errorOf, labelOf, type FieldParts } from './field.ts';
import { searchIcon } from './icons.ts';
import { failed, nobody, option, type LookUpWords } from './look-up-parts.ts';
import { problemWords } from './show.ts';
import { Suggestions, type SuggestionsOptions } from './suggestions.ts';

export interface LookUpOptions<Item> extends SuggestionsOptions<Item> {
  /** The id of the field in the shadow root, which errors link to. */
  readonly id: string;
  /** The widget has learnt the words of looking up. */
  readonly say: LookUpWords;
  /** What tells namesakes apart: a telephone number, else an e-mail address (R21.2). */
  readonly describe: (item: Item) => string;
  /** Somebody has been chosen; `undefined` once the text is changed again: only what is chosen counts (R21.6). */
  readonly chosen: (item: Item | undefined) => void;
  /** What of the text is marked in the suggestions, where that is not all of it. */
  readonly marking?: (typed: string) => string;
  /** Takes the name that nobody has over into a form for somebody new (R22.2). */
  readonly createNew?: (typed: string) => void;
}

export interface LookUpParts<Item> extends Omit<FieldParts, 'id'> {
  /** Who is chosen; the owner of the form keeps it. */
  readonly value: Item | undefined;
  /** The field was left; what is typed in it without a choice is {@link LookUp.typed}. */
  readonly left?: () => void;
}

export class LookUp<Item> implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #options: LookUpOptions<Item>;
  readonly #found: Suggestions<Item>;
  #value: Item | undefined;
  /** What stands in the field, when that is not the name of the one who is chosen. */
  #text: string | undefined;
  #open = false;
  #nav: Combobox | undefined;
  /** What the arrow keys go through. */
  #reachable: readonly Item[] = [];

  constructor(host: ReactiveControllerHost & Element, options: LookUpOptions<Item>) {
    this.#host = host;
    this.#options = options;
    this.#found = new Suggestions(host, options);
    host.addController(this);
  }

  /** What stands in the field without being an answer (R21.6). */
  get typed(): string {
    return this.#text?.trim() ?? '';
  }

  /** The backend could not be asked what is meant. */
  get failed(): boolean {
    return this.#found.failure !== undefined;
  }

  /** What failed may work again. */
  readonly recover = (): void => {
    this.#found.recover();
  };

  /** Lets go of what was typed. */
  readonly forget = (): void => {
    this.#text = undefined;
    this.#open = false;
    this.#found.want('');
  };

  /** Puts these words in the field as if they had been typed, and asks for what they find; in the middle of a choice that takes two steps. */
  readonly suggest = (words: string): void => {
    this.#text = words;
    this.#open = true;
    this.#found.want(words);
  };

  /** Lets go of the widget it stood in. */
  readonly dispose = (): void => {
    this.hostDisconnected();
    this.#found.dispose();
    this.#host.removeController(this);
  };

  hostUpdated(): void {
    const root = this.#host.shadowRoot ?? this.#host;
    const part = (suffix: string) => root.querySelector<HTMLElement>(`#${CSS.escape(this.#options.id + suffix)}`);
    const input = part('') as HTMLInputElement | null;
    const list = part('-list');
    if (input !== (this.#nav?.input ?? null)) {
      this.#nav?.destroy();
      this.#nav = input && list ? new Combobox(input, list, { tabInsertsSuggestions: false }) : undefined;
      this.#reachable = [];
    }
    if (this.#host.isConnected) part('-popup')?.togglePopover(this.#shows);
    const { current, items } = this.#found;
    const reachable = this.#shows && current ? items : [];
    if (reachable === this.#reachable || !(reachable.length || this.#reachable.length)) return;
    this.#reachable = reachable;
    // Nothing of an older list stays picked in a newer one.
    this.#nav?.stop();
    if (reachable.length) this.#nav?.start();
  }

  hostDisconnected(): void {
    this.#nav?.destroy();
    this.#nav = undefined;
    this.#open = false;
  }

  render({ value, left, ...field }: LookUpParts<Item>): TemplateResult {
    const { id, say, label, describe, createNew, marking = whole } = this.#options;
    const { items, current, failure } = this.#found;
    const parts = { ...field, id };
    this.#value = value;
    const who = value === undefined || this.#text !== undefined ? '' : describe(value);
    return html`<div
      class="form-field look-up"
      @focusin=${this.#enter}
      @keydown=${this.#press}
      @focusout=${(event: FocusEvent) => {
        this.#leave(event, left);
      }}
    >
      ${labelOf(parts)}
      <div class="field">
        ${searchIcon}
        <input
          id=${id}
          type="text"
          autocomplete="off"
          spellcheck="false"
          maxlength="100"
          aria-invalid=${parts.error ? 'true' : 'false'}
          aria-describedby=${ifDefined([who && `${id}-who`, describedBy(parts)].filter(Boolean).join(' ') || undefined)}
          .value=${this.#text ?? (value === undefined ? '' : label(value))}
          @input=${this.#type}
          @compositionend=${this.#type}
        />
      </div>
      ${who ? html`<p class="look-up-who dim small" id="${id}-who"><bdi dir="ltr">${who}</bdi></p>` : nothing}
      <div
        id="${id}-popup"
        class="menu look-up-popup ${this.#shows && !current && !items.length ? 'look-up-late' : ''}"
        .popover=${'manual'}
        aria-busy=${current ? 'false' : 'true'}
        @mousedown=${keepFocus}
      >
        <div id="${id}-list" role="listbox" aria-label=${parts.label} ?hidden=${!items.length}>
          ${keyed(
            items,
            items.map((item, index) =>
              option({
                id: `${id}-${String(index)}`,
                label: label(item),
                detail: describe(item),
                typed: marking(this.#found.text),
                choose: () => {
                  this.forget();
                  this.#options.chosen(item);
                },
              }),
            ),
          )}
        </div>
        ${failure ? failed(say, failure.kind, this.#retry) : current && !items.length ? nobody(say, createNew && this.#create) : this.#note()}
      </div>
      ${errorOf(parts)}
      <p role="status" class="visually-hidden">${this.#status(value)}</p>
    </div>`;
  }

  /** Below the suggestions: that they are not yet for what is typed, or not all. */
  #note(): unknown {
    const words = this.#found.current ? this.#more : this.#waiting;
    return words ? html`<p class="look-up-note dim small ${this.#found.current ? '' : 'look-up-late'}">${words}</p>` : nothing;
  }

  /** Said to those who do not see it. */
  #status(value: Item | undefined): string {
    const { say, label } = this.#options;
    if (value !== undefined && this.#text === undefined) return say('lookUp.chosen', { name: label(value) });
    if (!this.#shows) return '';
    const { current, failure, items } = this.#found;
    if (failure) return say(problemWords(failure.kind));
    if (!current) return this.#waiting;
    if (!items.length) return `${say('a11y.noHits')}. ${say('prod.lookupNone')}`;
    return `${say(items.length === 1 ? 'a11y.hitsOne' : 'a11y.hitsOther', { n: items.length })} ${this.#more}`.trim();
  }

  get #waiting(): string {
    return this.#options.say(this.#found.long ? 'state.stillLoading' : 'lookUp.searching');
  }

  get #more(): string {
    const { items, total } = this.#found;
    return total > items.length ? this.#options.say('lookUp.first', { n: items.length, total }) : '';
  }

  /** Whether there is anything to see below the field. */
  get #shows(): boolean {
    return this.#open && this.typed !== '' && this.#found.asked;
  }

  readonly #type = (event: Event): void => {
    this.#text = (event.currentTarget as HTMLInputElement).value;
    this.#open = true;
    if (this.#value !== undefined) this.#options.chosen(undefined);
    this.#host.requestUpdate();
    // What is half composed is not typed yet.
    if (!(event as InputEvent).isComposing) this.#found.want(this.typed);
  };

  readonly #enter = (): void => {
    if (this.#text !== undefined) this.#show(true);
  };

  #leave({ currentTarget, relatedTarget }: FocusEvent, left: (() => void) | undefined): void {
    if ((currentTarget as Element).contains(relatedTarget as Node | null)) return;
    this.#show(false);
    left?.();
  }

  readonly #press = (event: KeyboardEvent): void => {
    const { key, isComposing, target } = event;
    const input = this.#nav?.input;
    if (isComposing || !input) return;
    if (key === 'Escape' && this.#shows) {
      this.#show(false);
      input.focus();
      event.stopPropagation();
    } else if (/^Arrow(Up|Down)$/.test(key) && !this.#shows && this.typed) this.#show(true);
    // While there is something to choose from, or may be, Enter does not send the form.
    else if (key !== 'Enter' || target !== input || !this.#shows || (this.#found.current && !this.#found.items.length)) return;
    event.preventDefault();
  };

  readonly #retry = (): void => {
    this.#found.reload();
    this.#nav?.input.focus(); // the button that was pressed goes away
  };

  readonly #create = (): void => {
    const { typed } = this;
    this.forget();
    this.#options.createNew?.(typed);
  };

  #show(open: boolean): void {
    if (open === this.#open) return;
    this.#open = open;
    this.#host.requestUpdate();
  }
}

const whole = (typed: string): string => typed;

/** The focus stays in the field, so that what is pressed is still there when the button is let go. */
const keepFocus = (event: Event): void => {
  event.preventDefault();
};
