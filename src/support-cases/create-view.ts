/** How the form for a new case stands on the screen (R4.3). */
import { css, html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { caseCategory, casePriority, type CaseAboutKind, type CaseCategory, type CasePriority } from '../api/case.ts';
import { afterPress, describedBy, errorSummary, field, fieldStyles, textField } from '../ui/field.ts';
import { codeOf } from '../ui/show.ts';
import type { Told } from '../ui/told.ts';
import { writingStyles } from '../ui/writing-styles.ts';
import { mostDescription, wholeDescription, type CreateStage } from './create-stage.ts';

export const viewStyles = [
  fieldStyles,
  writingStyles,
  css`
    .create-form textarea {
      min-block-size: 11em;
      max-block-size: 70vh;
    }
    .below-field {
      margin-block: 6px 0;
    }
    .pair {
      display: grid;
      gap: 20px 16px;
    }
    .whole {
      grid-column: 1 / -1;
      margin-block-start: -12px;
    }
    .create-form .strip {
      margin: 0;
    }
    .foot {
      display: grid;
      gap: 12px;
    }
    @container (min-width: 480px) {
      .pair {
        grid-template-columns: repeat(2, minmax(0, 1fr));
      }
    }
    @container (max-width: 479px) {
      .foot .actions > * {
        flex: 1 1 100%;
      }
    }
  `,
];

export interface CreateView {
  /** What is wrong, as far as it is told. */
  readonly told: Told | undefined;
  /** It is on its way, or may have been created: what is written stays as it is. */
  readonly locked: boolean;
  /** What the person should know before anything else. */
  readonly news: unknown;
  /** What can be chosen that it is about, and the choice of one. */
  readonly kinds: readonly CaseAboutKind[];
  readonly about: unknown;
  readonly files: unknown;
  /** How the sending goes. */
  readonly notice: unknown;
  readonly action: unknown;
}

type Key = Parameters<CreateStage['room']['say']>[0];

const categories: Readonly<Record<CaseCategory, Key>> = {
  ...{ subscription: 'case.catSubscription', sim: 'case.catSim', invoice: 'case.catInvoice', order: 'case.catOrder' },
  ...{ fault: 'case.catFault', access: 'case.catAccess', other: 'case.catOther' },
};
const priorities: Readonly<Record<CasePriority, Key>> = {
  ...{ low: 'case.prioLow', normal: 'case.prioNormal', high: 'case.prioHigh', urgent: 'case.prioUrgent' },
};
const things: Readonly<Record<CaseAboutKind, Key>> = { user: 'create.user', order: 'create.order', invoice: 'create.invoice' };

export const createView = (stage: CreateStage, view: CreateView): TemplateResult => {
  const { room, content, change } = stage;
  const { say } = room;
  const { told, locked, news, kinds, about, files, notice, action } = view;
  const { errors = [], listed = false } = told ?? {};
  const title = say(errors.length === 1 ? 'err.summaryOne' : 'err.summaryOther', { n: errors.length });
  const add = (event: Event, data: DataTransfer | null) => {
    if (!data?.files.length) return;
    event.preventDefault();
    stage.attachments?.add(data.files);
  };
  return html`<form
    class="form create-form"
    novalidate
    @submit=${(event: SubmitEvent) => {
      event.preventDefault();
      stage.submit();
    }}
    @keydown=${once}
    @paste=${(event: ClipboardEvent) => {
      add(event, event.clipboardData);
    }}
    @dragover=${(event: DragEvent) => {
      // Let go of beside the place for files, they would take the place of the page.
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    }}
    @drop=${(event: DragEvent) => {
      add(event, event.dataTransfer);
    }}
  >
    ${news} ${listed ? errorSummary(title, room.headingLevel + 1, errors) : nothing}
    <div class="fields form" ?inert=${locked}>
      ${textField({
        ...{ id: 'subject', label: say('case.subject'), error: stage.errorOf('subject'), value: content.subject },
        typed: (subject) => {
          change({ subject });
        },
        left: () => {
          stage.left('subject');
        },
      })}
      ${description(stage)}
      <div class="pair">
        ${choice(stage, {
          ...{ id: 'category', label: say('case.category'), values: caseCategory.options, words: categories, chosen: content.category },
          choose: (category) => {
            change({ category });
          },
        })}
        ${choice(stage, {
          ...{ id: 'priority', label: say('case.priority'), values: casePriority.options, words: priorities, chosen: content.priority },
          describedBy: 'priority-for',
          choose: (priority) => {
            change({ priority });
          },
        })}
        <p class="dim small whole" id="priority-for">${say('create.urgent')}</p>
      </div>
      ${
        kinds.length
          ? choice(stage, {
              ...{
                id: 'aboutKind',
                label: say('create.about'),
                none: say('create.nothing'),
                values: kinds,
                words: things,
                chosen: content.aboutKind,
              },
              choose: (aboutKind) => {
                change({ aboutKind, about: null });
              },
            })
          : nothing
      }
      ${about} ${files}
    </div>
    <div class="foot">
      ${notice}
      <div class="actions">${action}</div>
    </div>
  </form>`;
};

/** So many characters before the end it is told how many are left. */
const nearEnd = 500;

const description = (stage: CreateStage): TemplateResult => {
  const { room, content, change, errorOf } = stage;
  const { say } = room;
  const { code } = content;
  const id = 'description';
  const left = mostDescription - wholeDescription(room, content).length;
  const counted = left <= nearEnd;
  const parts = { id, label: say('case.description'), error: errorOf(id) };
  const told = [describedBy(parts), counted && `${id}-left`, code && `${id}-code`].filter(Boolean).join(' ');
  return field(
    parts,
    html`<textarea
        id=${id}
        rows="6"
        aria-invalid=${parts.error ? 'true' : 'false'}
        aria-describedby=${ifDefined(told || undefined)}
        .value=${content.description}
        @input=${(event: Event) => {
          change({ description: (event.target as HTMLTextAreaElement).value });
        }}
        @blur=${(event: Event) => {
          afterPress(event, () => {
            stage.left(id);
          });
        }}
      ></textarea>
      ${counted ? html`<p class="dim small below-field" id="${id}-left">${say(left < 0 ? 'create.over' : 'create.left', { n: Math.abs(left) })}</p>` : nothing}
      ${
        code
          ? html`<p class="dim small below-field">
              <span id="${id}-code">${codeOf(say('create.code', { code: '\0' }), code)}</span>
              <button
                type="button"
                class="link"
                aria-label=${say('create.removeCode')}
                @click=${() => {
                  change({ code: '' });
                  room.root.querySelector<HTMLElement>(`#${id}`)?.focus();
                }}
              >
                ${say('act.remove')}
              </button>
            </p>`
          : nothing
      }`,
  );
};

interface ChoiceParts<Value extends string> {
  readonly id: string;
  readonly label: string;
  readonly values: readonly Value[];
  readonly words: Readonly<Record<Value, Key>>;
  readonly chosen: Value | null;
  readonly choose: (value: Value | null) => void;
  /** Said of none of them. */
  readonly none?: string;
  /** The id of what describes it beside itself. */
  readonly describedBy?: string;
}

/** One of several, or none of them. */
const choice = <Value extends string>({ room: { say }, errorOf }: CreateStage, of: ChoiceParts<Value>): TemplateResult => {
  const { id, label, values, words, chosen, choose } = of;
  const parts = { id, label, optional: say('state.optional'), error: errorOf(id) };
  return field(
    parts,
    html`<select
      id=${id}
      aria-invalid=${parts.error ? 'true' : 'false'}
      aria-describedby=${ifDefined([of.describedBy, describedBy(parts)].filter(Boolean).join(' ') || undefined)}
      @change=${(event: Event) => {
        const { value } = event.target as HTMLSelectElement;
        choose(values.find((one) => one === value) ?? null);
      }}
    >
      <option value="" .selected=${chosen === null}>${of.none ?? say('create.notChosen')}</option>
      ${values.map((value) => html`<option value=${value as string} .selected=${value === chosen}>${say(words[value])}</option>`)}
    </select>`,
  );
};

/** A key that is held down is meant once (F21). */
const once = (event: KeyboardEvent): void => {
  if (event.key === 'Enter' && event.repeat && !(event.target instanceof HTMLTextAreaElement)) event.preventDefault();
};
