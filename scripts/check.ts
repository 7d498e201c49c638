/**
 * `npm run check`: everything that can be judged without running the product. Two steps at a time, each with a time
 * limit; what a step printed is shown only when it fails. `npm run check -- eslint knip` runs only what is named.
 */
import { run } from './run.mjs';

interface Step {
  readonly name: string;
  readonly command: readonly string[];
  /** The step whose result this one looks at. Without it here, it looks at what lies there. */
  readonly after?: string;
}

const node = (file: string, ...args: string[]): string[] => [process.execPath, `node_modules/${file}`, ...args];
const script = (file: string, ...args: string[]): string[] => [process.execPath, '--import', 'tsx', `scripts/${file}`, ...args];

const steps: readonly Step[] = [
  { name: 'build', command: ['npm', 'run', '--silent', 'build'] },
  { name: 'eslint', command: node('eslint/bin/eslint.js', '.') },
  { name: 'types', command: ['npm', 'run', '--silent', 'types'] },
  // Its list of CSS properties is of 2020.
  { name: 'lit-analyzer', command: node('lit-analyzer/cli.js', 'src/**/*.ts', '--strict', '--rules.no-invalid-css', 'off') },
  { name: 'prettier', command: node('prettier/bin/prettier.cjs', '--check', '.', '--log-level', 'warn') },
  { name: 'knip', command: node('knip/bin/knip.js', '--no-progress') },
  { name: 'manifest', command: script('manifest.ts', '--check') },
  { name: 'trace', command: script('trace.ts', '--check') },
  { name: 'size', command: script('size.ts'), after: 'build' },
  { name: 'publint', command: node('publint/src/cli.js', '--strict'), after: 'build' },
  { name: 'attw', command: node('@arethetypeswrong/cli/dist/index.js', '--pack', '.', '--profile', 'esm-only'), after: 'build' },
];

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !steps.some((step) => step.name === name));
if (unknown.length > 0) throw new Error(`There is no ${unknown.join(', ')}. There are: ${steps.map((step) => step.name).join(', ')}.`);

const chosen = steps.filter((step) => asked.length === 0 || asked.includes(step.name));
const results = new Map<string, Promise<boolean>>();
const queue: (() => void)[] = [];
let free = 2;

/** Waits until one of the two places is free. */
async function turn(): Promise<void> {
  if (free === 0) await new Promise<void>((resolve) => queue.push(resolve));
  else free -= 1;
}

function leave(): void {
  const next = queue.shift();
  if (next) next();
  else free += 1;
}

async function perform({ name, command, after }: Step): Promise<boolean> {
  if (after !== undefined && (await results.get(after)) === false) {
    console.log(`✗ ${name} (not done: ${after} failed)`);
    return false;
  }
  await turn();
  const { ok, output, seconds } = await run(command, { minutes: 5 });
  leave();
  console.log(`${ok ? '✓' : '✗'} ${name} (${seconds.toFixed(1)} s)`);
  if (!ok || name === 'size') console.log(output.trimEnd());
  return ok;
}

for (const step of chosen) results.set(step.name, perform(step));
const outcomes = await Promise.all(results.values());
process.exit(outcomes.every(Boolean) ? 0 : 1);
