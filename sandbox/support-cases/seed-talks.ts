/** What has been said in the support cases of the example data. Everything in it is invented. */
import type { CaseCategory, CaseState } from '../../src/api/case.ts';

/**
 * Something said so many days before the clock's start, at a time of day (UTC), by the company's reporter or by the operator. At least one
 * day: whoever starts the sandbox right after midnight finds nothing that is yet to be said.
 */
export interface Said {
  readonly by: 'company' | 'operator';
  readonly daysAgo: number;
  readonly time: string;
  readonly text: string;
  /** What the case is from then on; the same as before when nothing is said. */
  readonly then?: CaseState;
}

export interface Talk {
  readonly reporter: 'maja' | null;
  readonly said: readonly Said[];
}

/** The file's words for a category, as the contract has them. */
export const categories: Readonly<Record<string, CaseCategory>> = {
  SIM: 'sim',
  invoice: 'invoice',
  fault: 'fault',
  access: 'access',
  subscription: 'subscription',
  order: 'order',
};

/** By the case's number in the file. */
export const talks: Readonly<Record<number, Talk>> = {
  100201: {
    reporter: 'maja',
    said: [
      {
        ...{ by: 'company', daysAgo: 3, time: '09:12' },
        text: 'Vi har sat det nye simkort i Anes telefon, men den skriver bare »Intet SIM-kort«. Vi har prøvet at slukke og tænde.\n\nKortet virker heller ikke i en anden telefon.',
      },
      {
        ...{ by: 'operator', daysAgo: 2, time: '10:40', then: 'pending' },
        text: 'Det er kedeligt, når man står med et kort, der ikke vil.\n\nKan I skrive de sidste fire cifre på kortet? Så kan vi se, om det er det kort, der er åbnet hos os.',
      },
    ],
  },
  100208: {
    reporter: null,
    said: [
      {
        ...{ by: 'company', daysAgo: 12, time: '13:05' },
        text: 'På oktoberfakturaen står Mobil 20 GB to gange på det samme nummer. Vi vil gerne have den ene linje tilbage.',
      },
      {
        ...{ by: 'operator', daysAgo: 11, time: '08:50', then: 'inProgress' },
        text: 'Tak for beskeden. Vi undersøger linjerne sammen med vores bogholderi og vender tilbage her.',
      },
    ],
  },
  100215: {
    reporter: 'maja',
    said: [
      {
        ...{ by: 'company', daysAgo: 1, time: '15:31' },
        text: 'Siden i går eftermiddags er der ingen dækning på lageret. Scannerne virker ikke, og chaufførerne kan ikke få fat i os.',
      },
      {
        ...{ by: 'operator', daysAgo: 1, time: '15:58', then: 'held' },
        text: 'Vi kan se, at en mast i området er ude af drift. Teknikerne er på vej. I får besked her, så snart den kører igen.',
      },
    ],
  },
  100222: {
    reporter: 'maja',
    said: [
      {
        ...{ by: 'company', daysAgo: 1, time: '16:20' },
        text: 'Fie skal overtage telefonerne på lageret. Kan hun få fuld adgang til abonnementer og produkter, men ikke til faktura?',
      },
    ],
  },
  100229: {
    reporter: 'maja',
    said: [
      {
        ...{ by: 'company', daysAgo: 6, time: '11:20' },
        text: 'Vi vil gerne flytte ti numre fra vores gamle selskab den 1. december. Skal vi selv opsige dem?',
      },
      {
        ...{ by: 'operator', daysAgo: 6, time: '14:02', then: 'inProgress' },
        text: 'Nej, vi siger dem op for jer. Send os listen med numre og CVR-nummeret på ejeren, så gør vi resten klar.',
      },
      { by: 'company', daysAgo: 5, time: '09:30', text: 'Det er de ti numre, der står på aftalen fra marts. Ejeren er os selv.' },
      { by: 'operator', daysAgo: 4, time: '12:15', text: 'Tak. Flytningerne er bestilt, og I får en mail, når hver dato ligger fast.' },
    ],
  },
  100236: {
    reporter: 'maja',
    said: [
      {
        by: 'company',
        daysAgo: 9,
        time: '10:00',
        text: 'Routeren til lageret skulle være kommet i går. Pakken står som sendt, men ingen har set den.',
      },
      {
        ...{ by: 'operator', daysAgo: 8, time: '09:25', then: 'resolved' },
        text: 'Pakken lå hos naboen i nummer 14. Budet har nu afleveret den hos jer. Skriv, hvis den mangler noget.',
      },
    ],
  },
  100243: {
    reporter: null,
    said: [
      { by: 'company', daysAgo: 64, time: '16:44', text: 'Hvad koster et megabyte i Schweiz? Vi har en sælger på vej til messe.' },
      {
        ...{ by: 'operator', daysAgo: 63, time: '08:31', then: 'resolved' },
        text: 'Schweiz ligger uden for EU, så forbruget afregnes særskilt. Prisen står på jeres abonnement under »Uden for EU«. Slå data fra i udlandet, hvis I vil være sikre.',
      },
    ],
  },
};

/** Subjects, what was asked and what was answered, for the companies whose cases are made up. */
export const common: readonly {
  readonly category: CaseCategory;
  readonly subject: string;
  readonly asked: string;
  readonly answered: string;
}[] = [
  {
    category: 'sim',
    subject: 'eSIM kan ikke hentes på ny telefon',
    asked: 'Koden bliver afvist med »ugyldig aktiveringskode«.',
    answered: 'Koden kan kun bruges én gang. Vi har lavet en ny, som I finder på brugerens side.',
  },
  {
    category: 'fault',
    subject: 'Dårlig forbindelse i kælderen',
    asked: 'Opkald falder ud, når vi er i arkivet.',
    answered: 'Slå wi-fi-opkald til på telefonerne, så går samtalen over jeres eget net.',
  },
  {
    category: 'invoice',
    subject: 'Hvad er gebyret på 100 kr.?',
    asked: 'Der står en linje på 100 kr., som vi ikke kender.',
    answered: 'Det er et rykkergebyr, fordi fakturaen blev betalt efter fristen.',
  },
  {
    category: 'order',
    subject: 'Forkert antenne i pakken',
    asked: 'Vi har bestilt en udendørs antenne og fået en til bordet.',
    answered: 'Det beklager vi. Den rigtige er sendt i dag, og I kan beholde den anden.',
  },
  {
    category: 'subscription',
    subject: 'Skift af abonnement for hele afdelingen',
    asked: 'Kan I skifte alle i Salg til Mobil Fri på én gang?',
    answered: 'Ja. Send os en dato, så skifter vi dem alle den dag.',
  },
  {
    category: 'access',
    subject: 'Ny administrator fra 1. januar',
    asked: 'Vores bogholder går på pension, og afløseren skal have adgang til faktura.',
    answered: 'Det er noteret. Den nye administrator får en mail med et link den dag.',
  },
  {
    category: 'other',
    subject: 'Hvordan henter vi en liste over alle numre?',
    asked: 'Vi skal bruge listen til revisor.',
    answered: 'På fakturaen kan I hente alle linjer som csv-fil. Der står hvert nummer for sig.',
  },
];
