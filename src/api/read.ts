/** The door: what comes in is parsed here, and nowhere else. */
import type * as z from 'zod/mini';
import { safeParse } from 'zod/mini';
import { ProblemError } from './problem.ts';

/**
 * What a field is once it has been read from a backend that may be newer or sloppier than ours: any leaf may be unknown (F09).
 * The compiler then makes every place that shows it say what it shows instead.
 */
export type Read<T> = T extends readonly (infer Item)[]
  ? Read<Item>[]
  : T extends object
    ? { [Key in keyof T]: Key extends 'id' | 'items' ? Read<T[Key]> : Read<T[Key]> | undefined }
    : T;

/** What nothing can stand in for: without an id there is nothing to act on, without items no list. */
const essential = new Set<PropertyKey>(['id', 'items']);

/**
 * Reads an answer by its schema. A field that does not fit becomes `undefined`, the rest stays as it is; a list never loses a row,
 * because a short list that looks whole would be a lie (F07). An answer of another shape altogether is a problem (F08).
 */
export const reading =
  <Schema extends z.core.$ZodType>(schema: Schema) =>
  (answer: unknown): Read<z.output<Schema>> => {
    const result = safeParse(schema, answer);
    if (result.success) return result.data as Read<z.output<Schema>>;
    for (const { path } of result.error.issues) {
      const key = path.at(-1);
      let holder: unknown = answer;
      for (const step of path.slice(0, -1)) holder = (holder as Record<PropertyKey, unknown>)[step];
      if (key === undefined || typeof key === 'number' || essential.has(key)) throw new ProblemError({ kind: 'unexpected' });
      (holder as Record<PropertyKey, unknown>)[key] = undefined;
    }
    return answer as Read<z.output<Schema>>;
  };
