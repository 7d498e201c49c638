/** The words of looking a user up. Keys of the glossary carry its words. */
export const danish = {
  'prod.lookup': 'Begynd at skrive brugerens navn',
  'prod.lookupNone': 'Vi fandt ingen bruger med det navn.',
  'prod.lookupMakeNew': 'Opret som ny bruger',
  'prod.lookupExists': 'Der findes allerede en bruger med det navn.',
  'lookUp.use': 'Brug {name}',
  'lookUp.first': 'Viser de første {n} af {total}. Skriv mere for at finde den rigtige.',
  'lookUp.chosen': '{name} er valgt.',
  'lookUp.searching': 'Søger …',
  'err.userPick': 'Vælg en bruger på listen, eller vælg ”En ny bruger”.',
  'a11y.hitsOne': '{n} forslag. Brug pil ned for at vælge.',
  'a11y.hitsOther': '{n} forslag. Brug pil op og pil ned for at vælge.',
  'a11y.noHits': 'Ingen forslag',
};

export type LookUpKey = keyof typeof danish;
