/** The words of lines and calls. Keys of the glossary carry its words. */
import type { Messages } from '../ui/text.ts';

export const danish = {
  'inv.reminderFee': 'Rykkergebyr',
  'inv.compensation': 'Kompensationsbeløb',
  'inv.masked': 'De to sidste cifre i de kaldte numre er skjult af hensyn til brugernes privatliv.',
  'inv.freeCallsHidden': 'Gratis opkald er ikke med i specifikationen.',
  'inv.yourRef': 'Jeres reference',
  'sub.setupFee': 'Oprettelse',
  'sim.card': 'Simkort',
  'prod.one': 'Produkt',
  'line.text': 'Varelinje',
  'line.quantity': 'Antal',
  'line.price': 'Enhedspris',
  'line.amount': 'Beløb ekskl. moms',
  'line.binding': 'Restbinding',
  'line.credit': 'Kreditering',
  'line.included': 'Inkluderet',
  'line.megabytes': '{n} MB',
  'line.messages': '{n} sms',
  'line.costCentre': 'Omkostningssted {name}',
  'line.none': 'Der er ingen varelinjer.',
  'line.more': 'Vis flere',
  'line.shown': 'Viser {n} af {total}',
  'call.show': 'Vis opkald',
  'call.hide': 'Skjul opkald',
  'call.title': 'Opkald',
  'call.none': 'Der er ingen opkald at vise.',
  'call.at': 'Tidspunkt',
  'call.atTime': '{date} kl. {time}',
  'call.number': 'Kaldt nummer',
  'call.length': 'Varighed',
  'call.lasted': '{minutes} min. {seconds} sek.',
  'call.where': 'Gruppe',
};

export type OpenedKey = keyof typeof danish;

export const messages: Messages<OpenedKey> = { da: danish, en: async () => (await import('./opened-messages.en.ts')).english };
