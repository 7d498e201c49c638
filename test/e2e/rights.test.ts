/** The operator's website as people see it who may do less, or much more, than the ordinary administrator. */
import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { on, type Guest } from './guest.ts';
import { settles } from './settles.ts';
import { Stage } from './stage.ts';

describe('the operator’s website, by rights', () => {
  let stage: Stage;
  let guest: Guest;
  before(async () => {
    stage = await Stage.open();
  });
  after(() => stage.close());
  afterEach(async () => {
    await guest.leave();
    assert.deepEqual(guest.errors, []);
  });

  it('says to who has no right to the area why, and how to reach the operator, and asks for no list (R6.2, R8.1, R8.2)', async () => {
    guest = await stage.guest();
    const asked: string[] = [];
    guest.page.on('response', (response) => {
      if (response.url().includes('/users/search')) asked.push(`${String(response.status())} ${response.url()}`);
    });
    await guest.openList('frida');
    const { list, rows, choice } = on(guest.page);
    const notice = list.locator('[part=no-access]');
    await notice.getByText('Du har ikke adgang til Abonnementer.').waitFor();
    await notice.getByText('kontakt os endelig').waitFor();
    assert.equal(await notice.getByRole('link', { name: '67 00 00 50' }).getAttribute('href'), 'tel:+4567000050');
    assert.equal(
      await notice.getByRole('link', { name: 'erhverv@eksempeltele.example' }).getAttribute('href'),
      'mailto:erhverv@eksempeltele.example',
    );
    assert.equal(await rows.count(), 0);
    assert.equal(await choice.getByRole('option').count(), 2, 'she may still choose between her companies');
    assert.deepEqual(asked, []);
  });

  it('shows everything and offers nothing that changes to who may only read (R7.1)', async () => {
    guest = await stage.guest();
    await guest.openList('lars');
    const { list, rows, name } = on(guest.page);
    await rows.first().waitFor();
    assert.equal(await rows.count(), 26);
    const buttons = () => list.getByRole('button').allInnerTexts();
    assert.deepEqual(
      (await buttons()).map((text) => text.split('\n')[0]?.replace(/ Navn$/, '')),
      ['Sorter visning'],
    );
    await name('Lærke Schytt').click();
    await list.locator('[part=subscription]').waitFor();
    assert.deepEqual(await buttons(), []);
    assert.equal(await list.locator('input, select, textarea').count(), 0);
  });

  it('shows the name of the only company, with nothing to operate (R5.2, R5.3)', async () => {
    guest = await stage.guest();
    await guest.openList('ida');
    const { switcher, rows } = on(guest.page);
    await rows.first().waitFor();
    await switcher
      .locator('[part=company]')
      .filter({ hasText: /Nordlys Eksempel A\/S$/ })
      .waitFor();
    assert.equal(await switcher.locator('button, select, input, a, [tabindex]').count(), 0);
  });

  it('says to who administers no company that it is so, in both elements', async () => {
    guest = await stage.guest();
    await guest.openList('uffe');
    const { switcher, list, rows } = on(guest.page);
    for (const element of [switcher, list]) await element.getByText('Du er ikke administrator for nogen virksomhed endnu.').waitFor();
    assert.equal(await rows.count(), 0);
    assert.equal(await list.getByRole('link', { name: '67 00 00 50' }).count(), 1);
  });

  it('lets who has two hundred companies search for one, on the server, from the keyboard (R5.1, F26)', async () => {
    guest = await stage.guest();
    await guest.openList('mange');
    const { page } = guest;
    const { switcher, list, rows } = on(page);
    await rows.first().waitFor();
    const session = await page.evaluate(async () => {
      const response = await fetch('/v1/companies?search=&offset=180&limit=20', { headers: { 'selvbetjening-request': '1' } });
      return (await response.json()) as { items: { name: string; cvr: string }[]; total: number };
    });
    assert.equal(session.total, 200);
    const wanted = session.items.at(-1);
    assert.ok(wanted, 'a company beyond the hundred that came with the session');
    await switcher.getByRole('button').focus();
    await page.keyboard.press('Enter');
    const search = switcher.getByRole('combobox', { name: 'Søg efter virksomhed' });
    await search.and(page.locator(':focus')).waitFor();
    await page.keyboard.type(wanted.cvr);
    const found = switcher.getByRole('option');
    await settles(() => found.count(), 1);
    assert.ok((await found.innerText()).includes(wanted.name));
    await page.keyboard.press('Enter');
    await switcher.getByRole('button', { name: wanted.name }).waitFor();
    await list.locator('[aria-busy=false], .notice').first().waitFor();
    assert.equal(await search.count(), 0, 'the choice has closed');
  });
});
