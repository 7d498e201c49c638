/** The words for what a subscription holds and costs, in the profile and in the guide. Keys of the glossary carry its words. */

export const danish = {
  'user.costCentre': 'Omkostningssted',
  'sub.noticePeriod': 'Opsigelsesvarsel',
  'sub.binding': 'Bindingsperiode',
  'sub.boundUntil': 'Bundet til og med {date}',
  'sub.unbound': 'Ingen binding',
  'sub.price': 'Pris',
  'sub.perMonth': '{amount} pr. måned',
  'sub.exVat': 'ekskl. moms',
  'sub.included': 'Inkluderet',
  'sub.gigabytes': '{n} GB data',
  'sub.freeData': 'Fri data',
  'sub.freeTalk': 'Fri tale',
  'sub.dataOnly': 'Kun data',
  'sub.start': 'Startdato',
  'sub.days.one': '{n} dag',
  'sub.days.other': '{n} dage',
  'sub.runningMonth': 'Løbende måned',
  'sub.months.one': 'Løbende måned og {n} måned',
  'sub.months.other': 'Løbende måned og {n} måneder',
  'sub.lastDay': 'Sidste dag',
  'sub.firstLastDay': 'Tidligste sidste dag',
  'sim.card': 'Simkort',
  'sim.esim': 'eSIM',
};

export type TermsKey = keyof typeof danish;
