import type { Config } from '../../config/schema.ts';
import { rungs, type Zone } from '../../config/schema-domains.ts';
import { domainsOf } from '../domain.ts';
import type { Snapshot } from '../snapshot.ts';

/** The domain that an RFC belongs to, and its zone: of several, the first of those whose rung is highest; null where none fits. */
export function domainIn(snapshot: Pick<Snapshot, 'documents' | 'rfc'>, config: Pick<Config, 'domains'>): { name: string; zone: Zone } | null {
  const fitting = domainsOf(snapshot, config).flatMap((name) => {
    const domain = config.domains[name];
    return domain === undefined ? [] : [{ name, zone: domain.zone, height: rungs.indexOf(domain.rung) }];
  });
  const highest = Math.max(...fitting.map(({ height }) => height));
  const found = fitting.find(({ height }) => height === highest);
  return found === undefined ? null : { name: found.name, zone: found.zone };
}
