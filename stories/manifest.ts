/** What custom-elements.json says, as the pages about theme and events list it. */
import manifest from '../custom-elements.json' with { type: 'json' };

interface Described {
  readonly name: string;
  readonly description: string;
}

interface Declared {
  readonly tagName?: string;
  readonly cssProperties?: readonly Described[];
  readonly events?: readonly Described[];
}

const { modules }: { readonly modules: readonly { readonly declarations: readonly Declared[] }[] } = manifest;
const declared = modules.flatMap(({ declarations }) => declarations);

/** Every public custom property once, whichever element names it. */
export const customProperties = (): Described[] => [
  ...new Map(declared.flatMap(({ cssProperties = [] }) => cssProperties).map((property) => [property.name, property])).values(),
];

/** Every event once, with the elements it comes from. */
export const events = (): (Described & { readonly tags: readonly string[] })[] => {
  const found = new Map<string, Described & { tags: string[] }>();
  for (const { tagName, events: own = [] } of declared) {
    for (const event of own) {
      const known = found.get(event.name) ?? { ...event, tags: [] };
      if (tagName !== undefined) known.tags.push(tagName);
      found.set(event.name, known);
    }
  }
  return [...found.values()];
};
