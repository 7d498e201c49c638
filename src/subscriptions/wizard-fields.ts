/** What the steps' fields have in common. */
import { inSentence, type FormError } from '../ui/field.ts';
import type { WizardRoom } from './wizard-stage.ts';

/** One line without white space around it. */
export const tidied = (text: string): string => text.trim().replace(/\s+/g, ' ');

/** That a field is empty, if it is. */
export const filled = (
  { say }: WizardRoom,
  { id, value, label }: { readonly id: string; readonly value: string; readonly label: string },
): FormError[] => (value.trim() ? [] : [{ id, text: say('err.fill', { field: inSentence(label) }) }]);
