/** The same in English. */
import type { TermsKey } from './terms-messages.ts';

export const english: Readonly<Record<TermsKey, string>> = {
  'user.costCentre': 'Cost centre',
  'sub.noticePeriod': 'Notice period',
  'sub.binding': 'Binding period',
  'sub.boundUntil': 'Bound until {date}',
  'sub.unbound': 'No binding',
  'sub.price': 'Price',
  'sub.perMonth': '{amount} per month',
  'sub.exVat': 'excluding VAT',
  'sub.included': 'Included',
  'sub.gigabytes': '{n} GB of data',
  'sub.freeData': 'Unlimited data',
  'sub.freeTalk': 'Unlimited calls',
  'sub.dataOnly': 'Data only',
  'sub.start': 'Start date',
  'sub.days.one': '{n} day',
  'sub.days.other': '{n} days',
  'sub.runningMonth': 'The running month',
  'sub.months.one': 'The running month and {n} month',
  'sub.months.other': 'The running month and {n} months',
  'sub.lastDay': 'Last day',
  'sub.firstLastDay': 'Earliest last day',
  'sim.card': 'SIM card',
  'sim.esim': 'eSIM',
};
