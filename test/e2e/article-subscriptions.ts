/** »Området Abonnementer« (R9–R17): the list, a profile with its deeds, and a new subscription. */
import assert from 'node:assert/strict';
import type { Walker } from './article-walker.ts';
import { on } from './guest.ts';
import { guideOn, hasFocus, textOf } from './guide.ts';
import { settles } from './settles.ts';

/** »I oversigten kan du se en liste over alle jeres brugere sorteret alfabetisk.« Ends in the order of numbers. */
export async function list({ page, hand, look, glance }: Walker): Promise<void> {
  const { list: element, rows, search, sort } = on(page);
  await rows.first().waitFor();
  const names = () => rows.locator('td:first-child').locator('a, button').allInnerTexts();
  const all = await names();
  assert.deepEqual([all[0], all.at(-1)], ['Anders Abildgaard', 'Aase Aagaard']);
  assert.deepEqual(all, [...all].sort(new Intl.Collator('da').compare));
  await look('the list');
  await hand.write(search, 'aase');
  await settles(names, ['Åse Ågaard', 'Aase Aagaard']);
  await hand.write(search, ' ');
  await settles(() => rows.count(), all.length);
  await hand.press(sort);
  await element.getByRole('menuitemradio', { name: 'Navn' }).waitFor();
  await glance('the choice of an order');
  await hand.take(element.getByRole('menuitemradio', { name: 'Telefonnummer' }));
  await element.locator('th[aria-sort=ascending]').getByText('Telefonnummer').waitFor({ state: 'attached' });
  await element.locator('.list[aria-busy=false]').waitFor();
}

/** »Dette åbner personens profil, hvor du blandt andet kan ændre eller nedlægge abonnementet.« */
export async function profile({ page, hand, look }: Walker, name: string): Promise<void> {
  const { list: element, name: nameOf, back } = on(page);
  await hand.press(nameOf(name).first());
  const card = element.locator('[part=subscription]').first();
  await card.waitFor();
  await look('a profile');
  const dialog = element.getByRole('dialog');
  const inDialog = (words: string) => dialog.getByRole('button', { name: words, exact: true });
  await hand.press(card.getByRole('button', { name: 'Nedlæg abonnement' }));
  await dialog.getByRole('heading', { name: `Vil I nedlægge abonnementet for ${name}?` }).waitFor();
  await look('closing a subscription');
  await hand.press(inDialog('Behold abonnement'));
  await dialog.waitFor({ state: 'detached' });
  await hand.press(card.getByRole('button', { name: 'Ændr abonnement' }));
  await hand.choose(dialog.getByRole('radio', { name: /^Mobil 100 GB/ }));
  await dialog.getByText('Ændringen gælder fra 1. december 2026').waitFor();
  await look('changing a subscription');
  await hand.press(inDialog('Ændr abonnement'));
  const coming = card.getByRole('list', { name: 'Kommende ændringer' });
  await coming.getByText('Ændring planlagt til 1. december 2026').waitFor();
  await look('a coming change');
  await hand.press(coming.getByRole('button', { name: /^Fortryd/ }));
  await hand.press(inDialog('Fortryd ændringen'));
  await coming.waitFor({ state: 'detached' });
  await card.getByRole('button', { name: 'Nedlæg abonnement' }).waitFor();
  await hand.press(back);
  await on(page).rows.first().waitFor();
}

/** »Herefter følger du trin-for-trin-vejledningen.« From its first step, which is open, to the receipt. */
export async function order({ page, hand, look }: Walker, name: string): Promise<void> {
  const guide = guideOn(page);
  const step = async (title: string): Promise<void> => {
    await guide.at(title);
    // What led to the first one stood outside the guide.
    if (title !== 'Bruger') await settles(() => guide.title.evaluate(hasFocus), true);
    await look(`the step »${title}«`);
  };
  const next = () => hand.press(guide.next);
  await step('Bruger');
  await hand.choose(guide.choice(/^En ny bruger/));
  await hand.write(guide.field(/^Navn/), name);
  await next();
  await step('Abonnement');
  await hand.choose(guide.choice(/^Mobil 5 GB/));
  await next();
  await step('Nummer');
  await hand.choose(guide.choice(/^Nyt nummer/));
  const card = guide.list.locator('.numbers label').first();
  await hand.choose(card.getByRole('radio'));
  const phone = await textOf(card);
  await guide.list.getByText(`${phone} er reserveret til dig til kl.`).waitFor();
  await next();
  await step('Simkort');
  await hand.choose(guide.choice(/^Simkort/));
  await next();
  await guide.list.getByText('Jeres hovedadresse').waitFor();
  await step('Levering');
  await next();
  await step('Gennemse og godkend');
  const review = await textOf(guide.list);
  for (const words of [name, 'Mobil 5 GB', phone, 'ekskl. moms']) assert.ok(review.includes(words), `»${words}« in ${review}`);
  await hand.press(guide.send);
  await guide.receipt();
  const receipt = await textOf(guide.list);
  for (const words of [name, phone, 'Abonnementet kommer automatisk med på jeres næste faktura.'])
    assert.ok(receipt.includes(words), `»${words}« in ${receipt}`);
  await look('the receipt of a subscription');
}
