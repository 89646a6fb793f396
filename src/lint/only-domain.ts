import type { Config } from '../config/schema.ts';
import type { DomainFit } from './fit-domains.ts';

export interface OnlyDomain {
  /** As a message names it, with what told it apart where the document does not say it itself. */
  shown: string;
  asks: Config['domains'][string];
}

/** The domain of a document, where exactly one fits: what several ask for together, nobody has said. */
export function onlyDomain({ domain, config }: { domain: DomainFit | null; config: Config }): OnlyDomain | null {
  const [name, ...others] = domain?.names ?? [];
  const asks = name === undefined ? undefined : config.domains[name];
  if (domain === null || asks === undefined || others.length > 0) return null;
  return { shown: domain.by === 'field' ? `domain \`${name}\`` : `domain \`${name}\` (by ${domain.by})`, asks };
}
