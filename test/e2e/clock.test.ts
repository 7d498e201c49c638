/** Orders that wait for a day: numbers from other providers, a change of plan and a closing, with the business day moved on the operator's desk. */
import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { idOf } from '../../sandbox/database/example-keys.ts';
import { listPath, on, signIn, type Guest } from './guest.ts';
import { chargesOf, guideOn, openSite, sites, textOf, type Move } from './guide.ts';
import { settles } from './settles.ts';
import { Stage } from './stage.ts';

const ownCvr = '99 00 00 15';

describe('what has been ordered', () => {
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
  beforeEach(async () => {
    guest = await stage.guest();
  });
  afterEach(async () => {
    await guest.leave();
    assert.deepEqual([...guest.errors, ...clerk.errors], []);
  });

  const desk = () => clerk.page.getByRole('main');
  const today = () => desk().locator('.day');
  /** What the desk says of the order, once it says this. */
  const onDesk = async (number: string, state: string): Promise<string> => {
    const row = desk().getByRole('region', { name: 'Seneste ordrer' }).getByRole('row').filter({ hasText: number });
    await settles(async () => {
      await clerk.page.reload();
      return row.locator('.state').innerText();
    }, state);
    return textOf(row);
  };
  const goTo = async (day: string, shown: string) => {
    await desk().getByLabel('Dato').fill(day);
    await desk().getByRole('button', { name: 'Gå til datoen' }).click();
    await today().filter({ hasText: shown }).waitFor();
  };
  /** Orders a number that another provider has; gives the order's number, with the receipt in sight. */
  const orderMove = async (name: string, move: Move): Promise<string> => {
    const guide = guideOn(guest.page);
    await guide.corner.click();
    await guide.user(name);
    await guide.plan(/^Mobil 20 GB/);
    await guide.move(move);
    await guide.sim('eSIM');
    await guide.review();
    const review = await textOf(guide.list);
    for (const words of [move.provider, move.phone.replaceAll(/\d\d(?=\d)/g, '$& '), 'Jeg har fuldmagt'])
      assert.ok(review.includes(words), `»${words}« in ${review}`);
    await guide.send.click();
    return guide.receipt();
  };
  /** The state in the list, as whoever opens it now sees it. */
  const stateOf = async (name: string, state: string) => {
    const { row } = guideOn(guest.page);
    await settles(async () => {
      await guest.page.reload();
      await on(guest.page).rows.first().waitFor();
      return row(name).getByText(state, { exact: true }).count();
    }, 1);
  };

  it('is shown on the desk to the operator’s own people, and to nobody else (T03)', async () => {
    await today().filter({ hasText: 'søndag den 22. november 2026' }).waitFor();
    await openSite(guest, 'the operator’s website', 'maja');
    await guest.page.goto(`${stage.operator}/desk`);
    await guest.page.getByRole('heading', { name: 'Ingen adgang' }).waitFor();
    assert.doesNotMatch(await guest.page.evaluate(() => window.allText()), /Forretningsdag|Driftsbord –/);
  });

  it('a number whose provider knows another owner is not moved, and the person is told why and what to do (NUM-7, R17.4)', async () => {
    await openSite(guest, 'the operator’s website', 'maja');
    const guide = guideOn(guest.page);
    const number = await orderMove('Egon Ejer', { phone: '20345671', provider: 'Gammelt Tele', ownerCvr: '99 00 00 23' });
    await guide.order.getByText('Ikke oprettet', { exact: true }).waitFor();
    await guide.order
      .getByText(
        'Nummeret kunne ikke flyttes. Det nuværende teleselskab har en anden ejer registreret. Find ejerens CVR-nummer, og bestil igen.',
      )
      .waitFor();
    assert.match(await onDesk(number, 'Mislykket'), /Nummeret har en anden ejer/);
    await guide.toList();
    await guide.row('Egon Ejer').getByText('Intet abonnement').waitFor();
  });

  it('a number that its provider gives up is moved on the day that was confirmed, and the subscription is active (NUM-5, NUM-9, R17.4)', async () => {
    await openSite(guest, 'the partner’s intranet', 'maja');
    const guide = guideOn(guest.page);
    const number = await orderMove('Fiona Flyt', { phone: '20345672', provider: 'Gammelt Tele', ownerCvr: ownCvr });
    await guide.order.getByText('Nummeret 20 34 56 72 flyttes til os 23. november 2026. Samme dag begynder abonnementet.').waitFor();
    await guide.order.getByText('Bekræftet dato: 23. november 2026').waitFor();
    await guide.toList();
    await guide.row('Fiona Flyt').getByText('Afventer flytning').waitFor();
    assert.match(await onDesk(number, 'I gang'), /Nyt abonnement, Fiona Flyt, 20 34 56 72, 23\.11\.2026/);
    await desk().getByRole('button', { name: 'Næste dag' }).click();
    await today().filter({ hasText: 'mandag den 23. november 2026' }).waitFor();
    await onDesk(number, 'Udført');
    await stateOf('Fiona Flyt', 'Aktivt');
  });

  it('a number whose provider is slow keeps the day that was wished for and the later one that is confirmed apart, until it has come (NUM-8, NUM-9)', async () => {
    await openSite(guest, 'the operator’s website', 'maja');
    const guide = guideOn(guest.page);
    const number = await orderMove('Lone Langsom', { phone: '20345673', provider: 'Langsom Tele', ownerCvr: ownCvr, date: '2026-11-25' });
    await guide.order.getByText('Bekræftet dato: 30. november 2026').waitFor();
    await guide.order.getByText('Ønsket dato: 25. november 2026').waitFor();
    await on(guest.page).name('Se profilen for Lone Langsom').click();
    const coming = guide.list.getByRole('list', { name: 'Kommende ændringer' });
    await coming.getByText('Nummeret flyttes til os 30. november 2026.').waitFor();
    assert.match(await textOf(coming), /Ønsket dato: 25\. november 2026 · Bekræftet dato: 30\. november 2026/);
    await goTo('2026-11-29', 'søndag den 29. november 2026');
    await onDesk(number, 'I gang');
    await guest.page.goto(`${stage.operator}${listPath}`);
    await stateOf('Lone Langsom', 'Afventer flytning');
    await goTo('2026-11-30', 'mandag den 30. november 2026');
    await onDesk(number, 'Udført');
    await stateOf('Lone Langsom', 'Aktivt');
    assert.deepEqual(await chargesOf(stage, guest, await idOf(stage.database, 'company', 'c1'), 'Lone Langsom'), [
      ['setup', null, null, 7920],
      ['subscription', '2026-11-30', '2026-11-30', 397],
      ['subscription', '2026-12-01', '2026-12-31', 11900],
    ]);
  });

  it('another plan holds from its day, and then it cannot be taken back any more (R14.2, R14.4)', async () => {
    await openSite(guest, sites[1] ?? 'the partner’s intranet', 'maja');
    const { page } = guest;
    const { list, name } = on(page);
    await name('Birthe Bæk').click();
    const card = list.locator('[part=subscription]').first();
    await card.getByRole('button', { name: 'Ændr abonnement' }).click();
    const dialog = list.getByRole('dialog');
    await dialog.getByRole('radio', { name: /^Mobil Fri/ }).press('Space');
    await dialog.getByText('Ændringen gælder fra 1. december 2026').waitFor();
    await dialog.getByRole('button', { name: 'Ændr abonnement', exact: true }).press('Enter');
    const undo = card.getByRole('button', { name: /^Fortryd/ });
    await undo.waitFor();
    await desk().getByRole('button', { name: 'Til den 1. december 2026' }).click();
    await today().filter({ hasText: 'tirsdag den 1. december 2026' }).waitFor();
    // Pressed on a page of yesterday: it is too late, and what is so now is shown.
    await undo.click();
    await dialog.getByRole('button', { name: 'Fortryd ændringen', exact: true }).press('Enter');
    await dialog.getByText('Det er for sent at fortryde. Ændringen er allerede sket.').waitFor();
    await dialog.getByRole('button', { name: 'Luk', exact: true }).press('Enter');
    await settles(async () => {
      await page.reload();
      await name('Birthe Bæk').click();
      return textOf(card.locator('.card-head h3'));
    }, 'Mobil Fri');
    assert.equal(await undo.count(), 0);
    assert.ok((await textOf(card)).includes('249,00 kr.'));
  });

  it('a closing ends the subscription after its last day (R14.5, SUB-7)', async () => {
    await openSite(guest, 'the operator’s website', 'maja');
    const { page } = guest;
    const { list, name } = on(page);
    await name('Bo Ib').click();
    const card = list.locator('[part=subscription]').first();
    await card.getByRole('button', { name: 'Nedlæg abonnement' }).click();
    const dialog = list.getByRole('dialog');
    const last = await dialog.getByLabel(/^Sidste dag/).inputValue();
    assert.equal(last, '2026-12-31');
    await dialog.getByRole('button', { name: 'Nedlæg abonnement', exact: true }).press('Enter');
    await card.getByText(/^Nedlægges /).waitFor();
    await goTo(last, 'torsdag den 31. december 2026');
    await page.goto(`${stage.operator}${listPath}`);
    await guideOn(page)
      .row('Bo Ib')
      .getByText(/^Nedlægges /)
      .waitFor();
    await goTo('2027-01-01', 'fredag den 1. januar 2027');
    await stateOf('Bo Ib', 'Intet abonnement');
  });
});
