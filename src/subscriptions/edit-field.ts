/** A field of a person, or where two have changed it, the choice between what each has made of it (F18). */
import type { TemplateResult } from 'lit';
import { choicesField, textField } from '../ui/field.ts';
import type { EditText } from './profile-room.ts';
import { idOf, labels, most, type Field } from './user-fields.ts';

export type Side = 'mine' | 'theirs';

export interface EditFieldParts {
  readonly name: Field;
  readonly value: string;
  readonly error: string | undefined;
  /** What each has made of it; both are there or neither. */
  readonly mine: string | undefined;
  readonly theirs: string | undefined;
  readonly chosen: Side | undefined;
  readonly typed: (value: string) => void;
  readonly choose: (side: Side, value: string) => void;
}

export const editField = (text: EditText, parts: EditFieldParts): TemplateResult => {
  const { name, value, error, mine, theirs, chosen, typed, choose } = parts;
  const common = { id: idOf(name), label: text.say(labels[name]), error };
  if (mine === undefined || theirs === undefined)
    return textField({
      ...{ ...common, value, typed, most: most[name] },
      type: name === 'email' ? 'email' : 'text',
      optional: name === 'name' ? undefined : text.say('state.optional'),
    });
  const below = (words: string) => words || text.say('edit.empty');
  return choicesField<Side>({
    ...{ ...common, value: chosen },
    choices: [
      { value: 'mine', label: text.say('edit.mine'), below: below(mine) },
      { value: 'theirs', label: text.say('edit.theirs'), below: below(theirs) },
    ],
    chosen: (side) => {
      choose(side, side === 'mine' ? mine : theirs);
    },
  });
};
