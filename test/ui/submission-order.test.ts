import { expect } from 'chai';
import * as fc from 'fast-check';
import type { Problem } from '../../src/api/problem.ts';
import { startClock, stopClock, type Clock } from '../clock.ts';
import { cleanup } from '../helpers.ts';
import { sender, type SenderElement } from './sender.ts';

/** What becomes of one sending: whether the backend has done it, and what comes back. */
const fates = [
  ['done', 'done'],
  ['done', 'unsure'],
  ['done', 'unexpected'],
  ['done', 'processing'],
  ['not', 'unsure'],
  ['not', 'unexpected'],
  ['not', 'rejected'],
  ['not', 'busy'],
  ['not', 'offline'],
  ['not', 'forbidden'],
] as const satisfies readonly (readonly ['done' | 'not', 'done' | Problem['kind']])[];

const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('submit' as const), content: fc.constantFrom('a', 'b') }) },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('answer' as const), fate: fc.constantFrom(...fates) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('wait' as const), milliseconds: fc.constantFrom(0, 700, 6_000, 40_000) }) },
  fc.constant({ kind: 'check' as const }),
  fc.constant({ kind: 'recover' as const }),
  fc.constant({ kind: 'leave' as const }),
);

/** A backend that does each key once, and repeats its answer to what it has done (decision 5). */
class Backend {
  readonly host: SenderElement;
  readonly effects = new Set<string>();
  #answered = 0;

  constructor(host: SenderElement) {
    this.host = host;
  }

  get waiting(): boolean {
    return this.#answered < this.host.sent.length;
  }

  answer([effect, reply]: (typeof fates)[number]): void {
    if (!this.waiting) return;
    this.#answered = this.host.sent.length;
    const { key, answer, fail } = this.host.last;
    if (effect === 'done') this.effects.add(key);
    if (reply === 'done' || (reply === 'rejected' && this.effects.has(key))) answer();
    else fail({ kind: reply, ...(reply === 'busy' && { until: Date.now() + 1_000 }) });
  }
}

/** Lets what was just answered be taken in; no time passes. */
const rest = async (host: SenderElement): Promise<void> => {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
  await host.updateComplete;
};

/** Exactly what was reported as done has been done, but for the one whose outcome is open. */
const expectTrue = ({ effects, host }: Backend): void => {
  const { state, isOpen } = host.submission;
  const key = host.keys.at(-1) ?? '';
  if (state.status === 'done') expect(effects.has(key), 'what is shown as done').to.equal(true);
  if (state.status === 'failed') expect(effects.has(key), 'what is shown as not done').to.equal(false);
  expect(effects.size - host.done.length, 'what was done and not reported').to.equal(isOpen && effects.has(key) ? 1 : 0);
};

describe('A submission, whatever happens to its requests', () => {
  let clock: Clock;
  beforeEach(() => {
    clock = stopClock();
  });
  afterEach(() => {
    startClock();
    cleanup();
  });

  it('does everything once, reports just that, and never says that it was not done when it was (R14.6, R24.4, F02, F06, F12, F13, F17)', async function () {
    this.timeout(20_000);
    let opened = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        const host = await sender();
        const parent = host.parentElement;
        const backend = new Backend(host);
        for (const next of steps) {
          const { isOpen } = host.submission;
          const keys = new Set(host.keys).size;
          if (next.kind === 'submit') host.submission.submit(next.content);
          else if (next.kind === 'answer') backend.answer(next.fate);
          else if (next.kind === 'wait') await clock.advance(next.milliseconds);
          else if (next.kind === 'leave') {
            host.remove();
            parent?.append(host);
          } else host.submission[next.kind]();
          await rest(host);
          if (isOpen) expect(new Set(host.keys).size, 'no new key while the outcome is open').to.equal(keys);
          if (host.submission.state.status === 'unsure') opened += 1;
          expectTrue(backend);
        }
        // In the end the backend is well again, and the person asks.
        for (let turn = 0; turn < 5 && host.submission.isOpen; turn++) {
          host.submission.check();
          backend.answer(['done', 'done']);
          await clock.advance(40_000);
        }
        expect(host.submission.isOpen).to.equal(false);
        expectTrue(backend);
        cleanup();
      }),
      { numRuns: 300 },
    );
    expect(opened).to.be.greaterThan(25);
  });
});
