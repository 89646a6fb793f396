/** Who decides what: the config's domains as a map, for people who ask before they write, and for other programs. */
import { renderDuration } from '../config/duration.ts';
import type { Rung, Zone } from '../config/schema-domains.ts';
import type { Config } from '../config/schema.ts';

export interface DomainEntry {
  name: string;
  about: string;
  /** Who may own decisions here, logins and teams; empty: anybody. */
  owners: readonly string[];
  /** The least rung of the decision ladder. */
  rung: Rung;
  /** How long people have, as `5 working days`; null on `delegate`, which asks nobody. */
  period: { min: string; max: string } | null;
  zone: Zone;
  /** Whose thoughts are asked for. */
  consult: readonly string[];
  /** Who is asked for help to decide, in order. */
  escalation: readonly string[];
  topics: readonly string[];
  /** What puts an RFC here: values of its field *Domain*, its name among them, labels, and globs of files. */
  when: { fields: readonly string[]; labels: readonly string[]; paths: readonly string[] };
}

export interface DomainMap {
  version: 1;
  domains: readonly DomainEntry[];
  /** What holds where no domain fits. */
  elsewhere: Pick<DomainEntry, 'owners' | 'rung' | 'period' | 'zone' | 'escalation'>;
  /** Who looks after the way of deciding. */
  stewards: readonly string[];
}

export function domainMapOf(config: Pick<Config, 'domains' | 'decision' | 'escalation' | 'stewards'>): DomainMap {
  const { domains, escalation, stewards } = config;
  const entries = Object.entries(domains).map(([name, domain]): DomainEntry => ({
    name,
    about: domain.about,
    owners: domain.owners,
    rung: domain.rung,
    period: periodOf(domain.rung, config),
    zone: domain.zone,
    consult: domain.consult,
    escalation: domain.escalation.length === 0 ? escalation.path : domain.escalation,
    topics: domain.topics,
    when: { fields: [name, ...domain.when.field], labels: domain.when.labels, paths: domain.when.paths },
  }));
  return {
    version: 1,
    domains: entries,
    elsewhere: { owners: [], rung: 'consult', period: periodOf('consult', config), zone: 'local', escalation: escalation.path },
    stewards: stewards.pool,
  };
}

function periodOf(rung: Rung, { decision: { periods } }: Pick<Config, 'decision'>): DomainEntry['period'] {
  if (rung === 'delegate') return null;
  const { min, max } = periods[rung];
  return { min: renderDuration(min), max: renderDuration(max) };
}
