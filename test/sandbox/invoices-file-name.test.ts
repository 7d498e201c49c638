import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fileNameOf } from '../../sandbox/invoices/file-name.ts';

describe('a file of an invoice', () => {
  test('is called by company, number and date, and by nothing that a computer refuses (R29.1)', () => {
    const name = (company: string, credits: { id: string; number: string } | null = null) =>
      fileNameOf({ number: '2026110001', issued: '2026-11-01', credits }, company, 'pdf');
    assert.equal(name('Nordlys Eksempel A/S'), 'Nordlys Eksempel AS faktura 2026110001 2026-11-01.pdf');
    assert.equal(name('Ærø Øst & Åse', { id: 'x', number: '2026100001' }), 'Ærø Øst & Åse kreditnota 2026110001 2026-11-01.pdf');
    for (const [company, said] of [
      ['../../etc/passwd', 'etcpasswd '],
      ['a\u0000b\r\nc\u202etxt.exe', 'abctxt.exe '],
      ['"*:<>?|\\', ''],
      ['', ''],
      ['   Bo   Ib   ', 'Bo Ib '],
      ['x'.repeat(300), `${'x'.repeat(80)} `],
      ['😀'.repeat(100), `${'😀'.repeat(80)} `],
    ] as const)
      assert.equal(name(company), `${said}faktura 2026110001 2026-11-01.pdf`);
  });
});
