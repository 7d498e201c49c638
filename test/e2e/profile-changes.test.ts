/** What is done from the profile, on both sites: changing, closing, undoing, blocking, another SIM card, the codes, and editing beside a colleague. */
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { sql } from 'drizzle-orm';
import { generate } from 'lean-qr';
import type { Page } from 'playwright-core';
import { rowsOf } from '../../sandbox/database/database.ts';
import { idOf } from '../../sandbox/database/example-keys.ts';
import { on, type Guest } from './guest.ts';
import { carriedOn, hasFocus, openSite, rowOf, sites, textOf } from './guide.ts';
import { settles } from './settles.ts';
import { Stage } from './stage.ts';

describe('from the profile', () => {
  let stage: Stage;
  let guest: Guest;
  before(async () => {
    stage = await Stage.open({ partner: true, pace: 3_600_000 });
  });
  after(() => stage.close());
  afterEach(async () => {
    await guest.leave();
    assert.deepEqual(guest.errors, []);
  });

  /** Opens a profile, and gives its first card. */
  const openProfile = async ({ page }: Guest, name: string) => {
    await on(page).name(name).first().click();
    const card = on(page).list.locator('[part=subscription]').first();
    await card.waitFor();
    return card;
  };
  const dialogOf = (page: Page) => on(page).list.getByRole('dialog');
  /** By key: a click so soon after a dialog has opened was not meant for it (T16). */
  const press = (page: Page, name: string) => dialogOf(page).getByRole('button', { name, exact: true }).press('Enter');

  for (const site of sites) {
    it(`a plan is changed on ${site} from the first of the month, and the change is taken back (R14.2–R14.4)`, async () => {
      const name = site === 'the operator’s website' ? 'Bo Ib' : 'Lærke Schütt';
      guest = await stage.guest();
      await openSite(guest, site, 'maja');
      const { page } = guest;
      const card = await openProfile(guest, name);
      await card.getByRole('button', { name: 'Ændr abonnement' }).click();
      const dialog = dialogOf(page);
      await dialog.getByRole('heading', { name: `Ændr abonnement for ${name}` }).waitFor();
      await dialog.getByRole('radio', { name: /^Mobil 100 GB/ }).press('Space');
      await dialog.getByText('Ændringen gælder fra 1. december 2026').waitFor();
      const said = await textOf(dialog);
      for (const words of ['Nuværende abonnement', 'Mobil 5 GB', '100,00 kr. mere pr. måned', '100 GB data i stedet for 5 GB data'])
        assert.ok(said.includes(words), `»${words}« in ${said}`);
      await press(page, 'Ændr abonnement');
      const coming = card.getByRole('list', { name: 'Kommende ændringer' });
      await coming.getByText('Ændring planlagt til 1. december 2026').waitFor();
      await coming.getByText('Mobil 100 GB, 179,00 kr. pr. måned').waitFor();
      assert.equal(await dialog.count(), 0);
      assert.ok(await card.getByRole('heading', { name: 'Mobil 5 GB' }).evaluate(hasFocus), 'the focus is not lost');
      assert.equal(await card.getByRole('button', { name: 'Nedlæg abonnement' }).count(), 0);
      await coming.getByRole('button', { name: /^Fortryd/ }).click();
      await dialog.getByText('Ændring planlagt til 1. december 2026').waitFor();
      await press(page, 'Fortryd ændringen');
      await coming.waitFor({ state: 'detached' });
      await card.getByRole('button', { name: 'Nedlæg abonnement' }).waitFor();
    });

    it(`a subscription is closed on ${site} with a last day by its notice, the list says so, and it is taken back (R14.3–R14.5, SUB-4)`, async () => {
      const name = site === 'the operator’s website' ? 'Birthe Bæk' : 'Aage Østergaard';
      guest = await stage.guest();
      await openSite(guest, site, 'maja');
      const { page } = guest;
      const card = await openProfile(guest, name);
      await card.getByRole('button', { name: 'Nedlæg abonnement' }).click();
      const dialog = dialogOf(page);
      await dialog.getByRole('heading', { name: `Vil I nedlægge abonnementet for ${name}?` }).waitFor();
      const day = dialog.getByLabel(/^Sidste dag/);
      const first = await day.inputValue();
      assert.equal(first, await day.getAttribute('min'));
      assert.match(await textOf(dialog), /67 10 \d\d \d\d kan normalt ikke genskabes bagefter/);
      await day.fill('2026-11-23');
      await press(page, 'Nedlæg abonnement');
      await dialog
        .locator('.error')
        .getByText(/^Vælg en dato tidligst/)
        .waitFor();
      await day.fill(first);
      await press(page, 'Nedlæg abonnement');
      await card.getByText(/^Nedlægges /).waitFor();
      await card.getByText(/^Abonnementet nedlægges .* 202\d\.$/).waitFor();
      await on(page).back.click();
      const row = rowOf(page, name);
      await row.getByText(/^Nedlægges /).waitFor();
      const again = await openProfile(guest, name);
      await again.getByRole('button', { name: /^Fortryd/ }).click();
      await press(page, 'Fortryd nedlæggelsen');
      await again.getByText('Aktivt', { exact: true }).waitFor();
      await on(page).back.click();
      await row.getByText('Aktivt', { exact: true }).waitFor();
    });

    it(`a SIM card is blocked on ${site}, and opened again (SIM-4, SIM-5)`, async () => {
      const name = site === 'the operator’s website' ? 'Åse Ågaard' : 'Aase Aagaard';
      guest = await stage.guest();
      await openSite(guest, site, 'maja');
      const { page } = guest;
      const card = await openProfile(guest, name);
      await card.getByRole('button', { name: 'Spær simkort' }).click();
      const dialog = dialogOf(page);
      await dialog.getByRole('heading', { name: `Spær simkort for ${name}` }).waitFor();
      await press(page, 'Spær simkort');
      await dialog.locator('.error').getByText('Vælg en grund.').waitFor();
      await dialog.getByRole('radio', { name: 'Det er stjålet' }).press('Space');
      await press(page, 'Spær simkort');
      await card.getByText('Simkortet er spærret, fordi det er stjålet (22. november 2026).').waitFor();
      await card.getByText('Spærret', { exact: true }).waitFor();
      await card.getByRole('button', { name: 'Ophæv spærring' }).click();
      await dialog.waitFor();
      await press(page, 'Ophæv spærring');
      await card.getByText('Aktivt', { exact: true }).waitFor();
    });

    it(`another SIM card is ordered on ${site}; an eSIM’s code can be scanned as it is written, and is hidden after half a minute (SIM-2, SIM-3, SIM-8)`, async () => {
      guest = await stage.guest();
      const { page } = guest;
      await openSite(guest, site, 'maja');
      const dialog = dialogOf(page);
      const name = site === 'the operator’s website' ? 'Çigdem Demir' : 'Dorte Ørum';
      const card = await openProfile(guest, name);
      await card.getByRole('button', { name: 'Skift simkort' }).click();
      await dialog.getByRole('radio', { name: /^Simkort/ }).press('Space');
      await dialog.getByText('8000 Aarhus C').waitFor();
      await dialog.getByRole('radio', { name: /^eSIM/ }).press('Space');
      await dialog.getByText('79,20 kr. én gang, ekskl. moms.').waitFor();
      await press(page, 'Skift simkort');
      await card.getByText('Et nyt eSIM er på vej.').waitFor();
      assert.equal(await card.getByRole('button', { name: 'Skift simkort' }).count(), 0, 'one at a time');
      await carriedOn(stage, () => card.getByRole('button', { name: 'Vis eSIM-kode' }).count(), 1);
      await page.clock.install();
      await card.getByRole('button', { name: 'Vis eSIM-kode' }).click();
      const code = await dialog.locator('code').innerText();
      assert.match(code, /^LPA:1\$smdp\.example\.com\$(\w{4}-){3}\w{4}$/);
      const picture = dialog.getByRole('img', { name: 'QR-kode med eSIM-koden. Scan den med telefonen.' });
      await picture.waitFor();
      const drawn = await picture.locator('path').getAttribute('d');
      assert.deepEqual(new Set(drawn?.split(/(?<=z)/)), modulesOf(code));
      await page.clock.fastForward(31_000);
      await dialog.waitFor({ state: 'detached' });
      await card.getByRole('button', { name: 'Vis koder' }).click();
      await dialog.getByText('PUK-kode', { exact: true }).waitFor();
      const [pin = '', puk = ''] = await dialog.locator('code').allInnerTexts();
      assert.match(`${pin} ${puk}`, /^\d{4} \d{8}$/);
      await dialog.getByText(/^Skjules om (29|30) s$/).waitFor();
      await page.clock.fastForward(31_000);
      await dialog.waitFor({ state: 'detached' });
      const left = await page.evaluate(() => window.allText());
      assert.ok(!left.includes(puk) && !left.includes(code), 'nothing of the codes is left on the page');
      assert.ok(![...guest.traces].some((trace) => trace.includes(puk)));
    });
  }

  it('what a colleague has changed on the other site stands beside what was typed, and nothing typed is lost (F18)', async () => {
    const company = await idOf(stage.database, 'company', 'c6');
    const { db } = stage.database;
    const [user] = await rowsOf<{ name: string }>(
      db,
      sql`select name from telephone_user where company_id = ${company} order by name limit 1`,
    );
    assert.ok(user);
    const { name } = user;
    guest = await stage.guest();
    const colleague = await stage.guest();
    await Promise.all([openSite(guest, 'the operator’s website', 'ida'), openSite(colleague, 'the partner’s intranet', 'maja')]);
    await on(colleague.page).choice.selectOption({ label: 'Nordlys Eksempel A/S (CVR 99 00 00 74)' });
    const forms = [];
    for (const one of [guest, colleague]) {
      const { list } = on(one.page);
      await on(one.page).name(name).click();
      await list.getByRole('button', { name: 'Rediger oplysninger' }).click();
      forms.push(list.getByRole('form', { name: 'Rediger oplysninger' }));
    }
    const [mine, theirs] = forms;
    assert.ok(mine && theirs);
    await theirs.getByLabel(/^Omkostningssted/).fill('Hovedkontoret');
    await theirs.getByLabel(/^E-mailadresse/).fill('ny@nordlys-nord.example');
    await theirs.getByRole('button', { name: 'Gem ændringer' }).click();
    await theirs.waitFor({ state: 'detached' });
    await mine.getByLabel(/^Omkostningssted/).fill('Kælderen');
    await mine.getByLabel(/^Navn/).fill(`${name} Nord`);
    await mine.getByRole('button', { name: 'Gem ændringer' }).click();
    await mine.getByText('En anden har ændret oplysningerne, mens du skrev. Se dem igennem, og gem igen.').waitFor();
    assert.equal(await mine.getByLabel(/^Navn/).inputValue(), `${name} Nord`);
    assert.equal(await mine.getByLabel(/^E-mailadresse/).inputValue(), 'ny@nordlys-nord.example', 'what was not typed in follows');
    await mine.getByRole('button', { name: 'Gem ændringer' }).click();
    await mine.locator('.error').getByText('Vælg hvad der skal gælde.').waitFor();
    assert.match(
      await textOf(mine.getByRole('group', { name: /^Omkostningssted/ })),
      /Din ændring Kælderen Den andens ændring Hovedkontoret/,
    );
    await mine.getByRole('radio', { name: /^Din ændring/ }).check();
    await mine.getByRole('button', { name: 'Gem ændringer' }).click();
    await mine.waitFor({ state: 'detached' });
    await on(guest.page)
      .heading.filter({ hasText: `${name} Nord` })
      .waitFor();
    const saved = await rowsOf(
      db,
      sql`select email, cost_centre from telephone_user where company_id = ${company} and name = ${`${name} Nord`}`,
    );
    assert.deepEqual(saved, [{ email: 'ny@nordlys-nord.example', cost_centre: 'Kælderen' }]);
    await settles(() => on(guest.page).list.locator('.person button').evaluate(hasFocus), true);
    await colleague.leave();
    assert.deepEqual(colleague.errors, []);
  });
});

/** The dark squares of a QR code, as they are drawn. */
const modulesOf = (code: string): Set<string> => {
  const bitmap = generate(code);
  const squares = new Set<string>();
  for (let y = 0; y < bitmap.size; y++)
    for (let x = 0; x < bitmap.size; x++) if (bitmap.get(x, y)) squares.add(`M${String(x)} ${String(y)}h1v1h-1z`);
  return squares;
};
