/** The words of a delivery address. Keys of the glossary carry its words. */
export const danish = {
  'del.address': 'Leveringsadresse',
  'del.main': 'Jeres hovedadresse',
  'del.other': 'En anden dansk adresse',
  'del.street': 'Vejnavn',
  'del.houseNo': 'Husnummer',
  'del.floor': 'Etage',
  'del.door': 'Dør',
  'del.place': 'Supplerende bynavn',
  'del.postcode': 'Postnummer',
  'del.town': 'By',
  'del.reset': 'Brug jeres hovedadresse',
  'step.edit': 'Ret',
  'err.street': 'Skriv vejnavnet med bogstaver, fx Prøvevej.',
  'err.houseNo': 'Skriv husnummeret som et tal, evt. med et bogstav, fx 12 eller 12B.',
  'err.floor': 'Skriv etagen som st, kl eller et tal, fx 2.',
  'err.door': 'Skriv døren som tv, mf, th eller det, der står på den, fx 12.',
  'err.place': 'Skriv det supplerende bynavn med bogstaver.',
  'err.postcode': 'Skriv et postnummer på fire cifre.',
  'err.postcodeUnknown': 'Vi kender ikke postnummeret {postcode}. Tjek, at det er rigtigt.',
  'err.postcodeBox': 'Vi kan ikke sende pakker til postnummeret {postcode}. Brug en adresse med vejnavn.',
  'err.notDenmark': 'Vi leverer kun til adresser i Danmark, ikke i Grønland eller på Færøerne.',
};

export type AddressKey = keyof typeof danish;
