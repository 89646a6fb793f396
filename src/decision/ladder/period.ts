/** The decision period as it is frozen: rung, people and times as they are at the moment in which it begins. */
import type { Duration } from '../../config/duration.ts';
import type { Config } from '../../config/schema.ts';
import { instantOf } from '../activity.ts';
import type { WorkCalendar } from '../calendar.ts';
import { personOf } from '../people.ts';
import type { Period, Record } from '../record-schema.ts';
import { addTime } from '../working-time.ts';
import type { Entitled } from './entitled.ts';
import type { Rule } from './rung-of.ts';

/** The period that counts: the last one, unless its owner had it frozen anew, or the question was opened again, since. */
export function periodInForce({ period, amended, decisions }: Pick<Record, 'period' | 'amended' | 'decisions'>): Period | null {
  if (period === null) return null;
  const anew = [amended?.at, decisions.at(-1)?.reopened?.at].flatMap((at) => (at === undefined ? [] : [Date.parse(at)]));
  return anew.some((at) => at > Date.parse(period.from)) ? null : period;
}

/** What a period is made of, besides its number and its beginning. */
export interface ToFreeze {
  rule: Rule;
  entitled: Entitled;
  config: Pick<Config, 'decision'>;
  calendar: WorkCalendar;
}

/** The period that begins now. */
export function freeze(n: number, now: Date, { rule, entitled, config, calendar }: ToFreeze): Period {
  const { rung, domain, zone } = rule;
  return {
    n,
    rung,
    domain,
    zone,
    entitled: entitled.people.map(personOf),
    teams: [...entitled.unknownTeams],
    from: instantOf(now.getTime()),
    ...timesOf(rung, now, { config, calendar }),
    quorum: quorumOf(rung, entitled.people.length, config),
    extensions: [],
  };
}

/** `delegate` has no period; where one is asked for all the same, it is as short as that of `consult`. */
export function timesOf(rung: Rule['rung'], from: Date, { config, calendar }: Pick<ToFreeze, 'config' | 'calendar'>): Pick<Period, 'until' | 'last' | 'more'> {
  const { periods, reconsider, extension } = config.decision;
  const { min, max } = periods[rung === 'delegate' ? 'consult' : rung];
  const after = (duration: Duration) => addTime(calendar, from, duration).getTime();
  const until = after(min);
  return { until: instantOf(until), last: instantOf(Math.max(until, after(max))), more: durationText(reconsider === 'restart' ? min : extension) };
}

/** How many of so many have to support; at least one. */
export function quorumOf(rung: Rule['rung'], entitled: number, { decision }: Pick<Config, 'decision'>): number {
  return rung === 'consensus' ? Math.max(1, Math.ceil((entitled * decision.quorum) / 100)) : 0;
}

/** `2 working-days`, which `parseDuration` reads. */
function durationText({ amount, unit }: Duration): string {
  return `${amount} ${unit}`;
}
