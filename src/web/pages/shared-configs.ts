/** What pages about configs have in common: for which repositories a part holds, and what is counted there. */
import { html } from 'hono/html';
import type { Mark, MarkCount } from '../../store/marks.ts';
import type { NamedConfig } from '../../store/configs.ts';
import type { Html } from '../page.ts';

const mostNamed = 6;

/** Their names, as a heading. */
export function repositoriesOf(repositories: readonly NamedConfig['repository'][]): Html {
  const shown = repositories.slice(0, mostNamed).map(({ owner, name }) => `${owner}/${name}`);
  const more = repositories.length - shown.length;
  return html`${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** On how many RFCs of these repositories a mark is. */
export function sumOf(counts: readonly MarkCount[], repositories: readonly NamedConfig['repository'][], { kind, name }: Mark): number {
  const ids = new Set(repositories.map(({ id }) => id));
  return counts.filter((each) => each.kind === kind && each.name === name && ids.has(each.repositoryId)).reduce((sum, { count }) => sum + count, 0);
}
