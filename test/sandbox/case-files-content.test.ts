/** What may be in a file for a support case, what it may be called, and how much of it there may be. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from 'drizzle-orm';
import { rowsOf } from '../../sandbox/database/database.ts';
import { newId } from '../../sandbox/database/ids.ts';
import { fileEndings, mostFileBytes, partBytes } from '../../src/support-cases/case-file.ts';
import { onEngine } from './engines.ts';
import { bytesOf, jpegOf, officeOf, pdfOf, pngOf, sayWith, Sender, webpOf } from './sent-files.ts';

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The string every virus scanner knows by agreement, in two, so that none finds it here. */
const testVirus = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}', '$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

const utf8 = (text: string) => new TextEncoder().encode(text);

describe('what is sent for a support case', () => {
  onEngine('pglite', (sandbox) => {
    const sender = async (as = 'maja', key = 'c1') => new Sender(sandbox(), await sandbox().id('company', key), as);
    /** Frees the place that a test has used. */
    const clear = () => sandbox().database.db.execute(sql`delete from case_file where message_id is null`);
    const kept = async (file: string) => {
      const [found] = await rowsOf<{ name: string; type: string | null }>(
        sandbox().database.db,
        sql`select name, type from case_file where id = ${file}`,
      );
      return found ?? null;
    };

    test('is one of the files on the list, and is what its name says (SUP-4, T13)', async () => {
      const by = await sender();
      const seen: string[] = [];
      for (const [name, content, type] of [
        ['faktura.pdf', pdfOf(100), 'application/pdf'],
        ['FAKTURA.PDF', pdfOf(100), 'application/pdf'],
        ['a.png', pngOf(10_000, 10_000), 'image/png'],
        ['a.jpg', jpegOf(10_000, 10_000), 'image/jpeg'],
        ['a.jpeg', jpegOf(1, 1), 'image/jpeg'],
        ['a.webp', webpOf('VP8 ', 10_000, 10_000), 'image/webp'],
        ['a.webp', webpOf('VP8L', 10_000, 10_000), 'image/webp'],
        ['a.webp', webpOf('VP8X', 10_000, 10_000), 'image/webp'],
        ['a.docx', officeOf(word), word],
        ['a.xlsx', officeOf(excel), excel],
        ['a.txt', utf8('Blåbærgrød – »hej«\r\n\tog mere\n'), 'text/plain'],
        ['a.csv', utf8('\ufeffNavn;Nummer\r\nÅse;+45 20 00 00 00\r\n'), 'text/csv'],
        // What Excel writes on an older Windows; and a list that begins as a picture does.
        ['a.csv', bytesOf('BMW;pris pr. m\xe5ned;99,00 \x80\r\n'), 'text/csv'],
        ['a.txt', utf8('<html><script>alert(1)</script>'), 'text/plain'],
      ] as const) {
        const { status, body } = await by.send(name, content);
        assert.deepEqual([status, body.complete], [200, true], name);
        assert.equal((await kept(body.id))?.type, type);
        seen.push(name.split('.').at(-1) ?? '');
      }
      assert.deepEqual(
        fileEndings.filter((ending) => !seen.includes(ending)),
        [],
      );
      await clear();
    });

    test('is refused when it is something else than its name says, and is gone (T13)', async () => {
      const by = await sender();
      const exe = bytesOf(`MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff\0\0${'\0'.repeat(100)}`);
      const rtf = bytesOf('{\\rtf1\\ansi Hej}');
      for (const [name, content] of [
        ...fileEndings.map((ending) => [`a.${ending}`, exe] as const),
        ['a.png', jpegOf(1, 1)],
        ['a.jpg', pngOf(1, 1)],
        ['a.webp', bytesOf('RIFF\0\0\0\0WAVEfmt \0\0\0\0')],
        ['a.png', utf8('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')],
        ['a.pdf', utf8('<!doctype html><title>x</title>')],
        ['a.docx', officeOf(excel)],
        ['a.docx', officeOf('application/vnd.ms-word.document.macroEnabled')],
        ['a.xlsx', bytesOf('PK\x03\x04')],
        ['a.docx', bytesOf('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')],
        ['a.txt', pdfOf(100)],
        ['a.txt', utf8('%PDF-1.7\n')],
        ['a.txt', rtf],
        ['a.csv', utf8('a;b\0c')],
        ['a.csv', bytesOf('\xff\xfea\0;\0b\0')],
        ['a.csv', bytesOf('a;\x81;b')],
        ['a.txt', utf8('\u001b[2J')],
        ['a.png', pngOf(0, 5)],
        ['a.png', pngOf(5, 5).slice(0, 20)],
        ['a.jpg', jpegOf(5, 0)],
        ['a.jpg', bytesOf('\xff\xd8\xff\xe0\0\x10')],
        ['a.webp', bytesOf('RIFF\0\0\0\0WEBPALPH\0\0\0\0')],
      ] as const) {
        const { id } = (await by.announce(name, content.length)).body;
        const { status, body } = await by.part(id, 0, content);
        assert.deepEqual([status, body.errors], [422, [{ pointer: '/content', type: 'kind' }]], `${name} ${String(content.slice(0, 8))}`);
        assert.equal(await kept(id), null);
        assert.equal((await by.part(id, 0, content)).status, 404);
      }
    });

    test('is refused by the virus scan, wherever in it the virus stands (T13, F25)', async () => {
      const by = await sender();
      const late = pdfOf(partBytes + 40);
      late.set(bytesOf(testVirus), partBytes - 30);
      for (const [name, content] of [
        ['a.txt', utf8(testVirus)],
        ['a.csv', utf8(`Navn;${testVirus}\r\n`)],
        ['a.pdf', late],
        ['a.png', utf8(testVirus)],
      ] as const) {
        const { status, body } = await by.send(name, content);
        assert.deepEqual([status, body.errors], [422, [{ pointer: '/content', type: 'scan' }]], name);
      }
    });

    test('is refused when it is a picture that whoever opens it has no room for (T13)', async () => {
      const by = await sender();
      for (const [name, content] of [
        ['a.png', pngOf(100_000, 100_000)],
        ['a.png', pngOf(10_001, 10_000)],
        ['a.png', pngOf(0xffffffff, 0xffffffff)],
        ['a.jpg', jpegOf(65_535, 65_535)],
        ['a.webp', webpOf('VP8 ', 16_383, 16_383)],
        ['a.webp', webpOf('VP8L', 16_384, 16_384)],
        ['a.webp', webpOf('VP8X', 16_777_216, 16_777_216)],
      ] as const) {
        const { status, body } = await by.send(name, content);
        assert.deepEqual([status, body.errors], [422, [{ pointer: '/content', type: 'giant' }]], name);
      }
    });

    test('is neither empty nor too big, and that is told when it is announced (T13, T22)', async () => {
      const by = await sender();
      for (const [size, type] of [
        [0, 'too-small'],
        [-1, 'too-small'],
        [mostFileBytes + 1, 'too-big'],
        [30 * 1024 * 1024, 'too-big'],
        [1.5, 'not-multiple-of'],
      ] as const) {
        const { status, body } = await by.announce('a.pdf', size);
        assert.deepEqual([status, body.errors], [422, [{ pointer: '/size', type }]], String(size));
      }
    });

    test('comes in parts that are as long as they should be, and no others (T13, F25)', async () => {
      const by = await sender();
      const { id } = (await by.announce('a.pdf', partBytes + 10)).body;
      for (const [part, length] of [
        [0, 0],
        [0, partBytes - 1],
        [0, 10],
        [1, 9],
        [1, 11],
        [1, partBytes],
      ] as const) {
        const { status, body } = await by.part(id, part, new Uint8Array(length));
        assert.deepEqual([status, body.errors], [422, [{ pointer: '/content', type: 'length' }]], `${String(part)} ${String(length)}`);
      }
      for (const part of ['2', '38', '39', '100', '-1', '00', '01', '1.5', '1e0', 'x', '%00', '999999999999']) {
        assert.equal((await by.part(id, part, new Uint8Array(10))).status, 404, part);
      }
      assert.equal((await by.part(newId(), 0, new Uint8Array(10))).status, 404);
      await clear();
    });

    test('is never more at once than a body may be, told beforehand or not, and nothing but bytes (T13, T22)', async () => {
      const by = await sender();
      const { id } = (await by.announce('a.pdf', mostFileBytes)).body;
      const long = new Uint8Array(partBytes + 1);
      assert.equal((await by.part(id, 0, long, { 'content-length': String(long.length) })).status, 413);
      assert.equal((await by.part(id, 0, new Blob([long]).stream())).status, 413);
      assert.equal((await by.part(id, 0, new Uint8Array(10), { 'content-length': '30000000' })).status, 413);
      for (const type of [
        'application/json',
        'application/pdf',
        'multipart/form-data; boundary=x',
        'text/plain',
        'application/octet-stream, text/html',
        '',
      ]) {
        assert.equal((await by.part(id, 0, pdfOf(partBytes), { 'content-type': type })).status, 415, type);
      }
      assert.equal((await by.part(id, 0, pdfOf(partBytes), { 'content-encoding': 'gzip' })).status, 415);
      assert.equal((await by.part(id, 0, pdfOf(partBytes))).status, 200);
      await clear();
    });

    test('has a name that is text: without folders, and without signs that deceive (SUP-4, T12, T13)', async () => {
      const by = await sender();
      for (const [sent, name] of [
        ['Målerapport Ærø.pdf', 'Målerapport Ærø.pdf'],
        ['M\u0041\u030Aler.pdf', 'MÅler.pdf'],
        ['..\\..\\windows\\a.pdf', 'a.pdf'],
        ['../../etc/a.pdf', 'a.pdf'],
        ['C:\\Brugere\\Maja\\a b.pdf', 'a b.pdf'],
        ['a\u0000b\r\nc.pdf', 'ab c.pdf'],
        ['faktura\u202efdp.exe.pdf', 'fakturafdp.exe.pdf'],
        ['\u2066a\u2069\u200f\ufeff.pdf', 'a.pdf'],
        ['faktura.exe.pdf', 'faktura.exe.pdf'],
        ['<img src=x onerror=alert(1)>.pdf', '<img src=x onerror=alert(1)>.pdf'],
        ["'; drop table case_file; --.pdf", "'; drop table case_file; --.pdf"],
        ['\ud800a.pdf', 'a.pdf'],
        ['👩‍👧 📄.pdf', '👩‍👧 📄.pdf'],
        [`${'a'.repeat(196)}.pdf`, `${'a'.repeat(196)}.pdf`],
      ] as const) {
        const { status, body } = await by.announce(sent, 1);
        assert.equal(status, 201, sent);
        assert.equal((await kept(body.id))?.name, name);
        await clear();
      }
    });

    test('has a name that ends as the files on the list do, by its last ending (SUP-4, T13)', async () => {
      const by = await sender();
      for (const name of [
        'faktura.pdf.exe',
        'exe.jpg\u202e.exe',
        // Read from right to left it seems to be a picture.
        'faktura\u202egpj.exe',
        'a.svg',
        'a.html',
        'a.docm',
        'a.zip',
        'a.pdf.',
        'a.pdf ,',
        'pdf',
        '.pdf',
        '..pdf',
        'a.pdf/',
        'a.pdf/b',
        'a.pdf\u0000.exe',
        'a.pd\u0131',
        '\u202e',
      ]) {
        const { status, body } = await by.announce(name, 1);
        assert.deepEqual([status, body.errors], [422, [{ pointer: '/name', type: 'ending' }]], name);
      }
      for (const [name, type] of [
        ['', 'too-small'],
        [' \n ', 'too-small'],
        [`${'a'.repeat(197)}.pdf`, 'too-big'],
        [`${'a'.repeat(100_000)}.pdf`, 'too-big'],
      ] as const) {
        const { status, body } = await by.announce(name, 1);
        assert.deepEqual([status, body.errors], [422, [{ pointer: '/name', type }]]);
      }
    });

    test('is a case’s matter: to look at cases is not enough to send, and without a right to them nothing is fetched (R8.2, T03)', async () => {
      const company = await sandbox().id('company', 'c1');
      const by = await sender();
      const { id } = (await by.send('a.png', pngOf(1, 1))).body;
      const { db } = sandbox().database;
      const lars = await sandbox().id('person', 'lars');
      const said = await sayWith(sandbox(), company, [id]);
      const asLars = await sender('lars');
      const answers = async () => [
        (await asLars.announce('a.png', 1)).status,
        (await asLars.part(id, 0, pngOf(1, 1))).status,
        (await asLars.remove(id)).status,
        (await sandbox().fetch(new Request(`http://localhost:4100/v1${said}/files/${id}`, { headers: { authorization: 'Bearer lars' } })))
          .status,
      ];
      const [before] = await rowsOf<{ cases: string }>(
        db,
        sql`select cases from membership where person_id = ${lars} and company_id = ${company}`,
      );
      for (const [right, expected] of [
        ['read', [403, 403, 403, 200]],
        ['none', [403, 403, 403, 403]],
        ['full', [201, 404, 200, 200]],
      ] as const) {
        await db.execute(sql`update membership set cases = ${right} where person_id = ${lars} and company_id = ${company}`);
        assert.deepEqual(await answers(), expected, right);
      }
      await db.execute(sql`update membership set cases = ${before?.cases ?? 'none'} where person_id = ${lars} and company_id = ${company}`);
    });
  });
});
