/** The words every widget needs: waiting, signing in, rights, and what can go wrong. Keys of the glossary carry its words. */
export const danish = {
  'nav.login': 'Log ind',
  'nav.noCompanies': 'Du er ikke administrator for nogen virksomhed endnu.',
  'nav.contact': 'Kontakt os',
  'act.retry': 'Prøv igen',
  'state.loading': 'Henter …',
  'state.stillLoading': 'Det tager længere tid end normalt. Vi henter stadig …',
  'state.updatedAt': 'Opdateret {date} kl. {time}',
  'state.unknown': 'Ukendt',
  'acc.signedOut': 'Du er ikke logget ind.',
  'acc.signedOutHint': 'Log ind for at se jeres oplysninger.',
  'acc.noArea': 'Du har ikke adgang til {area}.',
  'acc.why': 'Det kommer an på, hvordan du er oprettet som administrator.',
  'acc.contact': 'Mener du, at du burde have adgang, så kontakt os endelig.',
  'err.offline': 'Der er ingen forbindelse lige nu. Tjek internetforbindelsen, og prøv igen.',
  'err.unreachable': 'Vi kan ikke få forbindelse til Selvbetjening lige nu. Prøv igen om lidt.',
  'err.slow': 'Det tog for lang tid at få svar. Prøv igen.',
  'err.noToken': 'Det er ikke muligt at logge ind lige nu. Prøv igen om lidt.',
  'err.misconfigured': 'Selvbetjening kan ikke vises her. Siden, den står på, er ikke sat rigtigt op.',
  'err.missing': 'Vi kan ikke finde det, du leder efter. Måske er det slettet.',
  'err.server': 'Noget gik galt hos os. Prøv igen om lidt.',
  'err.serverRef': 'Kontakt os, hvis det bliver ved. Oplys koden {code}.',
  'err.busy': 'Der er travlt lige nu. Vent et øjeblik, og prøv igen.',
  'err.busyFor': 'Prøv igen om {n} s',
  'err.busyUntil': 'Prøv igen efter kl. {time}.',
};

export type MessageKey = keyof typeof danish;
