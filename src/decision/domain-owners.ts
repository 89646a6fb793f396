/** Whether somebody who decides here is among those who may own decisions in the domain: a remark, and never a block. */
import type { Config } from '../config/schema.ts';
import { presets } from '../lint/presets.ts';
import { severityOf } from '../lint/settings.ts';
import { decisionDomain } from '../rules/decision-domain.ts';
import { domainsOf } from './domain.ts';
import { accountsNamed, isTeamShown } from './handles.ts';
import type { Snapshot } from './snapshot.ts';

export interface DomainOwners {
  domains: readonly string[];
  /** Logins and teams, as the config names them. */
  owners: readonly string[];
}

/**
 * Who owns decisions in the domains of the RFC, where somebody is none of them. Null where they are, where anybody may,
 * where the rule on domains is off, and where GitHub does not show a team that they may be in.
 */
export function ownersWithout(person: number, snapshot: Snapshot, config: Config): DomainOwners | null {
  if (severityOf(decisionDomain, config, presets[config.lint.preset]).severity === 'off') return null;
  const domains = domainsOf(snapshot, config);
  const each = domains.map((name) => config.domains[name]?.owners ?? []);
  if (each.some((owners) => owners.length === 0)) return null;
  const owners = [...new Set(each.flat())];
  const isThere = accountsNamed(owners, snapshot).some(({ id }) => id === person);
  const mayBeThere = owners.some((owner) => owner.includes('/') && !isTeamShown(owner, snapshot));
  return owners.length === 0 || isThere || mayBeThere ? null : { domains, owners };
}
