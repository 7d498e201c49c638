/** »Området Produkter« (R18–R26): a router for a colleague, to another Danish address. */
import assert from 'node:assert/strict';
import type { Walker } from './article-walker.ts';
import { textOf } from './guide.ts';
import { settles } from './settles.ts';
import { shopOn } from './shop.ts';

/** »Er det til en eksisterende bruger, laves der et opslag i brugerlisten, så snart du begynder at taste vedkommendes navn.« */
export async function products({ page, hand, look, glance }: Walker, typed: string, name: string): Promise<void> {
  const { shop, way, field, send, receipt } = shopOn(page);
  for (const product of ['4G-router', '4G-dongle', 'Simkort']) await shop.getByRole('heading', { name: product }).first().waitFor();
  await look('the products');
  await hand.press(way('Bestil 4G-router'));
  await send.waitFor();
  for (const kind of ['En ny bruger', 'En eksisterende bruger'])
    assert.equal(await shop.getByRole('radio', { name: kind }).isChecked(), false, 'nothing is chosen beforehand');
  await shop.getByText('8000 Aarhus C').first().waitFor();
  await look('the form of a product');
  await hand.choose(shop.getByRole('radio', { name: 'En eksisterende bruger' }));
  const lookUp = shop.getByRole('combobox', { name: 'Begynd at skrive brugerens navn' });
  await hand.write(lookUp, typed);
  const found = shop.locator('#user-popup[aria-busy=false]').getByRole('option', { name: new RegExp(`^${name}`) });
  await found.waitFor();
  await glance('the look-up of a colleague');
  await hand.take(found);
  await settles(() => lookUp.inputValue(), name);
  await hand.press(way('Ret leveringsadresse'));
  for (const [label, value] of [
    [/^Vejnavn/, 'Havnens Prøvekaj'],
    [/^Husnummer/, '5'],
    [/^Etage/, ' '],
    [/^Dør/, ' '],
    [/^Postnummer/, '4305'],
  ] as const)
    await hand.write(field(label), value);
  await settles(() => field(/^By/).inputValue(), 'Orø');
  await look('another address');
  await hand.press(send);
  const number = await receipt();
  const said = await textOf(shop.locator('.receipt'));
  for (const words of [name, '4G-router', 'Havnens Prøvekaj 5', '4305 Orø', 'Vi pakker nu produktet', 'næste faktura'])
    assert.ok(said.includes(words), `»${words}« in ${said}`);
  await look('the receipt of a product');
  await hand.press(way('Se bestillinger'));
  await shop.getByRole('row').filter({ hasText: number }).getByText('4G-router').waitFor();
  await look('what was ordered');
}
