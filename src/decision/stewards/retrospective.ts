/** The retrospective of a month or a quarter: how decisions were made, and which of them to talk about. */
import type { Config } from '../../config/schema.ts';
import type { LogEntry } from '../log/entry.ts';
import type { Every, Period as VitalPeriod } from '../vitality/period.ts';
import { type Finding, vitalityOf } from '../vitality/vitality.ts';
import { type TalkSource, worthTalking, type WorthTalking } from '../vitality/worth-talking.ts';
import { wasThereBefore } from './digest.ts';
import type { OwnIssue, ReportedTension, StewardFacts } from './facts.ts';
import { readIssueMark } from './notice-marks.ts';
import { isWithin, lastFinished, type Period } from './periods.ts';
import { type TopicDifference, topicDifferences } from './topics.ts';

export interface Retrospective {
  period: Period;
  /** How many decisions were made in it, how many times a principle was reported not to fit, and how many decisions were looked back at. */
  counts: { decisions: number; tensions: number; reviews: number };
  findings: readonly Finding[];
  talk: readonly WorthTalking<LogEntry>[];
  topics: readonly TopicDifference[];
  /** The reports of principles that did not fit, by principle, the earliest first. */
  tensions: readonly ReportedTension[];
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
  const tensions = facts.tensions.filter(({ at }) => isWithin(at, period)).toSorted(byPrinciple);
  const reviews = facts.decisions.filter(({ review }) => review !== null && isWithin(review.at, period)).length;
  if (decisions + tensions.length + reviews === 0) return null;
  const here = new Set([facts.repository.id]);
  const source = { entries: facts.decisions, courses: facts.courses, principles: config.principles.map(({ id }) => ({ id, repositories: here })), now };
  const counts = { decisions, tensions: tensions.length, reviews };
  return { period, counts, ...lookBack(source, { period, every, timezone: facts.calendar.timezone }), topics: topicsIn(period, facts), tensions };
}

/** Then by what never changes, so that the order of what was read does not matter. */
function byPrinciple(one: ReportedTension, other: ReportedTension): number {
  const names = [one.principle.toLowerCase(), other.principle.toLowerCase()] as const;
  if (names[0] !== names[1]) return names[0] < names[1] ? -1 : 1;
  return Date.parse(one.at) - Date.parse(other.at) || one.rfc.number - other.rfc.number || one.source.id - other.source.id;
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
  const inZone = ({ name, from, until }: Period): VitalPeriod => ({ name, from: new Date(from), until: new Date(until), timezone });
  return { findings: vitalityOf(source, periods.map(inZone)).findings, talk: worthTalking(source, inZone(period)) };
}

/** Those on which somebody here decided in the period: the same difference is asked about once. */
function topicsIn(period: Period, { decisions, elsewhere, repository }: StewardFacts): TopicDifference[] {
  return topicDifferences([...decisions, ...elsewhere]).filter((difference) => difference.decisions.some((entry) => entry.repository.id === repository.id && isWithin(entry.at, period)));
}
