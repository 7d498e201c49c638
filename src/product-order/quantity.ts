/** How many: a field for a whole number, with a button at each side. */
import { css, html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { mostPieces } from '../api/pieces.ts';
import { afterPress, describedBy, field } from '../ui/field.ts';
import { minusIcon, plusIcon } from '../ui/icons.ts';
import type { FormStage } from './form-stage.ts';

export const quantityStyles = css`
  .stepper {
    display: flex;
    gap: 8px;
  }
  .stepper button {
    flex: none;
    inline-size: 40px;
    padding: 0;
  }
  .stepper input {
    inline-size: 5em;
    min-inline-size: 0;
    text-align: center;
  }
  @media (pointer: coarse) {
    .stepper button {
      inline-size: 44px;
    }
  }
`;

/** How many are wanted; `undefined` when what is typed is no whole number. */
export const piecesIn = (typed: string): number | undefined => (/^[-+]?\d{1,6}$/.test(typed.trim()) ? Number(typed) : undefined);

export const quantityField = (stage: FormStage, most: number): TemplateResult => {
  const { room, content, change, errorOf, left } = stage;
  const { say } = room;
  const id = 'quantity';
  const error = errorOf(id);
  const label = say('prod.quantity');
  const parts = { id, label, error, help: most > 0 && most < mostPieces ? say('form.left', { n: most }) : undefined };
  const step = (by: number) => {
    const now = piecesIn(content.quantity) ?? 1;
    change({ quantity: String(Math.min(Math.max(now + by, 1), Math.max(most, 1))) });
  };
  const button = (by: number, words: string, icon: TemplateResult) =>
    html`<button
      type="button"
      aria-label=${words}
      @click=${() => {
        step(by);
      }}
    >
      ${icon}
    </button>`;
  return field(
    parts,
    html`<div class="stepper">
      ${button(-1, say('form.fewer'), minusIcon)}
      <input
        id=${id}
        type="text"
        inputmode="numeric"
        autocomplete="off"
        maxlength="10"
        aria-invalid=${error ? 'true' : 'false'}
        aria-describedby=${ifDefined(describedBy(parts))}
        .value=${content.quantity}
        @input=${(event: Event) => {
          change({ quantity: (event.target as HTMLInputElement).value });
        }}
        @keydown=${(event: KeyboardEvent) => {
          if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
          event.preventDefault();
          step(event.key === 'ArrowUp' ? 1 : -1);
        }}
        @blur=${(event: Event) => {
          afterPress(event, () => {
            left(id);
          });
        }}
      />
      ${button(1, say('form.more'), plusIcon)}
    </div>`,
  );
};
