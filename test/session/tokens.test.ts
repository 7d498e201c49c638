import { expect } from 'chai';
import { Tokens, type Token, type TokenFunction, type TokenReason } from '../../src/session/tokens.ts';
import { problemOf } from '../api/clients.ts';
import { startClock, stopClock, type Clock } from '../clock.ts';

const day = 86_400;
const anyone = () => new AbortController().signal;

interface Asked {
  readonly tokens: Tokens;
  readonly reasons: TokenReason[];
  readonly close: AbortController;
  readonly late: () => number;
  readonly signals: AbortSignal[];
}

/** Tokens whose host answers as given, and what it is asked. */
const asking = (host: TokenFunction): Asked => {
  const reasons: TokenReason[] = [];
  const signals: AbortSignal[] = [];
  const close = new AbortController();
  let late = 0;
  const ask: TokenFunction = (question) => {
    reasons.push(question.reason);
    signals.push(question.signal);
    return host(question);
  };
  return { tokens: new Tokens(ask, close.signal, () => (late += 1)), reasons, signals, close, late: () => late };
};

/** A host that gives these tokens in turn. */
const inTurn = (...given: readonly (Token | null)[]): TokenFunction => {
  let turn = 0;
  return () => Promise.resolve(given[turn++] ?? null);
};

/** A host that answers when the test says so. */
const later = (): { readonly host: TokenFunction; answer: (token: Token) => void } => {
  const waiting: ((token: Token) => void)[] = [];
  return { host: () => new Promise((resolve) => waiting.push(resolve)), answer: (token) => waiting.shift()?.(token) };
};

describe('Tokens', () => {
  let clock: Clock;
  beforeEach(() => {
    clock = stopClock();
  });
  afterEach(startClock);

  it('are asked for once, however many wait for one (F14)', async () => {
    const { tokens, reasons } = asking(inTurn({ token: 'one', expiresIn: day }));
    const given = await Promise.all(Array.from({ length: 20 }, () => tokens.current(anyone())));
    expect(new Set(given)).to.deep.equal(new Set(['one']));
    expect(reasons).to.deep.equal(['start']);
  });

  it('are renewed five seconds before their end, and not before', async () => {
    const { tokens, reasons } = asking(inTurn({ token: 'one', expiresIn: 300 }, { token: 'two', expiresIn: 300 }));
    await tokens.current(anyone());
    await clock.advance(294_999);
    expect(await tokens.current(anyone())).to.equal('one');
    await clock.advance(1);
    expect(await tokens.current(anyone())).to.equal('two');
    expect(reasons).to.deep.equal(['start', 'expiring']);
  });

  it('that live under twenty seconds are renewed only when they are refused', async () => {
    const { tokens, reasons } = asking(inTurn({ token: 'one', expiresIn: 19 }, { token: 'two', expiresIn: 19 }));
    await tokens.current(anyone());
    await clock.advance(60_000);
    expect(await tokens.current(anyone())).to.equal('one');
    expect(await tokens.replace('one', anyone())).to.equal('two');
    expect(reasons).to.deep.equal(['start', 'refused']);
  });

  it('still serve while their renewal fails, and the host is asked again only after ten seconds (F16)', async () => {
    let given: Token | undefined = { token: 'one', expiresIn: 100 };
    const { tokens, reasons } = asking(() => (given ? Promise.resolve(given) : Promise.reject(new Error('down'))));
    await tokens.current(anyone());
    given = undefined;
    await clock.advance(96_000);
    for (let turn = 0; turn < 5; turn += 1) expect(await tokens.current(anyone())).to.equal('one');
    expect(reasons).to.deep.equal(['start', 'expiring']);
    await clock.advance(10_000);
    await tokens.current(anyone());
    expect(reasons).to.have.length(3);
  });

  it('are replaced once when many calls with the old one are refused (F14)', async () => {
    const { tokens, reasons } = asking(inTurn({ token: 'one', expiresIn: day }, { token: 'two', expiresIn: day }));
    await tokens.current(anyone());
    const given = await Promise.all(Array.from({ length: 20 }, () => tokens.replace('one', anyone())));
    expect(new Set([...given, await tokens.replace('one', anyone())])).to.deep.equal(new Set(['two']));
    expect(reasons).to.deep.equal(['start', 'refused']);
  });

  it('mean that nobody is signed in when the host gives the refused one again (F16)', async () => {
    const { tokens, reasons } = asking(() => Promise.resolve({ token: 'one', expiresIn: day }));
    await tokens.current(anyone());
    expect((await problemOf(tokens.replace('one', anyone()))).kind).to.equal('signed-out');
    expect(reasons).to.have.length(2);
  });

  it('mean that nobody is signed in when the host says null', async () => {
    const { tokens } = asking(inTurn(null, { token: 'one', expiresIn: day }));
    expect((await problemOf(tokens.current(anyone()))).kind).to.equal('signed-out');
    expect(await tokens.current(anyone())).to.equal('one');
  });

  for (const [what, host] of [
    [
      'throws at once',
      () => {
        throw new Error('host');
      },
    ],
    ['rejects', () => Promise.reject(new Error('host'))],
    ['gives nothing', () => Promise.resolve(undefined)],
    ['gives a text', () => Promise.resolve('token')],
    ['gives a token that is no text', () => Promise.resolve({ token: 7, expiresIn: day })],
    ['gives an empty token', () => Promise.resolve({ token: '', expiresIn: day })],
    ['gives a token that would end a header', () => Promise.resolve({ token: 'a\r\nx: y', expiresIn: day })],
    ['gives a life that is no number', () => Promise.resolve({ token: 'one', expiresIn: '300' })],
    ['gives a life that is not a number', () => Promise.resolve({ token: 'one', expiresIn: NaN })],
    ['gives a token that has ended', () => Promise.resolve({ token: 'one', expiresIn: 0 })],
    ['gives no promise', () => 'now'],
  ] as const) {
    it(`cannot be had from a host that ${what} (F16)`, async () => {
      const { tokens, reasons } = asking(host as unknown as TokenFunction);
      const asked = await Promise.all([problemOf(tokens.current(anyone())), problemOf(tokens.current(anyone()))]);
      expect(asked).to.deep.equal([{ kind: 'no-token' }, { kind: 'no-token' }]);
      expect(reasons).to.have.length(1);
    });
  }

  it('are given up by those who wait after ten seconds, and by all after thirty (F16)', async () => {
    const { tokens, reasons, signals } = asking(() => new Promise(() => {}));
    const waiting = problemOf(tokens.current(anyone()));
    await clock.advance(10_000);
    expect(await waiting).to.deep.equal({ kind: 'no-token' });
    const again = problemOf(tokens.current(anyone()));
    expect(reasons).to.have.length(1);
    expect(signals[0]?.aborted).to.be.false;
    await clock.advance(20_000);
    expect(signals[0]?.aborted).to.be.true;
    expect((await again).kind).to.equal('no-token');
  });

  it('that come after the person has been told are used, and said to be here (F16)', async () => {
    const { host, answer } = later();
    const { tokens, reasons, late } = asking(host);
    const waiting = problemOf(tokens.current(anyone()));
    await clock.advance(12_000);
    await waiting;
    answer({ token: 'one', expiresIn: day });
    await clock.advance(0);
    expect(late()).to.equal(1);
    expect(await tokens.current(anyone())).to.equal('one');
    expect(reasons).to.have.length(1);
  });

  it('are no longer waited for by a call that is not wanted any more', async () => {
    const { host, answer } = later();
    const { tokens } = asking(host);
    const leaving = new AbortController();
    const reason = new Error('gone');
    const left = tokens.current(leaving.signal).catch((error: unknown) => error);
    const staying = tokens.current(anyone());
    leaving.abort(reason);
    expect(await left).to.equal(reason);
    answer({ token: 'one', expiresIn: day });
    expect(await staying).to.equal('one');
  });

  it('are not asked for any more once the connection is closed', async () => {
    const { tokens, signals, close } = asking(() => new Promise(() => {}));
    const waiting = problemOf(tokens.current(anyone()));
    close.abort();
    expect((await waiting).kind).to.equal('no-token');
    expect(signals[0]?.aborted).to.be.true;
  });

  it('of somebody who has left are not used for the next one, even when they come late (F24)', async () => {
    const { host, answer } = later();
    const { tokens, reasons } = asking(host);
    const before = tokens.current(anyone());
    tokens.forget();
    const after = tokens.current(anyone());
    answer({ token: 'of-the-one-before', expiresIn: day });
    answer({ token: 'of-the-next', expiresIn: day });
    expect([await before, await after, await tokens.current(anyone())]).to.deep.equal(['of-the-next', 'of-the-next', 'of-the-next']);
    expect(reasons).to.deep.equal(['start', 'start']);
  });
});
