/** The months pass: what was ordered, changed and closed stands on the next invoice, and those who have signed up for eFaktura get it by mail. */
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { sql } from 'drizzle-orm';
import { rowsOf } from '../../sandbox/database/database.ts';
import { idOf } from '../../sandbox/database/example-keys.ts';
import { billsOn, billsPath, openBills } from './bills.ts';
import { signIn, type Guest } from './guest.ts';
import { chargesOf, guideOn, openSite, plain, sites, textOf } from './guide.ts';
import { wordsOfPdf } from './pdf-words.ts';
import { settles } from './settles.ts';
import { shelfPath, shopOn } from './shop.ts';
import { Stage } from './stage.ts';

const eInvoicePath = `${billsPath}/efaktura`;

describe('at the end of the month', () => {
  let stage: Stage;
  let guest: Guest;
  let clerk: Guest;
  before(async () => {
    stage = await Stage.open({ partner: true, pace: 40 });
    clerk = await stage.guest();
    await clerk.page.goto(`${stage.operator}/desk`);
    await signIn(clerk.page, 'dorte');
  });
  after(() => stage.close());
  afterEach(async () => {
    stage.loses = () => false;
    await guest.leave();
    // The browser says so of each connection that was cut.
    const cut = 'Failed to load resource: net::ERR_EMPTY_RESPONSE';
    assert.deepEqual(
      [...guest.errors, ...clerk.errors].filter((error) => error !== cut),
      [],
    );
  });

  /** The addresses to which mails with this in their subject have come. */
  const mailedTo = async (words: string) =>
    (
      await rowsOf<{ recipient: string }>(
        stage.database.db,
        sql`select recipient from mailbox where subject like ${`%${words}%`} order by recipient`,
      )
    ).map(({ recipient }) => recipient);

  /** Moves the day to the next first of a month; gives that day and the number of what the company is invoiced then, once it is in the list. */
  const closeMonth = async (company: string) => {
    await clerk.page.goto(`${stage.operator}/desk`);
    const next = clerk.page.getByRole('button', { name: /^Til den 1\./ });
    const day = (await next.getAttribute('value')) ?? '';
    await next.click();
    const { rows } = billsOn(guest.page);
    await settles(
      async () => {
        await guest.page.goto(`${stage.operator}${billsPath}`);
        await rows.first().waitFor();
        return plain(await rows.first().locator('.date').innerText());
      },
      day.split('-').reverse().join('.'),
      30_000,
    );
    const issued = await rowsOf<{ number: string }>(
      stage.database.db,
      sql`select number from invoice where company_id = ${company} and issued = ${day}`,
    );
    assert.equal(issued.length, 1, 'one invoice, not two');
    return { day, number: issued[0]?.number ?? '' };
  };
  const choose = (name: string) =>
    guest.page.locator('ss-company-switcher').first().getByRole('combobox', { name: 'Skift virksomhed' }).selectOption({ label: name });

  for (const site of sites)
    it(`whoever signed up for eFaktura on ${site} gets the invoice once, as the PDF that the portal has too, also when the answer was lost (R30.1, R30.2, R30.3, R31.1, R31.2, R31.3, F06)`, async () => {
      const own = site === 'the operator’s website';
      const key = own ? 'c2' : 'c7';
      const company = await idOf(stage.database, 'company', key);
      const [named] = await rowsOf<{ name: string }>(stage.database.db, sql`select name from company where id = ${company}`);
      assert.ok(named);
      guest = await stage.guest();
      const { page } = guest;
      await openBills(guest, site, 'maja');
      await choose(named.name);
      const { bills, way, heading } = billsOn(page);
      await way(/^eFaktura$/).click();
      await heading.getByText('eFaktura').waitFor();
      await bills.getByText(`${named.name} er ikke tilmeldt eFaktura.`).waitFor();
      const signUp = way(/^Tilmeld eFaktura$/);
      if (!(await bills.getByRole('textbox', { name: 'E-mailadresse 1' }).isVisible())) await signUp.click();
      await bills.getByRole('textbox', { name: 'E-mailadresse 1' }).fill('bogholderi.uden.snabel-a');
      await way(/^Tilføj e-mailadresse$/).click();
      const [first, second] = [`regning@${key}.example`, `kopi@${key}.example`];
      await bills.getByRole('textbox', { name: 'E-mailadresse 2' }).fill(first.toUpperCase());
      await signUp.press('Enter');
      await bills.getByText('Skriv en gyldig e-mailadresse', { exact: false }).first().waitFor();
      await bills.getByRole('textbox', { name: 'E-mailadresse 1' }).fill(first);
      await signUp.press('Enter');
      await bills.getByText('E-mailadressen er allerede på listen.').first().waitFor();
      await bills.getByRole('textbox', { name: 'E-mailadresse 2' }).fill(second);
      let lost = 0;
      stage.loses = ({ method, url = '' }) => method === 'PUT' && url.endsWith('/e-invoice') && lost++ === 0;
      await signUp.press('Enter');
      await bills.getByText(`${named.name} er tilmeldt eFaktura.`).waitFor();
      assert.equal(lost > 1, true, 'it was asked again');
      await bills.getByText(/^Næste faktura sendes omkring 1\. [a-z]+ 202\d\.$/).waitFor();
      if (!own) {
        // The provider knows her already.
        await page.goto(`${stage.operator}/log-ind?tilbage=${encodeURIComponent(billsPath)}`);
        await choose(named.name);
      }
      const { number } = await closeMonth(company);
      await settles(() => mailedTo(number), [second, first], 30_000);
      const mail = clerk.page;
      await mail.goto(`${stage.operator}/mail`);
      await mail.getByRole('row').filter({ hasText: first }).filter({ hasText: number }).getByRole('link').click();
      const { download, row } = billsOn(mail);
      const attached = await download(() => mail.locator('.mail-files').getByRole('link').click());
      const words = await wordsOfPdf(attached.bytes);
      assert.ok(words.includes(number) && words.includes(named.name.replaceAll('  ', ' ')), words.slice(0, 400));
      const shownOne = billsOn(guest.page);
      const fetched = await shownOne.download(() =>
        shownOne
          .row(number)
          .getByRole('button', { name: /pdf-fil/ })
          .click(),
      );
      assert.equal(fetched.name, attached.name);
      assert.equal(await wordsOfPdf(fetched.bytes), words);
      assert.equal(await row(number).count(), 0, 'the mail page has no list of invoices');
      await guest.page.goto(`${stage.operator}${eInvoicePath}`);
      const sent = shownOne.bills.getByRole('table', { name: 'Sendt for nylig' });
      await settles(async () => (await sent.getByRole('row').filter({ hasText: number }).count()) + (await sent.count()), 3);
    });

  it('what was ordered, changed and closed stands there, under the user it is for, to the øre (R17.3, R26.2, R28.2)', async () => {
    guest = await stage.guest();
    const company = await idOf(stage.database, 'company', 'c1');
    const { page } = guest;
    await openSite(guest, 'the operator’s website', 'maja');
    const guide = guideOn(page);
    await guide.corner.click();
    await guide.user('Nanna Ny', { costCentre: 'Måned 13' });
    await guide.plan(/^Mobil 20 GB/);
    await guide.newNumber();
    await guide.sim('eSIM');
    await guide.review();
    await guide.send.click();
    await guide.receipt();
    await settles(
      async () => {
        await page.goto(`${stage.operator}/erhverv/abonnementer`);
        await guide.row('Nanna Ny').waitFor();
        return guide.row('Nanna Ny').getByText('Aktivt', { exact: true }).count();
      },
      1,
      20_000,
    );
    const agreed = (await chargesOf(stage, guest, company, 'Nanna Ny')) as [string, string | null, string | null, number][];
    assert.ok(agreed.length >= 2);
    await page.goto(`${stage.operator}${shelfPath}`);
    const { open, existing, approve } = shopOn(page);
    await open('4G-dongle');
    await existing('nanna', 'Nanna Ny');
    await approve();
    const { number } = await closeMonth(company);
    const { specified, search, names, linesOf } = billsOn(page);
    await specified(number);
    await search.fill('nanna');
    await settles(async () => (await names.allInnerTexts()).map(plain), ['Nanna Ny']);
    const lines = await linesOf('Nanna Ny');
    const shown = await textOf(lines);
    for (const words of ['Mobil 20 GB', '4G-dongle', '399,00 kr.', 'Oprettelse'])
      assert.ok(shown.includes(words), `»${words}« in ${shown}`);
    const amounts = (await lines.locator('td.sum').allInnerTexts()).map(plain);
    for (const [kind, , , amount] of agreed)
      assert.ok(amounts.includes(danish(amount)), `${kind} of ${danish(amount)} in ${amounts.join(', ')}`);
  });

  it('whoever has left eFaktura after being asked gets no more mails (R31.2)', async () => {
    guest = await stage.guest();
    await openBills(guest, 'the operator’s website', 'frida');
    const { page } = guest;
    const { bills, way } = billsOn(page);
    await way(/^eFaktura$/).click();
    await way(/^Afmeld eFaktura$/).click();
    const dialog = bills.getByRole('dialog');
    await dialog.getByText('Vil I afmelde eFaktura for Nordlys Eksempel A/S?').waitFor();
    await dialog.getByRole('button', { name: 'Afmeld eFaktura', exact: true }).press('Enter');
    await bills.getByText('eFaktura er afmeldt for Nordlys Eksempel A/S.').first().waitFor();
    const other = await idOf(stage.database, 'company', 'c6');
    await stage.database.db.execute(
      sql`insert into e_invoice (company_id, addresses, revision) values (${other}, ${JSON.stringify(['regning@c6.example'])}::jsonb, 1)`,
    );
    const { day, number } = await closeMonth(await idOf(stage.database, 'company', 'c1'));
    const [theirs] = await rowsOf<{ number: string }>(
      stage.database.db,
      sql`select number from invoice where issued = ${day} and company_id = ${other}`,
    );
    assert.ok(theirs);
    // When another company's mail has come, ours would have come too.
    await settles(() => mailedTo(theirs.number), ['regning@c6.example'], 30_000);
    assert.deepEqual(await mailedTo(number), []);
  });
});

/** 11900 as »119,00 kr.« */
const danish = (oere: number): string =>
  `${new Intl.NumberFormat('da-DK', { minimumFractionDigits: 2 }).format(oere / 100)} kr.`.replaceAll('\u00a0', ' ');
