/** The desk page's words for what the database has, and its way to write days. */
import type { CaseCategory, CasePriority, CaseState } from '../../../../src/api/case.ts';
import type { MoveFailure, OrderKind, OrderState, ParcelState } from '../../../../src/api/order.ts';
import type { Deed } from '../../../database/audit.ts';

export const stateWords: Readonly<Record<OrderState, string>> = {
  acknowledged: 'Modtaget',
  inProgress: 'I gang',
  completed: 'Udført',
  failed: 'Mislykket',
  cancelled: 'Fortrudt',
};

export const kindWords: Readonly<Record<OrderKind, string>> = {
  newSubscription: 'Nyt abonnement',
  changePlan: 'Andet abonnement',
  closeSubscription: 'Nedlæggelse',
  replaceSim: 'Nyt simkort',
  product: 'Produkt',
};

export const parcelWords: Readonly<Record<ParcelState, string>> = {
  received: 'modtaget',
  packed: 'pakket',
  sent: 'sendt',
  delivered: 'leveret',
};

export const failureWords: Readonly<Record<MoveFailure, string>> = {
  wrongOwner: 'Nummeret har en anden ejer',
  unknownNumber: 'Selskabet kender ikke nummeret',
  refused: 'Selskabet siger nej',
};

export const caseStateWords: Readonly<Record<CaseState, string>> = {
  acknowledged: 'Ny',
  inProgress: 'Åben',
  held: 'Åben (venter på andre)',
  pending: 'Venter på kunden',
  resolved: 'Løst',
  closed: 'Lukket',
};

export const categoryWords: Readonly<Record<CaseCategory, string>> = {
  subscription: 'Abonnement og nummer',
  sim: 'Simkort og eSIM',
  invoice: 'Faktura',
  order: 'Bestilling og levering',
  fault: 'Fejl og dækning',
  access: 'Adgang og rettigheder',
  other: 'Andet',
};

export const priorityWords: Readonly<Record<CasePriority, string>> = { low: 'Lav', normal: 'Normal', high: 'Høj', urgent: 'Haster' };

export const deedWords: Readonly<Record<Deed['deed'], string>> = {
  'order.place': 'Bestilte',
  'order.cancel': 'Fortrød',
  'order.complete': 'Udførte',
  'order.fail': 'Opgav',
  'user.edit': 'Rettede oplysninger',
  'subscription.block': 'Spærrede',
  'subscription.unblock': 'Ophævede spærring',
  'secrets.codes': 'Så PIN- og PUK-kode',
  'secrets.activationCode': 'Så eSIM-kode',
  'number.hold': 'Reserverede nummer',
  'eInvoice.change': 'Rettede modtagere af eFaktura',
  'eInvoice.leave': 'Afmeldte eFaktura',
  'case.create': 'Oprettede supportsag',
  'case.reply': 'Svarede i supportsag',
  'case.resolve': 'Markerede supportsag som løst',
  'case.reopen': 'Genåbnede supportsag',
};

const inUtc = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat('da-DK', { timeZone: 'UTC', ...options });
const long = inUtc({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const plain = inUtc({ day: 'numeric', month: 'long', year: 'numeric' });
const short = inUtc({ day: '2-digit', month: '2-digit', year: 'numeric' });
const inCopenhagen = new Intl.DateTimeFormat('da-DK', {
  ...{ timeZone: 'Europe/Copenhagen', day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit' },
});

/** »søndag den 22. november 2026« */
export const longDay = (day: string): string => long.format(new Date(day));

/** »22. november 2026« */
export const plainDay = (day: string): string => plain.format(new Date(day));

/** »22.11.2026« */
export const shortDay = (day: string): string => short.format(new Date(day));

/** »67 10 20 30« for a number of eight digits; others as they travel (NUM-2). */
export const phoneOf = (phone: string): string => (/^\+45\d{8}$/.test(phone) ? phone.slice(3).replaceAll(/\d\d(?=\d)/g, '$& ') : phone);

/** »22.11.2026 kl. 09.05« (FMT-2) */
export const momentOf = (moment: string): string => inCopenhagen.format(new Date(moment)).replace(', ', ' kl. ');
