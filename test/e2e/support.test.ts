/** Support cases from the first word to the last, on both host sites, with the operator's employee at the desk. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { answerAtDesk, casesOn, casesPath, openCases, picture } from './cases.ts';
import { on, signIn, type Guest } from './guest.ts';
import { settles } from './settles.ts';
import { Stage } from './stage.ts';

/** The page looks for news every fifteen seconds at first. */
const news = 30_000;

describe('a support case', () => {
  let stage: Stage;
  let guest: Guest;
  before(async () => {
    stage = await Stage.open({ partner: true });
  });
  after(() => stage.close());
  beforeEach(async () => {
    guest = await stage.guest();
  });
  afterEach(async () => {
    stage.loses = () => false;
    assert.deepEqual(guest.errors.splice(0), []);
    await guest.leave();
  });

  for (const site of ['the operator’s website', 'the partner’s intranet'] as const) {
    it(`goes from the question to the answer and back on ${site}, with wrong input, a file and a lost answer on the way (R4.1, R4.3, R4.4, R4.5, SUP-2, F06, F25)`, async () => {
      const subject = `Ingen lyd i opkald, ${site === 'the operator’s website' ? 'kontoret' : 'lageret'}`;
      await openCases(guest, site, 'maja');
      const { page } = guest;
      const { cases, way, rows, heading, field, button, files, open } = casesOn(page);
      await way('Opret supportsag').first().click();
      await field('Emne').waitFor();
      await button('Opret supportsag').click();
      await button('Udfyld emne.').waitFor();
      await field('Emne').fill(subject);
      await field('Beskrivelse').fill('Vi kan høre dem.\nDe kan ikke høre os.');
      await files.setInputFiles([
        { name: 'skærmbillede æøå.png', mimeType: 'image/png', buffer: picture },
        { name: 'virus.png', mimeType: 'image/png', buffer: Buffer.from('MZ\u0090\0\u0003 this is a program') },
      ]);
      await cases.getByText('Filens indhold passer ikke til dens navn').waitFor();
      await button('Fjern virus.png').click();
      let lost = 0;
      stage.loses = ({ method, url }) => method === 'POST' && (url ?? '').endsWith('/cases') && lost++ === 0;
      await button('Opret supportsag').click();
      await cases
        .getByText(/Supportsagen er oprettet. Sagsnummeret er \d+\./)
        .first()
        .waitFor();
      assert.equal(lost, 2, 'asked for once more with the same key');
      await way('Se alle supportsager').click();
      await rows.filter({ hasText: subject }).waitFor();
      assert.match(await rows.first().innerText(), new RegExp(`${subject}[^]*Ny`));
      assert.equal(await rows.filter({ hasText: subject }).count(), 1);
      await open(subject);
      await cases.getByText('De kan ikke høre os.').waitFor();
      const saved = page.waitForEvent('download');
      await button(/Hent skærmbillede æøå\.png/).click();
      const download = await saved;
      assert.equal(download.suggestedFilename(), 'skærmbillede æøå.png');
      assert.deepEqual(await readFile(await download.path()), picture);

      const clerk = await stage.guest();
      await clerk.openList('dorte', '/desk/sager');
      await field('Skriv et svar').fill('Et halvt svar');
      await answerAtDesk(clerk.page, stage.operator, { subject, text: 'Hvilken telefon er det?', state: 'Vi venter på kundens svar' });
      await cases.getByText('Hvilken telefon er det?').waitFor({ timeout: news });
      assert.equal(await field('Skriv et svar').inputValue(), 'Et halvt svar', 'what was typed is still there');
      await cases.getByText('Venter på jeres svar').first().waitFor();
      await field('Skriv et svar').fill('Det er en gammel model.');
      await button('Send svar').click();
      await cases.getByText('Det er en gammel model.', { exact: true }).waitFor();
      await settles(() => field('Skriv et svar').inputValue(), '');
      await cases.getByText('Åben', { exact: true }).first().waitFor();
      await answerAtDesk(clerk.page, stage.operator, { subject, text: 'Så slå VoLTE til.', state: 'Sagen er løst' });
      await clerk.page.goto(`${stage.operator}/mail`);
      await settles(async () => {
        await clerk.page.reload();
        return (await clerk.page.getByRole('link', { name: /^Svar på supportsag/ }).count()) >= 2;
      }, true);
      assert.deepEqual(clerk.errors, []);
      await clerk.leave();
      await cases.getByText('Så slå VoLTE til.').waitFor({ timeout: news });
      await button('Genåbn').click();
      await button('Marker som løst').waitFor();
      assert.equal(await heading.innerText(), subject);
      for (const trace of guest.traces)
        assert.doesNotMatch(decodeURIComponent(trace), /Ingen lyd|VoLTE/, 'no word of it in an address or title (PRV-6)');
    });
  }

  it('is begun from where it hurts, with the request’s id in it, and from where there is no access (R8.2)', async () => {
    const { page } = guest;
    await page.route('**/v1/companies/*/users/search', (route) =>
      route.fulfill({
        status: 500,
        contentType: 'application/problem+json',
        body: JSON.stringify({ type: 'urn:selvbetjening:problem:unexpected', title: 'x', status: 500, requestId: 'ABC123' }),
      }),
    );
    await page.goto(`${stage.operator}/log-ind?tilbage=/erhverv/abonnementer`);
    await signIn(page, 'maja');
    await on(page).list.getByRole('link', { name: 'Opret supportsag' }).click();
    const { cases, field, button } = casesOn(page);
    await field('Emne').fill('Listen kommer ikke');
    await cases.getByText('ABC123').waitFor();
    await field('Beskrivelse').fill('Der står, at noget gik galt.');
    await button('Opret supportsag').click();
    await cases.getByText('Supportsagen er oprettet.').first().waitFor();
    await casesOn(page).way('Se supportsagen').click();
    await cases.getByText(/Fejlkode: ABC123/).waitFor();
    guest.errors.length = 0; // the console tells of the 500 that was asked for
  });

  it('is not shown to somebody without access, who is told why, and not changed by somebody who may only look (R6.2, R7.1, R7.3)', async () => {
    await guest.openList('frida', casesPath);
    const { cases } = casesOn(guest.page);
    await cases.getByText('Du har ikke adgang til Mine supportsager.').waitFor();
    const reader = await stage.guest();
    await openCases(reader, 'the operator’s website', 'lars');
    const read = casesOn(reader.page);
    assert.equal(await read.way('Opret supportsag').count(), 0);
    await read.rows.first().getByRole('link').first().click();
    await read.cases.getByText('Du kan læse sagen, men ikke svare.').waitFor();
    assert.equal(await read.field('Skriv et svar').count(), 0);
    assert.deepEqual(reader.errors, []);
    await reader.leave();
  });

  it('goes on sending a file where it stopped when the connection broke half way (F25)', async () => {
    await openCases(guest, 'the operator’s website', 'maja');
    const { page } = guest;
    const { cases, way, field, button, files } = casesOn(page);
    await way('Opret supportsag').first().click();
    await field('Emne').waitFor();
    const parts: string[] = [];
    let broken = true;
    await page.route('**/v1/companies/*/cases/files/*/parts/*', async (route) => {
      const part = route.request().url().split('/').at(-1) ?? '';
      parts.push(part);
      await (broken && part !== '0' ? route.abort() : route.continue());
    });
    const text = Buffer.from('linje med æøå\n'.repeat(50_000));
    await files.setInputFiles([{ name: 'log.txt', mimeType: 'text/plain', buffer: text }]);
    await button('Prøv igen med log.txt').waitFor({ timeout: news });
    broken = false;
    parts.length = 0;
    await button('Prøv igen med log.txt').click();
    await cases.getByText('Klar', { exact: true }).waitFor();
    assert.deepEqual(parts, ['1', '2', '3'], 'the first part is not sent again');
    guest.errors.length = 0; // the console tells of what was cut
  });
});

describe('the overview', () => {
  let stage: Stage;
  let guest: Guest;
  before(async () => {
    stage = await Stage.open();
  });
  after(() => stage.close());
  beforeEach(async () => {
    guest = await stage.guest();
  });
  afterEach(async () => {
    assert.deepEqual(guest.errors, []);
    await guest.leave();
  });

  it('is the first thing after signing in, with the cases on the right when wide and below when narrow, in one order (R2.1, R3.1, R3.2, D12)', async () => {
    const { page } = guest;
    await guest.openList('maja', '/oversigt');
    const overview = page.locator('ss-overview');
    const [main, cases] = [
      overview.getByRole('heading', { name: 'Abonnementer' }),
      overview.getByRole('heading', { name: 'Mine supportsager' }),
    ];
    await cases.waitFor();
    const places = async () => {
      const [one, other] = [await main.boundingBox(), await cases.boundingBox()];
      assert.ok(one && other, 'both are on screen');
      return [other.x > one.x + 200, other.y > one.y + 200];
    };
    assert.deepEqual(await places(), [true, false]);
    await page.setViewportSize({ width: 360, height: 800 });
    assert.deepEqual(await places(), [false, true]);
    await page.setViewportSize({ width: 1280, height: 900 });
    const primary = overview.getByRole('link', { name: 'Opret nyt abonnement' });
    assert.equal(await primary.getAttribute('href'), '/erhverv/abonnementer/opret');
    await overview.getByRole('link', { name: /^Vis mere om sagen Nyt simkort/ }).click();
    await casesOn(page).cases.getByText('Kortet virker heller ikke').waitFor();
    await page.goBack();
    await overview.getByRole('link', { name: 'Opret supportsag' }).click();
    await casesOn(page).field('Emne').waitFor();
  });

  it('shows each only what they may see (R3.4, R6.2, D5)', async () => {
    await guest.openList('frida', '/oversigt');
    const overview = guest.page.locator('ss-overview');
    await overview
      .getByText(/At betale|Ingen/)
      .first()
      .waitFor();
    assert.equal(await overview.getByRole('link', { name: 'Opret nyt abonnement' }).count(), 0);
    assert.equal(await overview.getByRole('link', { name: /^Vis mere/ }).count(), 0);
  });
});

describe('the help article', () => {
  let stage: Stage;
  let guest: Guest;
  before(async () => {
    stage = await Stage.open();
  });
  after(() => stage.close());
  beforeEach(async () => {
    guest = await stage.guest();
  });
  afterEach(() => guest.leave());

  const open = async () => {
    await guest.page.goto(`${stage.operator}/hjaelp/selvbetjening`);
    const feedback = guest.page.locator('ss-article-feedback');
    await feedback.getByText('Var denne artikel en hjælp?').waitFor();
    return feedback;
  };

  it('asks whether it helped, of people who are not signed in too: one vote each, and changeable (R33.1, R33.2, R34.1)', async () => {
    const feedback = await open();
    assert.equal(await feedback.getByText('fandt dette nyttigt').count(), 0);
    await feedback.getByRole('button', { name: 'Ja', exact: true }).click();
    await feedback.getByText('1 ud af 1 fandt dette nyttigt').waitFor();
    await feedback.getByRole('button', { name: 'Nej', exact: true }).click();
    await feedback.getByText('0 ud af 1 fandt dette nyttigt').waitFor();
    await guest.page.reload();
    await feedback.getByText('0 ud af 1 fandt dette nyttigt').waitFor();
    assert.equal(await feedback.getByRole('button', { name: 'Nej', exact: true }).getAttribute('aria-pressed'), 'true');
  });

  it('takes a reason with a valid e-mail address, says the article’s own sentence otherwise, and knows the address of who is signed in (R35.1, R36.1, R36.2)', async () => {
    await guest.openList('maja', '/oversigt');
    const feedback = await open();
    await feedback.getByRole('button', { name: 'Ja', exact: true }).click();
    const [email, text] = [
      feedback.getByRole('textbox', { name: 'E-mailadresse' }),
      feedback.getByRole('textbox', { name: 'Fortæl os hvorfor' }),
    ];
    await settles(() => email.inputValue(), 'maja.holm@nordlys.example');
    await email.fill('maja');
    await feedback.getByRole('button', { name: 'Send feedback' }).click();
    await feedback.getByText('Udfyld venligst formularen med en gyldig e-mail og feedback til artiklen.').waitFor();
    await email.fill('maja@nordlys.example');
    await text.fill('Kort og klart.');
    await feedback.getByRole('button', { name: 'Send feedback' }).click();
    await feedback.getByText('Tak for din feedback.').waitFor();
    assert.deepEqual(guest.errors, []);
  });
});
