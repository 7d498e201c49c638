/** What only the holder of a SIM card should know: made up, as in the whole of the example data, and the same at each asking. */
import type { SecretsRequest } from '../../src/subscriptions/changes-request.ts';
import type { Secrets } from '../../src/subscriptions/secrets.ts';

/** Letters and digits that nobody takes for one another. */
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** What is asked for, of a card that is there; all else is null (SIM-2, SIM-3). */
export async function secretsOf(
  card: { readonly kind: 'sim' | 'esim'; readonly number: string } | null,
  show: SecretsRequest['show'],
): Promise<Secrets> {
  const nothing: Secrets = { pin: null, puk: null, activationCode: null };
  if (card === null) return nothing;
  if (show === 'codes') return { ...nothing, pin: '0000', puk: '12345678' };
  return card.kind === 'esim' ? { ...nothing, activationCode: await activationCodeOf(card.number) } : nothing;
}

/** An eSIM's activation code; which profile it brings follows from the card's number. */
async function activationCodeOf(number: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`esim ${number}`));
  const matching = Array.from(new Uint8Array(hash, 0, 16), (byte) => letters.charAt(byte % letters.length)).join('');
  return `LPA:1$smdp.example.com$${matching.replaceAll(/.{4}(?=.)/g, '$&-')}`;
}
