/** What the guide gives to its steps, and gets from them. */
import type { RejectedField } from '../api/problem.ts';
import type { FormError } from '../ui/field.ts';
import type { Styled } from '../ui/later.ts';
import type { Text, Values } from '../ui/text.ts';
import type { MessageKey } from './messages.ts';
import type { Room } from './room.ts';
import type { TermsKey } from './terms-messages.ts';
import type { WizardDraft } from './wizard-draft.ts';
import type { WizardKey } from './wizard-messages.ts';
import type { Plans } from './wizard-plans.ts';

/** The steps in which something is filled in, in their order; each has its own module. */
export const filledSteps = ['user', 'plan', 'number', 'sim', 'delivery'] as const;
export type FilledStep = (typeof filledSteps)[number];
export type StepName = FilledStep | 'review';

export type WizardText = Text<MessageKey | TermsKey | WizardKey>;

export interface WizardRoom extends Room {
  readonly text: WizardText;
  readonly say: (key: MessageKey | TermsKey | WizardKey, values?: Values) => string;
}

/** A field that was not accepted, or is no longer as it was chosen; its id is that of the control. */
export interface Refused extends FormError {
  readonly step: FilledStep;
}

export interface Stage {
  readonly room: WizardRoom;
  readonly content: WizardDraft;
  /** The key of the draft, and so of its order; there is one once something has been filled in. */
  readonly key: string | undefined;
  /** They come with the step that chooses one. */
  readonly plans: Plans | undefined;
  /** What is wrong with a field, once it is to be told. */
  readonly errorOf: (id: string) => string | undefined;
  /** Something has been filled in, at the step in sight unless another or none is named: that one is to be left anew. */
  readonly change: (part: Partial<WizardDraft>, step?: FilledStep | null) => void;
  /** A field was left: if there is something in it, what is wrong with that is told. */
  readonly left: (id: keyof WizardDraft) => void;
  /** Something was not accepted: whoever has passed its step is led back to it, and told what. What is wrong with the address its form tells. */
  readonly refuse: (refused: readonly Refused[], address?: readonly RejectedField[]) => void;
  /** The draft has become an order. */
  readonly sent: () => void;
}

/** A step that has come. */
export interface Step {
  readonly render: () => unknown;
  /** Comes before {@link errors} when the person wants to go on: what takes a moment to find out. */
  readonly check?: () => Promise<void>;
  /** What is wrong, in the order of the fields; nothing when one may go on. */
  readonly errors: () => readonly FormError[];
  /** What the backend has not accepted of an address. */
  readonly reject?: (rejected: readonly RejectedField[]) => void;
  /** What failed may work again. */
  readonly recover?: () => void;
  /** Lets go of what was typed and is not in the draft. */
  readonly forget?: () => void;
  readonly plans?: Plans;
}

export interface StepModule extends Styled {
  readonly open: (stage: Stage) => Step;
}
