/** The support cases of the walk (R4, R32). */
import type { Walker } from './article-walker.ts';
import { casesOn } from './cases.ts';

/** Fills in and sends the form that is open; gives the case's number. */
export async function fileCase({ page, hand, look }: Walker, subject: string): Promise<string> {
  const { cases, field, button } = casesOn(page);
  await hand.write(field('Emne'), subject);
  await hand.write(field('Beskrivelse'), 'Alt virker. Vi prøver bare.');
  await look('the form of a case');
  await hand.press(button('Opret supportsag'));
  const told = cases.getByText(/Supportsagen er oprettet\. Sagsnummeret er \d+\./).first();
  await told.waitFor();
  await look('the receipt of a case');
  return /\d+/.exec(await told.innerText())?.[0] ?? '';
}

/** »I Mine supportsager kan du følge jeres supportsager …« (D20): the list, a case, and an answer. */
export async function followCase({ page, hand, look }: Walker, subject: string): Promise<void> {
  const { cases, rows, way, field, button } = casesOn(page);
  await rows.first().waitFor();
  await look('the cases');
  await hand.press(way(`Vis mere om sagen ${subject}`));
  await cases.getByText('Alt virker. Vi prøver bare.').waitFor();
  const answer = `Og det gør det stadig, med ${hand.name}.`;
  await hand.write(field('Skriv et svar'), answer);
  await hand.press(button('Send svar'));
  await cases.getByText(answer, { exact: true }).waitFor();
  await look('a case with an answer');
}
