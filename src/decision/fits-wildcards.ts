/** How the items of a pattern are read: which of them stands for any number of items, and what any other one fits. */
export interface Wildcards<Item> {
  isMany: (item: Item) => boolean;
  fitsOne: (item: Item, given: Item) => boolean;
}

/**
 * Whether a row of items fits a pattern, in time of at most one times the other. A regular expression or a glob library
 * may take for ever on a pattern with many wildcards; here only the last wildcard is ever tried again, which is enough,
 * since whatever fits before it fits at its first place as well as at any later one.
 */
export function fitsWildcards<Item>(pattern: readonly Item[], given: readonly Item[], { isMany, fitsOne }: Wildcards<Item>): boolean {
  let at = 0;
  let seen = 0;
  /** Where to go on after the last wildcard, when it takes one item more. */
  let retry: { at: number; seen: number } | null = null;
  while (seen < given.length) {
    const item = pattern[at];
    if (item !== undefined && isMany(item)) {
      at += 1;
      retry = { at, seen };
    } else if (item !== undefined && fitsOne(item, given[seen] as Item)) {
      at += 1;
      seen += 1;
    } else if (retry !== null) {
      retry = { at: retry.at, seen: retry.seen + 1 };
      ({ at, seen } = retry);
    } else {
      return false;
    }
  }
  return pattern.slice(at).every(isMany);
}
