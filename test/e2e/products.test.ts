/** Products on both sites, from the shelf to the receipt and the list of what was ordered. */
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { sql } from 'drizzle-orm';
import { rowsOf } from '../../sandbox/database/database.ts';
import { idOf } from '../../sandbox/database/example-keys.ts';
import { on, signIn, type Guest } from './guest.ts';
import { hasFocus, ordersSent, sites, textOf } from './guide.ts';
import { settles } from './settles.ts';
import { openShelf, shelfPath, shopOn } from './shop.ts';
import { Stage } from './stage.ts';

const elsewhere = { street: 'Havnens Prøvekaj', houseNumber: '5', place: 'Prøveby', postcode: '4305' };

describe('products', () => {
  let stage: Stage;
  let guest: Guest;
  before(async () => {
    stage = await Stage.open({ partner: true, pace: 3_600_000 });
  });
  after(() => stage.close());
  afterEach(async () => {
    stage.loses = () => false;
    await guest.leave();
    assert.deepEqual(guest.errors, []);
  });

  /** What was ordered for somebody, as it was handed over. */
  const handedOver = (name: string) =>
    rowsOf<{ delivery: unknown; one_off: number }>(
      stage.database.db,
      sql`select distinct o.id, o.delivery, o.one_off from customer_order o join order_item i on i.order_id = o.id where i.user_name = ${name}`,
    );

  for (const site of sites) {
    it(`a router is ordered on ${site} for a colleague found by two letters, to another Danish address, and stands among what was ordered (R18–R21, R23–R26)`, async () => {
      const [typed, name] = site === 'the operator’s website' ? ['bi', 'Birthe Bæk'] : ['do', 'Dorte Ørum'];
      guest = await stage.guest();
      await openShelf(guest, site, 'maja');
      const { page } = guest;
      const { shop, way, field, open, existing, address, approve } = shopOn(page);
      const main = await rowsOf(stage.database.db, sql`select main_address from company where key = 'c1'`);
      assert.equal(await way('Bestil Udendørsantenne til router').count(), 0, 'what is sold out has no way to be ordered');
      await shop.getByText('Udsolgt. Kommer igen.').waitFor();
      await open('4G-router');
      for (const kind of ['En ny bruger', 'En eksisterende bruger'])
        assert.equal(await shop.getByRole('radio', { name: kind }).isChecked(), false, 'nothing is chosen beforehand');
      await existing(typed, name);
      await field(/^Antal/).fill('2');
      await field(/^Jeres reference/).fill('REK-7');
      await address(elsewhere);
      await settles(() => field(/^By/).inputValue(), 'Orø');
      for (const words of ['2 × 4G-router', '2.398,00 kr.', 'Havnens Prøvekaj 5, Prøveby, 4305 Orø'])
        await shop.locator('.sum').getByText(words).waitFor();
      const number = await approve();
      const receipt = await textOf(shop.locator('.receipt'));
      for (const words of [
        name,
        '2 × 4G-router',
        '2.398,00 kr.',
        'Havnens Prøvekaj 5 Prøveby 4305 Orø',
        'REK-7',
        'Vi pakker nu produktet',
        'næste faktura',
      ])
        assert.ok(receipt.includes(words), `»${words}« in ${receipt}`);
      assert.doesNotMatch(receipt, /levering: |leveres den/i, 'no day is promised');
      assert.deepEqual(
        (await handedOver(name)).map(({ delivery, one_off }) => ({ delivery, one_off })),
        [{ delivery: { ...elsewhere, floor: null, door: null, town: 'Orø' }, one_off: 239_800 }],
      );
      assert.deepEqual(
        await rowsOf(stage.database.db, sql`select main_address from company where key = 'c1'`),
        main,
        'for this order only',
      );
      await way('Se bestillinger').click();
      const row = shop.getByRole('row').filter({ hasText: number });
      await row.getByText('2 × 4G-router').waitFor();
      await row.getByText('Modtaget').waitFor();
      await row.getByRole('link').or(row.getByRole('button')).first().click();
      await shop.getByRole('heading', { name: `Bestilling ${number}` }).waitFor();
      const detail = await textOf(shop);
      for (const words of [name, 'Maja Holm', 'Havnens Prøvekaj 5', 'REK-7', '1.199,00 kr.', '2.398,00 kr.'])
        assert.ok(detail.includes(words), `»${words}« in ${detail}`);
    });

    it(`what is missing or wrong on ${site} is listed, linked and kept, and nothing is sent (R20.1, R24.2, T19)`, async () => {
      guest = await stage.guest();
      await openShelf(guest, site, 'maja');
      const { page } = guest;
      const sent = ordersSent(page);
      const { field, open, newUser, address, send, errors, shop } = shopOn(page);
      await open('4G-dongle');
      await send.press('Enter');
      await errors.getByText('Vælg, om produktet er til en ny eller en eksisterende bruger.').waitFor();
      await newUser('Ulla Uægte');
      for (const [typed, words] of [
        ['0', 'mindst 1'],
        ['-1', 'mindst 1'],
        ['1,5', 'helt tal'],
        ['1000', 'højst'],
        ['to', 'helt tal'],
      ] as const) {
        await field(/^Antal/).fill(typed);
        await send.press('Enter');
        await errors.getByText(words).waitFor();
        assert.equal(await field(/^Antal/).evaluate(hasFocus), true, 'the first field that is wrong has the focus');
      }
      await field(/^Antal/).fill('1');
      for (const [postcode, words] of [
        ['0999', 'Vi kan ikke sende pakker til postnummeret 0999'],
        ['9999', 'Vi kender ikke postnummeret 9999'],
        ['3900', 'Vi leverer kun til adresser i Danmark'],
        ['100', 'Vi leverer kun til adresser i Danmark'],
      ] as const) {
        if (await shop.getByRole('button', { name: 'Ret leveringsadresse' }).count()) await address({ ...elsewhere, postcode });
        else await field(/^Postnummer/).fill(postcode);
        await send.press('Enter');
        await errors.getByText(words).waitFor();
      }
      assert.equal(await field(/^Navn/).inputValue(), 'Ulla Uægte');
      assert.deepEqual(sent, []);
    });

    it(`an order whose answer is lost on ${site} is placed once, and told truly (F06, R24.4, T16)`, async () => {
      const name = site === 'the operator’s website' ? 'Tabte Tine' : 'Tabte Tom';
      guest = await stage.guest();
      await openShelf(guest, site, 'maja');
      const { page } = guest;
      const sent = ordersSent(page);
      const { shop, open, newUser, send, receipt } = shopOn(page);
      await open('4G-dongle');
      await newUser(name);
      stage.loses = ({ method, url }) => method === 'POST' && url?.endsWith('/orders') === true;
      await send.press('Enter');
      await shop.getByText('Vi er ikke sikre på, at det gik igennem.').waitFor();
      stage.loses = () => false;
      await shop.getByRole('button', { name: 'Undersøg igen' }).press('Enter');
      await receipt();
      assert.equal(new Set(sent).size, 1, 'one key for one intention');
      assert.equal((await handedOver(name)).length, 1);
      const cut = guest.errors.splice(0);
      assert.ok(
        cut.every((words) => words.includes('ERR_EMPTY_RESPONSE')),
        cut.join('\n'),
      );
    });
  }

  it('the shelf, the form and the list have addresses on the operator’s website, and Back leads through them (R19.1, R19.2)', async () => {
    guest = await stage.guest();
    await openShelf(guest, 'the operator’s website', 'maja');
    const { page } = guest;
    const { open, newUser, field, way } = shopOn(page);
    const product = await idOf(stage.database, 'product', 'router4g');
    await open('4G-router');
    assert.equal(new URL(page.url()).pathname, `${shelfPath}/${product}`);
    await newUser('Kladde Karl');
    await page.goBack();
    await way('Bestil 4G-router').waitFor();
    assert.equal(new URL(page.url()).pathname, shelfPath);
    await page.goForward();
    await settles(() => field(/^Navn/).inputValue(), 'Kladde Karl');
    await page.reload();
    await settles(() => field(/^Navn/).inputValue(), 'Kladde Karl');
    await page.goto(`${stage.operator}${shelfPath}/bestillinger`);
    await shopOn(page).shop.getByRole('heading', { name: 'Bestillinger' }).waitFor();
  });

  it('what is filled in asks before the company is switched, and nothing of it is seen in the other one (R5.7, T05)', async () => {
    guest = await stage.guest();
    await openShelf(guest, 'the partner’s intranet', 'maja');
    const { page } = guest;
    const { shop, open, newUser } = shopOn(page);
    await open('4G-router');
    await newUser('Hemmelige Hanne');
    // A dialog is in the way of the page; where the form is a page, the switcher is at hand.
    if (await shop.getByRole('dialog').count()) await page.keyboard.press('Escape');
    await on(page).choice.selectOption({ label: 'Aagaard & Søn Demo ApS' });
    const question = shop.getByRole('dialog').filter({ hasText: 'Der er ændringer, som ikke er gemt.' });
    await question.getByRole('button', { name: 'Forlad siden' }).press('Enter');
    await on(page).list.getByText('3 brugere').waitFor();
    assert.ok(!(await page.evaluate(() => window.allText())).includes('Hemmelige Hanne'));
  });

  it('who may not see products is told why and whom to ask, and who may only read cannot order (R7.1, R8.1, R8.2)', async () => {
    guest = await stage.guest();
    await guest.page.goto(`${guest.operator}/log-ind?tilbage=${encodeURIComponent(shelfPath)}`);
    await signIn(guest.page, 'frida');
    await shopOn(guest.page).shop.getByText('Du har ikke adgang til Produkter.').waitFor();
    await guest.leave();
    guest = await stage.guest();
    await openShelf(guest, 'the operator’s website', 'lars');
    assert.equal(
      await shopOn(guest.page)
        .shop.getByText(/^Bestil /)
        .count(),
      0,
    );
  });
});
