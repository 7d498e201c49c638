/** The files of a message that is being written. */
import { emulateMedia, sendKeys, setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import { messages } from '../../src/support-cases/files-messages.ts';
import { answers, at, network, silent, type Fault } from '../faults.ts';
import { cleanup, expectAccessible, until } from '../helpers.ts';
import { gate } from '../recorder.ts';
import { all, control, find, focusIn, heard, one, plain, reads, textOf } from '../subscriptions/screen.ts';
import { expectBothLanguages, expectGlossary } from '../ui/glossary.ts';
import { choose, holding, listed, openFiles, rowReads, textFile, type FilesHost } from './files-host.ts';

/** A fault that begins and ends while files are sent. */
const breakable = (): { readonly fault: Fault; use: (fault?: Fault) => void } => {
  let present: Fault | undefined;
  return {
    fault: (inner) => (input, init) => (present ? present(inner) : inner)(input, init),
    use: (fault) => {
      present = fault;
    },
  };
};

let given = 110;
/** Each test in a company of its own. */
const open = (fault?: Fault) => openFiles(given++, fault);

const drag = (target: HTMLElement, type: string, dataTransfer: DataTransfer): DragEvent => {
  const event = new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true, composed: true });
  target.dispatchEvent(event);
  return event;
};

const settled = async (element: FilesHost): Promise<void> => {
  await element.updateComplete;
};

describe('the files of a message', function () {
  this.timeout(20_000);
  afterEach(async () => {
    network(true);
    cleanup();
    await emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
    Object.assign(document.documentElement.style, { colorScheme: '', background: '' });
    await setViewport({ width: 800, height: 600 });
  });

  it('tell beforehand how many there can be, how big, and of what kind, and send nothing by themselves (F25)', async () => {
    const { element, paths } = await open();
    expect(textOf(element)).to.contain('Træk filer hertil, eller vælg filer');
    expect(textOf(element)).to.contain('Op til 20 filer på hver højst 10 MB: pdf, png, jpg, jpeg, webp, txt, csv, docx, xlsx.');
    expect(paths().some((path) => path.includes('/files'))).to.equal(false);
  });

  it('are chosen with the keyboard, sent at once, and told when they are ready (R38.1, F25)', async () => {
    const { element, attachments } = await open();
    one(element, 'h2').focus();
    await sendKeys({ press: 'Tab' });
    expect(focusIn()).to.equal('Træk filer hertil, eller vælg filer');
    choose(element, textFile('log.txt', 1_234), textFile('log.csv'));
    await rowReads(element, 'log.txt', 'Klar');
    await rowReads(element, 'log.csv', 'Klar');
    expect(listed(element)[0]).to.contain('1 kB');
    expect(heard(element)).to.contain('2 filer er klar.');
    expect(attachments.complete().map(({ name }) => name)).to.deep.equal(['log.txt', 'log.csv']);
    expect(attachments.isOpen()).to.equal(false);
  });

  it('are dropped, and only files show that they can be (F25)', async () => {
    const { element } = await open();
    const words = new DataTransfer();
    words.setData('text/plain', 'ord');
    expect(drag(one(element, '.drop'), 'dragover', words).defaultPrevented).to.equal(false);
    await settled(element);
    expect(all(element, '.drop.over')).to.have.lengthOf(0);
    const files = holding([textFile('trukket.txt')]);
    expect(drag(one(element, '.drop'), 'dragover', files).defaultPrevented).to.equal(true);
    await settled(element);
    expect(all(element, '.drop.over')).to.have.lengthOf(1);
    expect(drag(one(element, '.drop'), 'drop', files).defaultPrevented).to.equal(true);
    await rowReads(element, 'trukket.txt', 'Klar');
    expect(all(element, '.drop.over')).to.have.lengthOf(0);
  });

  for (const [what, file, why] of [
    ['nothing in it', new File([], 'tom.pdf'), 'Filen er tom.'],
    ['more than 10 MB', textFile('stor.txt', 10_000_001), 'Filen er for stor. Den må højst fylde 10 MB.'],
    ['30 MB', textFile('enorm.txt', 30_000_000), 'Filen er for stor. Den må højst fylde 10 MB.'],
    [
      'another ending',
      textFile('program.exe'),
      'Vi kan ikke tage imod den filtype. Brug pdf, png, jpg, jpeg, webp, txt, csv, docx eller xlsx.',
    ],
    ['a double ending', textFile('regning.pdf.exe'), 'Vi kan ikke tage imod den filtype.'],
    ['no ending', textFile('LICENSE'), 'Vi kan ikke tage imod den filtype.'],
    ['nothing but an ending', textFile('.png'), 'Vi kan ikke tage imod den filtype.'],
    ['an ending that is hidden by turning the letters', textFile('regning\u202egnp.exe'), 'Vi kan ikke tage imod den filtype.'],
  ] as const)
    it(`are not sent with ${what}, and say why (T13, F25)`, async () => {
      const { element, attachments, paths } = await open();
      choose(element, file);
      await rowReads(element, '', why);
      expect(attachments.isOpen()).to.equal(true);
      expect(heard(element)).to.contain('1 fil er ikke sendt.');
      expect(paths().some((path) => path.includes('/files'))).to.equal(false);
    });

  it('show what the backend finds in them: a program named as a picture, and what the scan knows (T13, F25)', async () => {
    const { element, attachments } = await open();
    const program = new File([new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0xff, 0xff])], 'billede.png');
    const virus = new File([['X5O!P%@AP[4\\PZX54(P^)7CC)7}', '$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('')], 'noter.txt');
    choose(element, program, virus, textFile('god.txt'));
    await rowReads(element, 'billede.png', 'Filens indhold passer ikke til dens navn');
    await rowReads(element, 'noter.txt', 'Vores virusscanning har afvist filen.');
    await rowReads(element, 'god.txt', 'Klar');
    expect(heard(element)).to.contain('1 af 3 filer er klar. 2 filer er ikke sendt.');
    expect(attachments.complete().map(({ name }) => name)).to.deep.equal(['god.txt']);
  });

  it('are at most twenty: the first ones are taken, and the rest is said (T13, F25)', async () => {
    const { element, attachments } = await open();
    choose(element, ...Array.from({ length: 21 }, (_, index) => textFile(`fil-${String(index)}.txt`, 10)));
    await reads(element, 'Der er kun plads til 20 filer. Vi har ikke taget de sidste med: fil-20.txt.');
    await until(() => attachments.complete().length === 20, `twenty files; it reads: ${textOf(element)}`, 15_000);
    expect(textOf(element)).to.contain('Der er ikke plads til flere filer.');
    expect(all(element, '#files')).to.have.lengthOf(0);
    control(element, 'Fjern fil-3.txt').click();
    await until(() => all(element, '#files').length, 'room for another');
    expect(focusIn()).to.equal('Fjern fil-4.txt');
  });

  it('name no more than five that were left out (F26)', async () => {
    const { element } = await openFiles(given++);
    element.most = 1;
    element.attachments?.add(Array.from({ length: 40 }, (_, index) => textFile(`f${String(index)}.txt`, 10)));
    await reads(
      element,
      'Der er kun plads til 1 filer. Vi har ikke taget de sidste med: f1.txt, f2.txt, f3.txt, f4.txt, f5.txt og 34 til.',
    );
  });

  it('are not sent twice when the same is chosen twice (F21, F25)', async () => {
    const { element, requests } = await open();
    choose(element, textFile('log.txt'));
    await rowReads(element, 'log.txt', 'Klar');
    choose(element, textFile('log.txt'), textFile('log.txt', 1_000, 2));
    await reads(element, 'log.txt er her allerede.');
    await until(() => listed(element).filter((row) => row.includes('Klar')).length === 2, 'the newer one');
    expect(requests.filter(({ method, url }) => method === 'POST' && url.endsWith('/files'))).to.have.lengthOf(2);
  });

  it('are sent two at a time, each with how far it is; the others wait for their turn (F25)', async () => {
    const held = gate();
    const { element } = await open((inner) => {
      return (input, init) => (input instanceof Request && /\/files$|\/parts\//.test(input.url) ? held.fetch : inner)(input, init);
    });
    choose(element, textFile('a.txt', 600_000), textFile('b.txt', 600_000), textFile('c.txt', 10));
    await until(() => held.waiting.length === 2, 'two announcements');
    expect(listed(element)[2]).to.contain('Venter');
    for (const part of [0, 1]) {
      for (const one of [...held.waiting]) one.release();
      await until(
        () => held.waiting.length === 2 && held.waiting.every(({ request }) => request.url.endsWith(`/parts/${String(part)}`)),
        `part ${String(part)}`,
      );
    }
    expect(listed(element)[0]).to.contain('43 %');
    expect(one<HTMLProgressElement>(element, 'progress').value).to.equal(262_144);
    expect(one(element, 'progress').getAttribute('aria-label')).to.equal('Sender a.txt');
    expect(heard(element)).not.to.contain('%');
    held.open();
    await rowReads(element, 'c.txt', 'Klar');
  });

  it('stop half way and go on from there when tried again, whatever the others do (F25)', async () => {
    const broken = breakable();
    const { element, paths } = await open(broken.fault);
    broken.use(at('/parts/1', answers(500)));
    choose(element, textFile('lang.txt', 700_000), textFile('kort.txt'));
    await rowReads(element, 'kort.txt', 'Klar');
    await rowReads(element, 'lang.txt', 'Noget gik galt hos os.', 15_000);
    expect(element.problems.map(({ kind }) => kind)).to.deep.equal(['unexpected']);
    broken.use();
    const before = paths().length;
    control(element, 'Prøv igen med lang.txt').click();
    await settled(element);
    expect(focusIn()).to.equal('Annuller lang.txt');
    await rowReads(element, 'lang.txt', 'Klar');
    expect(
      paths()
        .slice(before)
        .map((path) => /parts\/\d$/.exec(path)?.[0]),
    ).to.deep.equal(['parts/1', 'parts/2']);
    expect(focusIn()).to.equal('Fjern lang.txt');
  });

  it('go on by themselves when the network is back (F02, F25)', async () => {
    const { element } = await open();
    network(false);
    choose(element, textFile('log.txt'));
    await rowReads(element, 'log.txt', 'Der er ingen forbindelse lige nu.');
    network(true);
    await rowReads(element, 'log.txt', 'Klar');
  });

  it('can be broken off, which the backend is told (F25)', async () => {
    const { element, attachments, requests } = await open(at('/parts/1', silent()));
    choose(element, textFile('lang.txt', 700_000));
    await until(() => requests.some(({ url }) => url.endsWith('/parts/1')), 'the second part');
    control(element, 'Annuller lang.txt').click();
    await until(() => requests.some(({ method }) => method === 'DELETE'), 'that the backend is told');
    expect(listed(element)).to.deep.equal([]);
    expect(attachments.isOpen()).to.equal(false);
    expect(focusIn()).to.equal('Træk filer hertil, eller vælg filer');
  });

  it('are taken away; the focus goes to the next, else to the one before, else to the place for files (R38.1, F25)', async () => {
    const { element, attachments, requests } = await open();
    choose(element, textFile('a.txt'), textFile('b.txt'), textFile('c.txt'));
    await until(() => attachments.complete().length === 3, `three files; it reads: ${textOf(element)}`);
    for (const [gone, next] of [
      ['Fjern b.txt', 'Fjern c.txt'],
      ['Fjern c.txt', 'Fjern a.txt'],
      ['Fjern a.txt', 'Træk filer hertil, eller vælg filer'],
    ] as const) {
      control(element, gone).focus();
      await sendKeys({ press: 'Enter' });
      await until(() => focusIn() === next, `the focus on ${next}; it is on: ${focusIn()}`);
    }
    expect(requests.filter(({ method }) => method === 'DELETE')).to.have.lengthOf(3);
  });

  it('show a name as text, whatever is in it, with what it ends with at its end (T12)', async () => {
    const { element } = await open();
    choose(element, textFile('<img src=x onerror=alert(1)>.txt'), textFile('a\u202etxt.slx.txt'), textFile(`${'lang'.repeat(50)}.txt`));
    await until(() => listed(element).filter((row) => row.includes('Klar')).length === 3, `three files; it reads: ${textOf(element)}`);
    expect(all(element, '.file img')).to.have.lengthOf(0);
    expect(all(element, '.file bdi').map(({ innerText }) => innerText)[1]).to.equal('atxt.slx.txt');
    await setViewport({ width: 320, height: 600 });
    const [row] = all(element, '.file');
    expect(row?.scrollWidth).to.be.at.most(row?.clientWidth ?? 0);
    expect(find(element, 'Fjern <img src=x onerror=alert(1)>.txt')).not.to.equal(undefined);
  });

  it('of a draft that was kept are there again; what the backend no longer has is told at the file (F25)', async () => {
    const { element, attachments } = await open();
    attachments.restore([{ id: 'kept', name: 'gemt.txt', size: 12 }]);
    await rowReads(element, 'gemt.txt', 'Klar');
    expect(attachments.complete()).to.deep.equal([{ id: 'kept', name: 'gemt.txt', size: 12 }]);
    choose(element, textFile('ny.txt'));
    await rowReads(element, 'ny.txt', 'Klar');
    const fresh = attachments.complete().at(-1)?.id ?? '';
    attachments.gone(['kept', fresh]);
    await rowReads(element, 'gemt.txt', 'Vi har ikke filen længere. Vælg den igen.');
    await rowReads(element, 'ny.txt', 'Klar');
    expect(attachments.complete().map(({ id }) => id)).not.to.include(fresh);
  });

  it('change no more while what they belong to is sent (F21)', async () => {
    const { element, attachments } = await open();
    choose(element, textFile('a.txt'));
    await rowReads(element, 'a.txt', 'Klar');
    element.still = true;
    element.requestUpdate();
    await settled(element);
    attachments.add([textFile('b.txt')]);
    await settled(element);
    expect(listed(element)).to.have.lengthOf(1);
    expect(one(element, '.files').inert).to.equal(true);
    attachments.clear();
    await settled(element);
    expect(listed(element)).to.deep.equal([]);
  });

  it('go on when the same person has signed in again (F15)', async () => {
    const broken = breakable();
    const { element, attachments, connection } = await open(broken.fault);
    broken.use(answers(401));
    choose(element, textFile('log.txt'));
    await reads(element, 'Du er ikke logget ind.');
    broken.use();
    connection.resume();
    await until(() => attachments.complete().length === 1, `the file; it reads: ${textOf(element)}`, 10_000);
  });

  it('have nothing for axe to find in any state, light and dark (R38.1)', async () => {
    const { element } = await open((inner) => at('b.txt', answers(500))(at('/parts/1', silent())(inner)));
    choose(
      element,
      textFile('a.txt'),
      textFile('tom.txt', 0),
      textFile('lang.txt', 700_000),
      textFile('lang2.txt', 700_000),
      textFile('venter.txt'),
    );
    choose(element, textFile('a.txt'));
    await rowReads(element, 'a.txt', 'Klar');
    await rowReads(element, 'lang.txt', '%');
    await expectAccessible(element);
    await emulateMedia({ colorScheme: 'dark' });
    Object.assign(document.documentElement.style, { colorScheme: 'dark', background: '#0d1319' });
    await expectAccessible(element);
  });
});

describe('The words of files', () => {
  it('are those of the glossary where it has them, and are there in both languages (R38.2)', async () => {
    expect(await expectGlossary(messages)).to.be.greaterThan(5);
    await expectBothLanguages(messages);
    expect(plain(messages.da['case.drop'])).to.equal('Træk filer hertil, eller vælg filer');
  });
});
