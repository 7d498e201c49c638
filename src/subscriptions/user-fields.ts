/** What can be edited of a person, as it is typed; and what becomes of it when somebody else has changed the same (F18). */
import { isEmail } from '../api/email.ts';
import type { RejectedField } from '../api/problem.ts';
import type { FormError } from '../ui/field.ts';
import { wrong } from './deed-parts.ts';
import type { VersionedUser } from './profile-api.ts';
import type { EditText } from './profile-room.ts';

export const names = ['name', 'email', 'costCentre'] as const;
export type Field = (typeof names)[number];
export type Fields = Readonly<Record<Field, string>>;
export type SomeFields = Readonly<Partial<Record<Field, string>>>;

/** How long each may be. */
export const most: Readonly<Record<Field, number>> = { name: 100, email: 254, costCentre: 50 };
export const labels = { name: 'user.name', email: 'user.email', costCentre: 'user.costCentre' } as const;
export const idOf = (field: Field): string => `edit-${field}`;

/** What is not there, and what is not known, is empty. */
export const fieldsOf = ({ user: { name, email, costCentre } }: VersionedUser): Fields => ({
  name: name ?? '',
  email: email ?? '',
  costCentre: costCentre ?? '',
});

/** What is wrong with what was typed in a field. */
export const wrongIn = (text: EditText, name: Field, value: string): FormError | undefined => {
  if (name === 'name' && !value) return wrong(idOf(name), () => text.say('err.fill', { field: text.say(labels[name]).toLowerCase() }));
  if (value.length > most[name]) return wrong(idOf(name), () => text.say('err.tooLong', { field: text.say(labels[name]), n: most[name] }));
  return name === 'email' && value && !isEmail(value) ? wrong(idOf(name), () => text.say('err.email')) : undefined;
};

/** What is wrong by the backend: at its field, or in general where we have no words for it (F19). */
export const refusedIn = (text: EditText, fields: readonly RejectedField[]): FormError[] => {
  const known = fields.flatMap(({ pointer }) => {
    const name = names.find((found) => pointer === `/${found}`);
    if (!name) return [];
    return [
      wrong(idOf(name), () =>
        name === 'email' ? text.say('err.email') : text.say('err.tooLong', { field: text.say(labels[name]), n: most[name] }),
      ),
    ];
  });
  return known.length && known.length === fields.length ? known : [...known, wrong('', () => text.say('err.rejected'))];
};

export interface Merged {
  /** What was typed, and in the other fields what somebody else has made of them. */
  readonly typed: Fields;
  /** Fields that both have changed, and not to the same: what each has made of them. */
  readonly mine: SomeFields;
  readonly theirs: SomeFields;
}

/** What was not typed in follows the other's change; what was is mine or theirs to choose. */
export const merge = (base: Fields, typed: Fields, theirs: Fields): Merged => {
  const touched = names.filter((name) => typed[name] !== base[name]);
  const conflicts = touched.filter((name) => theirs[name] !== base[name] && theirs[name] !== typed[name]);
  const pick = (from: Fields, of: readonly Field[]) => Object.fromEntries(of.map((name) => [name, from[name]]));
  return { typed: { ...theirs, ...pick(typed, touched) }, mine: pick(typed, conflicts), theirs: pick(theirs, conflicts) };
};
