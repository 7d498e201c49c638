/** What becomes of a product that was ordered: the warehouse packs and sends it as the business days pass, and the next invoice holds its price. */
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { signIn, type Guest } from './guest.ts';
import { plain, textOf } from './guide.ts';
import { settles } from './settles.ts';
import { openShelf, shelfPath, shopOn } from './shop.ts';
import { Stage } from './stage.ts';

describe('a parcel', () => {
  let stage: Stage;
  let guest: Guest;
  let clerk: Guest;
  before(async () => {
    stage = await Stage.open({ pace: 40 });
    clerk = await stage.guest();
    await clerk.page.goto(`${stage.operator}/desk`);
    await signIn(clerk.page, 'dorte');
  });
  after(() => stage.close());
  afterEach(async () => {
    await guest.leave();
    assert.deepEqual([...guest.errors, ...clerk.errors], []);
  });

  const nextDay = () => clerk.page.getByRole('main').getByRole('button', { name: 'Næste dag' }).click();
  /** The order as whoever opens it now sees it. */
  const shows = async (words: RegExp) => {
    await settles(async () => {
      await guest.page.reload();
      const { shop } = shopOn(guest.page);
      await shop.locator('.parcel').waitFor();
      return words.test(await textOf(shop.locator('.parcel')));
    }, true);
  };

  it('can be taken back until it is packed, then is sent with a number and a mail, and delivered (R25, R26.2)', async () => {
    guest = await stage.guest();
    await openShelf(guest, 'the operator’s website', 'maja');
    const { page } = guest;
    const { shop, way, open, existing, approve } = shopOn(page);
    await open('4G-dongle');
    await existing('fi', 'Fie Krogh-Sørensen');
    const number = await approve();
    const charges = await page.evaluate(async () => {
      const { companies } = (await (await fetch('/v1/session', { headers: { 'selvbetjening-request': '1' } })).json()) as {
        companies: { id: string; name: string; cvr: string }[];
      };
      const company = companies.find(({ cvr }) => cvr === '99000015')?.id ?? '';
      const answer = await fetch(`/v1/companies/${company}/upcoming-charges?limit=100`, { headers: { 'selvbetjening-request': '1' } });
      return (
        (await answer.json()) as { items: { kind: string; user: { name: string } | null; product: unknown; amount: { amount: number } }[] }
      ).items
        .filter(({ kind }) => kind === 'product')
        .map(({ user, product, amount }) => [user?.name, product, amount.amount]);
    });
    assert.deepEqual(charges, [['Fie Krogh-Sørensen', { name: '4G-dongle', quantity: 1, reference: null }, 39_900]]);
    await way('Se bestillinger').click();
    await shop.getByRole('row').filter({ hasText: number }).getByRole('link').first().click();
    await shop.getByRole('button', { name: 'Fortryd bestillingen' }).waitFor();
    await nextDay(); // Monday: it is packed
    await shows(/Pakket 23\. november 2026/);
    assert.equal(await shopOn(page).shop.getByRole('button', { name: 'Fortryd bestillingen' }).count(), 0);
    await nextDay();
    await shows(/Sendt 24\. november 2026/);
    await shopOn(page).shop.getByText('Sporingsnummer').waitFor();
    await nextDay();
    await shows(/Leveret 25\. november 2026/);
    await settles(async () => {
      await clerk.page.goto(`${stage.operator}/mail`);
      return clerk.page.getByText('fie.kroghsoerensen@nordlys.example').count();
    }, 1);
    await clerk.page.getByRole('main').getByRole('table').getByRole('link').first().click();
    const mail = plain(await clerk.page.getByRole('main').innerText());
    for (const words of [number, '4G-dongle', 'Prøvevej 12B', '8000 Aarhus C']) assert.ok(mail.includes(words), `»${words}« in ${mail}`);
    await clerk.page.goto(`${stage.operator}/desk`);
  });

  it('that is taken back is neither sent nor charged, and says so (R25, T16)', async () => {
    guest = await stage.guest();
    await openShelf(guest, 'the operator’s website', 'maja');
    const { page } = guest;
    const { shop, way, open, newUser, approve } = shopOn(page);
    await clerk.page.getByLabel('Dato').fill('2026-11-28');
    await clerk.page.getByRole('button', { name: 'Gå til datoen' }).click();
    await clerk.page.locator('.day').filter({ hasText: '28. november 2026' }).waitFor();
    await open('5G-router');
    await newUser('Frida Fortryder');
    const number = await approve();
    await page.goto(`${stage.operator}${shelfPath}/bestillinger`);
    await shop.getByRole('row').filter({ hasText: number }).getByRole('link').first().click();
    await way('Fortryd bestillingen').click();
    const dialog = shop.getByRole('dialog');
    await dialog.getByText('Frida Fortryder').waitFor();
    await dialog.getByRole('button', { name: 'Fortryd bestillingen' }).press('Enter');
    await shop.getByText('Bestillingen er fortrudt. I betaler ikke for den.').first().waitFor();
  });
});
