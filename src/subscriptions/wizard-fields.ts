/** What the steps' fields have in common. */
import type { FormError } from '../ui/field.ts';
import type { WizardRoom } from './wizard-stage.ts';

/** One line without white space around it. */
export const tidied = (text: string): string => text.trim().replace(/\s+/g, ' ');

/** A label as it stands inside a sentence; one that begins with an abbreviation stays. */
export const inSentence = (label: string): string =>
  /^.\p{Ll}|^.-\p{Ll}/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;

/** That a field is empty, if it is. */
export const filled = (
  { say }: WizardRoom,
  { id, value, label }: { readonly id: string; readonly value: string; readonly label: string },
): FormError[] => (value.trim() ? [] : [{ id, text: say('err.fill', { field: inSentence(label) }) }]);
