import { expect } from 'chai';
import * as fc from 'fast-check';
import { ProblemError } from '../../src/api/problem.ts';
import { cleanup } from '../helpers.ts';
import { answerTo, reader, type Args, type ReaderElement } from './reader.ts';

const args: fc.Arbitrary<Args> = fc.tuple(fc.constantFrom('maja', 'ida'), fc.constantFrom('c1', 'c2'), fc.constantFrom('', 'å', 'ø'));

/** What may happen to an element: something is asked for, or nothing; the same again; it goes and comes back; a reply arrives. */
const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('ask' as const), args }) },
  { weight: 5, arbitrary: fc.constant({ kind: 'reply' as const }) },
  fc.constant({ kind: 'nothing' as const }),
  fc.constant({ kind: 'reload' as const }),
  fc.constant({ kind: 'move' as const }),
);

/** Every picture belongs to what was asked for when it was drawn. */
const expectTrue = (host: ReaderElement): void => {
  for (const { state, args: present } of host.shown) {
    if (!present) expect(state.status).to.equal('idle');
    if (!present || state.status !== 'ready') continue;
    const [person, company] = present;
    expect(state.value.startsWith(`${person}/${company}/`), 'the person and the company').to.be.true;
    if (!state.renewing) expect(state.value).to.equal(answerTo(present));
  }
};

describe('A resource, in whatever order replies come', () => {
  afterEach(cleanup);

  it('shows only what belongs to the present person, company and search, in every picture (T05, F20, F22, F24)', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.array(step, { maxLength: 25 }), fc.infiniteStream(fc.boolean()), async (replies, steps, luck) => {
        const host = await reader();
        const parent = host.parentElement;
        const wanted = new Set<AbortSignal>();
        // The backend knows nothing of aborting: every reply arrives some time, and one in two is a failure.
        host.load = (asked, signal) => {
          wanted.add(signal);
          const [good] = luck.take(1);
          return replies.schedule(Promise.resolve(asked)).then((answered) => {
            if (!good) throw new ProblemError({ kind: 'unexpected' });
            return answerTo(answered);
          });
        };
        for (const next of steps) {
          if (next.kind === 'ask') host.args = next.args;
          else if (next.kind === 'nothing') host.args = undefined;
          else if (next.kind === 'reload') host.resource.reload();
          else if (next.kind === 'move') {
            host.remove();
            parent?.append(host);
          } else if (replies.count() > 0) await replies.waitNext(1);
          await host.updateComplete;
          expect([...wanted].filter(({ aborted }) => !aborted).length - host.values.length - host.problems.length).to.be.at.most(1);
        }
        while (replies.count() > 0) await replies.waitNext(1);
        const end = await host.settled();
        expect(end.status).to.be.oneOf(host.args ? ['ready', 'failed'] : ['idle']);
        expectTrue(host);
        cleanup();
      }),
      { numRuns: 150 },
    );
  });
});
