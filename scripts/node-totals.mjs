// @ts-check
/** A reporter for node:test: its closing figures as JSON, for scripts/test.mjs to add up. */

/**
 * @param {AsyncIterable<import('node:test/reporters').TestEvent>} events
 * @returns {AsyncGenerator<string>}
 */
export default async function* totals(events) {
  /** @type {Record<string, number>} */
  const figures = {};
  let empty = 0;
  for await (const event of events) {
    // A file without tests is reported as one that passed, under its path.
    if (event.type === 'test:pass' && event.data.nesting === 0 && event.data.name.endsWith('.test.ts')) empty += 1;
    if (event.type !== 'test:diagnostic' || event.data.nesting !== 0) continue;
    const [, name, count] = /^(\w+) (\d+)$/.exec(event.data.message) ?? [];
    if (name !== undefined) figures[name] = Number(count);
  }
  const { pass = 0, fail = 0, cancelled = 0, skipped = 0, todo = 0 } = figures;
  yield JSON.stringify({ passed: pass - empty, failed: fail + cancelled + empty, skipped: skipped + todo });
}
