/** The article's beginning: the overview, the companies of the top menu, and areas without access (R1–R8). */
import assert from 'node:assert/strict';
import { sql } from 'drizzle-orm';
import { idOf } from '../../sandbox/database/example-keys.ts';
import { fileCase } from './article-cases.ts';
import { base, frameOn, type Walker } from './article-walker.ts';
import { billsOn } from './bills.ts';
import { casesOn } from './cases.ts';
import type { PersonKey } from './guest.ts';
import { settles } from './settles.ts';
import type { Stage } from './stage.ts';

const names: Partial<Record<PersonKey, string>> = { maja: 'Maja Holm', frida: 'Frida Faktura' };

/** »Når du er logget ind i Selvbetjening, føres du til oversigtssiden.« */
export async function arrive(walker: Walker, person: PersonKey): Promise<void> {
  const { guest, page, hand, look } = walker;
  const { main, heading } = frameOn(walker);
  await page.goto(guest.operator + base);
  await main.getByText('Du er ikke logget ind.').waitFor();
  assert.doesNotMatch(await page.evaluate(() => window.allText()), /nordlys|holm/i, 'nothing of a company is shown');
  await look('before signing in');
  await hand.press(main.getByRole('button', { name: 'Log ind' }));
  await page.getByRole('heading', { name: 'Log ind', exact: true }).waitFor();
  await hand.press(page.getByRole('button', { name: names[person] ?? '' }));
  await hand.press(page.locator('form.sign-in').getByRole('button', { name: 'Log ind' }));
  await heading('Oversigt').waitFor();
  assert.equal(page.url(), guest.operator + base);
}

/** »På oversigtssiden har du under Mine supportsager i højre side adgang til jeres supportsager.« Creates one about this subject. */
export async function overview(walker: Walker, subject: string): Promise<void> {
  const { page, hand, look } = walker;
  const { portal, area, heading, isWide } = frameOn(walker);
  const element = portal.locator('ss-overview');
  const more = element.getByRole('link', { name: /^Vis mere om sagen/ });
  await more.first().waitFor();
  const cases = element.getByRole('heading', { name: 'Mine supportsager' });
  const [main, aside] = [await element.getByRole('heading', { name: 'Abonnementer' }).boundingBox(), await cases.boundingBox()];
  assert.ok(main && aside, 'both are there');
  assert.equal(aside.x > main.x + 200, isWide(), 'on the right where there is room');
  assert.equal(aside.y > main.y + 200, !isWide(), 'after the rest where there is none');
  await look('the overview');
  await hand.press(more.first());
  await portal
    .locator('ss-support-cases')
    .getByText(/^Sag nr\. \d+/)
    .first()
    .waitFor();
  await look('a case');
  await area('Oversigt');
  await heading('Oversigt').waitFor();
  await hand.press(element.getByRole('link', { name: 'Opret supportsag' }));
  await fileCase(walker, subject);
  await area('Oversigt');
  await element.locator('.cases li').first().getByText(subject, { exact: true }).waitFor();
  await element.locator('.cases li').first().getByText('Ny', { exact: true }).waitFor();
  assert.equal(await page.title(), 'Oversigt – Eksempeltele Erhverv');
}

/** »I topmenuen kan du skifte mellem de virksomheder, du har adgang til at administrere …« */
export async function companies(walker: Walker): Promise<void> {
  const { page, hand } = walker;
  const { portal, company, area, heading } = frameOn(walker);
  await hand.pick(company, 'Aagaard');
  await portal.locator('ss-overview').getByText('3 brugere').waitFor();
  assert.doesNotMatch(
    await page.evaluate(() => window.allText(document.querySelector('ss-portal')?.shadowRoot?.querySelector('main') ?? document)),
    /nordlys/i,
  );
  await area('Produkter');
  await heading('Produkter').waitFor();
  await area('Faktura');
  await billsOn(page).rows.first().waitFor();
  await hand.pick(company, 'Nordlys');
  await heading('Faktura').waitFor();
  await settles(
    () =>
      company
        .locator('option:checked')
        .innerText()
        .then((name) => name.startsWith('Nordlys')),
    true,
  );
  await area('Oversigt');
  await portal
    .locator('ss-overview')
    .getByText(/^2\d brugere/)
    .waitFor();
}

/** »Hvis der er utilgængelige områder af Selvbetjening, som du mener, du burde have adgang til, så kontakt os endelig.« */
export async function noAccess(walker: Walker, stage: Stage): Promise<void> {
  const { page, hand, look } = walker;
  const { main, menu, heading } = frameOn(walker);
  // She may write to the operator; the areas themselves are closed to her.
  const [company, person] = [await idOf(stage.database, 'company', 'c1'), await idOf(stage.database, 'person', 'frida')];
  const grant = (access: string) =>
    stage.database.db.execute(sql`update membership set cases = ${access} where company_id = ${company} and person_id = ${person}`);
  await grant('full');
  try {
    await arrive(walker, 'frida');
    await look('the overview of somebody with one area');
    await hand.press(menu.getByRole('link', { name: /^Produkter\b.*Ingen adgang$/ }));
    await heading('Produkter').waitFor();
    for (const words of [
      'Du har ikke adgang til Produkter.',
      'Det kommer an på, hvordan du er oprettet som administrator.',
      'Mener du, at du burde have adgang, så kontakt os endelig.',
    ])
      await main.getByText(words).waitFor();
    await look('an area without access');
    await hand.press(main.getByRole('link', { name: 'Opret supportsag' }));
    const category = casesOn(page).cases.getByLabel('Kategori');
    await settles(() => category.locator('option:checked').innerText(), 'Adgang og rettigheder');
    await fileCase(walker, `Jeg mangler Produkter, ${hand.name}`);
  } finally {
    await grant('none');
  }
}
