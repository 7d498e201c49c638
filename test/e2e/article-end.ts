/** The article's foot: whether it was any help (R33–R36). */
import { helpArticleAddress } from '../../sandbox/hosts/operator/pages/help-article.ts';
import type { Walker } from './article-walker.ts';
import { settles } from './settles.ts';

/** »Var denne artikel en hjælp?« From the portal's own foot. */
export async function vote({ page, hand, look }: Walker): Promise<void> {
  await hand.press(page.getByRole('link', { name: 'Hjælp til Selvbetjening' }));
  await page.waitForURL(`**${helpArticleAddress}`);
  const feedback = page.locator('ss-article-feedback');
  await feedback.getByText('Var denne artikel en hjælp?').waitFor();
  await look('the question');
  // One person's vote counts once, and can be changed.
  for (const [answer, count] of [
    ['Nej', '0 ud af 1 fandt dette nyttigt'],
    ['Ja', '1 ud af 1 fandt dette nyttigt'],
  ] as const) {
    await hand.press(feedback.getByRole('button', { name: answer, exact: true }));
    await feedback.locator('.count').getByText(count).waitFor();
  }
  const email = feedback.getByRole('textbox', { name: 'E-mailadresse' });
  await settles(() => email.inputValue(), 'maja.holm@nordlys.example');
  const send = feedback.getByRole('button', { name: 'Send feedback' });
  await hand.press(send);
  await feedback.getByText('Udfyld venligst formularen med en gyldig e-mail og feedback til artiklen.').first().waitFor();
  await look('a reason that is missing');
  await hand.write(feedback.getByRole('textbox', { name: 'Fortæl os hvorfor' }), 'Kort og klart.');
  await hand.press(send);
  await feedback.getByText('Tak for din feedback.').waitFor();
}
