/** How each step of the guide and each dialog of the profile stands in windows of every size, and zoomed to 400 %. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { on, type Guest } from './guest.ts';
import { guideOn, openSite, sites } from './guide.ts';
import { Stage } from './stage.ts';

/** A window of 1280 × 1024 zoomed to 400 % is 320 × 256. */
const sizes = [
  [320, 256],
  [320, 800],
  [768, 900],
  [1440, 900],
] as const;
const schemes = [
  ['light', { colorScheme: 'light', forcedColors: 'none' }],
  ['dark', { colorScheme: 'dark', forcedColors: 'none' }],
  ['forced colours', { colorScheme: 'light', forcedColors: 'active' }],
] as const;

describe('the layout of what can be done', () => {
  let stage: Stage;
  let guest: Guest;
  before(async () => {
    stage = await Stage.open({ partner: true });
  });
  after(() => stage.close());

  /** Looks at what is on screen in every window, and leaves it as it was. */
  const fits = async (what: string): Promise<void> => {
    const { page } = guest;
    const wide: string[] = [];
    for (const [scheme, media] of schemes) {
      await page.emulateMedia(media);
      for (const [width, height] of sizes) {
        await page.setViewportSize({ width, height });
        for (const found of await page.evaluate(tooWide)) wide.push(`${String(width)} × ${String(height)}, ${scheme}: ${found}`);
      }
    }
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
    await page.setViewportSize({ width: 1280, height: 900 });
    assert.deepEqual(wide, [], what);
  };

  for (const site of sites) {
    it(`of each step on ${site} needs no scrolling sideways from 320 px to 1440 px, in light, dark and forced colours (R16.7, F30)`, async () => {
      guest = await stage.guest({ reducedMotion: 'reduce' });
      await openSite(guest, site, 'maja');
      const guide = guideOn(guest.page);
      await guide.corner.click();
      await guide.at('Bruger');
      await guide.choice(/^En ny bruger/).check();
      await guide.next.click();
      await guide.list.locator('.summary').waitFor();
      await fits('user, with errors');
      await guide.user('Wolfeschlegelsteinhausenbergerdorff Ærtebjerg-Østergaard', {
        email: 'en.meget.lang.adresse.uden.mellemrum@nordlys.example',
      });
      await guide.at('Abonnement');
      await guide.choice(/^Mobil 5 GB/).check();
      await fits('plan');
      await guide.next.click();
      await guide.at('Nummer');
      await guide.choice(/^Flyt et eksisterende nummer/).check();
      await guide.choice(/^På en bestemt dato/).check();
      await guide.next.click();
      await guide.list.locator('.summary').waitFor();
      await fits('number to move, with errors');
      await guide.choice(/^Nyt nummer/).check();
      await guide.list.locator('.numbers label').first().waitFor();
      await fits('new number');
      await guide.newNumber();
      await guide.at('Simkort');
      await fits('SIM card');
      await guide.sim('Simkort');
      await guide.at('Levering');
      await guide.list.getByRole('button', { name: /^Ret/ }).click();
      await guide.field(/^Postnummer/).fill('9999');
      await guide.next.click();
      await guide.list.locator('.summary').waitFor();
      await fits('address, with errors');
      await guide.list.getByRole('button', { name: 'Brug jeres hovedadresse' }).click();
      await guide.next.click();
      await guide.review();
      await fits('review');
      await guide.send.click();
      await guide.receipt();
      await fits('receipt');
      await guest.leave();
      assert.deepEqual(guest.errors, []);
    });

    it(`of the profile and its dialogs on ${site} likewise (R14.1, F30)`, async () => {
      guest = await stage.guest({ reducedMotion: 'reduce' });
      await openSite(guest, site, 'maja');
      const { list, name } = on(guest.page);
      await name('Bo Ib').click();
      const card = list.locator('[part=subscription]').first();
      await card.waitFor();
      await fits('profile');
      const dialog = list.getByRole('dialog');
      for (const [opens, isThere] of [
        ['Ændr abonnement', /^Mobil 100 GB/],
        ['Nedlæg abonnement', /kan normalt ikke genskabes/],
        ['Spær simkort', /^Det er stjålet/],
        ['Skift simkort', /8000 Aarhus C/],
        ['Vis koder', /^PUK-kode$/],
      ] as const) {
        await card.getByRole('button', { name: opens, exact: true }).click();
        const choice = { 'Ændr abonnement': /^Mobil 100 GB/, 'Skift simkort': /^Simkort/ }[opens as string];
        if (choice) await dialog.getByRole('radio', { name: choice }).press('Space');
        await dialog.getByText(isThere).first().waitFor();
        await fits(opens);
        await guest.page.keyboard.press('Escape');
        await dialog.waitFor({ state: 'detached' });
      }
      await list.getByRole('button', { name: 'Rediger oplysninger' }).click();
      await list.getByRole('form', { name: 'Rediger oplysninger' }).waitFor();
      await fits('editing');
      await guest.leave();
      assert.deepEqual(guest.errors, []);
    });
  }
});

/** Runs in the page: what is wider than the room it has, and what of a dialog is out of reach. */
const tooWide = (): string[] => {
  const found: string[] = [];
  const page = document.scrollingElement ?? document.body;
  if (page.scrollWidth > innerWidth) found.push(`the page, by ${String(page.scrollWidth - innerWidth)}`);
  const root = document.querySelector('ss-subscriptions')?.shadowRoot;
  for (const part of root?.querySelectorAll<HTMLElement>('form, .panel, dialog, .dialog-body, fieldset, .choice') ?? []) {
    const { overflowX } = getComputedStyle(part);
    const box = part.getBoundingClientRect();
    if (part.scrollWidth > part.clientWidth + 1 && overflowX !== 'hidden')
      found.push(`${part.localName}.${part.className}, by ${String(part.scrollWidth - part.clientWidth)}`);
    if (part.localName === 'dialog' && (box.left < 0 || box.right > innerWidth || box.top < 0 || box.bottom > innerHeight))
      found.push('the dialog stands outside the window');
  }
  return found;
};
