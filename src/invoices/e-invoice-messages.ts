/** The words of eFaktura. Keys of the glossary carry its words. */
import { danish as form } from '../ui/form-messages.ts';
import type { Messages } from '../ui/text.ts';

export const danish = {
  ...form,
  'act.close': 'Luk',
  'ef.signUp': 'Tilmeld eFaktura',
  'ef.explain': 'Efter tilmelding får I hver måned fakturaen på de e-mailadresser, som I angiver.',
  'ef.perCompany': 'Tilmeldingen gælder hele virksomheden, ikke kun dig.',
  'ef.isNot': 'eFaktura er fakturaen som pdf-fil i en e-mail. Det er ikke det samme som elektroniske fakturaer til det offentlige.',
  'ef.ean':
    'Jeres EAN-nummer er {ean}. Kontakt os, hvis I vil have strukturerede fakturaer gennem NemHandel. De kan sendes ved siden af eFaktura.',
  'ef.addresses': 'E-mailadresser, der skal modtage fakturaen',
  'ef.address': 'E-mailadresse {n}',
  'ef.add': 'Tilføj e-mailadresse',
  'ef.most': 'I kan højst angive {n} e-mailadresser.',
  'ef.remove': 'Fjern',
  'ef.removeAddress': 'Fjern {address}',
  'ef.pasted': '{n} adresser er sat ind.',
  'ef.removed': '{address} er fjernet.',
  'ef.signedUp': '{company} er tilmeldt eFaktura.',
  'ef.notSignedUp': '{company} er ikke tilmeldt eFaktura.',
  'ef.next': 'Næste faktura sendes omkring {date}.',
  'ef.editAddresses': 'Ret e-mailadresser',
  'ef.signOff': 'Afmeld eFaktura',
  'ef.signOffAsk': 'Vil I afmelde eFaktura for {company}?',
  'ef.signOffInfo': 'Så sender vi ikke flere fakturaer med e-mail. I kan stadig se dem og downloade dem her.',
  'ef.keep': 'Behold eFaktura',
  'ef.signedOff': 'eFaktura er afmeldt for {company}.',
  'ef.saved': 'Fremover sender vi fakturaen til de her e-mailadresser.',
  'ef.conflict': 'En anden har ændret adresserne, mens du skrev. Nu er det: {addresses}. Se jeres igennem, og gem igen.',
  'ef.nobody': 'ingen',
  'ef.mayNot': 'Du kan se, hvem der får fakturaen, men ikke ændre det.',
  'ef.bounced': 'Vi kunne ikke levere fakturaen til {address}.',
  'ef.deliveries': 'Sendt for nylig',
  'ef.delivered': 'Sendt',
  'ef.underWay': 'På vej',
  'ef.failed': 'Ikke leveret',
  'ef.day': 'Dato',
  'ef.to': 'Modtager',
  'ef.state': 'Status',
  'ef.bouncedHint': 'Ret adressen, så kommer den næste faktura frem.',
  'err.emailTwice': 'E-mailadressen er allerede på listen.',
  'err.emailMin': 'Tilføj mindst én e-mailadresse.',
};

export type EInvoiceKey = keyof typeof danish;

export const messages: Messages<EInvoiceKey> = { da: danish, en: async () => (await import('./e-invoice-messages.en.ts')).english };
