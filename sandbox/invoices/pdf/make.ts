/** The invoice as a letter: what the law asks of it (INV-1), sums for everybody, and every line as long as they are not too many. */
import type { InvoiceDocument, Party } from '../document.ts';
import { groupWords } from '../words.ts';
import { rowsOfUser } from './lines.ts';
import { accent, dim } from './pen.ts';
import { margin, Sheets, width } from './sheet.ts';
import { writeTable, type Row } from './table.ts';
import { cvr, day, dayInWords, days, kroner, phone, whole } from './words.ts';

/** Makes the PDF; it takes the processor for itself, up to some seconds for thousands of lines. */
export async function makePdf(document: InvoiceDocument): Promise<Uint8Array> {
  const { invoice, seller, buyer } = document;
  const title = `${invoice.credits === null ? 'Faktura' : 'Kreditnota'} ${invoice.number}`;
  const sheets = new Sheets(`${title} til ${buyer.name}`, seller.name, new Date(`${invoice.issued}T00:00:00Z`));
  writeHead(sheets, document, title);
  writeSums(sheets, document);
  writePayment(sheets, document);
  writeUsers(sheets, document);
  writeLines(sheets, document);
  return sheets.end([seller.name, ...seller.address, `CVR ${cvr(seller.cvr)}`].join(' · '));
}

/** A credit note says with positive amounts what it gives back (INV-12). */
const signOf = ({ invoice }: InvoiceDocument): 1 | -1 => (invoice.credits === null ? 1 : -1);

const under = ({ address, cvr: number, ean }: Party): string =>
  [...address, `CVR ${cvr(number)}`, ...(ean === null ? [] : [`EAN-nummer ${ean}`])].join('\n');

function writeHead(sheets: Sheets, document: InvoiceDocument, title: string): void {
  const { invoice, seller, buyer } = document;
  const half = width / 2;
  const right = margin + half;
  sheets.writeAt('P', seller.name, margin, 40, half, { size: 16, strong: true, color: accent });
  sheets.writeAt('P', under(seller), right, 42, half, { size: 8, color: dim, align: 'right' });
  // Where the window of an envelope is.
  const nameEnd = sheets.writeAt('P', buyer.name, margin, 132, half - 24, { size: 10, strong: true });
  const buyerEnd = sheets.writeAt('P', under(buyer), margin, nameEnd, half - 24, { size: 10 });
  let y = sheets.writeAt('H1', title, right, 127, half, { size: 18, strong: true }) + 5;
  for (const [label, value] of facts(document)) {
    const parts = [
      { text: label, x: right, within: 96, look: { color: dim } },
      { text: value, x: right + 100, within: half - 100, look: {} },
    ];
    y = sheets.writeParts('P', parts, y) + 2;
  }
  sheets.y = Math.max(buyerEnd, y) + 26;
  if (invoice.credits) {
    sheets.write('P', `Vedrører faktura ${invoice.credits.number}. Beløbene trækkes fra, hvad I skylder.`, { size: 10 });
    sheets.y += 12;
  }
}

const facts = ({ invoice }: InvoiceDocument): readonly (readonly [label: string, value: string])[] => {
  const { issued, due, ahead, used } = invoice;
  return [
    [invoice.credits === null ? 'Fakturadato' : 'Dato', day(issued)],
    ...(due === null ? [] : [['Forfaldsdato', day(due)] as const]),
    ...(ahead === null ? [] : [['Abonnement for', days(ahead)] as const]),
    ...(used === null ? [] : [['Forbrug for', days(used)] as const]),
  ];
};

function writeSums(sheets: Sheets, document: InvoiceDocument): void {
  const { groups, taxable, vatFree, vat, total } = document.invoice;
  const sign = signOf(document);
  const sum = (text: string, { amount }: { readonly amount: number }): Row => ({ cells: [text, kroner(sign * amount)] });
  writeTable(
    sheets,
    { text: document.invoice.credits === null ? 'Fakturaen i alt' : 'Kreditnotaen i alt' },
    [{ head: 'Gruppe' }, { head: 'Beløb', align: 'right' }],
    [
      ...groups.map(({ group, amount }) => sum(groupWords[group], amount)),
      { ...sum('Beløb ekskl. moms', taxable), kind: 'sum' },
      ...(vatFree.amount === 0 ? [] : [sum('Beløb uden moms *', vatFree)]),
      sum('Moms (25 %)', vat),
      { ...sum('I alt inkl. moms', total), kind: 'total' },
    ],
    9.5,
  );
  sheets.y += 4;
  if (vatFree.amount !== 0) sheets.write('P', 'Beløb mærket med * er uden moms.', { size: 8, color: dim });
  sheets.y += 18;
}

/** What is to be paid, and the FIK line that banks read (INV-8, INV-9). */
function writePayment(sheets: Sheets, { invoice }: InvoiceDocument): void {
  const { payment, due, total, credits } = invoice;
  if (credits !== null) return;
  const toPay = payment !== null && due !== null;
  const tall = toPay ? 62 : 34;
  sheets.need(tall + 24);
  sheets.tint(tall, '#e9f1f9');
  const end = sheets.y + tall;
  sheets.y += 9;
  const look = { size: 12, strong: true };
  if (toPay) {
    sheets.write('H2', `Betal ${kroner(total.amount)} senest den ${dayInWords(due)}`, look);
    sheets.y += 3;
    sheets.write('P', `Betalingslinje (FIK): +71<${payment.id}+${payment.creditor}<`, { size: 10 });
    sheets.write('P', `Betalings-id ${payment.id} · Kreditornummer ${payment.creditor}`, { color: dim });
  } else sheets.write('H2', 'Der er ikke noget at betale.', look);
  sheets.y = end + 24;
}

function writeUsers(sheets: Sheets, document: InvoiceDocument): void {
  const { users, invoice } = document;
  if (!users.length) return;
  const sign = signOf(document);
  const total = kroner(sign * (invoice.ofUsers.amount + invoice.ofCompany.amount));
  const haveCentres = users.some(({ costCentre }) => costCentre !== null);
  const rows = users.map(({ name, phones, costCentre, amount }): Row => {
    return { cells: [name, phones.map(phone).join(', '), ...(haveCentres ? [costCentre ?? ''] : []), kroner(sign * amount)] };
  });
  writeTable(
    sheets,
    { text: 'Beløb pr. bruger' },
    [
      { head: 'Bruger' },
      { head: 'Telefonnummer', width: 112 },
      ...(haveCentres ? [{ head: 'Omkostningssted', width: 104 }] : []),
      { head: invoice.vatFree.amount === 0 ? 'Beløb ekskl. moms' : 'Beløb', align: 'right' },
    ],
    [...rows, { cells: ['I alt', '', ...(haveCentres ? [''] : []), total], kind: 'total' }],
    8.5,
  );
  sheets.y += 24;
}

function writeLines(sheets: Sheets, document: InvoiceDocument): void {
  const { users, invoice } = document;
  const text = 'Varelinjer';
  if (!invoice.lines) return;
  if (users.every(({ lines }) => lines.length === 0)) {
    sheets.need(64);
    sheets.write('H2', text, { size: 12, strong: true });
    sheets.y += 4;
    const all = `Fakturaen har ${whole(invoice.lines)} varelinjer. De står alle i csv-filen, som I kan hente i Selvbetjening under Faktura.`;
    sheets.write('P', all, { size: 9.5 });
    return;
  }
  const sign = signOf(document);
  const rows = users.filter(({ lines }) => lines.length).flatMap((user) => rowsOfUser(user, sign));
  const total = kroner(sign * (invoice.ofUsers.amount + invoice.ofCompany.amount));
  const note = `Priser og beløb er ekskl. moms.${invoice.vatFree.amount === 0 ? '' : ' Beløb mærket med * er uden moms.'}`;
  writeTable(
    sheets,
    { text, note },
    [
      { head: 'Tekst' },
      { head: 'Periode', width: 112 },
      { head: 'Antal', align: 'right' },
      { head: 'Pris pr. enhed', align: 'right' },
      { head: 'Beløb', align: 'right' },
    ],
    [...rows, { cells: ['I alt', '', '', '', total], kind: 'total' }],
    8,
  );
}
