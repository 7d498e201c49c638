/** What the backend did not accept of an order, as the fields of the guide it belongs to (F19). */
import type { RejectedField } from '../api/problem.ts';
import { inSentence } from '../ui/field.ts';
import { formatDay } from '../ui/format.ts';
import type { WizardKey } from './wizard-messages.ts';
import type { FilledStep, Refused, Stage } from './wizard-stage.ts';

export interface Refusals {
  /** At fields of the guide, the address aside. */
  readonly fields: readonly Refused[];
  readonly address: readonly RejectedField[];
  /** Another price holds, or the plan is not to be had: the plans are to be fetched again. */
  readonly plan: boolean;
  /** The free number that was chosen is not free any more. */
  readonly taken: boolean;
  /** Something that no field stands for. */
  readonly other: boolean;
}

type Place = readonly [step: FilledStep, id: string, label: WizardKey | 'user.name' | 'user.email'];

/** Fields of an item and where they stand. */
const places: Readonly<Record<string, Place>> = {
  '/user/name': ['user', 'name', 'user.name'],
  '/user/email': ['user', 'email', 'user.email'],
  '/user/costCentre': ['user', 'costCentre', 'user.costCentre'],
  '/number': ['number', 'numberKind', 'step.number'],
  '/number/provider': ['number', 'provider', 'num.currentProvider'],
  '/number/ownerCvr': ['number', 'ownerCvr', 'num.ownerCvr'],
  '/number/simNumber': ['number', 'simNumber', 'num.currentSim'],
  '/number/timing': ['number', 'timing', 'num.when'],
  '/number/date': ['number', 'date', 'num.moveDate'],
  '/number/authority': ['number', 'authority', 'num.authority'],
  '/sim': ['sim', 'sim', 'step.sim'],
};

const item = '/items/0';

export const refusalsOf = (stage: Stage, rejected: readonly RejectedField[]): Refusals => {
  const address = rejected.filter(({ pointer }) => pointer.startsWith('/delivery'));
  const ofItem = rejected
    .filter(({ pointer }) => pointer.startsWith(item))
    .map(({ pointer, type }) => ({ pointer: pointer.slice(item.length), type }));
  const ofPlan = ofItem.filter(({ pointer }) => /^\/(?:plan|monthly|setup)$/.test(pointer));
  const told = ofItem.filter((one) => !ofPlan.includes(one)).map((one) => refused(stage, one));
  const fields = told.flatMap((one) => one ?? []);
  return {
    ...{ fields, address, plan: ofPlan.length > 0 },
    taken: stage.content.numberKind === 'new' && ofItem.some(({ pointer }) => pointer === '/number/phone'),
    other: fields.length + address.length + ofPlan.length < rejected.length,
  };
};

const refused = ({ room, content, plans }: Stage, { pointer, type }: RejectedField): Refused | undefined => {
  const { text } = room;
  const { say } = text;
  if (pointer === '/user/id') return told('user', 'user', () => say('err.userGone'));
  if (pointer === '/number/phone')
    return content.numberKind === 'new'
      ? told('number', 'phone', () => say('err.numberTaken'))
      : told('number', 'movedPhone', () => say(type === 'taken' ? 'err.numberOurs' : 'err.phone'));
  const place = places[pointer];
  if (!place) return undefined;
  const [step, id, label] = place;
  const first = plans?.page?.movesFrom;
  return told(step, id, () =>
    type === 'notWorkingDay'
      ? say('err.workingDay')
      : type === 'tooLate'
        ? say('err.dateLatest')
        : type === 'tooEarly' && first
          ? say('err.dateEarliest', { date: formatDay(text.language, first) })
          : say('err.look', { field: inSentence(say(label)) }),
  );
};

/** In the language of the moment it is shown. */
const told = (step: FilledStep, id: string, words: () => string): Refused => ({
  step,
  id,
  get text() {
    return words();
  },
});
