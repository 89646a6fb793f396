/** The retrospective of a month or a quarter: how decisions were made, and which of them to talk about. */
import type { Config } from '../../config/schema.ts';
import type { LogEntry } from '../log/entry.ts';
import type { Every, Period as VitalPeriod } from '../vitality/period.ts';
import { type Finding, vitalityOf } from '../vitality/vitality.ts';
import { type TalkSource, worthTalking, type WorthTalking } from '../vitality/worth-talking.ts';
import { wasThereBefore } from './digest.ts';
import type { OwnIssue, StewardFacts } from './facts.ts';
import { readIssueMark } from './notice-marks.ts';
import { isWithin, lastFinished, type Period } from './periods.ts';
import { type TopicDifference, topicDifferences } from './topics.ts';

export interface Retrospective {
  period: Period;
  /** How many decisions were made in it, and how many times a principle was reported not to fit. */
  counts: { decisions: number; tensions: number };
  findings: readonly Finding[];
  talk: readonly WorthTalking<LogEntry>[];
  topics: readonly TopicDifference[];
}

/** With those before, so that it can be seen whether something changes. */
const periodsCompared = 4;

/** The retrospective of the last period that is over; null where it was opened already, or nothing happened in it. */
export function dueRetrospective(facts: StewardFacts, config: Config, now: Date): Retrospective | null {
  const { every } = config.retrospective;
  if (every === 'never') return null;
  const period = lastFinished(every, now, facts.calendar.timezone);
  if (!wasThereBefore(facts, period.until) || isRetrospectiveOpened(facts.issues, period.name)) return null;
  const decisions = facts.decisions.filter(({ at }) => isWithin(at, period)).length;
  const tensions = facts.tensions.filter(({ at }) => isWithin(at, period)).length;
  if (decisions + tensions === 0) return null;
  const source = { entries: facts.decisions, courses: facts.courses, principles: config.principles.map(({ id }) => id), now };
  return { period, counts: { decisions, tensions }, ...lookBack(source, { period, every, timezone: facts.calendar.timezone }), topics: topicsIn(period, facts) };
}

export function isRetrospectiveOpened(issues: readonly OwnIssue[], period: string): boolean {
  return issues.some((issue) => {
    const mark = readIssueMark(issue);
    return mark?.kind === 'retrospective' && mark.period === period;
  });
}

/** The figures of the period beside those before it, and the decisions that a team may learn most from. */
export function lookBack(source: TalkSource<LogEntry>, { period, every, timezone }: { period: Period; every: Every; timezone: string }): Pick<Retrospective, 'findings' | 'talk'> {
  const periods = [period];
  while (periods.length < periodsCompared) periods.unshift(lastFinished(every, new Date(periods[0]?.from ?? period.from), timezone));
  return { findings: vitalityOf(source, periods.map(inInstants)).findings, talk: worthTalking(source, inInstants(period)) };
}

function inInstants({ name, from, until }: Period): VitalPeriod {
  return { name, from: new Date(from), until: new Date(until) };
}

/** Those on which somebody here decided in the period: the same difference is asked about once. */
function topicsIn(period: Period, { decisions, elsewhere, repository }: StewardFacts): TopicDifference[] {
  return topicDifferences([...decisions, ...elsewhere]).filter((difference) => difference.decisions.some((entry) => entry.repository.id === repository.id && isWithin(entry.at, period)));
}
