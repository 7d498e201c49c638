/** What is downloaded, and what a person sees when that does not go as it should. */
import { expect } from 'chai';
import { startClock, stopClock } from '../clock.ts';
import { at, answers, offline, silent, type Fault } from '../faults.ts';
import { cleanup, until } from '../helpers.ts';
import { counting, gate } from '../recorder.ts';
import { companyOf, cvr } from '../subscriptions/open.ts';
import { all, control, find, heard, one, reads, textOf } from '../subscriptions/screen.ts';
import { listed, open, openInvoice, withSwitcher, urlOf } from './bills.ts';

const name = 'Nordlys Eksempel AS faktura 2026110207 2026-11-10.pdf';
const whole = '%PDF-1.7\nA page.\n%%EOF\n';

/** A file, or what should be one. */
const file =
  (body: string, headers: Readonly<Record<string, string>> = {}): Fault =>
  () =>
  () =>
    Promise.resolve(
      new Response(body, {
        headers: {
          'content-type': 'application/pdf',
          'content-disposition': `attachment; filename="faktura.pdf"; filename*=UTF-8''${encodeURIComponent(name)}`,
          ...headers,
        },
      }),
    );

const notReady =
  (seconds: string): Fault =>
  () =>
  () =>
    Promise.resolve(
      Response.json(
        { type: 'urn:selvbetjening:problem:not-ready', title: 'Not ready', status: 409 },
        { status: 409, headers: { 'content-type': 'application/problem+json', 'retry-after': seconds } },
      ),
    );

/** A file that begins and does not go on. */
const stalling: Fault = () => () =>
  Promise.resolve(
    new Response(
      new ReadableStream({
        start: (controller) => {
          controller.enqueue(new TextEncoder().encode('%PDF-1.7'));
        },
      }),
      { headers: { 'content-type': 'application/pdf' } },
    ),
  );

/** Lets what has just come be taken in, on a clock of the page's own. */
const frames = async (count: number): Promise<void> => {
  for (let passed = 0; passed < count; passed++) await new Promise(requestAnimationFrame);
};

interface Saved {
  readonly name: string;
  readonly url: string;
}

/** Catches what would be saved, in the order of the clicks. */
const saves = (): { readonly files: Saved[]; readonly revoked: string[]; readonly end: () => void } => {
  const files: Saved[] = [];
  const revoked: string[] = [];
  const click = Reflect.get<HTMLAnchorElement, 'click'>(HTMLAnchorElement.prototype, 'click');
  const revoke = URL.revokeObjectURL.bind(URL);
  HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
    if (this.download) files.push({ name: this.download, url: this.href });
    else click.call(this);
  };
  URL.revokeObjectURL = (url) => {
    revoked.push(url);
    revoke(url);
  };
  return {
    files,
    revoked,
    end: () => {
      HTMLAnchorElement.prototype.click = click;
      URL.revokeObjectURL = revoke;
    },
  };
};

describe('downloads', () => {
  let caught: ReturnType<typeof saves>;
  beforeEach(() => {
    caught = saves();
  });
  afterEach(() => {
    startClock();
    caught.end();
    cleanup();
  });

  const list = (fault: Fault) => open('maja', { fetch: at('/pdf', fault)(fetch) });
  const download = (element: Element) => control(element, 'Download som pdf-fil, faktura ');

  it('saves a PDF under the name the backend gives it, says so, and lets go of its address (R29.1, T14)', async () => {
    const element = await list(file(whole));
    download(element).click();
    await until(() => caught.files.length, 'the file');
    expect(caught.files[0]?.name).to.equal(name);
    await until(() => heard(element).includes(`Filen er hentet: ${name}`), 'the words');
    await until(() => caught.revoked.includes(caught.files[0]?.url ?? ''), 'the address to be let go of');
  });

  it('asks with the same proof of who asks as everything else: no address of it works by itself (R29.3, T14)', async () => {
    const seen = counting(at('/pdf', file(whole))(fetch));
    const element = await open('maja', { fetch: seen.fetch });
    download(element).click();
    await until(() => caught.files.length, 'the file');
    const asked = seen.requests.find(({ url }) => url.endsWith('/pdf'));
    expect(asked?.headers.get('authorization')).to.equal('Bearer maja');
    expect(asked?.url).not.to.contain('maja');
    expect(caught.files[0]?.url).to.match(/^blob:/);
  });

  it('fetches once however often it is clicked, and keeps the focus (F21, F28)', async () => {
    const held = gate();
    const element = await open('maja', { fetch: (...call) => (urlOf(call).endsWith('/pdf') ? held.fetch : fetch)(...call) });
    const button = download(element);
    button.focus();
    button.click();
    await until(() => held.waiting.length === 1, 'the question');
    expect(button.ariaDisabled).to.equal('true');
    button.click();
    button.click();
    held.waiting[0]?.release(await file(whole)(fetch)('/'));
    await until(() => caught.files.length, 'the file');
    await until(() => button.ariaDisabled === 'false', 'the button');
    expect(held.waiting).to.have.lengthOf(0);
    expect(caught.files).to.have.lengthOf(1);
    expect(element.shadowRoot?.activeElement).to.equal(button);
  });

  it('fetches both files where both are clicked before the code that fetches them is there (F28)', async () => {
    const csv = (call: Parameters<typeof fetch>) => urlOf(call).endsWith('/csv');
    const { element } = await openInvoice(cvr.nordlys, undefined, {
      fetch: (...call) => (csv(call) ? fetch : at('/pdf', file(whole))(fetch))(...call),
    });
    for (const words of ['Download som pdf-fil, Kreditnota ', 'Download som csv-fil, Kreditnota ']) control(element, words).click();
    await until(() => caught.files.length === 2, 'both files');
  });

  it('says that it takes long, and can be stopped (F28)', async () => {
    const element = await list(silent());
    download(element).click();
    await reads(element, 'Henter filen …');
    control(element, 'Annuller').click();
    await until(() => !textOf(element).includes('Henter filen'), 'the words to go');
    expect(download(element).ariaDisabled).to.equal('false');
    expect(caught.files).to.have.lengthOf(0);
  });

  it('waits by itself for a file that is being made (R29.2, F28)', async () => {
    let asked = 0;
    const element = await list(
      (inner) =>
        (...call) =>
          (asked++ < 2 ? notReady('1') : file(whole))(inner)(...call),
    );
    download(element).click();
    await reads(element, 'Filen er ved at blive lavet. Vi henter den, så snart den er klar.');
    await until(() => caught.files.length, 'the file');
    expect(asked).to.equal(3);
  });

  it('asks when the backend says so for two minutes, then says that it is not ready, and asks again when told to (R29.2, F28)', async function () {
    this.timeout(20_000);
    let ready = false;
    let asked = 0;
    const element = await list((inner) => (...call) => {
      asked += 1;
      return (ready ? file(whole) : notReady('10'))(inner)(...call);
    });
    const clock = stopClock();
    download(element).click();
    await reads(element, 'Filen er ved at blive lavet.');
    await frames(3);
    for (let times = 2; times <= 12; times++) {
      await clock.advance(9_000);
      expect(asked).to.equal(times - 1);
      await clock.advance(1_000);
      await until(() => asked === times, `question ${String(times)}`);
      await frames(3);
      await reads(element, 'Filen er ved at blive lavet.');
    }
    await clock.advance(10_000);
    await reads(element, 'Pdf-filen er ikke klar endnu. Prøv igen om lidt.');
    startClock();
    ready = true;
    control(element, 'Prøv igen').click();
    await until(() => caught.files.length, 'the file');
    expect(textOf(element)).not.to.contain('ikke klar');
  });

  it('asks no more often than once a second, and not by itself where it is to wait longer than half a minute (R29.2, F11)', async () => {
    let asked = 0;
    let seconds = '0';
    const element = await list((inner) => (...call) => {
      asked += 1;
      return notReady(seconds)(inner)(...call);
    });
    const clock = stopClock();
    download(element).click();
    await reads(element, 'Filen er ved at blive lavet.');
    await frames(3);
    for (let times = 2; times <= 5; times++) {
      await clock.advance(900);
      expect(asked).to.equal(times - 1);
      await clock.advance(100);
      await until(() => asked === times, `question ${String(times)}`);
      await frames(3);
    }
    seconds = '600';
    await clock.advance(1_000);
    await reads(element, 'Pdf-filen er ikke klar endnu. Prøv igen om lidt.');
    expect(textOf(element)).to.match(/Prøv igen efter kl\. \d\d\.\d\d\./);
  });

  it('stops asking for a file that is being made when the person has had enough (F28)', async () => {
    let asked = 0;
    const element = await list((inner) => (...call) => {
      asked += 1;
      return notReady('5')(inner)(...call);
    });
    const clock = stopClock();
    download(element).click();
    await reads(element, 'Filen er ved at blive lavet.');
    await frames(3);
    control(element, 'Annuller').click();
    await clock.advance(60_000);
    expect(asked).to.equal(1);
    expect(all(element, '.download')).to.have.lengthOf(0);
  });

  it('cuts a file of which no more comes, says so, and offers to try again (F28)', async () => {
    let broken = true;
    let asked = 0;
    const element = await list((inner) => (...call) => {
      asked += 1;
      return (broken ? stalling : file(whole))(inner)(...call);
    });
    const clock = stopClock();
    download(element).click();
    await until(() => asked, 'the question');
    await clock.advance(2_000);
    await reads(element, 'Henter filen …');
    await clock.advance(27_000);
    await reads(element, 'Henter filen …');
    await clock.advance(2_000);
    await reads(element, 'Der kom ikke mere af filen. Prøv igen.');
    expect(caught.files).to.have.lengthOf(0);
    startClock();
    broken = false;
    control(element, 'Prøv igen').click();
    await until(() => caught.files.length, 'the file');
  });

  for (const [what, fault] of [
    ['empty', file('')],
    ['a page of somebody in between', file('<!doctype html>', { 'content-type': 'text/html' })],
    ['cut off', file('%PDF-1.7\nA pa')],
    ['no PDF', file('PK\u0003\u0004 %%EOF')],
    ['shorter than was said', file(whole, { 'content-length': '30000000' })],
    ['broken at the backend', answers(500)],
    ['away', answers(503)],
  ] as const)
    it(`saves nothing that is ${what}, and says that it could not be fetched (R29.2, F28)`, async () => {
      const element = await list(fault);
      download(element).click();
      await reads(element, 'Filen kunne ikke hentes. Prøv igen.');
      expect(caught.files).to.have.lengthOf(0);
      expect(find(element, 'Prøv igen')?.innerText).to.equal('Prøv igen');
    });

  it('says that there is no connection (F01, F28)', async () => {
    const element = await list(offline());
    download(element).click();
    await reads(element, 'Vi kan ikke få forbindelse til Selvbetjening lige nu.');
    expect(caught.files).to.have.lengthOf(0);
  });

  it('says that it is gone, or not theirs to fetch any more, and offers no second try (R29.3, F17)', async () => {
    for (const [status, words] of [
      [404, 'Filen findes ikke længere.'],
      [403, 'Du har ikke længere adgang til at hente filen.'],
    ] as const) {
      const element = await list(answers(status));
      download(element).click();
      await reads(element, words);
      expect(find(element, 'Prøv igen')).to.equal(undefined);
      cleanup();
    }
  });

  it('saves nothing for who has gone on to another company (T05)', async () => {
    const held = gate();
    const { element, switcher } = await withSwitcher({
      company: await companyOf('maja', cvr.nordlys),
      fetch: (...call) => (urlOf(call).endsWith('/pdf') ? held.fetch : fetch)(...call),
    });
    await listed(element);
    download(element).click();
    await until(() => held.waiting.length === 1, 'the question');
    const select = one<HTMLSelectElement>(switcher, 'select');
    select.value = [...select.options].find(({ textContent }) => textContent.includes('Aagaard'))?.value ?? '';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await until(() => held.waiting.length === 0, 'the question to be taken back');
    await listed(element);
    expect(caught.files).to.have.lengthOf(0);
    expect(all(element, '.download')).to.have.lengthOf(0);
  });

  it('stops when the element leaves the page (F22)', async () => {
    const held = gate();
    const element = await open('maja', { fetch: (...call) => (urlOf(call).endsWith('/pdf') ? held.fetch : fetch)(...call) });
    download(element).click();
    await until(() => held.waiting.length === 1, 'the question');
    element.remove();
    await until(() => held.waiting.length === 0, 'the question to be taken back');
    expect(caught.files).to.have.lengthOf(0);
  });

  it('saves the lines as CSV from the itemised invoice, and knows a cut one by its last row (R29.1, F28)', async () => {
    let body = 'Fakturanummer;Bel';
    const csv: Fault =
      (inner) =>
      (...call) =>
        file(body, { 'content-type': 'text/csv; charset=utf-8' })(inner)(...call);
    const { element } = await openInvoice(cvr.nordlys, undefined, { fetch: at('/csv', csv)(fetch) });
    control(element, 'Download som csv-fil').click();
    await reads(element, 'Filen kunne ikke hentes.');
    body = 'Fakturanummer;Beløb\r\n1;2,00\r\n';
    control(element, 'Prøv igen').click();
    await until(() => caught.files.length, 'the file');
  });
});
