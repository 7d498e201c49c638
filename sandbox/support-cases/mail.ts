/** What whoever reported a case is told by mail. */

/** That there is an answer, and where; never its words, which may be nobody else's business. */
export const answerMail = ({
  name,
  number,
  address,
}: {
  name: string;
  number: string;
  address: string;
}): { subject: string; text: string } => ({
  subject: `Svar på supportsag ${number}`,
  text: [
    `Hej ${name}`,
    '',
    `Vi har svaret på jeres supportsag ${number}. Læs svaret, og skriv tilbage her:`,
    address,
    '',
    'Venlig hilsen',
    'Eksempeltele',
    '',
  ].join('\n'),
});
