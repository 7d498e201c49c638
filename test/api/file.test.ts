/** Fetching a file: whole, or not at all. */
import { expect } from 'chai';
import { fetchFile, type FetchedFile } from '../../src/api/file.ts';
import { startClock, stopClock } from '../clock.ts';
import { answers, first, html as page, network, offline, silent, type Fault } from '../faults.ts';
import { clientBehind, holding, problemOf } from './clients.ts';

const whole = '%PDF-1.7 %%EOF';
const pdf = { 'content-type': 'application/pdf' };
const file = (body: BodyInit | null = whole, headers: Readonly<Record<string, string>> = {}): Fault => {
  return () => () => Promise.resolve(new Response(body, { headers: { ...pdf, ...headers } }));
};
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const get = (
  { client }: Pick<ReturnType<typeof clientBehind>, 'client'>,
  signal: AbortSignal = new AbortController().signal,
): Promise<FetchedFile> =>
  fetchFile(client, 'a-file', { signal, type: 'application/pdf', isWhole: async (blob) => (await blob.text()).endsWith('%%EOF') });

describe('A file', () => {
  afterEach(() => {
    startClock();
    network(true);
  });

  it('comes with the name the backend gives it, in whatever letters, and with nothing that leads out of a folder (R29.1)', async () => {
    for (const [header, name] of [
      [`attachment; filename="Ae.pdf"; filename*=UTF-8''%C3%86r%C3%B8%20faktura.pdf`, 'Ærø faktura.pdf'],
      ['attachment; filename="faktura 1.pdf"', 'faktura 1.pdf'],
      [`attachment; filename="a.pdf"; filename*=UTF-8''%E0%A4%A`, 'a.pdf'],
      [`attachment; filename*=UTF-8''..%2F..%5Cetc%3Apasswd%0D.pdf`, '....etcpasswd.pdf'],
      ['attachment', undefined],
    ] as const) {
      const { blob, name: found } = await get(clientBehind(file(whole, { 'content-disposition': header })));
      expect(found, header).to.equal(name);
      expect(await blob.text()).to.equal(whole);
    }
  });

  it('is asked for with the proof of who asks, and as what it is (R29.3, T14)', async () => {
    const subject = clientBehind(file());
    await get(subject);
    const [request] = subject.requests;
    expect(request?.headers.get('authorization')).to.equal('Bearer maja');
    expect(request?.headers.get('accept')).to.equal('application/pdf');
  });

  for (const [what, fault] of [
    ['empty', file('')],
    ['without a body', file(null)],
    ['a page of somebody in between', page()],
    ['of another type', file(whole, { 'content-type': 'text/plain' })],
    ['without its end', file('%PDF-1.7')],
    ['shorter than was said', file(whole, { 'content-length': '15000' })],
    [
      'broken off on its way',
      (() => () => {
        const body = new ReadableStream({
          start: (controller) => {
            controller.enqueue(bytes('%PDF'));
          },
          pull: (controller) => {
            controller.error(new TypeError('network error'));
          },
        });
        return Promise.resolve(new Response(body, { headers: pdf }));
      }) satisfies Fault,
    ],
  ] as const) {
    it(`that is ${what} is asked for once more, and is none when it is that again (F28)`, async () => {
      const subject = clientBehind(fault);
      expect((await problemOf(get(subject))).kind).to.equal('unexpected');
      expect(subject.requests).to.have.lengthOf(2);
      const mended = clientBehind((inner) => first(1, fault)(file()(inner)));
      expect(await (await get(mended)).blob.text()).to.equal(whole);
    });
  }

  it('that does not begin within twenty seconds is given up (F04, F28)', async () => {
    const clock = stopClock();
    const outcome = problemOf(get(clientBehind(silent())));
    await clock.advance(19_000);
    expect(clock.timers()).to.be.greaterThan(0);
    await clock.advance(2_000);
    expect((await outcome).kind).to.equal('slow');
    expect(clock.timers()).to.equal(0);
  });

  it('may take as long as it needs while something of it comes, and is cut when nothing does for half a minute (F28)', async () => {
    const clock = stopClock();
    let more: ReadableStreamDefaultController<Uint8Array> | undefined;
    let cancelled = false;
    const body = () =>
      new ReadableStream<Uint8Array>({
        start: (controller) => {
          more = controller;
        },
        cancel: () => {
          cancelled = true;
        },
      });
    const dripping: Fault = () => () => Promise.resolve(new Response(body(), { headers: pdf }));
    const slowly = get(clientBehind(dripping));
    await clock.advance(1_000);
    for (const part of ['%PDF-1.7 ', 'one ', 'two ', '%%EOF']) {
      await clock.advance(25_000);
      more?.enqueue(bytes(part));
    }
    more?.close();
    await clock.advance(0);
    expect(await (await slowly).blob.text()).to.equal('%PDF-1.7 one two %%EOF');

    const subject = clientBehind(dripping);
    const stalled = problemOf(get(subject));
    await clock.advance(1_000);
    more?.enqueue(bytes('%PDF-1.7 '));
    await clock.advance(29_000);
    expect(cancelled).to.equal(false);
    await clock.advance(2_000);
    expect((await stalled).kind).to.equal('slow');
    expect(cancelled).to.equal(true);
    expect(subject.requests).to.have.lengthOf(1);
    expect(clock.timers()).to.equal(0);
  });

  it('is asked for once more with a new token when the first is refused (F14)', async () => {
    const credentials = { ...holding('old'), replace: () => Promise.resolve('new') };
    const subject = clientBehind((inner) => first(1, answers(401))(file()(inner)), credentials);
    await get(subject);
    expect(subject.requests.map(({ headers }) => headers.get('authorization'))).to.deep.equal(['Bearer old', 'Bearer new']);
    expect(subject.signedOut()).to.equal(0);
  });

  for (const [status, kind] of [
    [403, 'forbidden'],
    [404, 'missing'],
    [500, 'unexpected'],
  ] as const)
    it(`that is refused with ${String(status)} is none, and the answer no file (R29.3, F17)`, async () => {
      expect((await problemOf(get(clientBehind(answers(status))))).kind).to.equal(kind);
    });

  it('that is still being made says when it may be asked for again (R29.2, F28)', async () => {
    const body = { type: 'urn:selvbetjening:problem:not-ready', title: 'Not ready', status: 409 };
    const before = Date.now();
    const { kind, until = 0 } = await problemOf(get(clientBehind(answers(409, { 'retry-after': '7' }, body))));
    expect(kind).to.equal('processing');
    expect(until - before).to.be.within(7_000, 8_000);
  });

  it('cannot be had without a network (F01)', async () => {
    network(false);
    expect((await problemOf(get(clientBehind(offline())))).kind).to.equal('offline');
    network(true);
  });

  it('is let go of in the middle when nobody wants it any more (F22)', async () => {
    const stop = new AbortController();
    let cancelled = false;
    const body = new ReadableStream({
      start: (controller) => {
        controller.enqueue(bytes('%PDF'));
      },
      cancel: () => {
        cancelled = true;
      },
    });
    const reading = get(clientBehind(file(body)), stop.signal).then(
      () => undefined,
      (error: unknown) => error,
    );
    await new Promise(requestAnimationFrame);
    stop.abort(new Error('enough'));
    expect(String(await reading)).to.equal('Error: enough');
    expect(cancelled).to.equal(true);
  });
});
