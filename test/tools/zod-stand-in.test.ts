/** The script-tag files read answers with a stand-in for zod: it must say the same of any answer, fitting or not. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import * as z from 'zod/mini';
import * as standIn from '../../scripts/zod-stand-in.ts';

type Shape = readonly [kind: string, ...inner: unknown[]];

/** A schema as data, so that it can be built from zod and from its stand-in alike. */
const shapes: fc.Arbitrary<Shape> = fc.letrec<{ shape: Shape }>((tie) => ({
  shape: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom<Shape>(['string'], ['number'], ['boolean'], ['whole'], ['day'], ['choice']),
    tie('shape').map((inner): Shape => ['nullable', inner]),
    tie('shape').map((inner): Shape => ['array', inner]),
    fc.tuple(tie('shape'), tie('shape')).map(([a, b]): Shape => ['object', a, b]),
  ),
})).shape;

type Builder = typeof z | typeof standIn;

const build = (library: Builder, [kind, ...inner]: Shape): never => {
  const part = (index: number): never => build(library, inner[index] as Shape);
  const make: Record<string, () => unknown> = {
    string: () => library.string(),
    number: () => library.number(),
    boolean: () => library.boolean(),
    whole: () => library.number().check(library.multipleOf(1) as never),
    day: () =>
      library
        .string()
        .check(library.regex(/^\d{4}-\d\d-\d\d$/) as never, library.refine((text: unknown) => text !== '2026-02-31') as never),
    choice: () => library.enum(['active', 'suspended']),
    nullable: () => library.nullable(part(0)),
    array: () => library.array(part(0)),
    object: () => library.object({ id: part(0), other: part(1) }),
  };
  return make[kind]?.() as never;
};

/** Values that often nearly fit. */
const values = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom<unknown>(
      null,
      undefined,
      'active',
      'unknown',
      '2026-11-22',
      '2026-02-31',
      'den 22.',
      '',
      0,
      7,
      1.5,
      -3,
      NaN,
      Infinity,
      true,
      '7',
    ),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.record({ id: tie('value'), other: tie('value') }, { requiredKeys: [] }),
    fc.record({ id: tie('value'), more: tie('value') }),
  ),
})).value;

const places = (issues: readonly { readonly path: readonly PropertyKey[] }[]): string[] => issues.map(({ path }) => path.join('/')).sort();

test('the stand-in for zod finds the same faults in the same places as zod itself (F09)', () => {
  let fitting = 0;
  fc.assert(
    fc.property(shapes, values, (shape, value) => {
      const real = z.safeParse(build(z, shape), value);
      const ours = standIn.safeParse(build(standIn, shape), value);
      if (real.success) fitting += 1;
      assert.equal(ours.success, real.success);
      assert.deepEqual([...new Set(places(ours.error.issues))], [...new Set(places(real.error?.issues ?? []))]);
    }),
    { numRuns: 20_000 },
  );
  assert.ok(fitting > 500, `only ${String(fitting)} values fitted`);
});
