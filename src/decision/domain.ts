/** Which of the configured kinds of decision an RFC is. */
import type { Config } from '../config/schema.ts';
import { compileDomains } from '../lint/fit-domains.ts';
import type { Snapshot } from './snapshot.ts';

/** What tells the domains of an RFC. */
export type DomainSources = Pick<Snapshot, 'documents' | 'rfc' | 'changedPaths'>;

/** The names of its domains in the config's order; more than one where its field, its labels or its files point to several. */
export function domainsOf({ documents, rfc, changedPaths }: DomainSources, { domains }: Pick<Config, 'domains'>): string[] {
  const fields = documents.map(({ result }) => result?.fields.domain?.text ?? '');
  const paths = [...documents.map(({ path }) => path), ...changedPaths];
  return [...compileDomains(domains)({ fields, labels: rfc.labels, paths }).names];
}

/** The logins and teams that a domain names, in whatever part. */
export function namedInDomain({ owners, consult, escalation }: Config['domains'][string]): string[] {
  return [...owners, ...consult, ...escalation];
}
