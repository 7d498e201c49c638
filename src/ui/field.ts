/** Fields of a form: label above, help below the label, error below the field, and the list of what is wrong. */
import { css, html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { alertIcon } from './icons.ts';

export const fieldStyles = css`
  .form {
    display: grid;
    gap: 20px;
    max-inline-size: 560px;
  }
  .form-field {
    min-inline-size: 0;
  }
  .form-field > label,
  fieldset > legend {
    display: block;
    margin: 0 0 6px;
    padding: 0;
    font-size: 0.933em;
    font-weight: 600;
  }
  .form-field > :is(input, select) {
    inline-size: 100%;
  }
  .form-field .optional {
    margin-inline-start: 2px;
    font-weight: 400;
  }
  .help {
    margin: -2px 0 6px;
    font-size: 0.933em;
    color: var(--_muted);
  }
  .error {
    display: flex;
    gap: 6px;
    margin-block-start: 6px;
    font-size: 0.933em;
    color: var(--_danger);
  }
  .error svg {
    margin-block-start: 0.15em;
  }
  .form-field:has(> .error) {
    padding-inline-start: 12px;
    border-inline-start: 3px solid var(--_danger);
  }
  [aria-invalid='true'] {
    border-color: var(--_danger);
  }
  fieldset {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .choices {
    display: grid;
    gap: 8px;
  }
  .choice {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    gap: 2px 12px;
    align-items: center;
    margin: 0;
    padding: 12px 16px;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_surface);
    font-size: 1em;
    font-weight: 400;
    cursor: pointer;
  }
  .choice:hover {
    background: var(--_accent-soft);
  }
  .choice:has(:checked) {
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 1px var(--_accent);
    background: var(--_accent-soft);
  }
  .choice:has(:focus-visible) {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  .choice input {
    grid-row: 1 / span 2;
    inline-size: 18px;
    min-block-size: 18px;
    block-size: 18px;
    accent-color: var(--_accent);
    outline: none;
  }
  .choice strong {
    font-weight: 600;
  }
  .choice .beside {
    grid-area: 1 / 3 / span 2;
    text-align: end;
  }
  .choice .below {
    grid-column: 2;
    color: var(--_muted);
    font-size: 0.933em;
  }
  /* With little room what stands beside comes below. */
  @container (max-width: 479px) {
    .choice .beside {
      grid-area: auto / 2;
      text-align: start;
    }
  }
  .form-field > .tick {
    display: flex;
    gap: 10px;
    align-items: flex-start;
    margin: 0;
    font-size: 1em;
    font-weight: 400;
    cursor: pointer;
  }
  .tick input {
    flex: none;
    inline-size: 18px;
    min-block-size: 18px;
    block-size: 18px;
    margin-block-start: 2px;
    accent-color: var(--_accent);
  }
  .summary {
    padding: 12px 16px;
    border: 1px solid var(--_danger);
    border-inline-start-width: 4px;
    border-radius: var(--_radius);
    background: color-mix(in oklch, var(--_danger) 8%, var(--_surface));
  }
  .summary ul {
    margin: 4px 0 0;
    padding-inline-start: 1.2em;
  }
  .summary .link {
    vertical-align: top;
  }
  .summary h3:focus {
    outline: none;
  }
`;

/** What a field says of itself beside its control. */
export interface FieldParts {
  /** The control's id in the shadow root, which errors link to. */
  readonly id: string;
  readonly label: string;
  readonly help?: string | undefined;
  readonly error?: string | undefined;
  /** The word that marks it as one that may be left empty. */
  readonly optional?: string | undefined;
}

/** The ids of what describes a control, for its `aria-describedby`; `undefined` when nothing does. */
export const describedBy = ({ id, help, error }: FieldParts): string | undefined =>
  [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;

/** A control with its label, its help and what is wrong with it. The control itself carries the id, `aria-invalid` and {@link describedBy}. */
export const field = (parts: FieldParts, control: unknown): TemplateResult => html`
  <div class="form-field">${labelOf(parts)} ${control} ${errorOf(parts)}</div>
`;

/** A field's label, and the help below it. */
export const labelOf = ({ id, label, help, optional }: FieldParts): TemplateResult =>
  html`<label for=${id}>${label}${optional ? html` <span class="dim optional">${optional}</span>` : nothing}</label>
    ${help ? html`<p class="help" id="${id}-help">${help}</p>` : nothing}`;

/** What is wrong with a field, below it. */
export const errorOf = ({ id, error }: FieldParts): unknown =>
  error ? html`<p class="error" id="${id}-error">${alertIcon}<span>${error}</span></p>` : nothing;

export interface TextFieldParts extends FieldParts {
  readonly value: string;
  readonly type?: 'text' | 'email' | 'tel' | 'date' | 'search';
  readonly autocomplete?: AutoFill;
  readonly inputmode?: 'numeric' | 'tel' | 'email';
  /** The most characters the contract takes. */
  readonly most?: number;
  readonly min?: string | undefined;
  readonly max?: string | undefined;
  readonly readonly?: boolean;
  readonly typed: (value: string) => void;
  /** The field was left: the time to say what is wrong with it, if there is something in it. */
  readonly left?: () => void;
}

/**
 * Acts on the leaving of a field, though not before the press that took the focus away has arrived where it was meant: an error that
 * pushed a button aside would make it miss.
 */
export const afterPress = ({ currentTarget }: Event, act: () => void): void => {
  const { documentElement } = (currentTarget as Element).ownerDocument;
  if (!documentElement.matches(':active')) {
    act();
    return;
  }
  const arrived = new AbortController();
  for (const end of ['pointerup', 'pointercancel', 'click'])
    documentElement.addEventListener(
      end,
      () => {
        arrived.abort();
        setTimeout(act);
      },
      { capture: true, signal: arrived.signal },
    );
};

/** A field of one line. */
export const textField = (parts: TextFieldParts): TemplateResult =>
  field(
    parts,
    html`<input
      id=${parts.id}
      type=${parts.type ?? 'text'}
      .autocomplete=${parts.autocomplete ?? 'off'}
      inputmode=${ifDefined(parts.inputmode)}
      maxlength=${ifDefined(parts.most)}
      min=${ifDefined(parts.min)}
      max=${ifDefined(parts.max)}
      aria-invalid=${parts.error ? 'true' : 'false'}
      aria-describedby=${ifDefined(describedBy(parts))}
      ?readonly=${parts.readonly ?? false}
      .value=${parts.value}
      @input=${(event: Event) => {
        parts.typed((event.target as HTMLInputElement).value);
      }}
      @blur=${(event: Event) => {
        if (parts.left) afterPress(event, parts.left);
      }}
    />`,
  );

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: unknown;
  readonly below?: unknown;
  /** At the right, a price for instance. */
  readonly beside?: unknown;
}

export interface ChoicesParts<Value extends string> extends FieldParts {
  readonly value: Value | undefined;
  readonly choices: readonly Choice<Value>[];
  readonly chosen: (value: Value) => void;
}

/** One of several, each a card that can be clicked as a whole. The id is that of the first card's control. */
export const choicesField = <Value extends string>(parts: ChoicesParts<Value>): TemplateResult => html`
  <fieldset class="form-field" aria-describedby=${ifDefined(describedBy(parts))}>
    <legend>${parts.label}${parts.optional ? html` <span class="dim optional">${parts.optional}</span>` : nothing}</legend>
    ${parts.help ? html`<p class="help" id="${parts.id}-help">${parts.help}</p>` : nothing}
    <div class="choices">
      ${parts.choices.map(
        ({ value, label, below, beside }, index) =>
          html`<label class="choice">
            <input
              id=${index === 0 ? parts.id : `${parts.id}-${String(index)}`}
              type="radio"
              name=${parts.id}
              value=${value as string}
              aria-invalid=${parts.error ? 'true' : 'false'}
              .checked=${value === parts.value}
              @change=${() => {
                parts.chosen(value);
              }}
            />
            <strong>${label}</strong>
            ${below === undefined ? nothing : html`<span class="below">${below}</span>`}
            ${beside === undefined ? nothing : html`<span class="beside">${beside}</span>`}
          </label>`,
      )}
    </div>
    ${errorOf(parts)}
  </fieldset>
`;

/** Something to agree to; never ticked beforehand. */
export const tickField = (
  parts: FieldParts & { readonly ticked: boolean; readonly changed: (ticked: boolean) => void },
): TemplateResult => html`
  <div class="form-field">
    <label class="tick">
      <input
        id=${parts.id}
        type="checkbox"
        aria-invalid=${parts.error ? 'true' : 'false'}
        aria-describedby=${ifDefined(describedBy(parts))}
        .checked=${parts.ticked}
        @change=${(event: Event) => {
          parts.changed((event.target as HTMLInputElement).checked);
        }}
      />
      <span>${parts.label}</span>
    </label>
    ${errorOf(parts)}
  </div>
`;

/** A label as it stands inside a sentence; one that begins with an abbreviation stays. */
export const inSentence = (label: string): string =>
  /^.\p{Ll}|^.-\p{Ll}/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;

/** Something wrong: the id of the control it is about, empty where no field is meant, and the sentence. */
export interface FormError {
  readonly id: string;
  readonly text: string;
}

/** The list of what is wrong; each leads to its field. Its heading takes the focus after a refused sending: see {@link focusErrors}. */
export const errorSummary = (title: string, level: number, errors: readonly FormError[]): unknown =>
  errors.length === 0
    ? nothing
    : html`<div class="summary" role="alert">
        <h3 aria-level=${level} tabindex="-1">${title}</h3>
        <ul>
          ${errors.map(({ id, text }) =>
            id
              ? html`<li>
                  <button type="button" class="link" data-field=${id} @click=${toField}>${text}</button>
                </li>`
              : html`<li>${text}</li>`,
          )}
        </ul>
      </div>`;

const toField = (event: Event): void => {
  const link = event.currentTarget as HTMLElement;
  const control = (link.getRootNode() as ParentNode).querySelector<HTMLElement>(`#${CSS.escape(link.dataset['field'] ?? '')}`);
  control?.scrollIntoView({ block: 'center' });
  control?.focus({ preventScroll: true });
};

/** Puts the focus on the first field that is wrong, or on the list where none is; call it once the errors are on screen (R24.2, F19). */
export const focusErrors = (root: ParentNode, errors: readonly FormError[]): void => {
  const { id } = errors.find((error) => error.id) ?? {};
  const target = root.querySelector<HTMLElement>(id ? `#${CSS.escape(id)}` : '.summary h3');
  target?.scrollIntoView({ block: 'center' });
  target?.focus({ preventScroll: true });
};
