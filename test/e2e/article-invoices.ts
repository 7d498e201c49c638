/** »Området Faktura« (R27–R31): an invoice to its lines and as a file, and eFaktura. */
import assert from 'node:assert/strict';
import type { Walker } from './article-walker.ts';
import { billsOn } from './bills.ts';

/** »Klikker du på Specificeret i den enkelte faktura, kan du se forbrug og detaljer for hver bruger og alle varelinjer.« */
export async function invoices({ page, hand, look }: Walker): Promise<void> {
  const { bills, way, rows, perUser, names, download } = billsOn(page);
  await rows.first().waitFor();
  await look('the invoices');
  const row = rows.filter({ hasNotText: 'Kreditnota' }).first();
  const saved = await download(() => hand.press(row.getByRole('button', { name: /^Download som pdf-fil, faktura/ })));
  assert.match(saved.name, /^Nordlys Eksempel AS faktura \d+ 202\d-\d\d-\d\d\.pdf$/);
  assert.match(saved.bytes.toString('latin1'), /^%PDF-/);
  await hand.press(way(/^Specificeret, faktura/).and(row.locator('a, button')));
  await perUser.waitFor();
  await hand.press(names.first());
  await bills
    .locator(`[id="${(await names.first().getAttribute('aria-controls')) ?? ''}"]`)
    .getByRole('table')
    .first()
    .waitFor();
  await bills.locator('.sums').getByText('I alt inkl. moms').waitFor();
  await look('an itemised invoice');
  await hand.press(way(/^Tilbage til Faktura$/));
  await rows.first().waitFor();
}

/** »Efter tilmelding vil du månedsvist modtage fakturaen på de e-mailadresser, som du angiver.« Signs the company off again. */
export async function signUp({ page, hand, look }: Walker, company: string): Promise<void> {
  const { bills, way } = billsOn(page);
  await hand.press(way(/^eFaktura$/));
  await bills.getByText(`${company} er ikke tilmeldt eFaktura.`).waitFor();
  await look('eFaktura');
  const address = (no: number) => bills.getByRole('textbox', { name: `E-mailadresse ${String(no)}` });
  await hand.write(address(1), 'regning@aagaard.example');
  await hand.press(way(/^Tilføj e-mailadresse$/));
  await hand.write(address(2), 'kopi@aagaard.example');
  await hand.press(way(/^Tilmeld eFaktura$/));
  await bills.getByText(`${company} er tilmeldt eFaktura.`).waitFor();
  await bills.getByText(/^Næste faktura sendes omkring 1\. [a-z]+ 202\d\.$/).waitFor();
  for (const words of ['regning@aagaard.example', 'kopi@aagaard.example']) await bills.getByText(words).first().waitFor();
  await look('eFaktura with two addresses');
  await hand.press(way(/^Afmeld eFaktura$/));
  await hand.press(bills.getByRole('dialog').getByRole('button', { name: 'Afmeld eFaktura', exact: true }));
  await bills.getByText(`eFaktura er afmeldt for ${company}.`).first().waitFor();
}
