/** »Opret nyt abonnement« from its beginning until the subscription is active, on both sites. */
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { idOf } from '../../sandbox/database/example-keys.ts';
import { on, type Guest } from './guest.ts';
import { carriedOn, chargesOf, guideOn, hasFocus, openSite, ordersSent, sites, tabTo, textOf } from './guide.ts';
import { settles } from './settles.ts';
import { Stage } from './stage.ts';

const address = ['Prøvevej 12B, 2. th.', '8000 Aarhus C'];

describe('a new subscription', () => {
  let stage: Stage;
  let guest: Guest;
  before(async () => {
    // Nothing is carried out until it is asked for, so that what comes first can be looked at.
    stage = await Stage.open({ partner: true, pace: 3_600_000 });
  });
  after(() => stage.close());
  afterEach(async () => {
    await guest.leave();
    assert.deepEqual(guest.errors, []);
  });

  /** The new row is under way at once, and active without the page being loaded anew (R17.4). */
  const becomesActive = async (name: string): Promise<void> => {
    const { row } = guideOn(guest.page);
    await row(name).getByText('Under oprettelse').waitFor();
    await guest.page.evaluate(() => (window.loadedOnce = true));
    await carriedOn(stage, () => row(name).getByText('Aktivt').count(), 1);
    assert.equal(await guest.page.evaluate(() => window.loadedOnce), true);
  };

  for (const site of sites)
    it(`is ordered on ${site} from the list’s corner for somebody new, with a new number and a card (D12, R15.2, R16.5, R17.2–R17.4, R23.3, R25.3)`, async () => {
      guest = await stage.guest();
      await openSite(guest, site, 'maja');
      const { page } = guest;
      const sent = ordersSent(page);
      const guide = guideOn(page);
      const name = site === 'the operator’s website' ? 'Signe Nyholm' : 'Signe Nygaard';
      await guide.corner.click();
      await guide.at('Bruger');
      await settles(() => guide.title.evaluate(hasFocus), true);
      await guide.user(name, { email: 'signe@nordlys.example', costCentre: 'Lager' });
      await guide.plan(/^Mobil 5 GB/);
      const phone = await guide.newNumber();
      await guide.sim('Simkort');
      await guide.delivery();
      await guide.review();
      const review = await textOf(guide.list);
      const shown = [
        name,
        'signe@nordlys.example',
        'Lager',
        'Mobil 5 GB',
        phone,
        'Simkort',
        ...address,
        '79,20 kr.',
        '79,00 kr.',
        'ekskl. moms',
      ];
      for (const words of shown) assert.ok(review.includes(words), `»${words}« in ${review}`);
      await guide.send.click();
      const number = await guide.receipt();
      assert.match(number, /^\d{5,}$/);
      assert.equal(sent.length, 1);
      const company = await idOf(stage.database, 'company', 'c1');
      assert.deepEqual(stage.orders.find(({ key }) => key === sent[0])?.body, {
        items: [
          {
            kind: 'newSubscription',
            user: { name, email: 'signe@nordlys.example', costCentre: 'Lager' },
            plan: await idOf(stage.database, 'plan', 'p-5'),
            monthly: 7900,
            setup: 7920,
            number: { kind: 'new', phone: `+45${phone.replaceAll(' ', '')}` },
            sim: 'sim',
          },
        ],
        delivery: { street: 'Prøvevej', houseNumber: '12B', floor: '2', door: 'th', place: null, postcode: '8000', town: 'Aarhus C' },
      });
      const receipt = await textOf(guide.list);
      for (const words of [name, 'Mobil 5 GB', phone, address.join(', '), 'Under oprettelse']) assert.ok(receipt.includes(words), receipt);
      await guide.toList();
      await becomesActive(name);
      assert.deepEqual(await chargesOf(stage, guest, company, name), [
        ['setup', null, null, 7920],
        ['subscription', '2026-11-22', '2026-11-30', 2370],
        ['subscription', '2026-12-01', '2026-12-31', 7900],
      ]);
    });

  for (const site of sites)
    it(`is ordered on ${site} by keyboard alone, with the focus in sight at every step (D6, R9.1, R9.2, R15.1, R15.3, R16.7)`, async () => {
      guest = await stage.guest();
      await openSite(guest, site, 'maja');
      const { page } = guest;
      const { keyboard } = page;
      const guide = guideOn(page);
      const name = site === 'the operator’s website' ? 'Tage Tastatur' : 'Tilde Tastatur';
      if (site === 'the operator’s website') {
        const menu = page.getByRole('navigation', { name: 'Områder' });
        await tabTo(page, menu.getByText('Abonnementer', { exact: true }));
        await keyboard.press('Enter');
        await tabTo(page, menu.getByRole('link', { name: 'Opret nyt abonnement' }));
      } else await tabTo(page, guide.corner);
      await keyboard.press('Enter');
      await guide.at('Bruger');
      await tabTo(page, guide.choice(/^En ny bruger/));
      await keyboard.press('Space');
      await tabTo(page, guide.field(/^Navn/));
      await keyboard.type(name);
      await pressNext(guide);
      await guide.at('Abonnement');
      await focusFollows(guide);
      await tabTo(page, guide.list.getByRole('radio').first());
      for (let presses = 0; !(await guide.choice(/^Mobil 20 GB/).isChecked()) && presses < 9; presses++) await keyboard.press('ArrowDown');
      await pressNext(guide);
      await guide.at('Nummer');
      await focusFollows(guide);
      await tabTo(page, guide.choice(/^Nyt nummer/));
      await keyboard.press('Space');
      const card = guide.list.locator('.numbers label').first();
      await card.waitFor();
      await tabTo(page, card.getByRole('radio'));
      await keyboard.press('Space');
      const phone = await textOf(card);
      await guide.list.getByText(`${phone} er reserveret til dig til kl.`).waitFor();
      await pressNext(guide);
      await guide.at('Simkort');
      await focusFollows(guide);
      await tabTo(page, guide.choice(/^Simkort/));
      await keyboard.press('Space');
      await pressNext(guide);
      await guide.at('Levering');
      await guide.list.getByText('Jeres hovedadresse').waitFor();
      await focusFollows(guide);
      await pressNext(guide);
      await guide.review();
      await focusFollows(guide);
      await pressNext(guide, guide.send);
      await guide.receipt();
      await settles(() => guide.title.evaluate(hasFocus), true);
      const receipt = await textOf(guide.list);
      for (const words of [name, 'Mobil 20 GB', phone]) assert.ok(receipt.includes(words), receipt);
    });

  /** The focus has gone along to the heading of the step. */
  const focusFollows = (guide: ReturnType<typeof guideOn>) => settles(() => guide.title.evaluate(hasFocus), true);
  const pressNext = async (guide: ReturnType<typeof guideOn>, button = guide.next) => {
    await tabTo(guest.page, button);
    await guest.page.keyboard.press('Enter');
  };

  it('is gone back in with the browser’s Back, one step at a time, and nothing is lost (R16.3, R16.7)', async () => {
    guest = await stage.guest();
    await openSite(guest, 'the operator’s website', 'maja');
    const { page } = guest;
    const guide = guideOn(page);
    const place = () => new URL(page.url()).pathname.replace('/erhverv/abonnementer', '');
    await guide.corner.click();
    await guide.user('Bente Bagud');
    await guide.plan(/^Mobil 100 GB/);
    const phone = await guide.newNumber();
    await guide.sim('Simkort');
    await guide.delivery();
    await guide.review();
    assert.equal(place(), '/opret/godkend');
    for (const [step, path] of [
      ['Levering', '/opret/levering'],
      ['Simkort', '/opret/simkort'],
      ['Nummer', '/opret/nummer'],
      ['Abonnement', '/opret/abonnement'],
      ['Bruger', '/opret'],
    ] as const) {
      await page.goBack();
      await guide.at(step);
      assert.equal(place(), path);
    }
    assert.equal(await guide.field(/^Navn/).inputValue(), 'Bente Bagud');
    await page.goForward();
    await guide.at('Abonnement');
    assert.ok(await guide.choice(/^Mobil 100 GB/).isChecked());
    await page.goForward();
    await guide.at('Nummer');
    const chosen = guide.list.locator('.numbers label').filter({ has: page.locator(':checked') });
    await chosen.first().waitFor();
    assert.equal(await textOf(chosen), phone);
    await page.goForward();
    await guide.at('Simkort');
    assert.ok(await guide.choice(/^Simkort/).isChecked());
    await page.goForward();
    await guide.at('Levering');
    await page.goForward();
    await guide.review();
    assert.ok((await textOf(guide.list)).includes(phone));
    await page.goBack();
    await page.reload();
    await guide.at('Levering');
    await page.goForward();
    await guide.review();
    assert.ok((await textOf(guide.list)).includes('Bente Bagud'), 'a reload loses nothing either');
  });

  for (const site of sites)
    it(`for data alone is ordered on ${site} for somebody who is there already, with an eSIM, in four steps (R16.5, R20.3, R21.1, R21.4)`, async () => {
      guest = await stage.guest();
      await openSite(guest, site, 'maja');
      const { page } = guest;
      const sent = ordersSent(page);
      const guide = guideOn(page);
      const [typed, name] =
        site === 'the operator’s website' ? (['krogh', 'Fie Krogh-Sørensen'] as const) : (['birthe', 'Birthe Bæk'] as const);
      await guide.corner.click();
      await guide.at('Bruger');
      await guide.choice(/^En eksisterende bruger/).check();
      const lookUp = guide.list.getByRole('combobox', { name: 'Begynd at skrive brugerens navn' });
      await lookUp.pressSequentially(typed);
      await guide.list.locator('#user-popup[aria-busy=false]').getByRole('option', { name }).waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await settles(() => lookUp.inputValue(), name);
      await guide.next.click();
      await guide.plan(/^Datasim 10 GB/);
      await guide.at('Simkort');
      assert.match(await textOf(guide.title), /^Trin 3 af 5 Simkort$/, 'no number is asked for');
      await guide.sim('eSIM');
      await guide.review();
      assert.match(await textOf(guide.title), /^Trin 4 af 4/, 'nothing is sent, so no address is asked for');
      await guide.send.click();
      await guide.receipt();
      const { body } = stage.orders.find(({ key }) => key === sent[0]) ?? {};
      assert.deepEqual(Object.keys((body as { items: [{ user: object }] }).items[0].user), ['id'], 'nothing of somebody new is sent');
      await guide.list.getByText('eSIM-koden vises i brugerens profil').waitFor();
      await on(page).name(`Se profilen for ${name}`).click();
      const card = guide.list.locator('[part=subscription]').filter({ hasText: 'Datasim 10 GB' });
      await card.getByText('Under oprettelse').waitFor();
      await carriedOn(stage, () => card.getByText('Aktivt').count(), 1);
      await card.getByRole('button', { name: 'Vis eSIM-kode' }).waitFor();
    });

  it('names what is wrong at once with links to it, and what is refused by the operator at its step (R24.2, F19, T20)', async () => {
    guest = await stage.guest();
    await openSite(guest, 'the operator’s website', 'maja');
    const { page } = guest;
    const guide = guideOn(page);
    const summary = guide.list.locator('.summary');
    await guide.corner.click();
    await guide.at('Bruger');
    await guide.next.click();
    await summary.getByText('Der er 1 fejl i formularen').waitFor();
    await summary.getByRole('button', { name: 'Vælg, om abonnementet er til en ny eller en eksisterende bruger.' }).click();
    assert.ok(await guide.choice(/^En ny bruger/).evaluate(hasFocus));
    await guide.user('Ditte Dobbelt');
    await guide.plan(/^Mobil 5 GB/);
    const phone = await guide.newNumber();
    await guide.sim('eSIM');
    await guide.review();
    await page.route('**/orders', (route) =>
      route.fulfill({
        status: 422,
        contentType: 'application/problem+json',
        json: { type: 'urn:selvbetjening:problem:invalid', status: 422, errors: [{ pointer: '/items/0/number/phone', type: 'taken' }] },
      }),
    );
    await guide.send.click();
    await guide.at('Nummer');
    await summary.getByText('Nummeret er netop blevet taget. Vælg et andet.').waitFor();
    await page.unroute('**/orders');
    const other = guide.list.locator('.numbers label').filter({ hasNotText: phone }).first();
    await other.getByRole('radio').check();
    const second = await textOf(other);
    await guide.list.getByText(`${second} er reserveret til dig`).waitFor();
    await guide.next.click();
    await guide.review();
    await guide.send.click();
    await guide.receipt();
    assert.ok((await textOf(guide.list)).includes(second));
  });
});

declare global {
  interface Window {
    /** Still there while the page has not been loaded anew. */
    loadedOnce?: boolean;
  }
}
