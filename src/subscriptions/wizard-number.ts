/** The step that asks for a telephone number: a free one, or one that another provider has today (R16.5, R16.6). */
import { css, html, nothing } from 'lit';
import { choicesField, type FormError } from '../ui/field.ts';
import { messages as choiceMessages } from './wizard-choice-messages.ts';
import { FreeNumbers } from './wizard-free-numbers.ts';
import { movedErrors, movedNumber } from './wizard-moved-number.ts';
import type { Stage, Step } from './wizard-stage.ts';

export const messages = choiceMessages;
export const styles = css`
  .numbers .choices {
    grid-template-columns: repeat(auto-fill, minmax(150px, 1fr));
  }
  .numbers .choice {
    min-block-size: 48px;
    padding-block: 8px;
  }
  .numbers .choice input {
    grid-row: 1;
  }
  .part {
    display: grid;
    gap: 20px;
  }
  .number-tools {
    display: flex;
    flex-wrap: wrap;
    gap: 12px;
    align-items: flex-end;
  }
  .number-tools .form-field {
    flex: 1 1 200px;
  }
`;

export const open = (stage: Stage): Step => new NumberStep(stage);

class NumberStep implements Step {
  readonly #stage: Stage;
  readonly #free: FreeNumbers;

  constructor(stage: Stage) {
    this.#stage = stage;
    this.#free = new FreeNumbers(stage);
  }

  readonly render = (): unknown => {
    const { room, content, change, errorOf } = this.#stage;
    const { say } = room;
    const { numberKind } = content;
    return html`${choicesField<'new' | 'move'>({
      id: 'numberKind',
      label: say('num.kind'),
      error: errorOf('numberKind'),
      value: numberKind || undefined,
      choices: [
        { value: 'new', label: say('num.new') },
        { value: 'move', label: say('num.move') },
      ],
      chosen: (chosen) => {
        change({ numberKind: chosen });
      },
    })}
    ${numberKind === 'new' ? this.#free.render() : numberKind === 'move' ? movedNumber(this.#stage) : nothing}`;
  };

  readonly errors = (): readonly FormError[] => {
    const { room, content } = this.#stage;
    if (!content.numberKind) return [{ id: 'numberKind', text: room.say('err.numberKind') }];
    if (content.numberKind === 'move') return movedErrors(this.#stage);
    return content.phone ? [] : [{ id: 'phone', text: room.say('err.numberPick') }];
  };

  readonly recover = (): void => {
    this.#free.recover();
  };

  readonly forget = (): void => {
    this.#free.forget();
  };
}
