/** The decision period as it is frozen: rung, people and times as they are at the moment in which it begins. */
import type { Duration } from '../../config/duration.ts';
import type { Config } from '../../config/schema.ts';
import { instantOf } from '../activity.ts';
import type { WorkCalendar } from '../calendar.ts';
import { personOf } from '../people.ts';
import type { Period, Reasoned, Record } from '../record-schema.ts';
import { addTime } from '../working-time.ts';
import type { Entitled } from './entitled.ts';
import type { Rule } from './rung-of.ts';

/** The period that counts: the last one, unless it was to begin anew since; whatever was decided after that brings it not back. */
export function periodInForce(record: Pick<Record, 'period' | 'amended' | 'decisions'>): Period | null {
  return renewalOf(record) === null ? record.period : null;
}

/** Why the last period is to begin anew, in the words of whoever asked for it last: its owner has it frozen anew, or the question was opened again. Null where it is not. */
export function renewalOf({ period, amended, decisions }: Pick<Record, 'period' | 'amended' | 'decisions'>): Reasoned | null {
  if (period === null) return null;
  const all = [amended, ...decisions.map(({ reopened }) => reopened)].flatMap((each) => each ?? []);
  return all.filter(({ at }) => Date.parse(at) > Date.parse(period.from)).sort((one, other) => Date.parse(one.at) - Date.parse(other.at)).at(-1) ?? null;
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
