/** An invoice as PDF and as CSV, over HTTP. */
import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { makePdf } from '../../sandbox/invoices/pdf/make.ts';
import { PdfThread } from '../../sandbox/invoices/pdf/maker.ts';
import type { InvoicePage } from '../../src/invoices/invoice.ts';
import { onEngine, own, partner, Sandbox } from './engines.ts';

describe('the files of an invoice', () => {
  onEngine('pglite', (sandbox) => {
    const thread = new PdfThread();
    after(() => thread.stop());
    const newest = async (key: string) => {
      const company = await sandbox().id('company', key);
      const { items } = (await sandbox().ask<InvoicePage>(`/companies/${company}/invoices?limit=100`)).body;
      const invoice = items.find(({ state }) => state !== 'creditNote');
      assert.ok(invoice);
      return { company, invoice, path: `/companies/${company}/invoices/${invoice.id}` };
    };
    const fetchFile = (from: Sandbox, path: string, headers: Record<string, string> = { authorization: 'Bearer maja' }) =>
      from.fetch(new Request(`${own}/v1${path}`, { headers }));
    const withPdf = (make = thread.make) => new Sandbox(sandbox().database, { pdf: make });

    test('are a PDF made beside everything else, and a table, each under a name that tells company, number and date (R29.1)', async () => {
      const { path, invoice } = await newest('c1');
      const from = withPdf();
      let pdf = await fetchFile(from, `${path}/pdf`);
      while (pdf.status === 409) {
        assert.equal(pdf.headers.get('retry-after'), '2');
        pdf = await fetchFile(from, `${path}/pdf`);
      }
      assert.equal(pdf.status, 200);
      assert.equal(pdf.headers.get('content-type'), 'application/pdf');
      assert.equal(pdf.headers.get('cache-control'), 'no-store');
      const bytes = Buffer.from(await pdf.arrayBuffer()).toString('latin1');
      assert.match(bytes, /^%PDF-1\.7[\s\S]*%%EOF\s*$/);
      assert.equal(pdf.headers.get('content-length'), String(bytes.length));
      const name = `Nordlys Eksempel AS faktura ${invoice.number} ${invoice.issued}`;
      assert.ok(pdf.headers.get('content-disposition')?.includes(`filename*=UTF-8''${encodeURIComponent(`${name}.pdf`)}`));
      const csv = await fetchFile(from, `${path}/csv`);
      assert.equal(csv.headers.get('content-type'), 'text/csv; charset=utf-8');
      assert.ok(csv.headers.get('content-disposition')?.includes(encodeURIComponent(`${name}.csv`)));
      const rows = Buffer.from(await csv.arrayBuffer()).toString('utf8');
      assert.match(rows, /^\u{feff}Fakturanummer;Fakturadato;/u);
      assert.ok(rows.split('\r\n').length > 20);
    });

    test('have a name in plain letters too, for those who cannot read the other (R29.1)', async () => {
      const { path } = await newest('c3');
      const disposition = (await fetchFile(sandbox(), `${path}/csv`)).headers.get('content-disposition') ?? '';
      assert.match(disposition, /^attachment; filename="[ -~]+\.csv"; filename\*=UTF-8''%C3%98ster%C3%A5%20Pr%C3%B8vekommune%20/);
    });

    test('are only for who may see the invoice, also when the address is guessed (R29.3, T01, T14)', async () => {
      const { path, invoice } = await newest('c1');
      const other = await sandbox().id('company', 'c2');
      for (const kind of ['pdf', 'csv']) {
        assert.equal((await fetchFile(withPdf(), `${path}/${kind}`, {})).status, 401);
        assert.equal((await fetchFile(withPdf(), `${path}/${kind}`, { authorization: 'Bearer ida' })).status, 404);
        assert.equal((await fetchFile(withPdf(), `/companies/${other}/invoices/${invoice.id}/${kind}`)).status, 404);
        assert.equal((await fetchFile(withPdf(), `/companies/${other}/invoices/${invoice.number}/${kind}`)).status, 404);
      }
    });

    test('tell other sites’ pages what they are called, where those may read them (R29.1)', async () => {
      const { path } = await newest('c1');
      const { headers } = await fetchFile(sandbox(), `${path}/csv`, { authorization: 'Bearer maja', origin: partner });
      assert.match(headers.get('access-control-expose-headers') ?? '', /Content-Disposition/);
    });

    test('are not ready while they are being made, are made once for all who ask, and anew after a failure (R29.2, F28)', async () => {
      const { path } = await newest('c1');
      let made = 0;
      let go = () => {};
      const gone = new Promise<void>((resolve) => (go = resolve));
      const from = withPdf(async (document) => {
        made += 1;
        await gone;
        if (made === 1) throw new Error('The press is jammed.');
        return makePdf(document);
      });
      const first = await Promise.all([fetchFile(from, `${path}/pdf`), fetchFile(from, `${path}/pdf`)]);
      assert.deepEqual([first.map(({ status }) => status), made], [[409, 409], 1]);
      go();
      await gone;
      const later = await fetchFile(from, `${path}/pdf`);
      assert.deepEqual([later.status, made], [200, 2]);
    });

    test('break off and are told of when the table fails half way (R29.2, F07, F28)', async () => {
      const { path } = await newest('c1');
      const { database } = sandbox();
      let readings = 0;
      const db = Object.create(database.db, {
        transaction: {
          value: (...given: Parameters<typeof database.db.transaction>) =>
            // The invoice, its users and their lines are read, what comes last is not.
            ++readings > 4 ? Promise.reject(new Error('The shelf fell down.')) : database.db.transaction(...given),
        },
      }) as typeof database.db;
      const faults: unknown[] = [];
      const broken = new Sandbox({ ...database, db }, { fault: (_id, error) => faults.push(error) });
      const response = await fetchFile(broken, `${path}/csv`);
      assert.equal(response.status, 200);
      await assert.rejects(response.text());
      assert.deepEqual(
        faults.map((fault) => (fault as Error).message),
        ['The shelf fell down.'],
      );
    });

    test('are not ready where none are made (R29.2, F28)', async () => {
      const { path } = await newest('c1');
      const { status, headers } = await fetchFile(sandbox(), `${path}/pdf`);
      assert.deepEqual([status, headers.get('retry-after')], [409, '2']);
    });
  });
});
