/** The project's tables of right and wrong, for tests in the browser. */
import type glossaryFile from './data/glossary.json';
import type identifierFile from './data/identifier-cases.json';
import type searchFile from './data/sorting-and-search-cases.json';

const fetched = async (name: string): Promise<unknown> => (await fetch(new URL(`./data/${name}.json`, import.meta.url))).json();

export const glossary = (await fetched('glossary')) as typeof glossaryFile;
export const identifierCases = (await fetched('identifier-cases')) as typeof identifierFile;
export const searchCases = (await fetched('sorting-and-search-cases')) as typeof searchFile;
