/**
 * What a list read page by page is made of: while it is read, it may grow or shrink, and show an entry twice or out of
 * order. Counted twice, a command would be run twice.
 */
import type { Act } from './acts.ts';
import type { Snapshot } from './snapshot.ts';

type Listed = Pick<Snapshot, 'acts' | 'comments'>;

/** The facts with each act and each own comment once, the oldest first; of the same moment, as they were listed. */
export function listedOnce<Facts extends Listed>(facts: Facts): Facts {
  const acts = onceEach(facts.acts, nameOf).toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at));
  return { ...facts, acts, comments: onceEach(facts.comments, ({ id, url }) => `${id} ${url}`) };
}

/** What people write has an id of its own; of the rest, the same at the same moment is the same. */
function nameOf(act: Act): string {
  return 'id' in act ? `${act.kind} ${act.id}` : JSON.stringify(act);
}

function onceEach<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[] {
  const byKey = new Map<string, Item>();
  for (const item of items) {
    const key = keyOf(item);
    if (!byKey.has(key)) byKey.set(key, item);
  }
  return [...byKey.values()];
}
