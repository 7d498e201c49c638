/** The script-tag files read answers with a stand-in for zod: it must say the same of any answer, fitting or not. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { build as bundle } from 'esbuild';
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

/** Every schema that answers are read with, by the file it stands in. */
const readWith: Readonly<Record<string, readonly string[]>> = {
  'src/api/case.ts': ['casePage'],
  'src/api/found-person.ts': ['foundPeople'],
  'src/api/found-address.ts': ['foundAddresses'],
  'src/api/order.ts': ['order', 'orderPage'],
  'src/article-feedback/own-email.ts': ['ownEmail'],
  'src/article-feedback/vote.ts': ['articleVotes'],
  'src/invoices/e-invoice.ts': ['eInvoice'],
  'src/invoices/invoice-line.ts': ['invoiceLinePage', 'invoiceCallPage'],
  'src/invoices/invoice-user.ts': ['invoiceUserPage'],
  'src/invoices/invoice.ts': ['invoicePage', 'invoice'],
  'src/overview/figures.ts': ['userFigures', 'orderFigures', 'invoiceFigures', 'chargeFigures', 'caseFigures'],
  'src/product-order/product.ts': ['productPage'],
  'src/session/company.ts': ['companyDetails'],
  'src/session/session.ts': ['sessionAnswer', 'companyPage'],
  'src/subscriptions/number.ts': ['numberPage', 'numberHold'],
  'src/subscriptions/plan.ts': ['planPage'],
  'src/subscriptions/secrets.ts': ['secrets'],
  'src/subscriptions/subscription.ts': ['subscription'],
  'src/subscriptions/user-row.ts': ['userPage'],
  'src/subscriptions/user.ts': ['user'],
  'src/support-cases/case-file.ts': ['sentFile'],
  'src/support-cases/case.ts': ['seenCases', 'supportCase'],
  'src/support-cases/create-things.ts': ['namedUser', 'orderNumber', 'orderNumbers', 'invoiceNumber', 'invoiceNumbers', 'numberedCase'],
};

interface Nouns {
  readonly reading: (schema: unknown) => (answer: unknown) => unknown;
  readonly safeParse: typeof standIn.safeParse;
  readonly [schema: string]: unknown;
}

/** The nouns as the npm modules have them, or as the script-tag files do. */
async function nouns(alias: Record<string, string>): Promise<Nouns> {
  const lines = Object.entries(readWith).map(([file, names]) => `export { ${names.join(', ')} } from './${file}';`);
  const contents = [...lines, `export { reading } from './src/api/read.ts';`, `export { safeParse } from 'zod/mini';`].join('\n');
  const { outputFiles } = await bundle({
    stdin: { contents, resolveDir: process.cwd(), loader: 'ts' },
    bundle: true,
    format: 'esm',
    write: false,
    alias,
  });
  return (await import(`data:text/javascript,${encodeURIComponent(outputFiles[0]?.text ?? '')}`)) as Nouns;
}

/** Texts and figures, some of which fit each of our small values. */
const leaves: readonly unknown[] = [
  ...[
    '2026-11-22',
    '2026-02-31',
    '2026-11',
    '2026-11-22T08:05:00.000Z',
    '2026-11-22T08:05',
    '+4567102030',
    '67102030',
    '8000',
    '',
    'Åse Ågaard',
    'DKK',
  ],
  ...[0, 1, -5, 7_900, 1.5, 2 ** 53, NaN, Infinity, true, false, null, undefined],
];

/** What a schema of zod's own is made of. */
interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodMiniType>>;
  readonly element?: z.ZodMiniType;
  readonly innerType?: z.ZodMiniType;
  readonly entries?: Readonly<Record<string, string>>;
}

/** Answers that nearly always fit, and now and then do not in one place or another. */
function answersOf(schema: z.ZodMiniType): fc.Arbitrary<unknown> {
  const { type, shape, element, innerType, entries } = schema._zod.def as Definition;
  const nearly = (fitting: fc.Arbitrary<unknown>) =>
    fc.oneof({ weight: 60, arbitrary: fitting }, { weight: 1, arbitrary: fc.constantFrom<unknown>(...leaves, [], {}) });
  if (shape) return nearly(fc.record(Object.fromEntries(Object.entries(shape).map(([key, inner]) => [key, answersOf(inner)]))));
  if (element) return nearly(fc.array(answersOf(element), { maxLength: 2 }));
  if (innerType) return fc.oneof(fc.constant(null), answersOf(innerType));
  const fitting = [...leaves, ...Object.values(entries ?? {})].filter((leaf) => leaf !== null && z.safeParse(schema, leaf).success);
  assert.ok(fitting.length > 0, `nothing fits a ${type}`);
  return nearly(fc.constantFrom(...fitting));
}

test('all that is read by a schema is compared here (F09)', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const used = files.flatMap((file) => Array.from(readFileSync(`src/${file}`, 'utf8').matchAll(/\breading\((\w+)\)/g), ([, name]) => name));
  assert.deepEqual([...new Set(used)].sort(), Object.values(readWith).flat().sort());
});

test('each answer is read by the stand-in as zod reads it, whatever is wrong with it (F08, F09)', async (t) => {
  const [real, ours] = await Promise.all([nouns({}), nouns({ 'zod/mini': `${process.cwd()}/scripts/zod-stand-in.ts` })]);
  for (const name of Object.values(readWith).flat()) {
    await t.test(`${name} (F08, F09)`, () => {
      let fitting = 0;
      let mended = 0;
      const schema = real[name] as z.ZodMiniType;
      const read = ({ reading, [name]: by }: Nouns, answer: unknown): unknown => {
        try {
          return reading(by)(structuredClone(answer));
        } catch (error) {
          return (error as Error).message;
        }
      };
      const same = fc.property(answersOf(schema), (answer) => {
        const [expected, found] = [z.safeParse(schema, answer), ours.safeParse(ours[name] as never, answer)];
        assert.equal(found.success, expected.success);
        assert.deepEqual([...new Set(places(found.error.issues))], [...new Set(places(expected.error?.issues ?? []))]);
        const whole = read(real, answer);
        assert.deepEqual(read(ours, answer), whole);
        if (expected.success) fitting += 1;
        else if (typeof whole === 'object') mended += 1;
      });
      // Of a small one, few answers have a fault at all: it is asked until there have been enough.
      let rounds = 0;
      do fc.assert(same, { numRuns: 2_000 });
      while ((fitting <= 20 || mended <= 20) && ++rounds < 20);
      assert.ok(fitting > 20, `only ${String(fitting)} answers fitted`);
      assert.ok(mended > 20, `only ${String(mended)} answers were read in part`);
    });
  }
});
