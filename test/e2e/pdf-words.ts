/** What a reader of PDFs finds in a file. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** All words, with ordinary spaces. */
export async function wordsOfPdf(bytes: Buffer): Promise<string> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), useSystemFonts: false }).promise;
  const words: string[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    words.push(...items.map((item) => ('str' in item ? item.str : '')));
  }
  return words.join(' ').replaceAll(/\s+/g, ' ');
}
