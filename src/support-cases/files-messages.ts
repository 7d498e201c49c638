/** The words of the files of a message that is being written. Keys of the glossary carry its words. */
import type { Messages } from '../ui/text.ts';

export const danish = {
  'case.files': 'Vedhæftede filer',
  'case.drop': 'Træk filer hertil, eller vælg filer',
  'act.cancel': 'Annuller',
  'act.remove': 'Fjern',
  'state.optional': 'Valgfrit',
  'err.fileSize': 'Filen er for stor. Den må højst fylde {n} MB.',
  'err.fileType': 'Vi kan ikke tage imod den filtype. Brug {types}.',
  'files.limits': 'Op til {n} filer på hver højst {mb} MB: {types}.',
  'files.full': 'Der er ikke plads til flere filer.',
  'files.or': '{types} eller {last}',
  'files.waits': 'Venter',
  'files.percent': '{n} %',
  'files.ready': 'Klar',
  'files.readyCount.one': '1 fil er klar.',
  'files.readyCount.other': '{n} filer er klar.',
  'files.readyOf': '{n} af {total} filer er klar.',
  'files.failedCount.one': '1 fil er ikke sendt.',
  'files.failedCount.other': '{n} filer er ikke sendt.',
  'files.sendingOf': 'Sender {name}',
  'files.cancelOf': 'Annuller {name}',
  'files.removeOf': 'Fjern {name}',
  'files.retryOf': 'Prøv igen med {name}',
  'files.twice': '{name} er her allerede.',
  'files.tooMany': 'Der er kun plads til {n} filer. Vi har ikke taget de sidste med: {names}.',
  'files.andMore': '{names} og {n} til',
  'files.empty': 'Filen er tom.',
  'files.quota': 'Der er ikke plads til flere filer fra dig lige nu. Prøv igen senere.',
  'files.kind': 'Filens indhold passer ikke til dens navn, så vi kan ikke tage imod den.',
  'files.giant': 'Billedet har for mange billedpunkter. Gør det mindre, og vælg det igen.',
  'files.scan': 'Vores virusscanning har afvist filen.',
  'files.gone': 'Vi har ikke filen længere. Vælg den igen.',
  'files.unreadable': 'Filen kan ikke læses. Måske er den flyttet eller ændret. Vælg den igen.',
  'files.other': 'Vi kan ikke tage imod filen.',
};

export type FilesKey = keyof typeof danish;

export const messages: Messages<FilesKey> = { da: danish, en: async () => (await import('./files-messages.en.ts')).english };
