/** Parts of Danish names, the frequent ones as often as they weigh. */
import type { Chance } from './random.ts';

const split = (names: string): readonly string[] => names.trim().split(/\s+/);

const frequentFirst = split(`Anne Peter Mette Michael Kirsten Jens Hanne Lars Anna Thomas Maria Søren Marianne Henrik Lene Christian
  Camilla Martin Susanne Jan Louise Morten Charlotte Jesper Pia Anders Helle Niels Tina Mads Gitte Rasmus Inge Per Ida Hans`);
const otherFirst = split(`Aage Åse Aase Åge Birthe Bo Ib Bodil Børge Carl Cæcilie Dorthe Ebbe Ejnar Else Emil Esben Eva Fie Finn Freja
  Frederik Frode Gudrun Gunnar Haakon Håkon Ingrid Isaac Isabella Ivan Jørgen Jonas Julie Kaj Karen Karl Kasper Kåre Kjeld Klaus Knud Kristian
  Lærke Laura Lauge Leif Liv Magnus Maja Malthe Mia Mikkel Nanna Nikolaj Noah Oda Olav Ole Oskar Otto Palle Poul Preben Ragnhild Rigmor Rune
  Sára Sidsel Signe Sigrid Simon Sofie Stine Sven Thea Thorkild Tobias Tove Troels Ulla Ulrik Vagn Vibeke Viggo Villads Wilma Yrsa Zenia Æmilie
  Ærik Øjvind Ørnulf Østen Åsmund Renée André Zoë Jürgen Gökhan Fatima Mohammed Çigdem Jóannes Agnieszka Nguyễn`);
const doubleFirst = split(
  'Anne-Mette Karl-Åge Hans-Jørgen Ann-Sofie Per-Ole Lise-Lotte Jens-Peter Eva-Marie Bent-Åge Marie-Louise Karl-Ærik Else-Marie',
);
const frequentLast =
  split(`Nielsen Jensen Hansen Pedersen Andersen Christensen Larsen Sørensen Rasmussen Jørgensen Petersen Madsen Kristensen Olsen
  Thomsen Christiansen Poulsen Johansen Møller Mortensen`);
const otherLast =
  split(`Aagaard Ågaard Abildgaard Abildgård Bæk Bech Bjerregaard Bjerregård Brøndum Carstensen Dahl Dam Demir Due Egeskov Eriksen
  Falk Fisker Frandsen Frost Gade Gaarde Gregersen Green Grøn Hald Hedegaard Hedegård Hjorth Holm Høj Hvid Ibsen Iversen Jespersen Joensen Juhl
  Jæger Kaas Kjær Kjeldsen Klausen Knudsen Koch Kofoed Kragh Krogh Kruse Lassen Laursen Lauritsen Lind Lorentzen Lund Lyngby Mikkelsen Munk Mørk
  Müller Nissen Nygaard Nygård Nørgaard Nørgård Øberg Ørsted Ørum Østergaard Østergård Overgaard Pallesen Paulsen Poder Quist Raae Ravn Ree Rée
  Riis Rosenkilde Rønne Schou Schultz Schmidt Schytt Schütt Simonsen Skov Skaarup Skårup Smed Steen Storm Svendsen Sønderby Thygesen Toft Trærup
  Uldall Vad Vang Vestergaard Vestergård Vinther Wæver Wagner Winther Wulff Zacho Ærtebjerg Ågård Aabye Åby Aarup Şahin Nguyễn O’Neill`);

const first = [...frequentFirst, ...frequentFirst, ...frequentFirst, ...otherFirst];
const last = [...frequentLast, ...frequentLast, ...frequentLast, ...frequentLast, ...frequentLast, ...otherLast];

/** A plausible name: one in eight with a double first name, three in ten with a middle name, some hyphenated, a few with »de« or »von«. */
export function personName(chance: Chance): string {
  const given = chance.happens(0.06)
    ? chance.pick(doubleFirst)
    : chance.pick(first) + (chance.happens(0.07) ? ` ${chance.pick(first)}` : '');
  const middle = chance.happens(0.3) ? ` ${chance.pick(otherLast)}` : '';
  const particle = chance.happens(0.01) ? chance.pick([' de', ' von', ' af']) : '';
  const family = chance.happens(0.04) ? `${chance.pick(otherLast)}-${chance.pick(frequentLast)}` : chance.pick(last);
  return `${given}${middle}${particle} ${family}`;
}

const marks = [
  'Nordlys',
  'Ærtholm',
  'Østerled',
  'Åmosen',
  'Aabenrå',
  'Sølund',
  'Bøgely',
  'Kærgård',
  'Kærgaard',
  'Strandhøj',
  'Vesterbro',
  'Fjordblik',
];
const crafts = [
  'Bageri',
  'Tømrer',
  'Rør & VVS',
  'Revision',
  'Tandlæger',
  'Køkken',
  'Autoværksted',
  'Gartneri',
  'Arkitekter',
  'Færgefart',
  'Øl',
  'Ægpakkeri',
];
const forms = ['Eksempel A/S', 'Demo ApS', 'Eksempel ApS', 'Demo A/S', 'Testfirma I/S', 'Prøveselskab'];

/** The names of `count` companies, the last one called as the first: that one is told apart by its CVR number (R5.1). */
export function companyNames(count: number, chance: Chance): string[] {
  const names = new Set<string>();
  while (names.size < count - 1) names.add(`${chance.pick(marks)} ${chance.pick(crafts)} ${chance.pick(forms)}`);
  const list = [...names];
  return [...list, list[0] ?? ''];
}
