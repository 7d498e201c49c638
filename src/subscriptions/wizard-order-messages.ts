/** The words of looking through and sending, and of the receipt. Keys of the glossary carry its words. */
import { danish as form } from '../ui/form-messages.ts';
import type { Messages } from '../ui/text.ts';
import { danish as choices } from './wizard-choice-messages.ts';

export const danish = {
  ...form,
  ...choices,
  'step.edit': 'Ret',
  'step.orderThanks': 'Tak for bestillingen',
  'step.orderNo': 'Ordrenummer {number}',
  'step.billed': 'Abonnementet kommer automatisk med på jeres næste faktura.',
  'review.held': 'Reserveret til dig til kl. {time}',
  'review.firstInvoice': 'Den første faktura er højere, fordi den dækker oprettelse, resten af denne måned og hele den næste.',
  'err.userGone': 'Brugeren findes ikke længere. Vælg en anden.',
  'err.numberOurs': 'Nummeret er allerede hos os og kan ikke flyttes hertil.',
  'err.look': 'Tjek {field}.',
  'receipt.otherWindow': 'Bestillingen er sendt fra et andet vindue.',
  'receipt.received': 'Vi har modtaget bestillingen.',
  'receipt.creating': 'Abonnementet bliver oprettet nu. Det tager som regel kun et øjeblik.',
  'receipt.asking': 'Vi har bedt det nuværende teleselskab om nummeret. Datoen er ikke bekræftet endnu.',
  'receipt.moves': 'Nummeret {phone} flyttes til os {date}. Samme dag begynder abonnementet.',
  'receipt.wished': 'Ønsket dato: {date}',
  'receipt.unconfirmed': 'Datoen bliver bekræftet, når det nuværende teleselskab har svaret. Det tager højst to døgn.',
  'receipt.confirmed': 'Bekræftet dato: {date}',
  'receipt.notCreated': 'Ikke oprettet',
  'receipt.active': 'Abonnementet er aktivt.',
  'receipt.failed': 'Abonnementet kunne ikke oprettes.',
  'receipt.wrongOwner':
    'Nummeret kunne ikke flyttes. Det nuværende teleselskab har en anden ejer registreret. Find ejerens CVR-nummer, og bestil igen.',
  'receipt.unknownNumber': 'Nummeret kunne ikke flyttes. Det nuværende teleselskab kender det ikke. Tjek nummeret, og bestil igen.',
  'receipt.refused': 'Nummeret kunne ikke flyttes. Det nuværende teleselskab har sagt nej. Tal med dem, og bestil igen.',
  'receipt.cancelled': 'Bestillingen er fortrudt.',
  'receipt.unknown': 'Vi kan ikke se, hvor langt bestillingen er.',
  'receipt.card': 'Vi pakker nu simkortet og sender det til {address} så hurtigt som muligt.',
  'receipt.esim': 'eSIM-koden vises i brugerens profil, når abonnementet er aktivt.',
  'receipt.profile': 'Se profilen for {name}',
  'receipt.show': 'Se kvittering',
  'receipt.sending': 'Bestillingen er ved at blive sendt.',
};

export type OrderKey = keyof typeof danish;

export const messages: Messages<OrderKey> = { da: danish, en: async () => (await import('./wizard-order-messages.en.ts')).english };
