/** A number that another provider has today, and what that provider wants to know (NUM-5–NUM-8, R16.6). */
import { html, nothing, type TemplateResult } from 'lit';
import { addDays } from '../api/days.ts';
import { parseCvr, parsePhone, parseSimNumber } from '../api/identifiers.ts';
import { choicesField, textField, tickField, type FormError, type TextFieldParts } from '../ui/field.ts';
import { formatDay } from '../ui/format.ts';
import type { WizardDraft } from './wizard-draft.ts';
import { filled } from './wizard-fields.ts';
import type { Stage } from './wizard-stage.ts';

/** How far ahead a number can be moved, days. */
const farthest = 731;

type TextField = 'movedPhone' | 'provider' | 'ownerCvr' | 'simNumber' | 'date';

/** The first and the last day that can be wished for, as far as they are known. */
const daysOf = ({ plans }: Stage): { readonly first: string | undefined; readonly last: string | undefined } => {
  const { movesFrom, today } = plans?.page ?? {};
  return { first: movesFrom, last: today && addDays(today, farthest) };
};

export const movedNumber = (stage: Stage): TemplateResult => {
  const { room, content, change, left, errorOf } = stage;
  const { say, language } = room.text;
  const { first, last } = daysOf(stage);
  const input = (id: TextField, label: string, parts: Partial<TextFieldParts> = {}) =>
    textField({
      ...{ id, label, error: errorOf(id), value: content[id], ...parts },
      typed: (value) => {
        change({ [id]: value } satisfies Partial<WizardDraft>);
      },
      left: () => {
        left(id);
      },
    });
  return html`<div class="part">
    ${input('movedPhone', say('num.moved'), { type: 'tel', inputmode: 'tel', most: 30 })}
    ${input('provider', say('num.currentProvider'), { most: 100 })}
    ${input('ownerCvr', say('num.ownerCvr'), { help: say('num.ownerHint'), inputmode: 'numeric', most: 20 })}
    ${input('simNumber', say('num.currentSim'), { help: say('num.simHint'), optional: say('state.optional'), inputmode: 'numeric', most: 40 })}
    ${choicesField<'asap' | 'date' | 'afterBinding'>({
      id: 'timing',
      label: say('num.when'),
      help: say('num.moveDoublePay'),
      error: errorOf('timing'),
      value: content.timing || undefined,
      choices: [
        { value: 'asap', label: say('num.moveAsap'), below: first && say('num.earliest', { date: formatDay(language, first) }) },
        { value: 'date', label: say('num.onDate') },
        { value: 'afterBinding', label: say('num.moveAfterBinding') },
      ],
      chosen: (timing) => {
        change({ timing });
      },
    })}
    ${
      content.timing === 'date'
        ? input('date', say('num.moveDate'), {
            type: 'date',
            min: first,
            max: last,
            help: first && say('num.earliest', { date: formatDay(language, first) }),
          })
        : nothing
    }
    ${tickField({
      id: 'authority',
      label: say('num.authority'),
      error: errorOf('authority'),
      ticked: content.authority,
      changed: (authority) => {
        change({ authority });
      },
    })}
  </div>`;
};

/** What is wrong with what was filled in. Public holidays are the backend's to know. */
export const movedErrors = (stage: Stage): FormError[] => {
  const { room, content } = stage;
  const { say } = room;
  const { movedPhone, ownerCvr, simNumber, timing, date, authority } = content;
  const wrong = (id: string, is: boolean, text: string): FormError[] => (is ? [{ id, text }] : []);
  return [
    ...wrong('movedPhone', !parsePhone(movedPhone), say('err.phone')),
    ...filled(room, { id: 'provider', value: content.provider, label: say('num.currentProvider') }),
    ...wrong('ownerCvr', !parseCvr(ownerCvr), say('err.cvr')),
    ...wrong('simNumber', simNumber.trim() !== '' && !parseSimNumber(simNumber), say('err.simNo')),
    ...wrong('timing', !timing, say('err.timing')),
    ...(timing === 'date' ? dateErrors(stage, date) : []),
    ...wrong('authority', !authority, say('err.authority')),
  ];
};

const dateErrors = (stage: Stage, date: string): FormError[] => {
  const { room } = stage;
  const { say, language } = room.text;
  const { first, last } = daysOf(stage);
  const wrong = (text: string): FormError[] => [{ id: 'date', text }];
  if (!date) return filled(room, { id: 'date', value: date, label: say('num.moveDate') });
  if (first && date < first) return wrong(say('err.dateEarliest', { date: formatDay(language, first) }));
  if (last && date > last) return wrong(say('err.dateLatest'));
  const weekday = new Date(date).getUTCDay();
  return weekday === 0 || weekday === 6 ? wrong(say('err.workingDay')) : [];
};
