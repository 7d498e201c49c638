/** The words of sending an order of a product, and of its receipt. Keys of the glossary carry its words. */
import { danish as forms } from '../ui/form-messages.ts';
import type { Messages } from '../ui/text.ts';

export const danish = {
  ...forms,
  'form.changed': 'Prisen på {product} er ændret: nu {now}, før {before}.',
  'form.soldOut': '{product} er udsolgt og kan ikke bestilles lige nu. Det, du har udfyldt, er her stadig.',
  'form.withdrawn': '{product} sælges ikke længere. Det, du har udfyldt, er her stadig.',
  'form.gone': '{product} kan ikke bestilles lige nu. Det, du har udfyldt, er her stadig.',
  'step.orderThanks': 'Tak for bestillingen',
  'step.orderNo': 'Ordrenummer {number}',
  'del.sentTo': 'Vi pakker nu produktet og sender det til {address} så hurtigt som muligt.',
  'del.priceNext': 'Prisen kommer automatisk med på jeres næste faktura.',
  'prod.one': 'Produkt',
  'receipt.user': 'Bruger',
  'receipt.expected': 'Forventet levering: {date}',
  'receipt.notSent': 'Vi gør nu produktet klar. Brugeren får besked, når det kan tages i brug.',
  'receipt.elsewhere': 'Bestillingen er allerede sendt.',
  'receipt.orders': 'Se bestillinger',
  'receipt.more': 'Bestil mere',
  'receipt.sending': 'Bestillingen er ved at blive sendt.',
  'receipt.see': 'Se bestillingen',
  'err.userGone': 'Brugeren findes ikke længere. Vælg en anden.',
  'err.look': 'Tjek {field}.',
  'err.price': 'Prisen er ændret, siden siden blev hentet. Hent den igen, og se den, før du sender.',
  'err.userKind': 'Vælg, om produktet er til en ny eller en eksisterende bruger.',
  'err.userPick': 'Vælg en bruger på listen, eller vælg ”En ny bruger”.',
  'err.whole': 'Skriv antallet som et helt tal, fx 2.',
  'err.atLeast': 'I skal bestille mindst 1.',
  'err.atMost': 'I kan højst bestille {n} ad gangen.',
  'err.stock': 'Der er kun {n} tilbage på lageret.',
  'err.stockGone': 'Der er ikke så mange tilbage på lageret. Skriv et lavere antal.',
};

export type PlacingKey = keyof typeof danish;

export const messages: Messages<PlacingKey> = { da: danish, en: async () => (await import('./placing-messages.en.ts')).english };
