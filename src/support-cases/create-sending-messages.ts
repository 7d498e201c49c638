/** The words of sending a new case, and of its receipt. Keys of the glossary carry its words. */
import { danish as forms } from '../ui/form-messages.ts';
import type { Messages } from '../ui/text.ts';

export const danish = {
  ...forms,
  'case.sent': 'Supportsagen er oprettet. Sagsnummeret er {number}.',
  'created.unknown': 'Supportsagen er oprettet.',
  'created.see': 'Se supportsagen',
  'created.list': 'Se alle supportsager',
  'created.more': 'Når vi svarer, kan du se det her, og vi skriver det til dig i en e-mail.',
  'create.notSent': 'Supportsagen er ikke sendt. Det, du har skrevet, er her stadig.',
  'create.sending': 'Supportsagen er ved at blive sendt.',
  'create.see': 'Se, hvordan det går',
  'create.elsewhere':
    'Den her supportsag ser ud til at være sendt fra et andet vindue. Se på listen, om den er der, før du begynder på en ny.',
  'create.startOver': 'Begynd på en ny',
  'err.look': 'Tjek {field}.',
  'err.aboutUser': 'Vælg en bruger på listen.',
  'err.aboutOrder': 'Vælg den bestilling, sagen handler om.',
  'err.aboutInvoice': 'Vælg den faktura, sagen handler om.',
  'err.aboutGone': 'Vi kan ikke finde det, sagen handler om. Vælg noget andet.',
  'err.followsGone': 'Vi kan ikke finde den sag, der følges op på. Sender du igen, bliver den nye sag oprettet for sig.',
  'err.filesOpen': 'Nogle af filerne er ikke klar. Vent på dem, prøv igen, eller fjern dem.',
  'err.filesMany': 'Der er for mange filer. Fjern nogle af dem.',
};

export type SendingKey = keyof typeof danish;

export const messages: Messages<SendingKey> = { da: danish, en: async () => (await import('./create-sending-messages.en.ts')).english };
