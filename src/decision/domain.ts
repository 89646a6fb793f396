/** Which of the configured kinds of decision an RFC is. */
import type { Config } from '../config/schema.ts';
import { compileDomains } from '../lint/fit-domains.ts';
import type { Snapshot } from './snapshot.ts';

/** The names of its domains in the config's order; more than one where its field, its labels or its files point to several. */
export function domainsOf({ documents, rfc }: Pick<Snapshot, 'documents' | 'rfc'>, { domains }: Pick<Config, 'domains'>): string[] {
  const fields = documents.map(({ result }) => result?.fields.domain?.text ?? '');
  const paths = documents.map(({ path }) => path);
  return [...compileDomains(domains)({ fields, labels: rfc.labels, paths }).names];
}

/** The logins and teams that a domain names, in whatever part. */
export function namedInDomain({ owners, consult, escalation }: Config['domains'][string]): string[] {
  return [...owners, ...consult, ...escalation];
}
