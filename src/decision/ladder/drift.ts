/**
 * What the config, the documents and the teams would freeze now, where that is another thing than what was frozen. It is
 * shown, and changes nothing, until the owner takes it over with `/amend`.
 */
import type { Config } from '../../config/schema.ts';
import type { Period } from '../record-schema.ts';
import type { Account, Snapshot } from '../snapshot.ts';
import type { Entitled } from './entitled.ts';
import { quorumOf, timesOf } from './period.ts';
import type { Drift } from './progress.ts';
import type { Rule } from './rung-of.ts';

interface Now {
  rule: Rule;
  entitled: Entitled;
  config: Pick<Config, 'decision'>;
  snapshot: Pick<Snapshot, 'calendar'>;
}

/** `asked` are those of the period whose voices are asked for still. */
export function driftOf(period: Period, asked: readonly Account[], now: Now): Drift[] {
  const { rule, entitled } = now;
  return [
    ...(rule.rung === period.rung ? [] : [{ what: 'rung' as const, now: rule.rung }]),
    ...(rule.domain === period.domain ? [] : [{ what: 'domain' as const, now: rule.domain }]),
    ...(rule.zone === period.zone ? [] : [{ what: 'zone' as const, now: rule.zone }]),
    ...peopleDrift('joined', entitled.people, period.entitled),
    // Of whom GitHub does not show nobody can tell that they left.
    ...(entitled.unknownTeams.length > 0 ? [] : peopleDrift('left', asked, entitled.people)),
    ...(areTimesSame(period, now) ? [] : [{ what: 'times' as const }]),
  ];
}

function peopleDrift(what: 'joined' | 'left', people: readonly Account[], others: readonly { id: number }[]): Drift[] {
  const known = new Set(others.map(({ id }) => id));
  const drifted = people.filter(({ id }) => !known.has(id));
  return drifted.length === 0 ? [] : [{ what, people: drifted }];
}

/** The times that the frozen rung would have now. */
function areTimesSame(period: Period, { config, snapshot }: Now): boolean {
  const { until, last, more } = timesOf(period.rung, new Date(period.from), { config, calendar: snapshot.calendar });
  return until === period.until && last === period.last && more === period.more && quorumOf(period.rung, period.entitled.length, config) === period.quorum;
}
