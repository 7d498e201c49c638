/** Who may open the guide, and whose the unfinished one is. */
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { listPath, on, type Guest } from './guest.ts';
import { guideOn, hasFocus, openSite, sites, textOf } from './guide.ts';
import { settles } from './settles.ts';
import { Stage } from './stage.ts';

describe('the guide', () => {
  let stage: Stage;
  let guest: Guest;
  before(async () => {
    stage = await Stage.open({ partner: true });
  });
  after(() => stage.close());
  afterEach(async () => {
    await guest.leave();
    assert.deepEqual(guest.errors, []);
  });

  it('is not offered to who may only read, and explains itself at its own address (R7.1, R8.1, R9.4)', async () => {
    guest = await stage.guest();
    await openSite(guest, 'the operator’s website', 'lars');
    const { page } = guest;
    const { list, name } = on(page);
    assert.equal(await name('Opret nyt abonnement').count(), 0);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(`${request.method()} ${new URL(request.url()).pathname.split('/').slice(4).join('/')}`));
    for (const step of ['', '/godkend']) {
      await page.goto(`${stage.operator}${listPath}/opret${step}`);
      await list.locator('[part=no-access]').getByText('kontakt os endelig').waitFor();
      assert.equal(await list.locator('form, input, button').count(), 0);
    }
    assert.deepEqual(
      asked.filter((one) => /plans|numbers|orders/.test(one)),
      [],
    );
  });

  for (const site of sites)
    it(`that is half filled in asks on ${site} before the company is switched; no keeps everything, yes shows nothing of it (R5.5, R5.7, T05)`, async () => {
      guest = await stage.guest();
      await openSite(guest, site, 'maja');
      const { page } = guest;
      const { list, choice } = on(page);
      const guide = guideOn(page);
      const dialog = list.getByRole('dialog');
      const company = () =>
        choice
          .locator('option:checked')
          .innerText()
          .then((text) => text.replaceAll(/\s+/g, ' '));
      const own = await company();
      const kept = site === 'the operator’s website';
      await guide.corner.click();
      await guide.user('Halvfærdige Hanne', { email: 'hanne@nordlys.example' });
      await guide.plan(/^Mobil 5 GB/);
      const phone = await guide.newNumber();
      await guide.at('Simkort');
      await choice.selectOption({ label: 'Aagaard & Søn Demo ApS' });
      await dialog
        .getByRole('heading', { name: kept ? 'Du er i gang med at oprette et abonnement.' : 'Der er ændringer, som ikke er gemt.' })
        .waitFor();
      await dialog
        .getByText(kept ? 'Kladden er gemt for Nordlys Eksempel A/S, til du lukker siden.' : 'Vil du forlade siden uden at gemme?')
        .waitFor();
      await dialog.getByRole('button', { name: 'Bliv på siden' }).press('Enter');
      await dialog.waitFor({ state: 'detached' });
      await settles(company, own);
      await guide.at('Simkort');
      assert.ok((await textOf(list)).includes(phone));
      await choice.selectOption({ label: 'Aagaard & Søn Demo ApS' });
      await dialog.getByRole('button', { name: 'Forlad siden' }).press('Enter');
      await list.getByText('3 brugere').waitFor();
      const traces = /Hanne|hanne@|Mobil 5 GB i gang|Du er i gang/;
      assert.doesNotMatch(await page.evaluate(() => window.allText(document.querySelector('ss-subscriptions') ?? document)), traces);
      await guide.corner.click();
      await guide.at('Bruger');
      assert.equal(await list.locator('#name').count(), 0);
      assert.doesNotMatch(await textOf(list), traces);
      await choice.selectOption({ label: own });
      await list.getByText('24 brugere').waitFor();
      const begun = list.getByText('Du er i gang med at oprette et abonnement.');
      if (!kept) {
        assert.equal(await begun.count(), 0);
        return;
      }
      await begun.waitFor();
      await list.getByRole('link', { name: 'Fortsæt' }).click();
      await guide.at('Simkort');
      assert.ok((await textOf(list)).includes('Halvfærdige Hanne'));
    });

  it('that is half filled in is said in the list, and thrown away on request with nothing left (R16.3, T23)', async () => {
    guest = await stage.guest();
    await openSite(guest, 'the operator’s website', 'maja');
    const { page } = guest;
    const { list } = on(page);
    const guide = guideOn(page);
    await guide.corner.click();
    await guide.user('Smidte Svend');
    await guide.at('Abonnement');
    await guide.toList();
    await page.reload();
    await list.getByText('Du er i gang med at oprette et abonnement.').waitFor();
    await list.getByRole('button', { name: 'Slet kladde' }).click();
    const dialog = list.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Behold kladde' }).press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await list.getByRole('button', { name: 'Slet kladde' }).click();
    await dialog.getByRole('button', { name: 'Slet kladde' }).press('Enter');
    await list.getByText('Du er i gang med at oprette et abonnement.').waitFor({ state: 'detached' });
    await settles(() => on(page).heading.evaluate(hasFocus), true);
    const left = await page.evaluate(() => window.allText() + JSON.stringify([sessionStorage, localStorage]));
    assert.ok(!left.includes('Smidte Svend'));
  });
});
