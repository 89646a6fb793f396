/** Which of the configured kinds of decision an RFC is: by what its documents say, else by its labels, else by its files. */
import picomatch from 'picomatch';
import type { Config } from '../config/schema.ts';
import { foldLabel } from '../lint/label.ts';
import type { Snapshot } from './snapshot.ts';

type Domain = Config['domains'][string];

/** The names of its domains in the config's order; more than one where labels or files point to several. */
export function domainsOf({ documents, rfc }: Pick<Snapshot, 'documents' | 'rfc'>, { domains }: Pick<Config, 'domains'>): string[] {
  const fields = documents.map(({ result }) => foldLabel(result?.fields.domain?.text ?? '')).filter((text) => text !== '');
  const labels = rfc.labels.map(foldLabel);
  const paths = documents.map(({ path }) => path);
  const ways: readonly ((name: string, domain: Domain) => boolean)[] = [
    (name, { when }) => [name, ...when.field].some((text) => fields.includes(foldLabel(text))),
    (_, { when }) => when.labels.some((label) => labels.includes(foldLabel(label))),
    (_, { when }) => when.paths.length > 0 && paths.some(matcher(when.paths)),
  ];
  for (const fits of ways) {
    const names = Object.entries(domains).filter(([name, domain]) => fits(name, domain)).map(([name]) => name);
    if (names.length > 0) return names;
  }
  return [];
}

function matcher(globs: string[]): (path: string) => boolean {
  const matches = picomatch(globs, { dot: true });
  return (path) => matches(path);
}
