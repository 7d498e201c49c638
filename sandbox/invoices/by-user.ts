/** What belongs to each user, in the order it came; under null what belongs to none. */
export function byUser<T>(things: readonly T[], userOf: (thing: T) => string | null): ReadonlyMap<string | null, readonly T[]> {
  const groups = new Map<string | null, T[]>();
  for (const thing of things) {
    const known = groups.get(userOf(thing));
    if (known === undefined) groups.set(userOf(thing), [thing]);
    else known.push(thing);
  }
  return groups;
}
