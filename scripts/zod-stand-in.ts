/**
 * Stands in for `zod/mini` in the script-tag files, where zod would be a sixth of all bytes. It knows only what our reading
 * schemas use, and says only what `src/api/read.ts` asks for: whether an answer fits, and where it does not. The npm modules
 * and the sandbox have zod itself; test/tools/zod-stand-in.test.ts proves on random answers that both say the same.
 */

interface Issue {
  readonly path: readonly PropertyKey[];
}

type Look = (value: unknown, path: readonly PropertyKey[], issues: Issue[]) => void;

interface Schema {
  readonly look: Look;
  readonly check: (...checks: ((value: never) => boolean)[]) => Schema;
}

const schema = (look: Look): Schema => ({
  look,
  check: (...checks) =>
    schema((value, path, issues) => {
      const before = issues.length;
      look(value, path, issues);
      if (issues.length === before && !checks.every((fits) => fits(value as never))) issues.push({ path });
    }),
});

const simple = (fits: (value: unknown) => boolean): Schema =>
  schema((value, path, issues) => {
    if (!fits(value)) issues.push({ path });
  });

export const string = (): Schema => simple((value) => typeof value === 'string');
export const number = (): Schema => simple(Number.isFinite);
export const boolean = (): Schema => simple((value) => typeof value === 'boolean');

const oneOf = (options: readonly string[]): Schema & { readonly options: readonly string[] } => ({
  ...simple((value) => options.includes(value as string)),
  options,
});
export { oneOf as enum };

export const nullable = ({ look }: Schema): Schema =>
  schema((value, path, issues) => {
    if (value !== null) look(value, path, issues);
  });

export const array = ({ look }: Schema): Schema =>
  schema((value, path, issues) => {
    if (!Array.isArray(value)) issues.push({ path });
    else
      value.forEach((item, index) => {
        look(item, [...path, index], issues);
      });
  });

export const object = (shape: Readonly<Record<string, Schema>>): Schema =>
  schema((value, path, issues) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) issues.push({ path });
    else for (const [key, { look }] of Object.entries(shape)) look((value as Record<string, unknown>)[key], [...path, key], issues);
  });

export const regex =
  (pattern: RegExp) =>
  (value: string): boolean =>
    pattern.test(value);

export const multipleOf =
  (unit: number) =>
  (value: number): boolean =>
    value % unit === 0;

export const refine = (fits: (value: string) => boolean): ((value: string) => boolean) => fits;

export const safeParse = (
  { look }: Schema,
  value: unknown,
): { readonly success: boolean; readonly data: unknown; readonly error: { readonly issues: readonly Issue[] } } => {
  const issues: Issue[] = [];
  look(value, [], issues);
  return { success: issues.length === 0, data: value, error: { issues } };
};
