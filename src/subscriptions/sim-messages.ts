/** The words of another SIM card, and of its codes. Keys of the glossary carry its words. */
import { danish as addresses } from '../ui/address-messages.ts';
import type { Messages } from '../ui/text.ts';

export const danish = {
  ...addresses,
  'act.copy': 'Kopier',
  'act.hideCode': 'Skjul kode',
  'state.copied': 'Kopieret',
  'replace.title': 'Skift simkort for {name}',
  'replace.kind': 'Hvad vil I have?',
  'replace.card': 'Vi sender det med posten.',
  'replace.esim': 'Koden kan vises her på siden, når det er klar.',
  'replace.price': '{amount} én gang, ekskl. moms. Prisen kommer med på jeres næste faktura.',
  'replace.old': 'Det nuværende simkort holder op med at virke, når det nye er klar.',
  'replace.pending': 'Der er allerede bestilt et nyt simkort.',
  'replace.priceChanged': 'Prisen er ændret fra {from} til {to}. Se den nye pris, før du godkender igen.',
  'replace.cardOrdered': 'Vi sender et nyt simkort til {address} så hurtigt som muligt.',
  'replace.esimOrdered': 'Et nyt eSIM er bestilt.',
  'codes.title': 'Koder til {phone}',
  'codes.esimTitle': 'eSIM-kode til {phone}',
  'codes.none': 'Simkortet har ingen koder, der kan vises.',
  'codes.left': 'Skjules om {n} s',
  'codes.hidden': 'Koderne er skjult igen.',
  'codes.qr': 'QR-kode med eSIM-koden. Scan den med telefonen.',
  'sim.pin': 'PIN-kode',
  'sim.puk': 'PUK-kode',
  'sim.pukWarn': 'Efter ti forkerte forsøg med PUK-koden kan simkortet ikke bruges mere.',
  'sim.esimCode': 'eSIM-kode',
  'sim.esimOnce': 'Koden kan som regel kun bruges én gang.',
};

export type SimKey = keyof typeof danish;

export const messages: Messages<SimKey> = { da: danish, en: async () => (await import('./sim-messages.en.ts')).english };
