import { expect } from 'chai';
import * as fc from 'fast-check';
import { Client } from '../../src/api/client.ts';
import { reading } from '../../src/api/read.ts';
import { sessionAnswer } from '../../src/session/session.ts';
import { Tokens, type TokenReason } from '../../src/session/tokens.ts';
import { base, problemOf } from '../api/clients.ts';
import { requestOf, type Fetch } from '../faults.ts';

const answer = {
  person: { id: 'p1', name: 'Maja Holm', email: 'maja@nordlys.example' },
  companies: [],
  total: 0,
  operator: { name: 'Eksempeltele', phone: null, email: null, url: null },
};

interface Refusals {
  readonly read: () => Promise<unknown>;
  readonly reasons: TokenReason[];
  /** The tokens of all requests, in the order they were sent. */
  readonly sent: string[];
  readonly signedOut: () => number;
}

/** A backend that takes only one token, and a host that gives these in turn, the last one again and again. */
const backend = (accepted: string, given: readonly string[], inTurn: <T>(reply: Promise<T>) => Promise<T> = (reply) => reply): Refusals => {
  const reasons: TokenReason[] = [];
  const sent: string[] = [];
  let signedOut = 0;
  const answering: Fetch = async (...call) => {
    const token =
      requestOf(...call)
        .headers.get('authorization')
        ?.replace('Bearer ', '') ?? '';
    sent.push(token);
    return inTurn(Promise.resolve(token === accepted ? Response.json(answer) : Response.json({}, { status: 401 })));
  };
  const ask = ({ reason }: { readonly reason: TokenReason }) => {
    const token = given[Math.min(reasons.length, given.length - 1)] ?? '';
    reasons.push(reason);
    return inTurn(Promise.resolve({ token, expiresIn: 3600 }));
  };
  const credentials = new Tokens(ask, new AbortController().signal, () => {});
  const client = new Client({ base, fetch: answering, credentials, onSignedOut: () => (signedOut += 1) });
  return {
    reasons,
    sent,
    signedOut: () => signedOut,
    read: () => client.read('session', reading(sessionAnswer), { signal: new AbortController().signal }),
  };
};

describe('Requests that are refused because of their token', () => {
  it('are made once more each, after one renewal, in whatever order the replies come (F14)', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.integer({ min: 1, max: 8 }), async (replies, count) => {
        const { read, reasons, sent } = backend('new', ['old', 'new'], (reply) => replies.schedule(reply));
        const reads = Promise.all(Array.from({ length: count }, read));
        await replies.waitFor(reads);
        expect(reasons).to.deep.equal(['start', 'refused']);
        expect(sent.filter((token) => token === 'new')).to.have.length(count);
        expect(sent.length).to.be.at.most(2 * count);
      }),
      { numRuns: 30 },
    );
  });

  it('end in »signed out« when the new token is refused too, without a loop (F14, F16)', async () => {
    const { read, reasons, sent, signedOut } = backend('never', ['one', 'two', 'three']);
    expect((await problemOf(read())).kind).to.equal('signed-out');
    expect(reasons).to.deep.equal(['start', 'refused']);
    expect(sent).to.deep.equal(['one', 'two']);
    expect(signedOut()).to.equal(1);
  });

  it('end in »signed out« when the host gives the same token again, with two calls at most (F16)', async () => {
    const { read, reasons, sent } = backend('never', ['one']);
    expect((await problemOf(read())).kind).to.equal('signed-out');
    expect(reasons).to.have.length(2);
    expect(sent).to.deep.equal(['one']);
  });
});
