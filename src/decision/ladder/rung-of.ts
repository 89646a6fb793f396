/** Which rule of the ladder an RFC is decided by, as the config and its documents have it now. */
import { rungs, zones, type Rung, type Zone } from '../../config/schema-domains.ts';
import type { Config } from '../../config/schema.ts';
import { readRung } from '../../lint/read-rung.ts';
import { domainsOf, type DomainSources } from '../domain.ts';

export interface Rule {
  rung: Rung;
  /** Null without a domain. */
  domain: string | null;
  zone: Zone;
}

/** Without a domain people are consulted, and it concerns nobody further away. */
const withoutDomain: Rule = { rung: 'consult', domain: null, zone: 'local' };

/**
 * The higher of the domain's rung and the documents' field *Rung*: a document may ask more people, never fewer. Of
 * several domains that fit, the first in the config's order among those that ask for most, and the widest of their zones:
 * until it is said which is meant, nobody is left out.
 */
export function ruleOf(snapshot: DomainSources, config: Pick<Config, 'domains'>): Rule {
  const fitting = domainsOf(snapshot, config).flatMap((name): Rule[] => {
    const domain = config.domains[name];
    return domain === undefined ? [] : [{ rung: domain.rung, domain: name, zone: domain.zone }];
  });
  const highest = highestRung(fitting.map(({ rung }) => rung));
  const base = fitting.find(({ rung }) => rung === highest) ?? withoutDomain;
  const asked = snapshot.documents.flatMap(({ result }) => readRung(result?.fields.rung?.text ?? '') ?? []);
  return { ...base, zone: zones.findLast((zone) => fitting.some((one) => one.zone === zone)) ?? base.zone, rung: highestRung([base.rung, ...asked]) };
}

/** `delegate` of none. */
function highestRung(several: readonly Rung[]): Rung {
  return rungs.findLast((rung) => several.includes(rung)) ?? 'delegate';
}

/** Whether a rung asks at least as many people as another. */
export function isAtLeast(rung: Rung, other: Rung): boolean {
  return rungs.indexOf(rung) >= rungs.indexOf(other);
}
